/**
 * Secular drift of the angles by Earth's oblateness (J2), first order.
 *
 * With p = a (1 - e^2), n = sqrt(mu / a^3) and k = 0.75 n J2 (Re / p)^2 (Brouwer 1959; Vallado, chapter 9):
 *   node     -2 k cos i
 *   perigee   k (5 cos^2 i - 1)
 *   anomaly   n + k sqrt(1 - e^2) (3 cos^2 i - 1)
 */
import { EARTH_RADIUS_KM, J2, MU_KM3_S2, SECONDS_PER_DAY, TWO_PI } from '../table/elements.ts';
import type { Population } from '../table/population.ts';

/** Angular rates, rad/s. */
export type SecularRates = { raanRadS: number; argPerigeeRadS: number; meanAnomalyRadS: number };

/** The J2 rates of a mean orbit. */
export function secularRates(semiMajorAxisKm: number, eccentricity: number, inclinationRad: number): SecularRates {
  const n = Math.sqrt(MU_KM3_S2 / semiMajorAxisKm) / semiMajorAxisKm;
  const oneLessE2 = 1 - eccentricity * eccentricity;
  const ratio = EARTH_RADIUS_KM / (semiMajorAxisKm * oneLessE2);
  const k = 0.75 * n * J2 * ratio * ratio;
  const cosI = Math.cos(inclinationRad);
  return {
    raanRadS: -2 * k * cosI,
    argPerigeeRadS: k * (5 * cosI * cosI - 1),
    meanAnomalyRadS: n + k * Math.sqrt(oneLessE2) * (3 * cosI * cosI - 1),
  };
}

/**
 * Moves node, perigee and mean anomaly of the rows [from, to) on by `days` (negative: back), in place, without allocation.
 * `draft` must not be shared yet.
 */
export function driftAngles(draft: Population, days: number, from = 0, to = draft.count): void {
  const { semiMajorAxisKm, eccentricity, inclinationRad, raanRad, argPerigeeRad, meanAnomalyRad } = draft;
  const seconds = days * SECONDS_PER_DAY;
  for (let i = from; i < to; i++) {
    // The formulas of `secularRates`, written out: this runs for every object of every month.
    const a = semiMajorAxisKm[i]!;
    const e = eccentricity[i]!;
    const n = Math.sqrt(MU_KM3_S2 / a) / a;
    const oneLessE2 = 1 - e * e;
    const ratio = EARTH_RADIUS_KM / (a * oneLessE2);
    const turn = n * seconds;
    const k = 0.75 * turn * J2 * ratio * ratio;
    const cosI = Math.cos(inclinationRad[i]!);
    const raan = raanRad[i]! - 2 * k * cosI;
    const perigee = argPerigeeRad[i]! + k * (5 * cosI * cosI - 1);
    const anomaly = meanAnomalyRad[i]! + turn + k * Math.sqrt(oneLessE2) * (3 * cosI * cosI - 1);
    raanRad[i] = raan - TWO_PI * Math.floor(raan / TWO_PI);
    argPerigeeRad[i] = perigee - TWO_PI * Math.floor(perigee / TWO_PI);
    meanAnomalyRad[i] = anomaly - TWO_PI * Math.floor(anomaly / TWO_PI);
  }
}
