/** A catalogue that a seat gave to others; masked, its secret objects were left out. */
import type { SeatId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type DataSharing = FactHead & {
  readonly kind: 'data-sharing';
  readonly to: readonly SeatId[];
  readonly masked: boolean;
};

export const dataSharing: FactRule<DataSharing> = { kind: 'data-sharing', told: {} };

const isSharing = (fact: FactHead): fact is DataSharing => fact.kind === dataSharing.kind;

/** What a fact gave a seat of its actor's catalogue; null: nothing. */
export const dataGiven = (fact: FactHead, to: SeatId): 'whole' | 'masked' | null =>
  isSharing(fact) && fact.to.includes(to) ? (fact.masked ? 'masked' : 'whole') : null;
