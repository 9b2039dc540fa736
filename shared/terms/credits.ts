/** Credits, paid on acceptance. */
import { Whole } from '../vocabulary/bounds.ts';
import { type Field, words } from '../vocabulary/index.ts';
import type { TermRule } from './term.ts';

/** Credits in one term. */
export const Credits = Whole.min(1).max(100);

/** How many credits. More than the form gives can be offered, but not by a slip of the finger. */
export const creditsField: Field = {
  name: 'credits',
  kind: 'count',
  label: words('ui.term.amount'),
  min: 1,
  max: 12,
  initial: 1,
};

export const credits: TermRule<{ readonly kind: 'credits'; readonly credits: number }> = {
  kind: 'credits',
  shape: { credits: Credits },
  paysNow: (term) => term.credits,
  form: () => [creditsField],
  check: () => null,
  asMade: null,
  settle: () => true,
  inTruth: (_, { kept }) => kept,
  worth: (term) => 3 * term.credits,
  keeping: () => ({ how: 'paid' }),
  words: (term) => words('ui.term.credits', { n: term.credits }),
};
