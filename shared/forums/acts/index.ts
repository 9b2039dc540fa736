/** Every act on a text by its kind: those that any text knows, and those of forum rules. A new act is a file and a line, here or in its rule. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { Instrument } from '../instrument.ts';
import { forumRules } from '../rules/index.ts';
import type { ActSight, TextAct } from './act.ts';
import { carry } from './carry.ts';
import { giveNotice } from './give-notice.ts';
import { pledge } from './pledge.ts';
import { unpledge } from './unpledge.ts';
import { usePen } from './use-pen.ts';
import { withdrawText } from './withdraw-text.ts';

/** In the order in which they are shown; those of the forum stand between them and the others. */
const NAMES: readonly TextAct[] = [pledge, unpledge];
const PAPERS: readonly TextAct[] = [carry, usePen, giveNotice, withdrawText];
const ofRules = Object.values(forumRules).flatMap((rule) => rule.acts);

export const textActs: Readonly<Record<string, TextAct>> = Object.fromEntries(
  [...NAMES, ...ofRules, ...PAPERS].map((act) => [act.kind, act]),
);

const rulesOf = ({ forum }: ActSight) => forumRules[forum.rule]!;

/** Acts that the forum of a text knows, in the order in which they are shown. */
export const actsThere = (sight: ActSight): readonly TextAct[] => [...NAMES, ...rulesOf(sight).acts, ...PAPERS];

/** An act on a text that its forum knows and this seat may do there, or why not. */
export function actOn(kind: string, text: Instrument, sight: ActSight): TextAct | Refusal {
  const act = actsThere(sight).find((one) => one.kind === kind);
  if (!act) return refuse('no-act-there', {}, 'act');
  const members = rulesOf(sight).acts.includes(act) ? sight.forum.members : null;
  if (!members || members.includes(sight.seat)) return act;
  // What is over is over for everybody.
  return text.status === 'tabled' ? refuse('not-a-member') : act;
}
