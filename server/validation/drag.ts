/** Decay and drift of single orbits against published tables. */
import { densityProfile } from '../../shared/orbits/motion/atmosphere.ts';
import { airDrag, lifetimeYears, meanRadiusUnderOrbitKm } from '../../shared/orbits/motion/decay.ts';
import { secularRates } from '../../shared/orbits/motion/secular.ts';
import { EARTH_RADIUS_KM, SECONDS_PER_DAY } from '../../shared/orbits/table/elements.ts';
import { allWithin, type Line, near, within } from './line.ts';

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

/** Lifetimes longer than this are not in the table, years. */
const LONGEST_YEARS = 300;
const AREAS_TO_MASS = [0.005, 0.01, 0.02, 0.1] as const;
type Years = readonly [number, number, number];
const NONE = Number.POSITIVE_INFINITY;
/** Circular, 53 deg, Cd 2.2: altitude (km), then for each of AREAS_TO_MASS (m2/kg) years at each of FLUXES. */
const LIFETIMES: readonly (readonly [number, Years, Years, Years, Years])[] = [
  [300, [0.3, 0.14, 0.08], [0.15, 0.07, 0.04], [0.07, 0.03, 0.02], [0.01, 0.01, 0]],
  [400, [3.9, 1.1, 0.53], [1.95, 0.57, 0.26], [0.97, 0.29, 0.13], [0.19, 0.06, 0.03]],
  [450, [12, 2.9, 1.2], [6, 1.45, 0.6], [3, 0.72, 0.3], [0.6, 0.14, 0.06]],
  [500, [35, 6.9, 2.6], [17, 3.5, 1.3], [8.7, 1.7, 0.64], [1.7, 0.35, 0.13]],
  [550, [92, 16, 5.2], [46, 7.9, 2.6], [23, 3.9, 1.3], [4.6, 0.79, 0.26]],
  [600, [219, 34, 10], [109, 17, 5.2], [55, 8.6, 2.6], [11, 1.7, 0.52]],
  [650, [NONE, 72, 20], [233, 36, 10], [117, 18, 5], [23, 3.6, 1]],
  [700, [NONE, 145, 37], [NONE, 72, 19], [221, 36, 9.3], [44, 7.2, 1.9]],
  [750, [NONE, 275, 68], [NONE, 137, 34], [NONE, 69, 17], [76, 14, 3.4]],
  [800, [NONE, NONE, 121], [NONE, 247, 60], [NONE, 123, 30], [120, 25, 6]],
  [900, [NONE, NONE, NONE], [NONE, NONE, 173], [NONE, NONE, 86], [253, 66, 17]],
  [1000, [NONE, NONE, NONE], [NONE, NONE, NONE], [NONE, NONE, 214], [NONE, 144, 43]],
];

/** The same at A/M 0.01 through a cycle of 70-150 sfu: altitude (km), years from the Sun's minimum and from its maximum on. */
const CYCLE_LIFETIMES = [
  [300, 0.15, 0.06],
  [400, 1.7, 0.45],
  [450, 3.3, 1.1],
  [500, 5.2, 3.3],
  [550, 10, 11],
  [600, 25, 23],
] as const;

/** Altitude (km), inclination (deg), drift of node and of perigee (deg/day). */
const DRIFTS = [
  [550, 53, -4.489, 3.024],
  [780, 86.4, -0.418, -3.261],
  [800, 98.6, 0.985, -2.926],
  [850, 98.7, 0.973, -2.848],
] as const;

/** The density table itself, which the figures were computed with: not the flux as the engine reads it, no season. */
const profiles = new Map<number, Float64Array>();
function tableAir(flux: number): Float64Array {
  const profile = profiles.get(flux) ?? densityProfile(flux);
  profiles.set(flux, profile);
  return profile;
}

/** The lines of the comparison on decay by drag. */
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
  const years = (altitudeKm: number, areaToMass: number, f107: (month: number) => number): number => {
    const air = (month: number): Float64Array => tableAir(f107(month));
    const found = lifetimeYears(altitudeKm, altitudeKm, 53 * DEGREE, areaToMass, air, LONGEST_YEARS);
    return found < LONGEST_YEARS ? found : NONE;
  };
  const lifetimes = LIFETIMES.flatMap(([altitudeKm, ...published]) =>
    AREAS_TO_MASS.map((areaToMass, k) =>
      allWithin(0.1, {
        quantity: `lifetime from ${altitudeKm} km, A/M ${areaToMass}, F10.7 ${FLUXES.join(' / ')}, years`,
        published: published[k]!,
        ours: FLUXES.map((flux) => years(altitudeKm, areaToMass, () => flux)),
        source: SOURCE,
      }),
    ),
  );
  const cycle = (quarter: number) => (month: number) =>
    70 + 80 * Math.sin((Math.PI * month) / 12 / 11 + (quarter * Math.PI) / 2) ** 2;
  const throughCycles = CYCLE_LIFETIMES.map(([altitudeKm, ...published]) =>
    allWithin(0.1, {
      quantity: `lifetime from ${altitudeKm} km, A/M 0.01, cycle of 70-150 sfu from minimum / maximum, years`,
      published,
      ours: [0, 1].map((quarter) => years(altitudeKm, 0.01, cycle(quarter))),
      source: SOURCE,
    }),
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
  return [...rates, ...lifetimes, ...throughCycles, ...drifts];
}
