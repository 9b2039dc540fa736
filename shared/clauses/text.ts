/** What a text says: the value of each of its clauses, who leads it, by which road it goes. */
import type { SeatId } from '../vocabulary/index.ts';
import type { ClauseValue } from './clause.ts';
import { CLAUSE_IDS, type ClauseId, type ValueOf } from './index.ts';

/** Values of a text. A clause that is null or absent is no part of it. `lead`: the seat that holds the pen; `road`: the forum it is before. */
export type Package = { readonly [C in ClauseId]?: ValueOf<C> | null } & {
  readonly lead: SeatId;
  readonly road: string;
};

/** What a scenario can leave open about a text; its menu says which of these, and between which values. */
export type Dial = ClauseId | 'lead' | 'road';
export type DialValue = ClauseValue | null;

export const DIALS: readonly Dial[] = [...CLAUSE_IDS, 'lead', 'road'];

/** What a text says on a dial; null: nothing. */
export const valueOn = (text: Package, dial: Dial): DialValue => text[dial] ?? null;
