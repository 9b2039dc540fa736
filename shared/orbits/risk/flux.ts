/**
 * Flux on a body in a circular orbit, by shell, size and direction: how many objects a year pass through a square metre of what
 * they see of it.
 *
 * D. J. Kessler, "Derivation of the collision probability between orbiting objects", Icarus 48, 1981: objects are spread evenly over
 * node and argument of perigee, so that in a shell each has a density by latitude, and at a latitude one of two headings, north or
 * south. F = sum over objects and latitudes of share of the body's time there x density x relative speed. Latitudes go in bands, by
 * which the poles of the density at an orbit's highest latitude are no poles here.
 */
import { addResidence, SHELL_COUNT, SHELL_STEP_KM, SHELL_VOLUMES_KM3, shellFloorKm } from '../table/altitudes.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2, SECONDS_PER_DAY } from '../table/elements.ts';
import { DEBRIS, type Population } from '../table/population.ts';
import { smallPiecesOf } from './small-pieces.ts';

/** Least sizes, m: pieces of 1 cm and more (estimated), all that is tracked, and what is as large as that by its length. */
export const FLUX_SIZES_M = [0.01, 0.1, 0.3, 1, 3] as const;
/** Directions: degrees off the direction of flight, to either side; orbits being spread evenly, left and right have the same. */
export const DIRECTION_STEP_DEG = 15;
export const DIRECTION_COUNT = 180 / DIRECTION_STEP_DEG;

const BAND_COUNT = 45;
const BAND_RAD = Math.PI / 2 / BAND_COUNT;
/** Shares of a sphere between two latitudes of a band, north and south together. */
const BAND_AREAS = Float64Array.from(
  { length: BAND_COUNT },
  (_, b) => Math.sin((b + 1) * BAND_RAD) - Math.sin(b * BAND_RAD),
);
const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;

/** Highest latitude of an orbit, rad. */
const highest = (inclinationRad: number): number => Math.min(inclinationRad, Math.PI - inclinationRad);

/** Shares of its time that a circular orbit spends in each band of latitude, sin b = sin i sin u. */
function bandShares(inclinationRad: number, out: Float64Array): void {
  const most = Math.sin(highest(inclinationRad));
  let below = 0;
  for (let b = 0; b < BAND_COUNT; b++) {
    const sine = Math.sin((b + 1) * BAND_RAD);
    const upTo = sine >= most ? 1 : (2 / Math.PI) * Math.asin(sine / most);
    out[b] = upTo - below;
    below = upTo;
  }
}

/** Heading from north, rad, of an orbit that goes north at a latitude: sin A = cos i / cos b. */
const heading = (inclinationRad: number, latitudeRad: number): number =>
  Math.asin(Math.max(-1, Math.min(1, Math.cos(inclinationRad) / Math.cos(latitudeRad))));

export type FluxLine = {
  readonly shell: number;
  /** place in FLUX_SIZES_M */
  readonly size: number;
  /** place of the direction: from 0 (ahead) up */
  readonly direction: number;
  readonly perM2Yr: number;
  /** mean speed of what passes, km/s; 0 where nothing does */
  readonly speedKms: number;
};

/** Sums of flux and of flux times speed, by class, shell and direction. */
type Sums = { readonly flux: Float64Array; readonly flow: Float64Array };
const sumsOf = (classes: number): Sums => ({
  flux: new Float64Array(classes * SHELL_COUNT * DIRECTION_COUNT),
  flow: new Float64Array(classes * SHELL_COUNT * DIRECTION_COUNT),
});
const placeOf = (shell: number, direction: number): number => shell * DIRECTION_COUNT + direction;
const CLASS_LENGTH = SHELL_COUNT * DIRECTION_COUNT;

/** The flux on a body of an inclination in each shell, by least size and direction; all lines, those without flux too. */
export function fluxLines(sky: Population, inclinationRad: number): FluxLine[] {
  const tracked = sumsOf(FLUX_SIZES_M.length);
  const pieces = sumsOf(1);
  const piecesIn = new Float64Array(SHELL_COUNT);
  const shares = new Float64Array(SHELL_COUNT);
  const own = new Float64Array(BAND_COUNT);
  const other = new Float64Array(BAND_COUNT);
  bandShares(inclinationRad, own);
  for (let i = 0; i < sky.count; i++) {
    shares.fill(0);
    addResidence(shares, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]!);
    const size = FLUX_SIZES_M.findLastIndex((least, n) => n === 1 || (n > 1 && sky.sizeM[i]! >= least));
    const isPiece = sky.kind[i] === DEBRIS;
    bandShares(sky.inclinationRad[i]!, other);
    for (let shell = 0; shell < SHELL_COUNT; shell++) {
      if (shares[shell] === 0) continue;
      if (isPiece) piecesIn[shell] = piecesIn[shell]! + shares[shell]!;
      const offset = size * CLASS_LENGTH;
      addObject(sky, i, shell, shares[shell]!, inclinationRad, own, other, (direction, perM2Yr, speedKms) => {
        const at = placeOf(shell, direction);
        tracked.flux[offset + at] = tracked.flux[offset + at]! + perM2Yr;
        tracked.flow[offset + at] = tracked.flow[offset + at]! + perM2Yr * speedKms;
        if (!isPiece) return;
        pieces.flux[at] = pieces.flux[at]! + perM2Yr;
        pieces.flow[at] = pieces.flow[at]! + perM2Yr * speedKms;
      });
    }
  }
  // Pieces that nobody tracks fly as those of their shell that are tracked.
  const small = smallPiecesOf(sky);
  for (let shell = 0; shell < SHELL_COUNT; shell++)
    for (let direction = 0; direction < DIRECTION_COUNT && piecesIn[shell]! > 0; direction++) {
      const at = placeOf(shell, direction);
      tracked.flux[at] = (pieces.flux[at]! * small[shell]!) / piecesIn[shell]!;
      tracked.flow[at] = (pieces.flow[at]! * small[shell]!) / piecesIn[shell]!;
    }
  return cumulated(tracked);
}

/** What one object in one shell adds, told by direction. */
function addObject(
  sky: Population,
  i: number,
  shell: number,
  share: number,
  inclinationRad: number,
  own: Float64Array,
  other: Float64Array,
  add: (direction: number, perM2Yr: number, speedKms: number) => void,
): void {
  const a = sky.semiMajorAxisKm[i]!;
  const e = sky.eccentricity[i]!;
  const its = sky.inclinationRad[i]!;
  const middle = EARTH_RADIUS_KM + shellFloorKm(shell) + SHELL_STEP_KM / 2;
  const r = Math.min(Math.max(middle, a * (1 - e)), a * (1 + e));
  const bodyKms = Math.sqrt(MU_KM3_S2 / r);
  // Along the horizon by the angular momentum, up or down by what is left of the energy.
  const levelKms = Math.sqrt(MU_KM3_S2 * a * (1 - e * e)) / r;
  const upward2 = Math.max(0, MU_KM3_S2 * (2 / r - 1 / a) - levelKms * levelKms);
  const reach = Math.min(highest(inclinationRad), highest(its));
  for (let b = 0; b < BAND_COUNT; b++) {
    if (own[b] === 0 || other[b] === 0) continue;
    const latitude = Math.min((b + 0.5) * BAND_RAD, reach);
    const bodyHeading = heading(inclinationRad, latitude);
    const itsHeading = heading(its, latitude);
    const perKm3 = (share * other[b]!) / (BAND_AREAS[b]! * SHELL_VOLUMES_KM3[shell]!);
    for (const turn of [itsHeading - bodyHeading, Math.PI - itsHeading - bodyHeading]) {
      const along = bodyKms - levelKms * Math.cos(turn);
      const across = levelKms * Math.sin(turn);
      const speedKms = Math.sqrt(along * along + across * across + upward2);
      const offDeg = (Math.abs(Math.atan2(across, along)) * 180) / Math.PI;
      const direction = Math.min(DIRECTION_COUNT - 1, Math.floor(offDeg / DIRECTION_STEP_DEG));
      add(direction, 0.5 * own[b]! * perKm3 * speedKms * SECONDS_PER_YEAR * 1e-6, speedKms);
    }
  }
}

/** Lines of each size and more. */
function cumulated({ flux, flow }: Sums): FluxLine[] {
  const lines: FluxLine[] = [];
  for (let shell = 0; shell < SHELL_COUNT; shell++)
    for (let size = 0; size < FLUX_SIZES_M.length; size++)
      for (let direction = 0; direction < DIRECTION_COUNT; direction++) {
        let perM2Yr = 0;
        let flowed = 0;
        for (let n = size; n < FLUX_SIZES_M.length; n++) {
          perM2Yr += flux[n * CLASS_LENGTH + placeOf(shell, direction)]!;
          flowed += flow[n * CLASS_LENGTH + placeOf(shell, direction)]!;
        }
        lines.push({ shell, size, direction, perM2Yr, speedKms: perM2Yr > 0 ? flowed / perM2Yr : 0 });
      }
  return lines;
}
