/** Decay and drift of single orbits against published tables. */
import { densityProfile } from '../../shared/orbits/atmosphere.ts';
import { airDrag, lifetimeYears, meanRadiusUnderOrbitKm } from '../../shared/orbits/decay.ts';
import { EARTH_RADIUS_KM, SECONDS_PER_DAY } from '../../shared/orbits/elements.ts';
import { secularRates } from '../../shared/orbits/secular.ts';
import { type Line, near, within } from './line.ts';

const SOURCE = 'averaged drag with NRLMSISE-00 global means, computed apart from this engine';
const DEGREE = Math.PI / 180;
const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
const FLUXES = [70, 130, 200] as const;

/** Circular, A/M 0.01 m2/kg, Cd 2.2, air at rest: altitude (km above the mean radius), km a year at each of FLUXES. */
const RATES = [
  [400, 27, 111, 268],
  [550, 1.42, 9.5, 32.5],
  [600, 0.66, 4.6, 17],
  [800, 0.11, 0.42, 1.73],
  [1000, 0.044, 0.11, 0.32],
] as const;

/** Circular, 53 deg, Cd 2.2: altitude (km), A/M (m2/kg), years at each of FLUXES. */
const LIFETIMES = [
  [300, 0.005, 0.3, 0.14, 0.08],
  [400, 0.01, 1.95, 0.57, 0.26],
  [450, 0.005, 12, 2.9, 1.2],
  [500, 0.01, 17, 3.5, 1.3],
  [550, 0.01, 46, 7.9, 2.6],
  [550, 0.1, 4.6, 0.79, 0.26],
  [600, 0.02, 55, 8.6, 2.6],
  [700, 0.1, 44, 7.2, 1.9],
  [800, 0.1, 120, 25, 6],
] as const;

/** Altitude (km), inclination (deg), drift of node and of perigee (deg/day). */
const DRIFTS = [
  [550, 53, -4.489, 3.024],
  [780, 86.4, -0.418, -3.261],
  [800, 98.6, 0.985, -2.926],
  [850, 98.7, 0.973, -2.848],
] as const;

export function dragLines(): Line[] {
  const polar = Math.PI / 2;
  const lift = meanRadiusUnderOrbitKm(polar) - EARTH_RADIUS_KM;
  const rates = RATES.flatMap(([altitudeKm, ...published]) =>
    FLUXES.map((flux, k) => {
      const h = altitudeKm + lift;
      const { perigeeKmS, apogeeKmS } = airDrag(h, h, polar, 0.01, densityProfile(flux));
      return within(0.03, {
        quantity: `decay at ${altitudeKm} km, F10.7 ${flux}, km/year`,
        published: published[k]!,
        ours: (-(perigeeKmS + apogeeKmS) / 2) * SECONDS_PER_YEAR,
        source: SOURCE,
      });
    }),
  );
  const lifetimes = LIFETIMES.flatMap(([altitudeKm, areaToMass, ...published]) =>
    FLUXES.map((flux, k) =>
      within(0.1, {
        quantity: `lifetime from ${altitudeKm} km, A/M ${areaToMass}, F10.7 ${flux}, years`,
        published: published[k]!,
        ours: lifetimeYears(altitudeKm, altitudeKm, 53 * DEGREE, areaToMass, () => flux, 500),
        source: SOURCE,
      }),
    ),
  );
  const drifts = DRIFTS.flatMap(([altitudeKm, inclinationDeg, node, perigee]) => {
    const perDay = SECONDS_PER_DAY / DEGREE;
    const found = secularRates(EARTH_RADIUS_KM + altitudeKm, 0, inclinationDeg * DEGREE);
    const quantity = `J2 at ${altitudeKm} km, ${inclinationDeg} deg, deg/day`;
    const source = 'first-order J2 theory (Brouwer 1959)';
    return [
      near(5.5e-4, { quantity: `${quantity}: node`, published: node, ours: found.raanRadS * perDay, source }),
      near(5.5e-4, {
        quantity: `${quantity}: perigee`,
        published: perigee,
        ours: found.argPerigeeRadS * perDay,
        source,
      }),
    ];
  });
  return [...rates, ...lifetimes, ...drifts];
}
