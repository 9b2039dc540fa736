/** The text on the table: dials with closed lists of values, and the package of values that makes an instrument. */
import type { SeatId } from './ids.ts';

export const ROADS = ['open', 'copuos'] as const;
export type Road = (typeof ROADS)[number];

/**
 * Values of every dial of a text. Clause dials: `null` is "no clause". The numbers are the clause's parameter.
 * `lead`: the seat that holds the pen. `fund`: whether the text carries the clean-up fund.
 */
export type Package = {
  /** destructive tests forbidden above this altitude; 0: at any altitude */
  readonly N01: 0 | 300 | 500 | null;
  /** leave low orbit within so many years after the mission */
  readonly N06: 5 | 10 | null;
  /** register within so many days */
  readonly N10: 30 | 90 | null;
  /** tracking data pool open to */
  readonly N17: 'members' | 'all' | null;
  readonly lead: SeatId;
  readonly road: Road;
};
export const CLAUSE_DIALS = ['N01', 'N06', 'N10', 'N17'] as const;
export type ClauseDial = (typeof CLAUSE_DIALS)[number];
export const DIALS = [...CLAUSE_DIALS, 'lead', 'road'] as const;
export type Dial = (typeof DIALS)[number];
export type DialValue = Package[Dial];

/** A condition on signing; monotone only: more signers never make it false. */
export type Condition =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'with'; readonly seats: readonly SeatId[] };
