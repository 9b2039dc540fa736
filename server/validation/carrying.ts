/** Carrying populations through recorded years, as several lines of the validation need it. */

import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { DAYS_PER_MONTH } from '../../shared/orbits/table/elements.ts';
import { draftOf, type Population, pick } from '../../shared/orbits/table/population.ts';

/** The rows of a population that are not in `gone`. */
export function without(sky: Population, gone: ReadonlySet<number>): Population {
  if (gone.size === 0) return sky;
  return pick(
    sky,
    Array.from({ length: sky.count }, (_, i) => i).filter((i) => !gone.has(i)),
  );
}

/** Lowers a population by a month of drag in the recorded air; `year` (decimal) is the month's middle. */
export function monthOfDrag(sky: Population, year: number): Population {
  const draft = draftOf(sky);
  return without(draft, new Set(decayOrbits(draft, DAYS_PER_MONTH, recordedWeather(year))));
}
