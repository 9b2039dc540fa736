/** Facts as sentences, for the debrief's truth. */
import { factWords } from '../../../shared/game/view/told.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { Fact } from '../../../shared/vocabulary/index.ts';
import { say } from '../../text.ts';

/** One fact as a sentence. */
export const factText = (view: View, fact: Fact): string => say(factWords(view, fact));
