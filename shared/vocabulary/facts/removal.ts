/** Listed stages that the clean-up fund has had brought down; `contractor` null: by a firm. */
import type { ObjectId, SeatId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Removal = FactHead & {
  readonly kind: 'removal';
  readonly objects: readonly ObjectId[];
  readonly contractor: SeatId | null;
};

export const removal: FactRule<Removal> = {
  kind: 'removal',
  told: {},
  takesAway: ({ objects }, object) => objects.includes(object),
};
