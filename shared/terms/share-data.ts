/** Full tracking data in a turn. */
import { Turn } from '../vocabulary/bounds.ts';
import { dataGiven, words } from '../vocabulary/index.ts';
import { inTurnsLeft, isDue, type TermRule, turnField } from './term.ts';

export const shareData: TermRule<{ readonly kind: 'share-data'; readonly turn: number }> = {
  kind: 'share-data',
  shape: { turn: Turn },
  paysNow: () => 0,
  form: (seen) => [turnField(seen)],
  check: (term, asked, field) => inTurnsLeft(term.turn, asked, field),
  asMade: null,
  // Data given in an earlier turn, or through the pool, need not be given again.
  settle: (term, known) =>
    isDue(term, known)
      ? known.dataOfOther().includes(known.by) ||
        known.did.some((fact) => fact.turn === term.turn && dataGiven(fact, known.to) !== null)
      : null,
  // Data with secret objects left out are not full data.
  inTruth: (term, { did, to, kept }) => {
    if (!kept) return kept;
    const given = did.flatMap((fact) => (fact.turn <= term.turn ? (dataGiven(fact, to) ?? []) : []));
    return given.length === 0 || given.includes('whole');
  },
  worth: () => 2,
  keeping: ({ turn }, to) => ({ how: 'order', kind: 'share-data', turn, fields: { to: [to] }, costK: 0 }),
  words: (term) => words('ui.term.share-data', { turn: term.turn }),
};
