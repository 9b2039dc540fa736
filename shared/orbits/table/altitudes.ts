/** Altitude shells: where in low orbit an object spends its time, and how many share the space there. */
import { EARTH_RADIUS_KM } from './elements.ts';
import type { Population } from './population.ts';

/** Shells of 50 km from 150 to 2,050 km above the equatorial radius. */
export const SHELL_FLOOR_KM = 150;
export const SHELL_STEP_KM = 50;
export const SHELL_COUNT = 38;
export const SHELL_TOP_KM = SHELL_FLOOR_KM + SHELL_STEP_KM * SHELL_COUNT;

/** Lower edge of a shell, km. */
export const shellFloorKm = (shell: number): number => SHELL_FLOOR_KM + SHELL_STEP_KM * shell;

/** Shell of an altitude, or -1 outside all. */
export function shellOf(altitudeKm: number): number {
  const shell = Math.floor((altitudeKm - SHELL_FLOOR_KM) / SHELL_STEP_KM);
  return shell >= 0 && shell < SHELL_COUNT ? shell : -1;
}

/** Volume of each shell, km^3: 4/3 pi (r2^3 - r1^3). */
export const SHELL_VOLUMES_KM3: Float64Array = Float64Array.from({ length: SHELL_COUNT }, (_, k) => {
  const low = EARTH_RADIUS_KM + shellFloorKm(k);
  return (4 / 3) * Math.PI * ((low + SHELL_STEP_KM) ** 3 - low ** 3);
});

/** Share of a revolution below radius r: M / pi at cos E = (1 - r / a) / e, M = E - e sin E. */
function shareBelow(radiusKm: number, semiMajorAxisKm: number, eccentricity: number): number {
  const cosE = (1 - radiusKm / semiMajorAxisKm) / eccentricity;
  if (cosE >= 1) return 0;
  if (cosE <= -1) return 1;
  return (Math.acos(cosE) - eccentricity * Math.sqrt(1 - cosE * cosE)) / Math.PI;
}

/**
 * Shares of its time that an orbit spends in each shell, added to `out[offset + shell]` times `weight`. Returns nothing;
 * what is spent outside all shells is not counted.
 */
export function addResidence(
  out: Float64Array,
  offset: number,
  semiMajorAxisKm: number,
  eccentricity: number,
  weight: number,
): void {
  const perigee = semiMajorAxisKm * (1 - eccentricity) - EARTH_RADIUS_KM - SHELL_FLOOR_KM;
  const apogee = semiMajorAxisKm * (1 + eccentricity) - EARTH_RADIUS_KM - SHELL_FLOOR_KM;
  const first = Math.max(0, Math.floor(perigee / SHELL_STEP_KM));
  const last = Math.min(SHELL_COUNT - 1, Math.floor(apogee / SHELL_STEP_KM));
  if (first > last) return;
  if (first === last && perigee >= 0 && apogee < SHELL_TOP_KM - SHELL_FLOOR_KM) {
    out[offset + first] = out[offset + first]! + weight;
    return;
  }
  let below = perigee >= 0 ? 0 : shareBelow(EARTH_RADIUS_KM + SHELL_FLOOR_KM, semiMajorAxisKm, eccentricity);
  for (let shell = first; shell <= last; shell++) {
    const upTo = shareBelow(EARTH_RADIUS_KM + shellFloorKm(shell + 1), semiMajorAxisKm, eccentricity);
    out[offset + shell] = out[offset + shell]! + weight * (upTo - below);
    below = upTo;
  }
}

/**
 * Time-weighted number of objects in each shell by class: out[class * SHELL_COUNT + shell]. `classOf` gives a row's class from 0 to
 * `classes` - 1, or -1 for rows that are not counted.
 */
export function shellCountsBy(sky: Population, classes: number, classOf: (row: number) => number): Float64Array {
  const out = new Float64Array(classes * SHELL_COUNT);
  for (let i = 0; i < sky.count; i++) {
    const c = classOf(i);
    if (c >= 0) addResidence(out, c * SHELL_COUNT, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]!);
  }
  return out;
}

/** Time-weighted number of objects in each shell. */
export const shellCounts = (sky: Population): Float64Array => shellCountsBy(sky, 1, () => 0);

/** Objects per km^3 of each shell: counts over volumes. */
export const shellDensities = (sky: Population): Float64Array =>
  shellCounts(sky).map((count, shell) => count / SHELL_VOLUMES_KM3[shell]!);
