/** A launch: one or more batches that a seat has put into one of its shells. */
import type { ObjectId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Launch = FactHead & {
  readonly kind: 'launch';
  readonly objects: readonly ObjectId[];
  readonly batches: number;
  readonly altitudeKm: number;
  readonly registered: boolean;
  readonly notified: boolean;
  readonly passivated: boolean;
};

export const launch: FactRule<Launch> = { kind: 'launch', told: {} };
