/**
 * Which bodies may meet in a step of half a minute? Bodies are sorted into cells by their direction from Earth's centre, as wide
 * as two of them can turn towards each other in half a step, and compared with those of neighbouring cells: first by radius,
 * then by the distance of their chords over the step.
 */
import { EARTH_RADIUS_KM, MU_KM3_S2 } from './elements.ts';

/** Length of a step, s. */
export const STEP_SECONDS = 30;
/**
 * Turn about Earth's centre for which cells are made, rad/s: a little faster than a circular orbit at 200 km. Bodies that turn
 * faster in a step (transfer orbits at perigee, at most 1.6e-3) look one cell further.
 */
const CELL_TURN_RAD_S = 1.2e-3;
/** Cells are a little wider than two such turns of half a step: chords are shorter than arcs, singles are rounded. */
const CELL_MARGIN = 1.02;

/** Empty layers of cells all round, so that neighbours need no bounds. */
const EDGE = 2;

/** Working arrays for n bodies: by body, and in the order of cells. */
export type Grid = {
  readonly n: number;
  readonly closeKm: number;
  readonly eccentricity: Float32Array;
  /** 1 for bodies of the fleet whose pairs are wanted; null for all pairs */
  readonly fleet: Uint8Array | null;
  /** cells along each axis */
  readonly across: number;
  readonly cellOf: Int32Array;
  readonly starts: Int32Array;
  readonly order: Int32Array;
  /** middle of the radius over the step, and half its range with half the distance asked for, km */
  readonly middle: Float32Array;
  readonly reach: Float32Array;
  /** x, y, z at the start and end of the step, km */
  readonly ends: Float32Array;
  readonly inFleet: Uint8Array;
  /** places in the order of bodies that turn faster than cells are made for */
  readonly fast: Int32Array;
  readonly isFast: Uint8Array;
  /** how many bodies have a place in this step, and how many of them are fast */
  count: number;
  fastCount: number;
};

/** A grid for bodies with these eccentricities and pairs closer than `closeKm`. */
export function gridFor(eccentricity: Float32Array, closeKm: number, fleet: Uint8Array | null): Grid {
  const n = eccentricity.length;
  const cell = CELL_MARGIN * CELL_TURN_RAD_S * STEP_SECONDS + closeKm / (EARTH_RADIUS_KM + 50);
  const across = Math.max(1, Math.floor(2 / cell)) + 1 + 2 * EDGE;
  return {
    n,
    closeKm,
    eccentricity,
    fleet,
    across,
    cellOf: new Int32Array(n),
    starts: new Int32Array(across ** 3 + 2),
    order: new Int32Array(n),
    middle: new Float32Array(n),
    reach: new Float32Array(n),
    ends: new Float32Array(6 * n),
    inFleet: new Uint8Array(n),
    fast: new Int32Array(n),
    isFast: new Uint8Array(n),
    count: 0,
    fastCount: 0,
  };
}

/**
 * Sorts the bodies by the cell of their direction in the middle of a step; `start` and `end` have x, y, z and the distance
 * from Earth's centre of each body at both ends of it, km, or NaN for one that is not there.
 */
export function sortIntoCells(grid: Grid, start: Float32Array, end: Float32Array): void {
  const { n, across, eccentricity, closeKm, fleet } = grid;
  const { cellOf, starts, order, middle, reach, ends, inFleet, fast, isFast } = grid;
  const scale = (across - 1 - 2 * EDGE) / 2;
  const fastest2 = (CELL_TURN_RAD_S * STEP_SECONDS) ** 2;
  let fastCount = 0;
  starts.fill(0);
  for (let i = 0; i < n; i++) {
    const at = 4 * i;
    const perRadius = scale / (start[at + 3]! + end[at + 3]!);
    // The middle of a chord lies within the unit sphere.
    const ix = (start[at]! + end[at]!) * perRadius + scale + EDGE;
    const iy = (start[at + 1]! + end[at + 1]!) * perRadius + scale + EDGE;
    const iz = (start[at + 2]! + end[at + 2]!) * perRadius + scale + EDGE;
    // Bodies without a state have NaN here, which is no number of a cell.
    const cell = Number.isNaN(perRadius) ? -1 : (ix | 0) + across * ((iy | 0) + across * (iz | 0));
    cellOf[i] = cell;
    if (cell >= 0) starts[cell + 2] = starts[cell + 2]! + 1;
  }
  for (let c = 2; c < starts.length; c++) starts[c] = starts[c]! + starts[c - 1]!;
  // |r''| of a Kepler orbit is at most e mu / r^2; a hundredth more for J2.
  const bend = (MU_KM3_S2 * STEP_SECONDS * STEP_SECONDS) / 8;
  for (let i = 0; i < n; i++) {
    const cell = cellOf[i]!;
    if (cell < 0) continue;
    const to = starts[cell + 1]!;
    starts[cell + 1] = to + 1;
    const at = 4 * i;
    const r0 = start[at + 3]!;
    const r1 = end[at + 3]!;
    order[to] = i;
    middle[to] = (r0 + r1) / 2;
    reach[to] = Math.abs(r1 - r0) / 2 + (bend * (eccentricity[i]! + 0.01)) / (r0 * r1) + closeKm / 2;
    ends[6 * to] = start[at]!;
    ends[6 * to + 1] = start[at + 1]!;
    ends[6 * to + 2] = start[at + 2]!;
    ends[6 * to + 3] = end[at]!;
    ends[6 * to + 4] = end[at + 1]!;
    ends[6 * to + 5] = end[at + 2]!;
    if (fleet) inFleet[to] = fleet[i]!;
    const x = end[at]! - start[at]!;
    const y = end[at + 1]! - start[at + 1]!;
    const z = end[at + 2]! - start[at + 2]!;
    const isFastNow = x * x + y * y + z * z > fastest2 * r0 * r1;
    isFast[to] = isFastNow ? 1 : 0;
    if (isFastNow) fast[fastCount++] = to;
  }
  grid.count = starts[starts.length - 1]!;
  grid.fastCount = fastCount;
}

type Found = (i: number, j: number) => void;

/** Calls back for pairs of neighbouring cells whose chords come within `closeKm` of each other at one instant of the step. */
export function forClosePairs(grid: Grid, found: Found): void {
  const { cellOf, starts, order, across, count, fast, fastCount } = grid;
  for (let a = 0; a < count; ) {
    const cell = cellOf[order[a]!]!;
    const cellEnd = starts[cell + 1]!;
    // Half of the neighbours: the rest of this cell and its right one; the row above; three rows of the next layer.
    for (let row = 0; row < 5; row++) {
      const middleCell = row === 0 ? cell : row === 1 ? cell + across : cell + across * (across + row - 3);
      const rangeStart = row === 0 ? a : starts[middleCell - 1]!;
      const rangeEnd = starts[middleCell + 2]!;
      for (let p = a; p < cellEnd; p++) closeToOne(grid, p, row === 0 ? p + 1 : rangeStart, rangeEnd, found);
    }
    a = cellEnd;
  }
  for (let n = 0; n < fastCount; n++) closeToFast(grid, fast[n]!, found);
}

/** The pairs of place p with places from `first` to before `end`. */
function closeToOne(grid: Grid, p: number, first: number, end: number, found: Found): void {
  const { order, middle, reach, ends, inFleet, closeKm } = grid;
  const fleetOnly = grid.fleet !== null;
  const radius = middle[p]!;
  const span = reach[p]!;
  const close2 = closeKm * closeKm;
  for (let q = first; q < end; q++) {
    if (Math.abs(radius - middle[q]!) > span + reach[q]!) continue;
    if (fleetOnly && inFleet[p] === 0 && inFleet[q] === 0) continue;
    if (chordsMeet(ends, p, q, close2)) found(order[p]!, order[q]!);
  }
}

/** The pairs of a fast body two cells away: the shell of 5 x 5 x 5 cells about its own. A pair of fast ones is found once. */
function closeToFast(grid: Grid, p: number, found: Found): void {
  const { cellOf, starts, order, isFast, across } = grid;
  const cell = cellOf[order[p]!]!;
  for (let dz = -2; dz <= 2; dz++)
    for (let dy = -2; dy <= 2; dy++) {
      const row = cell + across * (dy + across * dz);
      const whole = Math.abs(dy) === 2 || Math.abs(dz) === 2;
      for (let dx = -2; dx <= 2; dx += whole ? 1 : 4) {
        const end = starts[row + dx + 1]!;
        for (let q = starts[row + dx]!; q < end; q++)
          if (isFast[q] === 0 || q > p) closeToOne(grid, p, q, q + 1, found);
      }
    }
}

/** Does the distance of two bodies that move evenly along their chords fall below the square root of `close2`? */
function chordsMeet(ends: Float32Array, p: number, q: number, close2: number): boolean {
  const a = 6 * p;
  const b = 6 * q;
  const x = ends[a]! - ends[b]!;
  const y = ends[a + 1]! - ends[b + 1]!;
  const z = ends[a + 2]! - ends[b + 2]!;
  const dx = ends[a + 3]! - ends[b + 3]! - x;
  const dy = ends[a + 4]! - ends[b + 4]! - y;
  const dz = ends[a + 5]! - ends[b + 5]! - z;
  const towards = -(x * dx + y * dy + z * dz);
  const length2 = dx * dx + dy * dy + dz * dz;
  const u = towards <= 0 ? 0 : towards >= length2 ? 1 : towards / length2;
  const mx = x + u * dx;
  const my = y + u * dy;
  const mz = z + u * dz;
  return mx * mx + my * my + mz * mz < close2;
}
