/** A catalogue that a seat gave to others; masked, its secret objects were left out. */
import type { SeatId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type DataSharing = FactHead & {
  readonly kind: 'data-sharing';
  readonly to: readonly SeatId[];
  readonly masked: boolean;
};

export const dataSharing: FactRule<DataSharing> = { kind: 'data-sharing', told: {} };
