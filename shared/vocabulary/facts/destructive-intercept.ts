/** A missile that broke its target; `tracked`: pieces in the public catalogue. */
import type { IncidentId, ObjectId } from '../ids.ts';
import type { FactHead, FactRule, StrikeBand } from './fact.ts';

type DestructiveIntercept = FactHead & {
  readonly kind: 'destructive-intercept';
  readonly band: StrikeBand;
  readonly altitudeKm: number;
  readonly target: ObjectId;
  readonly incident: IncidentId;
  readonly tracked: number;
};

export const destructiveIntercept: FactRule<DestructiveIntercept> = {
  kind: 'destructive-intercept',
  told: {},
  takesAway: ({ target }, object) => target === object,
  truth: (fact, incident) => (fact.incident === incident ? { cause: 'intercept', by: fact.actor } : null),
};
