/** A stage that a launch has left in orbit; `altitudeKm`: of its perigee. */
import type { ObjectId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type RocketBodyLeft = FactHead & {
  readonly kind: 'rocket-body-left';
  readonly object: ObjectId;
  readonly altitudeKm: number;
  readonly passivated: boolean;
};

export const rocketBodyLeft: FactRule<RocketBodyLeft> = { kind: 'rocket-body-left' };
