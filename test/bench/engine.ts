/** What the engine and the rules cost on one thread: each case says what it worked on, and how long the median run took. */

import { scenarioOf } from '../../server/cli/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { PERSONAS } from '../../shared/bots/personas.ts';
import { playTable } from '../../shared/bots/table.ts';
import { forecast } from '../../shared/game/other-worlds/forecast.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import { newGame, resolveTurn, skyFor, viewFor } from '../../shared/game/rules.ts';
import { knowledgeOf } from '../../shared/game/sight/knowledge.ts';
import type { Game } from '../../shared/game/state.ts';
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { bands, type Plan, projectShells, shellState } from '../../shared/orbits/decades/shells.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { bulkStates, type ElementSet, satrecOf } from '../../shared/orbits/motion/propagate.ts';
import { isKernels } from '../../shared/orbits/motion/sgp4-kernel/sets.ts';
import { findConjunctions } from '../../shared/orbits/risk/conjunctions.ts';
import { SHELL_COUNT } from '../../shared/orbits/table/altitudes.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { type Population, rowAt } from '../../shared/orbits/table/population.ts';
import { rowsOf2025, START_2025_MS } from '../orbits/skies.ts';
import { optionOf } from './options.ts';
import { type Rival, sgp4Rivals } from './rivals.ts';

/** One measurement. `objects`: rows, fragments, positions or views worked on in a run; `steps`: months, turns or calls in it. */
export type Measured = {
  readonly name: string;
  readonly objects: number;
  readonly steps: number;
  readonly seconds: number;
  /** of this thread alone, median: what `seconds` is on a machine with nothing else to do */
  readonly cpuSeconds: number;
  readonly perSecond: number;
  readonly threads: 1;
  /** published figures for such work on like hardware, one thread */
  readonly reference?: string;
  /** what others took in the same run: median, and their time on the processor as a multiple of ours */
  readonly rivals?: readonly { readonly name: string; readonly seconds: number; readonly ratio: number }[];
};
type Case = {
  readonly runs: number;
  readonly prepare: () => Run | Promise<Run>;
  readonly reference?: string;
  readonly rivals?: () => Promise<readonly Rival[]>;
};
type Work = { readonly objects: number; readonly steps: number };
type Run = () => Work | Promise<Work>;

const scenario = scenarioOf(optionOf('scenario') ?? 'first-test');
const seats = scenario.seats.map((seat) => seat.id);
const audiences: readonly Viewer[] = [
  ...seats.map((seat): Viewer => ({ kind: 'seat', seat })),
  { kind: 'guest' },
  { kind: 'projector' },
  { kind: 'spectator' },
  { kind: 'facilitator' },
];
const KEY = keyOf('bench');
const MONTHS = 12;
const FRAGMENTS = 1_000_000;
const POSITIONS = 30_000;
const DECADES = 50;
const SEEDS = 40;

const fullSky = (): Population => readStartSky(scenario, false).sky;

/** As many element sets as positions are asked for, the catalogue's or the near-earth ones of it, and the first of them again. */
function manySets(nearOnly = false): ElementSet[] {
  const sets = rowsOf2025()
    .flatMap((row) => satrecOf(row) ?? [])
    .filter(({ satrec }) => !nearOnly || isKernels(satrec));
  return Array.from({ length: POSITIONS }, (_, i) => sets[i % sets.length]!);
}

/** A game on the full sky whose first turn is sealed. */
function sealed(sky: Population): Game {
  const game = newGame(scenario, 'bench', sky);
  return { ...game, state: { ...game.state, clock: { ...game.state.clock, phase: 'resolution', turn: 1 } } };
}

/** The sky of the thin game after its last turn, with the state of its debrief. */
function thinGame(seed: string): Game {
  const { sky } = readStartSky(scenario, true);
  const personas = Object.fromEntries(seats.map((seat, i) => [seat, PERSONAS[i % PERSONAS.length]!]));
  return playTable(scenario, sky, seed, { thin: true, personas }).game;
}

const sgp4Case = (nearOnly: boolean): Case => ({
  runs: 15,
  reference: 'satellite.js in bulk: 1.9 million positions a second; plain C++: 2.2 million',
  rivals: () => sgp4Rivals(manySets(nearOnly), START_2025_MS),
  prepare: async () => {
    const bulk = await bulkStates(manySets(nearOnly));
    const out = [new Float64Array(6 * POSITIONS)];
    return () => {
      bulk.statesAt([START_2025_MS], out);
      return { objects: POSITIONS, steps: 1 };
    };
  },
});

export const ENGINE_CASES: Readonly<Record<string, Case>> = {
  /** reading the catalogue file into a population */
  catalogue: { runs: 3, prepare: () => () => ({ objects: fullSky().count, steps: 1 }) },
  /** twelve months of the full sky; aim: under 0.5 s */
  year: {
    runs: 5,
    prepare: () => {
      const start = fullSky();
      return () => {
        let sky = start;
        for (let month = 0; month < MONTHS; month++)
          ({ sky } = evolveMonth(sky, { month, f107: 150 }, narrow(KEY, 'month', month)));
        return { objects: start.count, steps: MONTHS };
      };
    },
  },
  /** a whole turn on the full sky, evidence, money and hash included; aim: under 1.5 s */
  turn: {
    runs: 5,
    prepare: () => {
      const game = sealed(fullSky());
      return () => {
        resolveTurn(game);
        return { objects: game.sky.count, steps: MONTHS };
      };
    },
  },
  /** a whole game of bots on the thin sky, results included */
  'thin-game': {
    runs: 3,
    prepare: () => {
      let n = 0;
      return () => ({ objects: thinGame(`bench-${n++}`).sky.count, steps: scenario.turns });
    },
  },
  /** the views of all ten audiences at the end of a game */
  views: {
    runs: 50,
    prepare: () => {
      const game = thinGame('bench');
      return () => {
        for (const viewer of audiences) viewFor(game, viewer);
        return { objects: audiences.length, steps: 1 };
      };
    },
  },
  /** the overlay of one seat after a year of the full sky */
  overlay: {
    runs: 5,
    prepare: () => {
      const game = sealed(fullSky());
      const { outcome, sky } = resolveTurn(game);
      const after = { state: { ...game.state, turnsDone: [outcome.summary] }, sky };
      return () => {
        skyFor(after, { kind: 'seat', seat: seats[0]! });
        return { objects: sky.count, steps: 1 };
      };
    },
  },
  /** one text forecast over fifty years; aim: under 2 s */
  forecast: {
    runs: 3,
    prepare: () => {
      const sky = fullSky();
      const text = { N01: 0, N06: 5, N10: 30, N17: 'members', lead: 'US', road: 'open' } as const;
      const view = viewFor(newGame(scenario, 'bench', sky), { kind: 'seat', seat: seats[0]! });
      return () => {
        forecast(knowledgeOf(view, scenario, sky, text), text, KEY);
        return { objects: 1, steps: 1 };
      };
    },
  },
  /** four worlds of fifty years, 40 seeds each, with bands; aim: under 60 ms (40 on a quiet machine) */
  worlds: {
    runs: 15,
    prepare: () => {
      const state = shellState(fullSky());
      const launches = Float64Array.from(state.counts.subarray(0, SHELL_COUNT), (live) => live / 6);
      const strike = { id: 's', altitudeKm: 850, massKg: 900, fromYear: 0, untilYear: DECADES };
      const plans = [0, 0.02, 0.05, 0.1].map(
        (probabilityPerYear): Plan => ({
          years: DECADES,
          stepMonths: 6,
          f107: (month) => 70 + 100 * Math.sin((Math.PI * month) / 132) ** 2,
          launchesPerYear: launches,
          disposal: { withinYears: 5, success: 0.9 },
          strikes: [{ ...strike, probabilityPerYear }],
        }),
      );
      return () => {
        for (const plan of plans) {
          // A plan object of its own for each run, so that what is prepared once for a plan counts too.
          const fresh = { ...plan };
          const runs = Array.from({ length: SEEDS }, (_, n) => projectShells(state, fresh, narrow(KEY, 'seed', n)));
          bands(runs.map((run) => run.total));
        }
        return { objects: plans.length * SEEDS, steps: 2 * DECADES };
      };
    },
  },
  /** a million fragments of one rocket stage, mass and momentum closed; aim: under 0.25 s */
  fragments: {
    runs: 5,
    reference: 'ESA NASA-breakup-model-cpp: 2.8 million fragments a second',
    prepare: () => {
      const target = { ...rowAt(fullSky(), 0), massKg: 3000, sizeM: 8 };
      const spec = { kind: 'collision', target, projectile: { massKg: 20, speedKms: 10 }, month: 0 } as const;
      return () => {
        let objects = 0;
        let steps = 0;
        for (; objects < FRAGMENTS; steps++)
          objects += cloudOf({ ...spec, breakupId: 2 ** 41 + steps }, 10, KEY).fragments.count;
        return { objects, steps: 1 };
      };
    },
  },
  /** the same as rows of a sky, with orbits, ids and pedigree */
  'fragment-rows': {
    runs: 3,
    prepare: () => {
      const target = { ...rowAt(fullSky(), 0), massKg: 3000, sizeM: 8 };
      const spec = { kind: 'collision', target, projectile: { massKg: 20, speedKms: 10 }, month: 0 } as const;
      return () => {
        let objects = 0;
        for (let n = 0; objects < FRAGMENTS / 10; n++)
          objects += breakUp({ ...spec, breakupId: 2 ** 41 + n }, KEY).rows.length;
        return { objects, steps: 1 };
      };
    },
  },
  /** states of 30,000 objects at one instant by SGP4; aim: under 25 ms */
  sgp4: sgp4Case(false),
  /** the same of near-earth objects alone; aim: satellite.js in bulk takes at least 2.2 times as long */
  'sgp4-near': sgp4Case(true),
  /** all conjunctions under 5 km of the full catalogue over a day; aim: under 8 s */
  screen: {
    runs: 1,
    reference: 'ESA cascade: about 85 s a day for 19,484 objects in low orbit',
    prepare: () => {
      const bodies = rowsOf2025().map((row) => ({ id: Number(row.noradId), set: satrecOf(row)! }));
      return async () => {
        await findConjunctions(bodies, { fromMs: START_2025_MS, hours: 24, thresholdKm: 5 });
        return { objects: bodies.length, steps: 1 };
      };
    },
  },
};

/** Runs one case, after one run that does not count (unless one is all there is), and takes the median; its rivals likewise. */
export async function measure(name: string, { runs, prepare, reference, rivals }: Case): Promise<Measured> {
  const run = await prepare();
  const { work, seconds, cpuSeconds } = await medians(run, runs);
  const { objects, steps } = work;
  const others = [];
  for (const rival of (await rivals?.()) ?? []) {
    const theirRun: Run = () => {
      rival.run();
      return work;
    };
    const theirs = await medians(theirRun, runs);
    others.push({ name: rival.name, seconds: theirs.seconds, ratio: theirs.cpuSeconds / cpuSeconds });
  }
  return {
    name,
    objects,
    steps,
    seconds,
    cpuSeconds,
    perSecond: (objects * steps) / seconds,
    threads: 1,
    ...(reference === undefined ? {} : { reference }),
    ...(others.length === 0 ? {} : { rivals: others }),
  };
}

async function medians(run: Run, runs: number): Promise<{ work: Work; seconds: number; cpuSeconds: number }> {
  let work: Work | null = runs > 1 ? await run() : null;
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    const cpu = process.threadCpuUsage();
    work = await run();
    const { user, system } = process.threadCpuUsage(cpu);
    seconds.push((performance.now() - start) / 1000);
    cpuSeconds.push((user + system) / 1e6);
  }
  return { work: work!, seconds: medianOf(seconds), cpuSeconds: medianOf(cpuSeconds) };
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
