/** Roads that a text can go to adoption, and the conditions under which a seat puts its name to it. */
import type { SeatId } from './ids.ts';

export const ROADS = ['open', 'copuos'] as const;
export type Road = (typeof ROADS)[number];

/** A condition on signing; monotone only: more signers never make it false. */
export type Condition =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'with'; readonly seats: readonly SeatId[] };
