/** What the engine and the rules cost on one thread: each case says what it worked on, and how long the median run took. */

import { builtInScenarios } from '../../server/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { PERSONAS } from '../../shared/bots/personas.ts';
import { playTable } from '../../shared/bots/table.ts';
import { forecast } from '../../shared/game/forecast.ts';
import { knowledgeOf } from '../../shared/game/knowledge.ts';
import { newGame, resolveTurn, skyFor, viewFor } from '../../shared/game/rules.ts';
import type { Game, Viewer } from '../../shared/game/state.ts';
import { breakUp } from '../../shared/orbits/breakup.ts';
import { keyOf, narrow } from '../../shared/orbits/chance.ts';
import { evolveMonth } from '../../shared/orbits/evolve.ts';
import { type Population, rowAt } from '../../shared/orbits/population.ts';
import { type ElementSet, positionsAt, satrecOf } from '../../shared/orbits/propagate.ts';
import { rowsOf2025, START_2025_MS } from '../orbits/skies.ts';

/** One measurement. `objects`: rows, fragments, positions or views worked on in a run; `steps`: months, turns or calls in it. */
export type Measured = {
  readonly name: string;
  readonly objects: number;
  readonly steps: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly threads: 1;
};
type Case = {
  readonly runs: number;
  readonly prepare: () => () => { readonly objects: number; readonly steps: number };
};

const scenario = builtInScenarios().get('first-test')!;
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

const fullSky = (): Population => readStartSky(scenario, false).sky;

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

export const ENGINE_CASES: Readonly<Record<string, Case>> = {
  /** reading the catalogue file into a population */
  catalogue: { runs: 3, prepare: () => () => ({ objects: fullSky().count, steps: 1 }) },
  /** twelve months of the full sky; aim: under 1.5 s */
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
  /** a million fragments of break-ups of one rocket stage */
  fragments: {
    runs: 3,
    prepare: () => {
      const sky = fullSky();
      const target = { ...rowAt(sky, 0), massKg: 3000, sizeM: 8 };
      const spec = { kind: 'collision', target, projectile: { massKg: 20, speedKms: 10 }, month: 0 } as const;
      return () => {
        let objects = 0;
        let steps = 0;
        for (; objects < FRAGMENTS; steps++)
          objects += breakUp({ ...spec, breakupId: 2 ** 41 + steps }, KEY).rows.length;
        return { objects, steps };
      };
    },
  },
  /** positions of 30,000 objects at one instant by SGP4 */
  sgp4: {
    runs: 5,
    prepare: () => {
      const sets: ElementSet[] = rowsOf2025().flatMap((row) => satrecOf(row) ?? []);
      const all = Array.from({ length: POSITIONS }, (_, i) => sets[i % sets.length]!);
      const out = new Float64Array(3 * POSITIONS);
      return () => {
        positionsAt(all, START_2025_MS, out);
        return { objects: POSITIONS, steps: 1 };
      };
    },
  },
};

/** Runs one case, after one run that does not count, and takes the median. */
export function measure(name: string, { runs, prepare }: Case): Measured {
  const run = prepare();
  let work = run();
  const seconds: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    work = run();
    seconds.push((performance.now() - start) / 1000);
  }
  const median = seconds.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
  return { name, ...work, seconds: median, perSecond: (work.objects * work.steps) / median, threads: 1 };
}
