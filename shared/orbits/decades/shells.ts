/**
 * Decades of low orbit in milliseconds: a source-sink model by altitude shell and class of object, in the family of
 * MOCAT-SSEM and pyssem (A. D'Ambrosio, M. Lifson, R. Linares, Journal of Spacecraft and Rockets 60(6), 2023).
 *
 *   sources   launches, break-ups (collisions, explosions, strikes; fragments spread by kernels.ts)
 *   sinks     drag from shell to shell, disposal, removal
 *
 * Numbers are expectations but for break-ups, which are events: a uniform keyed by (event, step, shell) against the event's
 * probability, the same in every world, so that the paired difference of two worlds is theirs alone.
 */

import { RELATIVE_SPEED_KMS } from '../risk/collisions.ts';
import { SHELL_COUNT, SHELL_VOLUMES_KM3 } from '../table/altitudes.ts';
import { drawPair, type Key, narrow } from '../table/chance.ts';
import { SECONDS_PER_DAY } from '../table/elements.ts';
import { collide, collisionPairs, drawChances, explode, remove, scatterAt, type Tally } from './shell-events.ts';
import { type Plan, preparedFor, SINKING_CLASSES, type Strike } from './shell-plan.ts';
import { DERELICT, LIVE, type ShellState, SMALL, STAGES, TRACKED } from './shell-state.ts';

export type { Plan, Strike } from './shell-plan.ts';
export { SHELL_CLASSES, type ShellState, shellState } from './shell-state.ts';

const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
/** Working years of a satellite where a plan leaves them open. */
const MISSION_YEARS = 6;

/** What came of a plan, at the start and after each year (years + 1 entries). */
export type Projection = {
  readonly years: number;
  /** tracked objects in all shells */
  readonly total: Float64Array;
  readonly live: Float64Array;
  /** pieces of 1-10 cm in all shells, which nobody tracks */
  readonly small: Float64Array;
  /** tracked objects by shell: year x SHELL_COUNT */
  readonly byShell: Float64Array;
  /** working satellites by shell: year x SHELL_COUNT */
  readonly liveByShell: Float64Array;
  /** collisions so far, and those of them in which both bodies shattered */
  readonly collisions: Float64Array;
  readonly catastrophic: Float64Array;
  /** strikes so far */
  readonly strikes: Float64Array;
  /** working satellites lost so far to collisions and to pieces of 1-10 cm (expected) */
  readonly lost: Float64Array;
};

/** Runs the model once. Same state, plan and key: same numbers. */
export function projectShells(state: ShellState, plan: Plan, key: Key): Projection {
  const counts = state.counts.slice();
  const stepYears = plan.stepMonths / 12;
  const stepsPerYear = Math.round(12 / plan.stepMonths);
  const out = emptyProjection(plan.years);
  const tally = { collisions: 0, catastrophic: 0, strikes: 0, lost: 0 };
  const { leaveShell, sinking } = preparedFor(state, plan);
  const pairs = collisionPairs(state, plan.avoidanceResidual);
  const breakUpKey = narrow(key, 'breakup');
  const strikes = (plan.strikes ?? []).map((strike) => ({ strike, key: narrow(key, 'strike', strike.id) }));
  record(out, 0, counts, tally);
  for (let step = 0; step < plan.years * stepsPerYear; step++) {
    serve(counts, plan, stepYears, leaveShell);
    descend(counts, sinking, step);
    drawChances(breakUpKey, step);
    if (plan.collisions !== false) collide(counts, state, pairs, stepYears, tally, plan.avoidanceResidual);
    if (plan.explosions !== false) explode(counts, state, stepYears);
    if (plan.removalsPerYear) remove(counts, plan.removalsPerYear * stepYears);
    if (step % stepsPerYear === 0) {
      const year = step / stepsPerYear;
      for (const { strike, key: strikeKey } of strikes)
        if (strikesIn(strike, year, strikeKey)) {
          scatterAt(counts, strike.altitudeKm, strike.massKg);
          tally.strikes++;
        }
    }
    if ((step + 1) % stepsPerYear === 0) record(out, (step + 1) / stepsPerYear, counts, tally);
  }
  return out;
}

function emptyProjection(years: number): Projection {
  const line = (): Float64Array => new Float64Array(years + 1);
  const byShell = (): Float64Array => new Float64Array((years + 1) * SHELL_COUNT);
  return {
    years,
    total: line(),
    live: line(),
    small: line(),
    byShell: byShell(),
    liveByShell: byShell(),
    collisions: line(),
    catastrophic: line(),
    strikes: line(),
    lost: line(),
  };
}

function record(out: Projection, year: number, counts: Float64Array, tally: Tally): void {
  let total = 0;
  let live = 0;
  let small = 0;
  for (let k = 0; k < SHELL_COUNT; k++) {
    let tracked = 0;
    for (let place = k; place < TRACKED * SHELL_COUNT; place += SHELL_COUNT) tracked += counts[place]!;
    out.byShell[year * SHELL_COUNT + k] = tracked;
    out.liveByShell[year * SHELL_COUNT + k] = counts[LIVE * SHELL_COUNT + k]!;
    total += tracked;
    live += counts[LIVE * SHELL_COUNT + k]!;
    small += counts[SMALL * SHELL_COUNT + k]!;
  }
  out.total[year] = total;
  out.live[year] = live;
  out.small[year] = small;
  out.collisions[year] = tally.collisions;
  out.catastrophic[year] = tally.catastrophic;
  out.strikes[year] = tally.strikes;
  out.lost[year] = tally.lost;
}

/** Does a strike happen in this year? The uniform is the same in every world that has a strike of this id. */
function strikesIn(strike: Strike, year: number, key: Key): boolean {
  if ('atYear' in strike) return Math.floor(strike.atYear) === year;
  return year >= strike.fromYear && year < strike.untilYear && drawPair(key, year, 0) < strike.probabilityPerYear;
}

/** Launches, and ends of missions: those who keep the rule go where drag does the rest, the others stay. */
function serve(counts: Float64Array, plan: Plan, stepYears: number, leaveShell: Int8Array): void {
  const ending = 1 - Math.exp(-stepYears / (plan.missionYears ?? MISSION_YEARS));
  const success = plan.disposal?.success ?? 0;
  const launching = stepYears * launchedShare(counts, plan, stepYears, ending);
  for (let k = 0; k < SHELL_COUNT; k++) {
    const ended = counts[LIVE * SHELL_COUNT + k]! * ending;
    counts[LIVE * SHELL_COUNT + k] =
      counts[LIVE * SHELL_COUNT + k]! - ended + (plan.launchesPerYear?.[k] ?? 0) * launching;
    counts[STAGES * SHELL_COUNT + k] = counts[STAGES * SHELL_COUNT + k]! + (plan.stagesPerYear?.[k] ?? 0) * stepYears;
    const stay = DERELICT * SHELL_COUNT + k;
    counts[stay] = counts[stay]! + ended * (1 - success);
    const leave = DERELICT * SHELL_COUNT + leaveShell[k]!;
    if (leaveShell[k]! >= 0) counts[leave] = counts[leave]! + ended * success;
  }
}

/** Share of a plan's launches that its cap on working satellites leaves room for in a step. */
function launchedShare(counts: Float64Array, plan: Plan, stepYears: number, ending: number): number {
  const { mostWorking, launchesPerYear } = plan;
  if (mostWorking === undefined || launchesPerYear === undefined) return 1;
  let staying = 0;
  let launched = 0;
  for (let k = 0; k < SHELL_COUNT; k++) {
    staying += counts[LIVE * SHELL_COUNT + k]! * (1 - ending);
    launched += launchesPerYear[k]! * stepYears;
  }
  return launched > 0 ? Math.min(1, Math.max(0, mostWorking - staying) / launched) : 1;
}

/**
 * Drag, from the top shell down: N_k' = (N_k + in) / (1 + dt rate_k), out = dt rate_k N_k' (implicit upwind: positive for
 * every step, and what falls through several shells in a step does so). The classes, DERELICT to SMALL, side by side: they do
 * not wait for each other.
 */
function descend(counts: Float64Array, sinking: Float64Array, step: number): void {
  let [f1, f2, f3, f4, f5, f6, f7] = [0, 0, 0, 0, 0, 0, 0];
  let at = step * SHELL_COUNT * SINKING_CLASSES;
  for (let k = SHELL_COUNT - 1; k >= 0; k--) {
    f1 = sink(counts, SHELL_COUNT + k, f1, sinking[at]!);
    f2 = sink(counts, 2 * SHELL_COUNT + k, f2, sinking[at + 1]!);
    f3 = sink(counts, 3 * SHELL_COUNT + k, f3, sinking[at + 2]!);
    f4 = sink(counts, 4 * SHELL_COUNT + k, f4, sinking[at + 3]!);
    f5 = sink(counts, 5 * SHELL_COUNT + k, f5, sinking[at + 4]!);
    f6 = sink(counts, 6 * SHELL_COUNT + k, f6, sinking[at + 5]!);
    f7 = sink(counts, 7 * SHELL_COUNT + k, f7, sinking[at + 6]!);
    at += SINKING_CLASSES;
  }
}

/** Lets one class of a shell sink for a step; what falls into the next. */
function sink(counts: Float64Array, place: number, into: number, rate: number): number {
  const stay = (counts[place]! + into) / (1 + rate);
  counts[place] = stay;
  return stay * rate;
}

/**
 * Close passes under `missKm` per satellite-year of satellites spread over shells (`satellitesByShell`, any scale), among
 * `trackedByShell` objects (SHELL_COUNT of a Projection's byShell), the satellites' own number taken off: n v_r pi d^2.
 */
export function closePassRate(
  trackedByShell: ArrayLike<number>,
  satellitesByShell: ArrayLike<number>,
  ownByShell: ArrayLike<number> = satellitesByShell,
  missKm = 1,
): number {
  const swept = RELATIVE_SPEED_KMS * Math.PI * missKm * missKm * SECONDS_PER_YEAR;
  let passes = 0;
  let satellites = 0;
  for (let k = 0; k < SHELL_COUNT; k++) {
    const others = Math.max(0, trackedByShell[k]! - ownByShell[k]!);
    passes += (satellitesByShell[k]! * others * swept) / SHELL_VOLUMES_KM3[k]!;
    satellites += satellitesByShell[k]!;
  }
  return satellites > 0 ? passes / satellites : 0;
}

/** Bands over runs: the 10th, 50th and 90th percentile of each entry of equally long lines (linear between ranks). */
export function bands(lines: readonly ArrayLike<number>[]): { p10: number[]; p50: number[]; p90: number[] } {
  const length = lines[0]?.length ?? 0;
  const at = (sorted: Float64Array, share: number): number => {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    const high = Math.min(low + 1, sorted.length - 1);
    return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
  };
  const out = { p10: [] as number[], p50: [] as number[], p90: [] as number[] };
  for (let n = 0; n < length; n++) {
    const sorted = Float64Array.from(lines, (line) => line[n]!).sort();
    out.p10.push(at(sorted, 0.1));
    out.p50.push(at(sorted, 0.5));
    out.p90.push(at(sorted, 0.9));
  }
  return out;
}
