/** The fast model of shells against the objects one by one, on the same cases. */

import { projectShells, shellState } from '../../shared/orbits/decades/shells.ts';
import { drawCycle, f107At } from '../../shared/orbits/motion/atmosphere.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { shellCounts } from '../../shared/orbits/table/altitudes.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { ACTIVE, type Population } from '../../shared/orbits/table/population.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { type Line, within } from './line.ts';

/** Skies, and the share of satellites in low orbit that leave it at the end of their mission. */
const CASES = [
  { file: 'sky-2008-10.csv', leaving: 0 },
  { file: 'sky-2021.csv', leaving: 0.9 },
  { file: 'sky-2025-09.csv', leaving: 0.9 },
] as const;
const YEARS = 20;
const SHELL_SEEDS = 40;
const KEY = keyOf('agreement');

/** Objects in the shells, by the time they spend there. */
const inLowOrbit = (sky: Population): number => shellCounts(sky).reduce((a, b) => a + b, 0);

/** Years that the missions of working satellites go on, in the mean. */
function missionYearsLeft(sky: Population): number {
  let months = 0;
  let working = 0;
  for (let i = 0; i < sky.count; i++)
    if (sky.flags[i]! & ACTIVE) {
      months += sky.weight[i]! * Math.max(0, sky.missionEndMonth[i]!);
      working += sky.weight[i]!;
    }
  return working > 0 ? months / working / 12 : 1;
}

/**
 * Objects in low orbit after twenty years without launches and explosions, mean over `seeds` runs of the objects and over 40 of
 * the shells; both under the same Sun, with collisions. One run of one case takes two or three seconds.
 */
export function agreementLines(seeds: number, progress: (share: number) => void = () => {}): Line[] {
  return CASES.map(({ file, leaving }, c) => {
    const { sky, startMs } = readSky(shippedSky(file));
    const sun = drawCycle(KEY, decimalYear(startMs));
    const f107 = (month: number): number => f107At(month, sun);
    let ofObjects = 0;
    for (let seed = 0; seed < seeds; seed++) {
      let now = sky;
      for (let month = 0; month < 12 * YEARS; month++) {
        const disposal = { constellation: leaving, other: leaving, geostationary: leaving };
        const step = { month, f107: f107(month + 0.5), explosions: false, disposal };
        now = evolveMonth(now, step, narrow(KEY, 'objects', seed)).sky;
      }
      ofObjects += inLowOrbit(now) / seeds;
      progress((c + (seed + 1) / seeds) / CASES.length);
    }
    const state = shellState(sky);
    const plan = {
      years: YEARS,
      stepMonths: 3,
      f107,
      explosions: false,
      missionYears: missionYearsLeft(sky),
      disposal: { withinYears: 25, success: leaving },
    };
    let ofShells = 0;
    for (let seed = 0; seed < SHELL_SEEDS; seed++)
      ofShells += projectShells(state, plan, narrow(KEY, 'shells', seed)).total[YEARS]! / SHELL_SEEDS;
    return within(0.15, {
      quantity: `objects in low orbit after ${YEARS} years, ${file}, no launches: shells against objects`,
      published: ofObjects,
      ours: ofShells,
      source: 'the month-by-month engine',
    });
  });
}
