/** What happens to low orbit over decades and centuries, beside what the literature found. */

import {
  bands,
  type Plan,
  type Projection,
  projectShells,
  type ShellState,
  shellState,
} from '../../shared/orbits/decades/shells.ts';
import { drawCycle, f107At } from '../../shared/orbits/motion/atmosphere.ts';
import { explosionsPerYear } from '../../shared/orbits/motion/evolve.ts';
import { addResidence, SHELL_COUNT, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { PAYLOAD, type Population, STAGE } from '../../shared/orbits/table/population.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { holds, type Line, near, printed, within, withinFactor } from './line.ts';

const SEEDS = 50;
const CENTURIES = 200;

type Start = { readonly sky: Population; readonly state: ShellState; readonly year: number };

function startOf(file: string): Start {
  const { sky, startMs } = readSky(shippedSky(file));
  return { sky, state: shellState(sky), year: decimalYear(startMs) };
}

/** Objects of a kind launched a year into each shell over the last eight years: the traffic that is repeated. */
function traffic(sky: Population, kind: number): Float64Array {
  const out = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++)
    if (sky.kind[i] === kind && sky.birthMonth[i]! >= -96)
      addResidence(out, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]! / 8);
  return out;
}

/** Lower edge of the shell from which drag takes about 25 years at a usual area per mass, km. */
const RULE_SHELL_KM = 600;
const DISPOSED = 0.9;

/** Stages by the shell in which they are left: nine of ten of the higher ones go down to where the 25-year rule is kept. */
function leftBehind(stages: Float64Array): Float64Array {
  const rule = shellOf(RULE_SHELL_KM);
  const out = stages.map((n, shell) => (shell > rule ? n * (1 - DISPOSED) : n));
  for (let shell = rule + 1; shell < SHELL_COUNT; shell++) out[rule] = out[rule]! + DISPOSED * stages[shell]!;
  return out;
}

function runs(start: Start, plan: Omit<Plan, 'f107' | 'stepMonths'>, seeds: number): Projection[] {
  return Array.from({ length: seeds }, (_, n) => {
    const key = narrow(keyOf('long term'), 'run', n);
    const sun = drawCycle(key, start.year);
    return projectShells(start.state, { ...plan, stepMonths: 6, f107: (month) => f107At(month, sun) }, key);
  });
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const LEGEND = 'Liou & Johnson, Science 311, 2006';
const FROZEN = 'published from the sky of December 2004; ours from November 2006, without explosions';
const IADC = 'IADC-12-08, six models';

/** Catastrophic collisions a year in the hundred years from one on, mean over the runs. */
const perYearIn = (projections: readonly Projection[], from: number): number =>
  mean(projections.map(({ catastrophic }) => catastrophic[from + CENTURIES / 2]! - catastrophic[from]!)) / 100;
/** Mean over the runs of a tally at the end. */
const total = (projections: readonly Projection[], what: 'collisions' | 'catastrophic'): number =>
  mean(projections.map((run) => run[what][CENTURIES]!));
const count = (x: number): string => String(Math.round(x));
const bandOf = (projections: readonly Projection[], year: number): string => {
  const { p10, p50, p90 } = bands(projections.map((run) => run.total));
  return `${count(p10[year]!)} / ${count(p50[year]!)} / ${count(p90[year]!)}`;
};

function explosionLines(): Line[] {
  const perYear = (file: string): number => explosionsPerYear(startOf(file).sky, 0);
  const judged = (file: string): Line =>
    near(0.5, {
      quantity: `expected explosions a year, ${file}`,
      published: 4.5,
      ours: perYear(file),
      source: 'ESA, 2020: 4-5 a year in history',
    });
  return [
    judged('sky-2006-11.csv'),
    judged('sky-2008-10.csv'),
    printed('expected explosions a year, sky-2025-09.csv', '-', perYear('sky-2025-09.csv').toFixed(1), {
      source: 'estimate',
    }),
  ];
}

function centuryLines(progress: (share: number) => void): Line[] {
  const before = startOf('sky-2006-11.csv');
  const frozen = runs(before, { years: CENTURIES, explosions: false }, SEEDS);
  progress(0.3);
  const after = startOf('sky-2008-10.csv');
  const usual = {
    years: CENTURIES,
    launchesPerYear: traffic(after.sky, PAYLOAD),
    stagesPerYear: leftBehind(traffic(after.sky, STAGE)),
    missionYears: 8,
    disposal: { withinYears: 25, success: DISPOSED },
    explosions: false,
  };
  const kept = runs(after, usual, SEEDS);
  progress(0.65);
  const cleaned = runs(after, { ...usual, removalsPerYear: 5 }, SEEDS);
  progress(1);
  const start = kept[0]!.total[0]!;
  const lower = cleaned.filter((run, n) => run.total[CENTURIES]! < kept[n]!.total[CENTURIES]!).length;
  const removal = 'Liou, Johnson, Hill 2010: about five removals a year hold low orbit steady';
  return [
    withinFactor(2, {
      quantity: 'no launches from 2006: collisions in 200 years',
      published: 18,
      ours: total(frozen, 'collisions'),
      source: LEGEND,
      note: FROZEN,
    }),
    withinFactor(2, {
      quantity: '... of them catastrophic',
      published: 11,
      ours: total(frozen, 'catastrophic'),
      source: LEGEND,
      note: FROZEN,
    }),
    printed(
      '... catastrophic a year, first and second century',
      '0.05, rising',
      `${perYearIn(frozen, 0).toFixed(3)}, ${perYearIn(frozen, CENTURIES / 2).toFixed(3)}`,
      { source: LEGEND, note: FROZEN },
    ),
    printed(
      '... objects at the start, after 50 and after 200 years, 10/50/90 %',
      'steady for 50 years, then grows',
      `${count(frozen[0]!.total[0]!)}; ${bandOf(frozen, 50)}; ${bandOf(frozen, CENTURIES)}`,
      { source: LEGEND, note: FROZEN },
    ),
    withinFactor(2, {
      quantity: 'usual launches from 2008, 90 % disposal: years per catastrophic collision',
      published: 7,
      ours: CENTURIES / total(kept, 'catastrophic'),
      source: IADC,
      note: 'published: 5 to 9; no explosions, the launches of the eight years before repeated, missions of 8 years',
    }),
    withinFactor(2, {
      quantity: '... growth of the number of objects in 200 years, mean, share',
      published: 0.3,
      ours: mean(kept.map((run) => run.total[CENTURIES]!)) / start - 1,
      source: IADC,
    }),
    printed(
      '... objects at the start and after 200 years, 10/50/90 %',
      '-',
      `${count(start)}; ${bandOf(kept, CENTURIES)}`,
      { source: IADC },
    ),
    within(0.15, {
      quantity: 'with five removals a year: mean objects after 200 years',
      published: start,
      ours: mean(cleaned.map((run) => run.total[CENTURIES]!)),
      source: removal,
    }),
    holds(
      'with five removals a year: fewer than without in 90 % of seeds',
      lower >= 0.9 * SEEDS,
      `${lower} of ${SEEDS}`,
      removal,
    ),
  ];
}

/** @param progress is told the share done */
export function longTermLines(progress: (share: number) => void): Line[] {
  return [...explosionLines(), ...centuryLines(progress)];
}
