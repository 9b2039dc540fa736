/** The scenario's words a viewer may read: those its View speaks of, and what everybody is told. Briefs and cards are secrets too. */
import { scenarioMessages } from '../../scenarios/messages.ts';
import type { State } from '../state.ts';
import type { View } from './view-shape.ts';

/** Told to everybody before a seat is taken: names, dials, the talk about the rules. */
const FOR_ALL = [
  'seat.',
  'dial.',
  'scenario.title',
  'scenario.summary',
  'scenario.talk.',
  'scenario.object.',
  'scenario.invented',
];

/**
 * Messages by key, in a language, with the names of this game.
 * @param view of the viewer who asks: a text is in the answer only if its key is in the view
 */
export function wordsFor(state: State, view: View, language: string): Readonly<Record<string, string>> {
  const spoken = new Set<string>();
  collectKeys(view, spoken);
  const all = scenarioMessages(state.scenario, state.names, language);
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => spoken.has(key) || FOR_ALL.some((start) => key.startsWith(start))),
  );
}

/** Every `key` of Words anywhere in a value. */
function collectKeys(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectKeys(item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name === 'key' && typeof item === 'string') into.add(item);
      else collectKeys(item, into);
    }
  }
}
