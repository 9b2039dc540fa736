/** What breaks up in the shells, and what is cleared away: keyed events, fragments spread by kernels.ts. */

import { CATASTROPHIC_J_KG, expectedCounts, specificEnergyJKg } from '../breakup/breakup-laws.ts';
import type { BreakUpKind } from '../breakup/fragments.ts';
import { AVOIDANCE_RESIDUAL, RELATIVE_SPEED_KMS } from '../risk/collisions.ts';
import { SHELL_COUNT, SHELL_STEP_KM, SHELL_VOLUMES_KM3, shellFloorKm } from '../table/altitudes.ts';
import { drawRow, type Key } from '../table/chance.ts';
import { SECONDS_PER_DAY } from '../table/elements.ts';
import { fragmentKernel, type Shares } from './kernels.ts';
import { DERELICT, FIRST_DEBRIS, LIVE, type ShellState, SMALL, STAGES, TRACKED } from './shell-state.ts';

const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
/** Pieces of a break-up: those of 10 cm and more, and those of 1-10 cm. */
type Pieces = { readonly tracked: number; readonly small: number };

/** By the number law for the mass of a collision (kg) or the scale of an explosion, a share of them. */
function piecesOf(kind: BreakUpKind, massOrScale: number, share = 1): Pieces {
  const tracked = share * expectedCounts(kind, massOrScale, 0.1);
  return { tracked, small: share * expectedCounts(kind, massOrScale, 0.01) - tracked };
}

/** Those of a usual explosion: the median of the scale S (evolve.ts). */
const EXPLOSION_PIECES = piecesOf('explosion', 0.7);

/** One uniform per step and shell: its low end is a collision, its high end an explosion. Both are rare. */
const chances = new Float64Array(SHELL_COUNT);

/** Draws the uniforms of a step, for `collide` and `explode`. */
export const drawChances = (key: Key, step: number): void => drawRow(chances, key, step);

/** Events so far. */
export type Tally = { collisions: number; catastrophic: number; strikes: number; lost: number };

/** pi v_r / V: collisions a year of a pair in a shell, per km^2 of (r_i + r_j)^2. */
const PER_PAIR_YEAR = SHELL_VOLUMES_KM3.map((volume) => (Math.PI * RELATIVE_SPEED_KMS * SECONDS_PER_YEAR) / volume);

/** Collisions of tracked objects (`pairs`: collisionPairs) as keyed events, and the expected losses of satellites to pieces of 1-10 cm. */
export function collide(
  counts: Float64Array,
  state: ShellState,
  pairs: readonly Pair[],
  stepYears: number,
  tally: Tally,
  residual = AVOIDANCE_RESIDUAL,
): void {
  const { radiusKm } = state;
  const r = radiusKm[LIVE]!;
  let { lost } = tally;
  for (let k = 0; k < SHELL_COUNT; k++) {
    const perPair = PER_PAIR_YEAR[k]! * stepYears;
    let n = 0;
    let s1 = 0;
    let s2 = 0;
    for (let c = DERELICT, place = DERELICT * SHELL_COUNT + k; c < TRACKED; c++, place += SHELL_COUNT) {
      const count = counts[place]!;
      const width = count * radiusKm[c]!;
      n += count;
      s1 += width;
      s2 += width * radiusKm[c]!;
    }
    const live = counts[LIVE * SHELL_COUNT + k]!;
    const passive = (n * s2 + s1 * s1) * perPair;
    const avoiding = residual * live * (s2 + 2 * r * s1 + r * r * n) * perPair;
    // Small pieces cannot be seen, so they are not avoided.
    lost += retire(counts, k, live * counts[SMALL * SHELL_COUNT + k]! * r * r * perPair);
    if (!happens(chances[k]!, passive + avoiding)) continue;
    tally.collisions++;
    const { a, b } = whichPair(counts, pairs, k, perPair);
    if (a === LIVE) lost++;
    if (breakPair(counts, state, k, a, b)) tally.catastrophic++;
  }
  tally.lost = lost;
}

/** Two classes that may collide, the lower one first, and (r_a + r_b)^2 times what their rate is reduced by. */
type Pair = { readonly a: number; readonly b: number; readonly reachKm2: number };

/**
 * Pairs of classes that may collide, all but two working satellites, those that scatter most first: the same in every step of a
 * run. The rate of a pair is pi v_r / V N_a N_b (r_a + r_b)^2, half of that within a class, and for working satellites the share
 * that avoidance leaves.
 */
export const collisionPairs = (state: ShellState, residual = AVOIDANCE_RESIDUAL): readonly Pair[] =>
  Array.from({ length: TRACKED }, (_, a) => Array.from({ length: TRACKED }, (__, b) => [a, b] as const))
    .flat()
    .filter(([a, b]) => b >= Math.max(a, DERELICT))
    .sort((p, q) => brokenKg(state, ...q) - brokenKg(state, ...p))
    .map(([a, b]) => {
      const reach = state.radiusKm[a]! + state.radiusKm[b]!;
      return { a, b, reachKm2: reach * reach * (a === b ? 0.5 : 1) * (a === LIVE ? residual : 1) };
    });

/**
 * The two classes of a collision in shell k: of all that happen there in a step, the one that scatters most. For pairs in
 * that order, with rates r_1, r_2 ..., that is pair n with probability exp(-(r_1 + ... + r_(n-1))) - exp(-(r_1 + ... + r_n)).
 * More objects move these borders one way only: a world with one more never has a lighter collision, and the paired difference
 * of two worlds is theirs and not the draw's.
 */
function whichPair(counts: Float64Array, pairs: readonly Pair[], k: number, perPair: number): Pair {
  let rate = 0;
  for (const pair of pairs) {
    rate += counts[pair.a * SHELL_COUNT + k]! * counts[pair.b * SHELL_COUNT + k]! * pair.reachKm2 * perPair;
    if (happens(chances[k]!, rate)) return pair;
  }
  return pairs.at(-1)!;
}

/** Do both bodies of a collision shatter? */
const shatters = ({ massKg }: ShellState, a: number, b: number): boolean =>
  specificEnergyJKg(massKg[a]!, massKg[b]!, RELATIVE_SPEED_KMS) >= CATASTROPHIC_J_KG;

/** Mass whose pieces a collision scatters (kg): of both where they shatter, else m_p v^2 of the lighter one. */
function brokenKg(state: ShellState, a: number, b: number): number {
  const both = state.massKg[a]! + state.massKg[b]!;
  const light = Math.min(state.massKg[a]!, state.massKg[b]!);
  return shatters(state, a, b) ? both : Math.min(both, light * RELATIVE_SPEED_KMS ** 2);
}

/**
 * Takes both bodies away and scatters their pieces; below 40 J/g the heavier one stays, without working any more. Did both
 * shatter?
 */
function breakPair(counts: Float64Array, state: ShellState, k: number, a: number, b: number): boolean {
  const shattered = shatters(state, a, b);
  const lighter = state.massKg[a]! < state.massKg[b]! ? a : b;
  for (const c of shattered ? [a, b] : [lighter]) take(counts, c, k, 1);
  if (!shattered && a === LIVE && lighter !== LIVE) retire(counts, k, 1);
  scatter(counts, 'collision', k, piecesOf('collision', brokenKg(state, a, b)));
  return shattered;
}

/** Working satellites of a shell, so many or all there are, become derelicts where they are; returns how many. */
function retire(counts: Float64Array, k: number, number: number): number {
  const live = counts[LIVE * SHELL_COUNT + k]!;
  const hit = Math.min(live, number);
  counts[LIVE * SHELL_COUNT + k] = live - hit;
  counts[DERELICT * SHELL_COUNT + k] = counts[DERELICT * SHELL_COUNT + k]! + hit;
  return hit;
}

function take(counts: Float64Array, c: number, k: number, number: number): void {
  counts[c * SHELL_COUNT + k] = Math.max(0, counts[c * SHELL_COUNT + k]! - number);
}

/** Is a uniform below 1 - exp(-rate), the probability of an event or more? The rate bounds it, and is cheaper. */
const happens = (uniform: number, rate: number): boolean => uniform < rate && uniform < 1 - Math.exp(-rate);

/** Explosions of stages and derelicts as keyed events, at most one in a shell and step. */
export function explode(counts: Float64Array, state: ShellState, stepYears: number): void {
  const { explosionsPerYear } = state;
  for (let k = 0; k < SHELL_COUNT; k++) {
    const stages = counts[STAGES * SHELL_COUNT + k]! * explosionsPerYear[STAGES]! * stepYears;
    const derelicts = counts[DERELICT * SHELL_COUNT + k]! * explosionsPerYear[DERELICT]! * stepYears;
    const uniform = 1 - chances[k]!;
    if (!happens(uniform, stages + derelicts)) continue;
    take(counts, happens(uniform, stages) ? STAGES : DERELICT, k, 1);
    scatter(counts, 'explosion', k, EXPLOSION_PIECES);
  }
}

/** Adds a collision's pieces at an altitude: between the kernels of the two shells whose middles are next to it. */
export function scatterAt(counts: Float64Array, altitudeKm: number, massKg: number): void {
  const place = Math.min(Math.max((altitudeKm - shellFloorKm(0)) / SHELL_STEP_KM - 0.5, 0), SHELL_COUNT - 1);
  const low = Math.floor(place);
  scatter(counts, 'collision', low, piecesOf('collision', massKg, 1 - (place - low)));
  if (place > low) scatter(counts, 'collision', low + 1, piecesOf('collision', massKg, place - low));
}

/** Adds the pieces of a break-up in a shell, spread over shells and classes by the kernel. */
function scatter(counts: Float64Array, kind: BreakUpKind, shell: number, { tracked, small }: Pieces): void {
  const kernel = fragmentKernel(kind, shell);
  addShares(counts, FIRST_DEBRIS * SHELL_COUNT, kernel.tracked, tracked);
  addShares(counts, SMALL * SHELL_COUNT, kernel.small, small);
}

/** counts[from + place] += number share, for all shares. */
function addShares(counts: Float64Array, from: number, { places, shares }: Shares, number: number): void {
  for (let n = 0; n < places.length; n++) {
    const to = from + places[n]!;
    counts[to] = counts[to]! + number * shares[n]!;
  }
}

/** Removes spent stages, the heaviest class, shell by shell in the order of the density of what could hit them. */
export function remove(counts: Float64Array, number: number): void {
  let left = number;
  const order = Array.from({ length: SHELL_COUNT }, (_, k) => {
    let others = 0;
    for (let c = 0; c < TRACKED; c++) others += counts[c * SHELL_COUNT + k]!;
    return { k, exposure: others / SHELL_VOLUMES_KM3[k]! };
  }).sort((p, q) => q.exposure - p.exposure || p.k - q.k);
  for (const { k } of order) {
    const there = Math.min(left, counts[STAGES * SHELL_COUNT + k]!);
    take(counts, STAGES, k, there);
    left -= there;
    if (left <= 0) return;
  }
}
