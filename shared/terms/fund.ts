/** A payment into the fund in a turn. */
import { Turn } from '../vocabulary/bounds.ts';
import { K_PER_CREDIT, paidToFundK, words } from '../vocabulary/index.ts';
import { Credits, creditsField } from './credits.ts';
import { inTurnsLeft, isDue, type TermRule, turnField } from './term.ts';

export const fund: TermRule<{ readonly kind: 'fund'; readonly credits: number; readonly turn: number }> = {
  kind: 'fund',
  shape: { credits: Credits, turn: Turn },
  paysNow: () => 0,
  form: (seen) => (seen.fund.open ? [creditsField, turnField(seen)] : null),
  check: (term, asked, field) => inTurnsLeft(term.turn, asked, field),
  asMade: null,
  settle: (term, known) => {
    if (!isDue(term, known)) return null;
    const paidK = known.did.reduce((sum, fact) => sum + (fact.turn === term.turn ? paidToFundK(fact) : 0), 0);
    return paidK >= term.credits * K_PER_CREDIT;
  },
  inTruth: (_, { kept }) => kept,
  worth: (term) => 3 * term.credits,
  keeping: ({ credits, turn }) => ({
    how: 'order',
    kind: 'fund',
    turn,
    fields: { credits },
    costK: credits * K_PER_CREDIT,
  }),
  words: (term) => words('ui.term.fund', { n: term.credits, turn: term.turn }),
};
