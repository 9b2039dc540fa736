/** No destructive test in a turn. */
import { Turn } from '../vocabulary/bounds.ts';
import { isIntercept, refuse, words } from '../vocabulary/index.ts';
import { inTurnsLeft, isDue, type TermRule, turnField } from './term.ts';

export const noStrike: TermRule<{ readonly kind: 'no-strike'; readonly turn: number }> = {
  kind: 'no-strike',
  shape: { turn: Turn },
  paysNow: () => 0,
  form: (seen) => [turnField(seen)],
  check: (term, asked, field) => {
    if (!asked.mayStrike) return refuse('no-capability', {}, field);
    if (term.turn > asked.lastStrikeTurn) return refuse('window-closed', {}, field);
    return inTurnsLeft(term.turn, asked, field);
  },
  asMade: null,
  // Broken when a strike of that turn is publicly the seat's; not known while the maker of one is not.
  settle: (term, known) => {
    if (!isDue(term, known)) return null;
    const makers = known.strikers(term.turn);
    if (makers.includes(known.by)) return false;
    return makers.includes(null) ? null : true;
  },
  // A missile whose maker nobody could name had one.
  inTruth: (term, { did, turnsDone, kept }) =>
    term.turn <= turnsDone ? !did.some((fact) => isIntercept(fact) && fact.turn === term.turn) : kept,
  worth: () => 3,
  keeping: ({ turn }) => ({ how: 'hold-fire', turn }),
  words: (term) => words('ui.term.no-strike', { turn: term.turn }),
};
