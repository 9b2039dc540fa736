/**
 * How dense the air was when a sky's elements were made, over what the table says for that flux and season: read from bodies
 * whose area-to-mass ratio is known from how far they fell in the years since 2008 (reference-bodies.ts).
 *
 * Elements are fitted to a few days, and the air of a few days is not that of a month's mean: the same bodies read at single
 * instants have 0.6 to 1.5 of the ratio that their fall over years has. Divided by this factor, a whole sky is read right.
 */
import { REFERENCE_BODIES } from './reference-bodies.ts';

/** A body's published rate and the modelled one of A/M 1 (rev/day^2, halved), and its perigee (km). */
export type Reading = {
  readonly id: number;
  readonly perigeeKm: number;
  readonly published: number;
  readonly modelledOfUnit: number;
  readonly noise: number;
};

/** Altitudes of the factor, km: its logarithm is linear between them, constant above and falling to nothing at 150 km below. */
const KNOTS_KM = [500, 600, 700, 800, 900, 1000] as const;
const HALF_WIDTH_KM = 75;
const GROUND_KM = 150;
/** A reading counts where its rate stands out of the noise by this much. */
const CLEAR = 3;
/** Fewer bodies say less: the logarithm of their median is weighed as if so many others said nothing. */
const DOUBT = 4;

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Factor on the density by perigee altitude (km), and on how many bodies it rests; 1 where there are none. */
export function airOfTheDay(readings: readonly Reading[]): { factor: (perigeeKm: number) => number; bodies: number } {
  const logs: { perigeeKm: number; log: number }[] = [];
  for (const { id, perigeeKm, published, modelledOfUnit, noise } of readings) {
    const known = REFERENCE_BODIES.get(id);
    if (known === undefined || modelledOfUnit * known < CLEAR * noise || published <= 0) continue;
    logs.push({ perigeeKm, log: Math.log(published / (modelledOfUnit * known)) });
  }
  let last = 0;
  const knots = KNOTS_KM.map((knotKm) => {
    const near = logs.filter(({ perigeeKm }) => Math.abs(perigeeKm - knotKm) <= HALF_WIDTH_KM);
    // Where no body says anything, the knot below does; doubt draws towards it too.
    if (near.length > 0)
      last = (median(near.map(({ log }) => log)) * near.length + last * DOUBT) / (near.length + DOUBT);
    return last;
  });
  const factor = (perigeeKm: number): number => {
    const first = KNOTS_KM[0];
    if (perigeeKm <= first) return Math.exp((knots[0]! * Math.max(0, perigeeKm - GROUND_KM)) / (first - GROUND_KM));
    const at = Math.min((perigeeKm - first) / (KNOTS_KM[1] - first), KNOTS_KM.length - 1.001);
    const k = Math.floor(at);
    return Math.exp(knots[k]! + (at - k) * (knots[k + 1]! - knots[k]!));
  };
  return { factor, bodies: logs.length };
}
