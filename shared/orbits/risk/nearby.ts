/**
 * Which bodies may meet in a step of half a minute? Bodies are sorted by their direction from Earth's centre (directions.ts), in
 * bands as wide as two of them can turn towards each other in half a step, and compared with those of their own and the
 * neighbouring bands that are near: first by radius, then by the distance of their chords over the step. A small fleet is looked
 * at body by body instead, each with all that are near: its pairs are few among all.
 */

import { EARTH_RADIUS_KM, MU_KM3_S2 } from '../table/elements.ts';
import { type Directions, directionsFor, SINES, TURN, turnOf } from './directions.ts';

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

/** Numbers of a body's chord: x, y, z at its start and end, km. */
const CHORD = 6;

/** Working arrays for n bodies: by body, and in the order of columns. */
export type Grid = {
  readonly n: number;
  readonly closeKm: number;
  /** what a body's radius may leave its chord by, with half the distance asked for, km */
  readonly slackKm: Float32Array;
  /** by how much a body's chord may be off besides, km: the caller's to set before each step */
  readonly doubtKm: Float32Array;
  /** 1 for bodies of the fleet whose pairs are wanted; null for all pairs */
  readonly fleet: Uint8Array | null;
  /** pairs of two of the fleet are not wanted */
  readonly apart: boolean;
  /** whether the fleet is small */
  readonly small: boolean;
  readonly directions: Directions;
  /** by body, -1 for one that is not there */
  readonly column: Int32Array;
  /** first place of each column */
  readonly starts: Int32Array;
  readonly order: Int32Array;
  /** middle of the radius over the step, and half its range with the slack, km */
  readonly middle: Float64Array;
  readonly reach: Float64Array;
  /** places at the level of one of them, as they are found */
  readonly level: Int32Array;
  readonly chords: Float32Array;
  readonly inFleet: Uint8Array;
  /** places in the order of bodies that are looked at one by one: a small fleet, or those that turn faster than bands are made for */
  readonly single: Int32Array;
  readonly isSingle: Uint8Array;
  singleCount: number;
};

/** A grid for bodies with these perigee radii (km) and eccentricities, and pairs closer than `closeKm`. */
export function gridFor(
  perigeeKm: ArrayLike<number>,
  eccentricity: ArrayLike<number>,
  closeKm: number,
  fleet: Uint8Array | null,
  apart = false,
): Grid {
  const n = eccentricity.length;
  const members = fleet?.reduce((sum, one) => sum + one, 0) ?? n;
  const lowestKm = EARTH_RADIUS_KM + 50;
  const directions = directionsFor(BAND_MARGIN * BAND_TURN_RAD_S * STEP_SECONDS + closeKm / lowestKm);
  // |r''| of a Kepler orbit is at most e mu / r^2; a hundredth more for J2.
  const bend = (MU_KM3_S2 * STEP_SECONDS * STEP_SECONDS) / 8;
  return {
    n,
    closeKm,
    slackKm: Float32Array.from(
      eccentricity,
      (e, i) => closeKm / 2 + (bend * (e + 0.01)) / Math.max(lowestKm, perigeeKm[i]! - PERIGEE_SWING_KM) ** 2,
    ),
    doubtKm: new Float32Array(n),
    fleet,
    apart,
    small: members < SMALL_FLEET * n,
    directions,
    column: new Int32Array(n),
    starts: new Int32Array(directions.columnCount + 2),
    order: new Int32Array(n),
    middle: new Float64Array(n),
    reach: new Float64Array(n),
    level: new Int32Array(n),
    chords: new Float32Array(CHORD * n),
    inFleet: new Uint8Array(n),
    single: new Int32Array(n),
    isSingle: new Uint8Array(n),
    singleCount: 0,
  };
}
/** A body may be this much lower than its mean perigee, km. */
const PERIGEE_SWING_KM = 60;

/**
 * Sorts the bodies by direction in the middle of a step; `start` and `end` have x, y, z and the distance from Earth's centre of
 * each body at both ends of it, km, or NaN for one that is not there.
 */
export function sortByDirection(grid: Grid, start: Float32Array, end: Float32Array): void {
  const { n, column, starts } = grid;
  const { bandBySine, columns, firstColumn } = grid.directions;
  starts.fill(0);
  for (let i = 0; i < n; i++) {
    const at = 4 * i;
    const x = start[at]! + end[at]!;
    const y = start[at + 1]! + end[at + 1]!;
    const z = start[at + 2]! + end[at + 2]!;
    const sine = z / Math.sqrt(x * x + y * y + z * z);
    if (Number.isNaN(sine)) {
      column[i] = -1;
      continue;
    }
    const band = bandBySine[Math.min(SINES - 1, ((sine + 1) * (SINES / 2)) | 0)]!;
    const across = columns[band]!;
    const c = firstColumn[band]! + Math.min(across - 1, (turnOf(x, y) * (across / TURN)) | 0);
    column[i] = c;
    starts[c + 2] = starts[c + 2]! + 1;
  }
  let sum = 0;
  for (let c = 2; c < starts.length; c++) {
    sum += starts[c]!;
    starts[c] = sum;
  }
  place(grid, start, end);
}

/** Puts each body at the next place of its column. */
function place(grid: Grid, start: Float32Array, end: Float32Array): void {
  const { n, column, starts, order, middle, reach, chords, slackKm, doubtKm, fleet, inFleet, single, isSingle } = grid;
  const { small } = grid;
  let singleCount = 0;
  for (let i = 0; i < n; i++) {
    const c = column[i]!;
    if (c < 0) continue;
    const to = starts[c + 1]!;
    starts[c + 1] = to + 1;
    const at = 4 * i;
    const into = CHORD * to;
    const x0 = start[at]!;
    const y0 = start[at + 1]!;
    const z0 = start[at + 2]!;
    const r0 = start[at + 3]!;
    const x1 = end[at]!;
    const y1 = end[at + 1]!;
    const z1 = end[at + 2]!;
    const r1 = end[at + 3]!;
    order[to] = i;
    middle[to] = (r0 + r1) / 2;
    reach[to] = Math.abs(r1 - r0) / 2 + slackKm[i]! + doubtKm[i]!;
    chords[into] = x0;
    chords[into + 1] = y0;
    chords[into + 2] = z0;
    chords[into + 3] = x1;
    chords[into + 4] = y1;
    chords[into + 5] = z1;
    if (fleet !== null) inFleet[to] = fleet[i]!;
    const x = x1 - x0;
    const y = y1 - y0;
    const z = z1 - z0;
    const isOne = small ? inFleet[to] === 1 : x * x + y * y + z * z > FASTEST2 * r0 * r1;
    isSingle[to] = isOne ? 1 : 0;
    if (isOne) single[singleCount++] = to;
  }
  grid.singleCount = singleCount;
}

type Found = (i: number, j: number) => void;

/** Calls back for pairs of near directions whose chords come within `closeKm` of each other at one instant of the step. */
export function forClosePairs(grid: Grid, found: Found): void {
  if (!grid.small) compareBands(grid, found);
  for (let n = 0; n < grid.singleCount; n++) compareSingle(grid, grid.single[n]!, found);
}

function compareBands(grid: Grid, found: Found): void {
  const { starts, directions } = grid;
  const { bands, columns, firstColumn, near } = directions;
  for (let band = 0; band < bands; band++) {
    const across = columns[band]!;
    const base = firstColumn[band]!;
    const turn = near[band]!;
    const reach = Math.ceil((turn * across) / TURN);
    for (let c = 0; c < across; c++) {
      const first = starts[base + c]!;
      const end = starts[base + c + 1]!;
      if (first === end) continue;
      // In its own band each looks east, as far as one may be near; where east is west too, each looks at those after it.
      const east = across > 2 * reach ? c + reach : across - 1;
      compare(grid, first, end, -1, starts[base + Math.min(east, across - 1) + 1]!, found);
      if (east >= across) compare(grid, first, end, starts[base]!, starts[base + east - across + 1]!, found);
      if (band + 1 === bands) continue;
      const width = TURN / across;
      const count = rangesInto(ranges, grid, band + 1, c * width - turn, (c + 1) * width + turn);
      for (let n = 0; n < count; n += 2) compare(grid, first, end, ranges[n]!, ranges[n + 1]!, found);
    }
  }
}

/** Is a pair with so many of the fleet asked for? */
const isWanted = ({ fleet, apart }: Grid, members: number): boolean =>
  fleet === null || members === 1 || (members === 2 && !apart);

/** Ranges of places: first, end, first, end. */
const ranges = new Int32Array(4);

/** Writes the places of a band between two turns, west and east, of which there are one or two ranges; how many numbers. */
function rangesInto(out: Int32Array, { starts, directions }: Grid, band: number, west: number, east: number): number {
  const across = directions.columns[band]!;
  const base = directions.firstColumn[band]!;
  const low = Math.floor((west * across) / TURN);
  const high = Math.floor((east * across) / TURN);
  const whole = high - low >= across - 1;
  out[0] = starts[base + (whole ? 0 : Math.max(0, low))]!;
  out[1] = starts[base + (whole ? across : Math.min(across, high + 1))]!;
  if (whole || (low >= 0 && high < across)) return 2;
  out[2] = starts[base + (low < 0 ? low + across : 0)]!;
  out[3] = starts[base + (low < 0 ? across : high - across + 1)]!;
  return 4;
}

/** Compares places [first, end) with places [from, to), or each with those after it where `from` is -1. Single ones are left out. */
function compare(grid: Grid, first: number, end: number, from: number, to: number, found: Found): void {
  const { order, middle, reach, level, inFleet, isSingle } = grid;
  for (let p = first; p < end; p++) {
    if (isSingle[p] === 1) continue;
    const count = levelInto(level, middle, reach, p, from < 0 ? p + 1 : from, to);
    for (let n = 0; n < count; n++) {
      const q = level[n]!;
      if (isSingle[q] === 1 || !isWanted(grid, inFleet[p]! + inFleet[q]!)) continue;
      if (chordsMeet(grid, p, q)) found(order[p]!, order[q]!);
    }
  }
}

/** Writes those of the places [first, end) whose radii meet those of p; how many. Most time goes by here: nothing is called. */
function levelInto(
  out: Int32Array,
  middle: Float64Array,
  reach: Float64Array,
  p: number,
  first: number,
  end: number,
): number {
  const radius = middle[p]!;
  const span = reach[p]!;
  let count = 0;
  for (let q = first; q < end; q++) if (Math.abs(radius - middle[q]!) <= span + reach[q]!) out[count++] = q;
  return count;
}

/** Compares a single body with all within twice the usual distance: either may be fast. A pair of single ones is found once. */
function compareSingle(grid: Grid, p: number, found: Found): void {
  const { order, middle, reach, inFleet, isSingle, column, directions } = grid;
  const { bands, columns, firstColumn, far } = directions;
  const c = column[order[p]!]!;
  let band = 0;
  while (band + 1 < bands && firstColumn[band + 1]! <= c) band++;
  const width = TURN / columns[band]!;
  const west = (c - firstColumn[band]!) * width - far[band]!;
  const east = (c - firstColumn[band]! + 1) * width + far[band]!;
  for (let b = Math.max(0, band - 2); b <= Math.min(bands - 1, band + 2); b++) {
    const count = rangesInto(ranges, grid, b, west, east);
    for (let n = 0; n < count; n += 2)
      for (let q = ranges[n]!; q < ranges[n + 1]!; q++) {
        if (Math.abs(middle[p]! - middle[q]!) > reach[p]! + reach[q]!) continue;
        if ((isSingle[q] === 1 && q <= p) || !isWanted(grid, inFleet[p]! + inFleet[q]!)) continue;
        if (chordsMeet(grid, p, q)) found(order[p]!, order[q]!);
      }
  }
}

/** Do two bodies (places p and q) come within the distance asked for, if they move evenly along their chords? */
function chordsMeet({ chords, order, closeKm, doubtKm }: Grid, p: number, q: number): boolean {
  const a = CHORD * p;
  const b = CHORD * q;
  const x = chords[a]! - chords[b]!;
  const y = chords[a + 1]! - chords[b + 1]!;
  const z = chords[a + 2]! - chords[b + 2]!;
  const dx = chords[a + 3]! - chords[b + 3]! - x;
  const dy = chords[a + 4]! - chords[b + 4]! - y;
  const dz = chords[a + 5]! - chords[b + 5]! - z;
  const towards = -(x * dx + y * dy + z * dz);
  const length2 = dx * dx + dy * dy + dz * dz;
  const u = towards <= 0 ? 0 : towards >= length2 ? 1 : towards / length2;
  const mx = x + u * dx;
  const my = y + u * dy;
  const mz = z + u * dz;
  const close = closeKm + doubtKm[order[p]!]! + doubtKm[order[q]!]!;
  return mx * mx + my * my + mz * mz < close * close;
}
