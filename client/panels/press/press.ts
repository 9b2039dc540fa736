/** The pages of the game as this device can print them, and the words that they are written with, which come when wanted. */
import { useEffect } from 'preact/hooks';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type FrontPage, frontPages } from '../../../shared/press/front-page.ts';
import { shownAs } from '../../../shared/vocabulary/index.ts';
import type { Model } from '../../model.ts';
import { typed } from '../../model.ts';
import { loadSerif } from '../../serif.ts';
import { language, loadPress, pressIsHere } from '../../text.ts';

/** Whether the words of the press are there in the language of the page; fetches them. */
export function usePressWords(): boolean {
  const spoken = language.value;
  useEffect(() => void loadPress(spoken), [spoken]);
  useEffect(() => void loadSerif(), []);
  return pressIsHere.value;
}

/** The front pages of all years that are over. */
export const pagesOf = (view: View, model: Model): readonly FrontPage[] =>
  frontPages(view, { game: model.code, typed: (id) => shownAs(typed(model, id) ?? '') || null });
