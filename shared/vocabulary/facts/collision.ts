/** Two objects that hit each other. */
import type { IncidentId, ObjectId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Collision = FactHead & {
  readonly kind: 'collision';
  readonly incident: IncidentId;
  readonly objects: readonly [ObjectId, ObjectId];
  readonly speedKms: number;
  readonly energyJPerG: number;
  readonly tracked: number;
  readonly altitudeKm: number;
};

export const collision: FactRule<Collision> = {
  kind: 'collision',
  told: {},
  takesAway: ({ objects }, object) => objects.includes(object),
  truth: (fact, incident) => (fact.incident === incident ? { cause: 'impact', by: null } : null),
};
