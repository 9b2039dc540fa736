/** The conditions under which a seat puts its name to a text. */
import type { SeatId } from './ids.ts';

/** A condition on signing; monotone only: more signers never make it false. */
export type Condition =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'with'; readonly seats: readonly SeatId[] };
