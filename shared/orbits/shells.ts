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

import { densityKgM3 } from './atmosphere.ts';
import { CATASTROPHIC_J_KG, expectedCounts, specificEnergyJKg } from './breakup.ts';
import { drawPair, type Key, narrow } from './chance.ts';
import {
  AVOIDANCE_RESIDUAL,
  RELATIVE_SPEED_KMS,
  SHELL_COUNT,
  SHELL_STEP_KM,
  SHELL_VOLUMES_KM3,
  shellFloorKm,
} from './collisions.ts';
import { DRAG_COEFFICIENT } from './decay.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2, SECONDS_PER_DAY } from './elements.ts';
import { EXPLOSION_RATES } from './evolve.ts';
import type { BreakUpKind } from './fragments.ts';
import { addSinkingResidence, debrisBinOf, fragmentKernel } from './kernels.ts';
import { ACTIVE, PASSIVATED, PAYLOAD, type Population, STAGE } from './population.ts';

/** Classes of the model: debris by ballistic area-to-mass ratio (kernels.ts), last the pieces of 1-10 cm. */
export const SHELL_CLASSES = [
  'live',
  'derelict',
  'stage',
  'debris-0',
  'debris-1',
  'debris-2',
  'debris-3',
  'small',
] as const;
const LIVE = 0;
const DERELICT = 1;
const STAGES = 2;
const FIRST_DEBRIS = 3;
const SMALL = SHELL_CLASSES.length - 1;
const CLASS_COUNT = SHELL_CLASSES.length;
/** Classes that a catalogue holds. */
const TRACKED = SMALL;

const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
/** Pieces of 1-10 cm per tracked fragment: ESA's 1.2 million against some 50,000 of 10 cm and more (2025). */
const SMALL_PER_DEBRIS = 24;
/** Working years of a satellite where a plan leaves them open. */
const MISSION_YEARS = 6;
/** Median of the explosion scale S (evolve.ts). */
const EXPLOSION_SCALE = 0.7;
/** Satellites below are brought down under power at the end of their mission, as large constellations do, km. */
const BROUGHT_DOWN_BELOW_KM = 600;
/** Flux at which "leaves within N years" is planned, sfu. */
const PLANNING_F107 = 130;

/** Low orbit at one moment, by class and shell. Plain data. */
export type ShellState = {
  /** objects: CLASS x SHELL, class-major */
  readonly counts: Float64Array;
  /** mean of each class */
  readonly massKg: Float64Array;
  readonly radiusKm: Float64Array;
  readonly areaToMassM2Kg: Float64Array;
  /** expected explosions per object and year, of stages and derelicts (mean over those there are) */
  readonly explosionsPerYear: Float64Array;
};

/** Class of a row. */
function classOf(kind: number, flags: number, areaToMassM2Kg: number): number {
  if (kind === PAYLOAD) return flags & ACTIVE ? LIVE : DERELICT;
  return kind === STAGE ? STAGES : FIRST_DEBRIS + debrisBinOf(areaToMassM2Kg);
}

/** Usual values of a class that a sky has no member of. */
const USUAL_MASS_KG = [500, 500, 1400, 2, 1, 0.5, 0.2, 0.002] as const;
const USUAL_AREA_TO_MASS = [0.01, 0.01, 0.01, 0.02, 0.06, 0.17, 0.6, 0.2] as const;
const USUAL_RADIUS_KM = [1e-3, 1e-3, 2e-3, 1e-4, 1e-4, 1e-4, 1e-4, 1e-5] as const;

/**
 * The state of a sky: residence-weighted counts; mean mass and radius of each class, geometric mean of its area-to-mass
 * ratio (a decay time is proportional to 1 / (A/M), and classes are wide). `month` dates the stages' age.
 */
export function shellState(sky: Population, month: number = sky.epochMonth): ShellState {
  const counts = new Float64Array(CLASS_COUNT * SHELL_COUNT);
  const sums = { weight: new Float64Array(CLASS_COUNT), mass: new Float64Array(CLASS_COUNT) };
  const radius = new Float64Array(CLASS_COUNT);
  const logRatio = new Float64Array(CLASS_COUNT);
  const ratioWeight = new Float64Array(CLASS_COUNT);
  const explosions = new Float64Array(CLASS_COUNT);
  const share = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++) {
    const flags = sky.flags[i]!;
    const c = classOf(sky.kind[i]!, flags, sky.areaToMassM2Kg[i]!);
    share.fill(0);
    addSinkingResidence(share, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]!);
    let w = 0;
    for (let k = 0; k < SHELL_COUNT; k++) {
      w += share[k]!;
      counts[c * SHELL_COUNT + k] = counts[c * SHELL_COUNT + k]! + share[k]!;
    }
    sums.weight[c] = sums.weight[c]! + w;
    sums.mass[c] = sums.mass[c]! + w * sky.massKg[i]!;
    radius[c] = radius[c]! + (w * Math.sqrt(sky.areaM2[i]! / Math.PI)) / 1000;
    if (sky.areaToMassM2Kg[i]! > 0) {
      logRatio[c] = logRatio[c]! + w * Math.log(sky.areaToMassM2Kg[i]!);
      ratioWeight[c] = ratioWeight[c]! + w;
    }
    if (c === DERELICT && !(flags & PASSIVATED)) explosions[c] = explosions[c]! + w * EXPLOSION_RATES.deadPayload;
    if (c === STAGES) {
      const quiet = (flags & PASSIVATED) !== 0 || month - sky.birthMonth[i]! > EXPLOSION_RATES.stageMonths;
      explosions[c] =
        explosions[c]! + w * (quiet ? EXPLOSION_RATES.passivatedStage : EXPLOSION_RATES.unpassivatedStage);
    }
  }
  for (let c = FIRST_DEBRIS; c < SMALL; c++)
    for (let k = 0; k < SHELL_COUNT; k++)
      counts[SMALL * SHELL_COUNT + k] =
        counts[SMALL * SHELL_COUNT + k]! + SMALL_PER_DEBRIS * counts[c * SHELL_COUNT + k]!;
  const meanOf = (sum: Float64Array, weight: Float64Array, usual: readonly number[]): Float64Array =>
    sum.map((x, c) => (weight[c]! > 0 ? x / weight[c]! : usual[c]!));
  return {
    counts,
    massKg: meanOf(sums.mass, sums.weight, USUAL_MASS_KG),
    radiusKm: meanOf(radius, sums.weight, USUAL_RADIUS_KM),
    areaToMassM2Kg: meanOf(logRatio, ratioWeight, USUAL_AREA_TO_MASS.map(Math.log)).map(Math.exp),
    explosionsPerYear: explosions.map((x, c) => (sums.weight[c]! > 0 ? x / sums.weight[c]! : 0)),
  };
}

/** A destructive test: certain in a year, or with a probability in each year from one to before another. */
export type Strike = {
  /** what its chance is keyed by: the seat, say */
  readonly id: string;
  readonly altitudeKm: number;
  /** both bodies, kg */
  readonly massKg: number;
} & (
  | { readonly atYear: number }
  | { readonly probabilityPerYear: number; readonly fromYear: number; readonly untilYear: number }
);

/** What is assumed about conduct. Years count from the state's moment. */
export type Plan = {
  readonly years: number;
  /** length of a step, months; 12 must be a multiple of it */
  readonly stepMonths: number;
  /** mean solar flux `month` months after the state, sfu */
  readonly f107: (month: number) => number;
  /** satellites launched a year into each shell */
  readonly launchesPerYear?: ArrayLike<number>;
  /** stages left a year in each shell */
  readonly stagesPerYear?: ArrayLike<number>;
  readonly missionYears?: number;
  /** satellites that end their mission leave within so many years, this share of them; the rest stay where they are */
  readonly disposal?: { readonly withinYears: number; readonly success: number };
  readonly strikes?: readonly Strike[];
  /** large dead objects removed a year, from where they are most exposed */
  readonly removalsPerYear?: number;
  readonly explosions?: boolean;
  readonly collisions?: boolean;
};

/** What came of a plan, at the start and after each year (years + 1 entries). */
export type Projection = {
  readonly years: number;
  /** tracked objects in all shells */
  readonly total: Float64Array;
  readonly live: Float64Array;
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
  const keys = { breakup: narrow(key, 'breakup'), pair: narrow(key, 'pair') };
  const strikes = (plan.strikes ?? []).map((strike) => ({ strike, key: narrow(key, 'strike', strike.id) }));
  record(out, 0, counts, tally);
  for (let step = 0; step < plan.years * stepsPerYear; step++) {
    serve(counts, plan, stepYears, leaveShell);
    descend(counts, sinking, step);
    for (let k = 0; k < SHELL_COUNT; k++) chances[k] = drawPair(keys.breakup, step, k);
    if (plan.collisions !== false) collide(counts, state, step, stepYears, keys.pair, tally);
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
    byShell: byShell(),
    liveByShell: byShell(),
    collisions: line(),
    catastrophic: line(),
    strikes: line(),
    lost: line(),
  };
}

type Tally = { collisions: number; catastrophic: number; strikes: number; lost: number };

function record(out: Projection, year: number, counts: Float64Array, tally: Tally): void {
  for (let k = 0; k < SHELL_COUNT; k++) {
    let tracked = 0;
    for (let c = 0; c < TRACKED; c++) tracked += counts[c * SHELL_COUNT + k]!;
    out.byShell[year * SHELL_COUNT + k] = tracked;
    out.liveByShell[year * SHELL_COUNT + k] = counts[LIVE * SHELL_COUNT + k]!;
    out.total[year] = out.total[year]! + tracked;
    out.live[year] = out.live[year]! + counts[LIVE * SHELL_COUNT + k]!;
  }
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
  for (let k = 0; k < SHELL_COUNT; k++) {
    const ended = counts[LIVE * SHELL_COUNT + k]! * ending;
    counts[LIVE * SHELL_COUNT + k] =
      counts[LIVE * SHELL_COUNT + k]! - ended + (plan.launchesPerYear?.[k] ?? 0) * stepYears;
    counts[STAGES * SHELL_COUNT + k] = counts[STAGES * SHELL_COUNT + k]! + (plan.stagesPerYear?.[k] ?? 0) * stepYears;
    const stay = DERELICT * SHELL_COUNT + k;
    counts[stay] = counts[stay]! + ended * (1 - success);
    const leave = DERELICT * SHELL_COUNT + leaveShell[k]!;
    if (leaveShell[k]! >= 0) counts[leave] = counts[leave]! + ended * success;
  }
}

/**
 * Shell to which a satellite of each shell goes to re-enter in time: the highest one from which drag alone takes at most the
 * rule's years at PLANNING_F107; -1 when it is brought down within months, as from low shells or when no shell is low enough.
 */
function disposalShells(state: ShellState, plan: Plan): Int8Array {
  const limit = plan.disposal?.withinYears ?? Number.POSITIVE_INFINITY;
  const out = new Int8Array(SHELL_COUNT);
  let years = 0;
  let best = -1;
  for (let k = 0; k < SHELL_COUNT; k++) {
    years += 1 / (crossingsPerYear(k, PLANNING_F107) * state.areaToMassM2Kg[DERELICT]!);
    if (years <= limit) best = k;
    out[k] = shellFloorKm(k) < BROUGHT_DOWN_BELOW_KM ? -1 : Math.min(k, best);
  }
  return out;
}

/** Grid of the crossing table, sfu. */
const FLUX_FLOOR = 65;
const FLUX_STEP = 5;
const FLUX_COUNT = 40;

/**
 * Shells crossed a year per unit of A/M (m^2/kg): 1 / the time da = -Cd (A/M) rho sqrt(mu a) dt takes for 50 km, the mean of
 * 1 / rho taken at five altitudes of the shell. Index: flux step x SHELL_COUNT + shell.
 */
const CROSSINGS: Float64Array = Float64Array.from({ length: FLUX_COUNT * SHELL_COUNT }, (_, n) => {
  const flux = FLUX_FLOOR + FLUX_STEP * Math.floor(n / SHELL_COUNT);
  const low = shellFloorKm(n % SHELL_COUNT);
  let seconds = 0;
  for (let part = 0; part < 5; part++) {
    const h = low + ((part + 0.5) * SHELL_STEP_KM) / 5;
    // kg/m^3 x m^2/kg x km^1.5 x km^1.5/s: 1e9 x 1e-6 turns it into km/s.
    const kmPerSecond = 1e3 * DRAG_COEFFICIENT * densityKgM3(h, flux) * Math.sqrt(MU_KM3_S2 * (EARTH_RADIUS_KM + h));
    seconds += SHELL_STEP_KM / 5 / kmPerSecond;
  }
  return SECONDS_PER_YEAR / seconds;
});

/** The table's value at a flux, linear between its steps. */
function crossingsPerYear(shell: number, f107: number): number {
  const at = Math.min(Math.max((f107 - FLUX_FLOOR) / FLUX_STEP, 0), FLUX_COUNT - 1.001);
  const n = Math.floor(at);
  const low = CROSSINGS[n * SHELL_COUNT + shell]!;
  return low + (at - n) * (CROSSINGS[(n + 1) * SHELL_COUNT + shell]! - low);
}

/** What is the same in every run of a plan from a state. */
type Prepared = { readonly leaveShell: Int8Array; readonly sinking: Float64Array };
const preparedPlans = new WeakMap<ShellState, WeakMap<Plan, Prepared>>();

function preparedFor(state: ShellState, plan: Plan): Prepared {
  const ofState = preparedPlans.get(state) ?? new WeakMap<Plan, Prepared>();
  preparedPlans.set(state, ofState);
  const known = ofState.get(plan);
  if (known) return known;
  const prepared = { leaveShell: disposalShells(state, plan), sinking: sinkingRates(state.areaToMassM2Kg, plan) };
  ofState.set(plan, prepared);
  return prepared;
}

/** Classes that sink: all but the working satellites, which keep their orbit. */
const SINKING_CLASSES = CLASS_COUNT - DERELICT;

/** dt rate for each step, shell from the top down, and sinking class. */
function sinkingRates(areaToMass: Float64Array, plan: Plan): Float64Array {
  const steps = Math.round((12 * plan.years) / plan.stepMonths);
  const out = new Float64Array(steps * SHELL_COUNT * SINKING_CLASSES);
  for (let step = 0, at = 0; step < steps; step++) {
    const flux = plan.f107((step + 0.5) * plan.stepMonths);
    for (let k = SHELL_COUNT - 1; k >= 0; k--) {
      const crossings = (crossingsPerYear(k, flux) * plan.stepMonths) / 12;
      for (let c = DERELICT; c < CLASS_COUNT; c++) out[at++] = crossings * areaToMass[c]!;
    }
  }
  return out;
}

/** One uniform per step and shell: its low end is a collision, its high end an explosion. Both are rare. */
const chances = new Float64Array(SHELL_COUNT);
/** What falls out of a shell into the next, by class. */
const falling = new Float64Array(CLASS_COUNT);

/**
 * Drag, from the top shell down: N_k' = (N_k + in) / (1 + dt rate_k), out = dt rate_k N_k' (implicit upwind: positive for
 * every step, and what falls through several shells in a step does so). Classes in the inner loop: they do not wait for
 * each other.
 */
function descend(counts: Float64Array, sinking: Float64Array, step: number): void {
  falling.fill(0);
  let at = step * SHELL_COUNT * SINKING_CLASSES;
  for (let k = SHELL_COUNT - 1; k >= 0; k--)
    for (let c = DERELICT; c < CLASS_COUNT; c++) {
      const rate = sinking[at++]!;
      const place = c * SHELL_COUNT + k;
      const stay = (counts[place]! + falling[c]!) / (1 + rate);
      falling[c] = stay * rate;
      counts[place] = stay;
    }
}

/** pi v_r / V: collisions a year of a pair in a shell, per km^2 of (r_i + r_j)^2. */
const PER_PAIR_YEAR = SHELL_VOLUMES_KM3.map((volume) => (Math.PI * RELATIVE_SPEED_KMS * SECONDS_PER_YEAR) / volume);

/** Collisions of tracked objects as keyed events, and the expected losses of satellites to pieces of 1-10 cm. */
function collide(
  counts: Float64Array,
  state: ShellState,
  step: number,
  stepYears: number,
  pairKey: Key,
  tally: Tally,
): void {
  const { radiusKm } = state;
  for (let k = 0; k < SHELL_COUNT; k++) {
    const perPair = PER_PAIR_YEAR[k]! * stepYears;
    let n = 0;
    let s1 = 0;
    let s2 = 0;
    for (let c = DERELICT; c < TRACKED; c++) {
      const count = counts[c * SHELL_COUNT + k]!;
      const r = radiusKm[c]!;
      n += count;
      s1 += count * r;
      s2 += count * r * r;
    }
    const live = counts[LIVE * SHELL_COUNT + k]!;
    const r = radiusKm[LIVE]!;
    const passive = (n * s2 + s1 * s1) * perPair;
    const avoiding = AVOIDANCE_RESIDUAL * live * (s2 + 2 * r * s1 + r * r * n) * perPair;
    // Small pieces cannot be seen, so they are not avoided.
    const hit = Math.min(live, live * counts[SMALL * SHELL_COUNT + k]! * r * r * perPair);
    counts[LIVE * SHELL_COUNT + k] = live - hit;
    counts[DERELICT * SHELL_COUNT + k] = counts[DERELICT * SHELL_COUNT + k]! + hit;
    tally.lost += hit;
    if (!happens(chances[k]!, passive + avoiding)) continue;
    tally.collisions++;
    const [a, b] = whichPair(counts, state, k, drawPair(pairKey, step, k));
    if (a === LIVE) tally.lost++;
    if (breakPair(counts, state, k, a, b)) tally.catastrophic++;
  }
}

/** Pairs of classes that may collide, lower class first: all but two working satellites. */
const PAIRS: readonly (readonly [number, number])[] = Array.from({ length: TRACKED }, (_, a) =>
  Array.from({ length: TRACKED }, (_, b) => [a, b] as const).filter(([, b]) => b >= Math.max(a, DERELICT)),
).flat();
const pairWeights = new Float64Array(PAIRS.length);

/** The two classes of a collision in shell k: pairs weighed by their rate, chosen by one uniform. */
function whichPair(counts: Float64Array, state: ShellState, k: number, uniform: number): readonly [number, number] {
  let sum = 0;
  PAIRS.forEach(([a, b], n) => {
    const reach = state.radiusKm[a]! + state.radiusKm[b]!;
    const each = counts[a * SHELL_COUNT + k]! * counts[b * SHELL_COUNT + k]! * reach * reach;
    sum += each * (a === b ? 0.5 : 1) * (a === LIVE ? AVOIDANCE_RESIDUAL : 1);
    pairWeights[n] = sum;
  });
  const place = pairWeights.findIndex((weight) => uniform * sum < weight);
  return PAIRS[place < 0 ? PAIRS.length - 1 : place]!;
}

/**
 * Takes both bodies away and scatters their pieces; below 40 J/g the heavier one stays and m_p v^2 comes off it. Did both
 * shatter?
 */
function breakPair(counts: Float64Array, state: ShellState, k: number, a: number, b: number): boolean {
  const light = Math.min(state.massKg[a]!, state.massKg[b]!);
  const both = state.massKg[a]! + state.massKg[b]!;
  const shattered = specificEnergyJKg(state.massKg[a]!, state.massKg[b]!, RELATIVE_SPEED_KMS) >= CATASTROPHIC_J_KG;
  const lighter = state.massKg[a]! < state.massKg[b]! ? a : b;
  for (const c of shattered ? [a, b] : [lighter]) take(counts, c, k, 1);
  scatter(counts, 'collision', k, shattered ? both : Math.min(both, light * RELATIVE_SPEED_KMS ** 2));
  return shattered;
}

function take(counts: Float64Array, c: number, k: number, number: number): void {
  counts[c * SHELL_COUNT + k] = Math.max(0, counts[c * SHELL_COUNT + k]! - number);
}

/** Is a uniform below 1 - exp(-rate), the probability of an event or more? The rate bounds it, and is cheaper. */
const happens = (uniform: number, rate: number): boolean => uniform < rate && uniform < 1 - Math.exp(-rate);

/** Explosions of stages and derelicts as keyed events, at most one in a shell and step. */
function explode(counts: Float64Array, state: ShellState, stepYears: number): void {
  const { explosionsPerYear } = state;
  for (let k = 0; k < SHELL_COUNT; k++) {
    const stages = counts[STAGES * SHELL_COUNT + k]! * explosionsPerYear[STAGES]! * stepYears;
    const derelicts = counts[DERELICT * SHELL_COUNT + k]! * explosionsPerYear[DERELICT]! * stepYears;
    const uniform = 1 - chances[k]!;
    if (!happens(uniform, stages + derelicts)) continue;
    take(counts, happens(uniform, stages) ? STAGES : DERELICT, k, 1);
    scatter(counts, 'explosion', k, EXPLOSION_SCALE);
  }
}

/** Adds a collision's pieces at an altitude: between the kernels of the two shells whose middles are next to it. */
function scatterAt(counts: Float64Array, altitudeKm: number, massKg: number): void {
  const place = Math.min(Math.max((altitudeKm - shellFloorKm(0)) / SHELL_STEP_KM - 0.5, 0), SHELL_COUNT - 1);
  const low = Math.floor(place);
  scatter(counts, 'collision', low, massKg, 1 - (place - low));
  if (place > low) scatter(counts, 'collision', low + 1, massKg, place - low);
}

/** Adds a share of the pieces of a break-up in a shell: tracked ones by class, small ones, spread over shells by the kernel. */
function scatter(counts: Float64Array, kind: BreakUpKind, shell: number, massOrScale: number, share = 1): void {
  const kernel = fragmentKernel(kind, shell);
  const tracked = share * expectedCounts(kind, massOrScale, 0.1);
  const small = share * expectedCounts(kind, massOrScale, 0.01) - tracked;
  const from = FIRST_DEBRIS * SHELL_COUNT;
  for (let n = 0; n < kernel.tracked.length; n++) counts[from + n] = counts[from + n]! + tracked * kernel.tracked[n]!;
  for (let k = 0; k < SHELL_COUNT; k++)
    counts[SMALL * SHELL_COUNT + k] = counts[SMALL * SHELL_COUNT + k]! + small * kernel.small[k]!;
}

/** Removes large dead objects, shell by shell in the order of mass at stake times density of what could hit it. */
function remove(counts: Float64Array, number: number): void {
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
