/**
 * Which bodies may meet in a step of half a minute? Bodies are sorted by their direction from Earth's centre (directions.ts), in
 * bands as wide as two of them can turn towards each other in half a step, and compared with those of their own and the
 * neighbouring bands that are near: first by radius, then by the distance of their chords over the step. A small fleet is looked
 * at body by body instead, each with all that are near: its pairs are few among all.
 */

import { EARTH_RADIUS_KM, MU_KM3_S2 } from '../table/elements.ts';
import { kernelMemory, kernelOn } from '../table/web-assembly.ts';
import { directionsFor, SINES } from './directions.ts';
import { KERNEL_BYTES } from './nearby-kernel/bytes.ts';

/** Length of a step, s. */
export const STEP_SECONDS = 30;
/**
 * Turn about Earth's centre for which bands are made, rad/s: that of a circular orbit at 350 km. Bodies that turn
 * faster in a step (low ones, transfer orbits at perigee, at most 1.6e-3) look twice as far.
 */
const BAND_TURN_RAD_S = 1.145e-3;
/** Bands are a little wider than two such turns of half a step: singles are rounded. */
const BAND_MARGIN = 1.02;
const FASTEST2 = (BAND_TURN_RAD_S * STEP_SECONDS) ** 2;

/** A fleet of fewer than this share of all is looked at body by body. */
const SMALL_FLEET = 1 / 8;

/** What the kernel does with a grid, whose address it is given. */
type Kernel = {
  /** finds the column of each body, and where columns start */
  readonly sort: (grid: number, start: number, end: number) => void;
  /** puts each body at its place by column; how many are single */
  readonly place: (grid: number, start: number, end: number, fastest2: number) => number;
  readonly compareBands: (grid: number) => void;
  readonly compareSingles: (grid: number, count: number) => void;
};

type Found = (i: number, j: number) => void;

/** Bodies of one search, in the kernel's memory. */
export type Grid = {
  /** x, y, z and distance from Earth's centre of each body at the ends of the steps, km, NaN for one that is not there: the caller's to set */
  readonly places: readonly Float32Array[];
  /** by how much a body's chord may be off besides, km: the caller's to set before each step */
  readonly doubtKm: Float32Array;
  /** calls back for pairs of near directions whose chords come within `closeKm` at one instant from places[step] to places[step + 1] */
  readonly forClosePairs: (step: number, found: Found) => void;
};

/** Words of the kernel's Grid after its first number. */
const HEADER_WORDS = 23;
/** How far memory is read beyond the last place. */
const SPARE = 4;

/** Room in a memory, piece after piece, sixteen bytes apart. */
function rooms(): { readonly take: (bytes: number) => number; readonly bytes: () => number } {
  let end = 0;
  return {
    take: (bytes) => {
      const at = end;
      end += 16 * Math.ceil(bytes / 16);
      return at;
    },
    bytes: () => end,
  };
}

/** A grid for bodies with these perigee radii (km) and eccentricities, so many steps, and pairs closer than `closeKm`. */
export async function gridFor(
  perigeeKm: ArrayLike<number>,
  eccentricity: ArrayLike<number>,
  steps: number,
  closeKm: number,
  fleet: Uint8Array | null,
  apart = false,
): Promise<Grid> {
  const n = eccentricity.length;
  const members = fleet?.reduce((sum, one) => sum + one, 0) ?? n;
  const lowestKm = EARTH_RADIUS_KM + 50;
  const directions = directionsFor(BAND_MARGIN * BAND_TURN_RAD_S * STEP_SECONDS + closeKm / lowestKm);
  const { bands, columnCount } = directions;
  const { take, bytes } = rooms();
  const header = take(8 + 4 * HEADER_WORDS);
  // In the order of the kernel's Grid.
  const at = {
    fleet: take(n),
    slack: take(4 * n),
    doubt: take(4 * n),
    column: take(4 * n),
    order: take(4 * n),
    middle: take(4 * (n + SPARE)),
    reach: take(4 * (n + SPARE)),
    chords: take(32 * n),
    flags: take(n),
    single: take(4 * n),
    starts: take(4 * (columnCount + 2)),
    columns: take(4 * bands),
    firstColumn: take(4 * bands),
    near: take(8 * bands),
    far: take(8 * bands),
    bandBySine: take(SINES),
  };
  const scratch = take(32);
  const placesAt = Array.from({ length: steps + 1 }, () => take(16 * (n + SPARE)));
  const memory = kernelMemory(bytes());
  const { buffer } = memory;
  new Float64Array(buffer, header, 1)[0] = closeKm;
  const wanted = fleet === null ? 0b111 : apart ? 0b010 : 0b110;
  const small = members < SMALL_FLEET * n;
  new Uint32Array(buffer, header + 8, HEADER_WORDS).set([
    n,
    bands,
    wanted,
    small ? 1 : 0,
    ...Object.values(at),
    SINES,
    columnCount,
    scratch,
  ]);
  if (fleet !== null) new Uint8Array(buffer, at.fleet, n).set(fleet);
  // |r''| of a Kepler orbit is at most e mu / r^2; a hundredth more for J2.
  const bend = (MU_KM3_S2 * STEP_SECONDS * STEP_SECONDS) / 8;
  const slackKm = new Float32Array(buffer, at.slack, n);
  for (let i = 0; i < n; i++)
    slackKm[i] =
      closeKm / 2 + (bend * (eccentricity[i]! + 0.01)) / Math.max(lowestKm, perigeeKm[i]! - PERIGEE_SWING_KM) ** 2;
  new Int32Array(buffer, at.columns, bands).set(directions.columns);
  new Int32Array(buffer, at.firstColumn, bands).set(directions.firstColumn);
  new Float64Array(buffer, at.near, bands).set(directions.near);
  new Float64Array(buffer, at.far, bands).set(directions.far);
  new Uint8Array(buffer, at.bandBySine, SINES).set(directions.bandBySine);
  const places = placesAt.map((address) => new Float32Array(buffer, address, 4 * n));
  let toFound: Found = () => {};
  const kernel = await kernelOn<Kernel>(KERNEL_BYTES, memory, { found: (i: number, j: number) => toFound(i, j) });
  return {
    places,
    doubtKm: new Float32Array(buffer, at.doubt, n),
    forClosePairs: (step, found) => {
      toFound = found;
      kernel.sort(header, placesAt[step]!, placesAt[step + 1]!);
      const singles = kernel.place(header, placesAt[step]!, placesAt[step + 1]!, FASTEST2);
      if (!small) kernel.compareBands(header);
      kernel.compareSingles(header, singles);
    },
  };
}
/** A body may be this much lower than its mean perigee, km. */
const PERIGEE_SWING_KM = 60;
