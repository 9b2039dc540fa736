/** A missile that passed its target, or found none, and broke nothing. */
import type { ObjectId } from '../ids.ts';
import type { FactHead, FactRule, StrikeBand } from './fact.ts';

type InterceptTest = FactHead & {
  readonly kind: 'intercept-test';
  readonly band: StrikeBand;
  readonly altitudeKm: number;
  readonly target: ObjectId;
};

export const interceptTest: FactRule<InterceptTest> = { kind: 'intercept-test', told: {} };
