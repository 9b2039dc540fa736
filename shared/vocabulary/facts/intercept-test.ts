/** A missile that passed its target, or found none, and broke nothing. */
import type { ObjectId } from '../ids.ts';
import { words } from '../words.ts';
import type { FactHead, FactRule, StrikeBand } from './fact.ts';

type InterceptTest = FactHead & {
  readonly kind: 'intercept-test';
  readonly band: StrikeBand;
  readonly altitudeKm: number;
  readonly target: ObjectId;
};

export const interceptTest: FactRule<InterceptTest> = {
  kind: 'intercept-test',
  told: {},
  traces: (fact) => [
    {
      as: 'passage',
      id: `fly-by.${fact.target}.${fact.month}`,
      words: words('news.fly-by', { seat: words(`seat.${fact.actor}`), altitudeKm: Math.round(fact.altitudeKm) }),
      symptom: 'flight',
    },
  ],
};
