/** A forum as a scenario has it. */
import { articlesOf } from '../clauses/articles.ts';
import { clauses } from '../clauses/index.ts';
import type { Package } from '../clauses/text.ts';
import type { SeatId } from '../vocabulary/index.ts';

/** What every forum has; its rule may ask for numbers of its own beside these. */
export type Forum = {
  readonly id: string;
  /** kind of the rule by which it decides */
  readonly rule: string;
  readonly members: readonly SeatId[];
  /** where texts are about sustainability only, a member can object to one with a clause of security */
  readonly framing: 'any' | 'sustainability';
};

/** Whether a text says more than a forum may deal with: security, where only sustainability is. */
export const isBeyondMandate = ({ framing }: Pick<Forum, 'framing'>, text: Package): boolean =>
  framing === 'sustainability' && articlesOf(text).some(({ clause }) => clauses[clause].framing === 'security');
