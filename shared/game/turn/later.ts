/** What the clouds of a game leave for later years: the slow half of a break-up, told while the game still runs. */

import { decayOrbits } from '../../orbits/motion/decay.ts';
import { FIRST_CAUSAL_ID } from '../../orbits/table/chance.ts';
import { draftOf, type Population, pick } from '../../orbits/table/population.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import { sunAt } from '../score/conduct.ts';
import { isTracked } from '../sight/tracked.ts';
import type { NewPieces } from './outcome.ts';

const LATER_YEARS = 25;
const DAYS_PER_YEAR = 365.25;

/**
 * Publicly tracked pieces of the game's own break-ups: up now, and how many of these drag alone would leave up in 25 years
 * under the sun of the epilogue. An estimate: further collisions among them are left out.
 * @param sky at the end of a turn
 */
export function newPieces(scenario: Scenario, sky: Population): NewPieces {
  const rows: number[] = [];
  for (let i = 0; i < sky.count; i++)
    if (sky.id[i]! >= FIRST_CAUSAL_ID && sky.breakupId[i]! !== 0 && isTracked(sky, i, scenario.publicSizeM))
      rows.push(i);
  const clouds = draftOf(pick(sky, rows));
  const gone = new Set<number>();
  for (let year = 0; year < LATER_YEARS; year++)
    for (const row of decayOrbits(clouds, DAYS_PER_YEAR, sunAt(scenario, sky.epochMonth + 12 * year + 6)))
      gone.add(row);
  let up = 0;
  let in25Years = 0;
  for (let row = 0; row < clouds.count; row++) {
    up += clouds.weight[row]!;
    if (!gone.has(row)) in25Years += clouds.weight[row]!;
  }
  return { up: Math.round(up), in25Years: Math.round(in25Years) };
}
