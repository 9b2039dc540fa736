/**
 * Orbit health and the lines of the epilogue: 25 years of low orbit from the instruments in force, on the same keyed draws in
 * every world.
 *
 *   H = mean over the epilogue's years of close passes under 1 km per satellite-year, weighted by the working satellites of
 *       the start in each 50 km shell, pairs within a constellation left out
 *   J = 100 (H_bad - H) / (H_bad - H_good), cut to 0..100
 *
 * H_good and H_bad are medians of reference runs that start from the sky as played without the pieces of its strikes: the best
 * all-gain package, and four high strikes with no text. The H of a game is its median difference to the good reference, run by
 * run on the same draws, added to H_good. So J compares conduct, not launches or luck.
 */

import type { Package } from '../../clauses/text.ts';
import {
  bands,
  closePassRate,
  type Projection,
  projectShells,
  type ShellState,
  shellState,
} from '../../orbits/decades/shells.ts';
import { SHELL_COUNT } from '../../orbits/table/altitudes.ts';
import { type Key, keyOf, narrow } from '../../orbits/table/chance.ts';
import { type Population, pick } from '../../orbits/table/population.ts';
import { cloudOf, isIntercept, type SeatId } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';
import { planOf, type Striker } from './conduct.ts';
import type { Deal } from './deal.ts';
import type { PackageOutcome } from './package.ts';
import { type Results, yearsMean } from './results-shape.ts';

type World = {
  readonly shells: ShellState;
  readonly text: Package | null;
  readonly parties: readonly SeatId[];
  /** seats whose high strike falls in the first year, beside what they may do later */
  readonly struck: readonly Striker[];
};

/** A world's runs: H of each, and lines by year of close passes per satellite-year and of tracked objects. */
type Runs = {
  readonly h: readonly number[];
  readonly passes: readonly (readonly number[])[];
  readonly tracked: readonly (readonly number[])[];
};

/**
 * @param sky the sky after the last turn
 * @param best the best package that leaves everybody better; null where there is none
 */
export function orbitHealth(
  state: State,
  sky: Population,
  outcome: PackageOutcome,
  best: Deal | null,
): Pick<Results, 'health' | 'epilogue'> {
  const strikers = strikersOf(state);
  const clean = withoutStrikes(state, sky);
  const before = shellState(clean);
  const cleaned = best?.fundMet ? shellState(without(clean, new Set(state.scenario.fund.removes))) : before;
  const worlds = {
    played: { shells: shellState(sky), text: outcome.text, parties: outcome.parties, struck: [] },
    nothing: { shells: before, text: null, parties: [], struck: [] },
    best: { shells: cleaned, text: best, parties: best?.parties ?? [], struck: [] },
    bad: { shells: before, text: null, parties: [], struck: strikers },
  } satisfies Record<string, World>;
  const key = narrow(keyOf(state.seed), 'epilogue');
  const run = (world: World): Runs => runWorld(state, world, strikers, key);
  const runs = { played: run(worlds.played), nothing: run(worlds.nothing), best: run(worlds.best) };
  const bad = run(worlds.bad);
  const good = median(runs.best.h);
  const worst = median(bad.h);
  const score = (h: number): number =>
    Math.min(100, Math.max(0, worst > good ? (100 * (worst - h)) / (worst - good) : 0));
  // Paired with the good reference of the same draws, so that the luck both share drops out.
  const paired = runs.played.h.map((h, n) => good + h - runs.best.h[n]!).sort((a, b) => a - b);
  const lines = ['played', 'nothing', 'best'] as const;
  return {
    health: { j: score(median(paired)), low: score(quantile(paired, 0.9)), high: score(quantile(paired, 0.1)) },
    epilogue: lines.map((line) => ({
      line,
      ...bands(runs[line].passes),
      tracked: bands(runs[line].tracked).p50.map(Math.round),
    })),
  };
}

/** Seats that can test, and what a later test of each would be on. */
function strikersOf(state: State): Striker[] {
  return state.scenario.seats.flatMap((spec) =>
    spec.strike && spec.targets
      ? [
          {
            seat: spec.id,
            altitudeKm: spec.targets.highAltitudeKm,
            massKg: spec.targets.highMassKg + state.scenario.strike.interceptorKg,
          },
        ]
      : [],
  );
}

/** The sky without some objects. */
function without(sky: Population, ids: ReadonlySet<number>): Population {
  const rows: number[] = [];
  for (let i = 0; i < sky.count; i++) if (!ids.has(sky.id[i]!)) rows.push(i);
  return pick(sky, rows);
}

/** The sky without the pieces of the game's strikes. */
function withoutStrikes(state: State, sky: Population): Population {
  const clouds = new Set(state.facts.flatMap((fact) => (isIntercept(fact) ? [cloudOf(fact.target)] : [])));
  if (clouds.size === 0) return sky;
  const rows: number[] = [];
  for (let i = 0; i < sky.count; i++) if (!clouds.has(sky.breakupId[i]!)) rows.push(i);
  return pick(sky, rows);
}

function runWorld(state: State, world: World, strikers: readonly Striker[], key: Key): Runs {
  const { scenario } = state;
  const from = state.turnsDone.length * scenario.monthsPerTurn;
  const fleets = fleetsOf(state);
  const plan = planOf(
    scenario,
    world.shells,
    strikers,
    world.text,
    world.parties,
    fleets,
    from,
    scenario.epilogueYears,
  );
  const past = world.struck.map(({ seat, altitudeKm, massKg }) => ({
    id: `past ${seat}`,
    altitudeKm,
    massKg,
    atYear: 0,
  }));
  const full = { ...plan, strikes: [...(plan.strikes ?? []), ...past] };
  const weights = weightsOf(state);
  const runs = Array.from({ length: scenario.epilogue.runs }, (_, n) => {
    const projection = projectShells(world.shells, full, narrow(key, 'run', n));
    const passes = passesByYear(projection, weights);
    return { passes, tracked: Array.from(projection.total) };
  });
  return {
    h: runs.map(({ passes }) => yearsMean(passes)),
    passes: runs.map((run) => run.passes),
    tracked: runs.map((run) => run.tracked),
  };
}

/** Working satellites by seat. */
const fleetsOf = (state: State): Record<SeatId, number> =>
  Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, seat.fleetByShell.reduce((sum, n) => sum + n, 0)]),
  );

type ShellWeights = { readonly own: readonly number[]; readonly others: readonly number[] };

/** The start's working satellites by shell, in constellations (whose own pairs do not count) and all others. */
function weightsOf(state: State): ShellWeights {
  const operators = state.scenario.seats.filter((seat) => seat.kind === 'operator').map((seat) => seat.id);
  const own = state.startActiveByShell.map((all, k) =>
    Math.min(
      all,
      operators.reduce((sum, seat) => sum + (state.seats[seat]!.fleetByShell[k] ?? 0), 0),
    ),
  );
  return { own, others: state.startActiveByShell.map((all, k) => all - own[k]!) };
}

/** Close passes per satellite-year at the start and after each year. */
function passesByYear(projection: Projection, { own, others }: ShellWeights): number[] {
  const total = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0);
  const inside = total(own);
  const outside = total(others);
  const none = new Float64Array(SHELL_COUNT);
  return Array.from({ length: projection.years + 1 }, (_, year) => {
    const tracked = projection.byShell.subarray(year * SHELL_COUNT, (year + 1) * SHELL_COUNT);
    const sum = inside * closePassRate(tracked, own) + outside * closePassRate(tracked, others, none);
    return inside + outside > 0 ? sum / (inside + outside) : 0;
  });
}

/** Quantile of sorted numbers, linear between ranks. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}

const median = (xs: readonly number[]): number =>
  quantile(
    [...xs].sort((a, b) => a - b),
    0.5,
  );
