/** Bodies that everybody knows: when they came down, or will, by the drag in their elements years before. */
import { drawCycle, weatherAt } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { pullOrbits } from '../../shared/orbits/motion/pull.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { DAYS_PER_MONTH } from '../../shared/orbits/table/elements.ts';
import { draftOf, indexOf, pick } from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { type Line, printed, withinFactor } from './line.ts';

type Known = { readonly sky: string; readonly noradId: number; readonly name: string };

/** Uncontrolled re-entries of whole satellites, to the day (US Space Command; NASA, DLR and ESA reports of each). */
const REENTRIES: readonly (Known & { readonly down: string })[] = [
  { sky: 'sky-2006-11.csv', noradId: 21701, name: 'UARS', down: '2011-09-24' },
  { sky: 'sky-2008-10.csv', noradId: 21701, name: 'UARS', down: '2011-09-24' },
  { sky: 'sky-2006-11.csv', noradId: 20638, name: 'ROSAT', down: '2011-10-23' },
  { sky: 'sky-2008-10.csv', noradId: 20638, name: 'ROSAT', down: '2011-10-23' },
  { sky: 'sky-2006-11.csv', noradId: 27370, name: 'RHESSI', down: '2023-04-20' },
  { sky: 'sky-2021.csv', noradId: 27370, name: 'RHESSI', down: '2023-04-20' },
  { sky: 'sky-2021.csv', noradId: 23560, name: 'ERS-2', down: '2024-02-21' },
];
const ENVISAT: Known = { sky: 'sky-2021.csv', noradId: 27386, name: 'Envisat' };
const VANGUARD: Known = { sky: 'sky-2006-11.csv', noradId: 5, name: 'Vanguard 1' };
const LONGEST_YEARS = 300;

/**
 * Years that a body has left by drag, and where it reaches high by Sun, Moon and sunlight, in the air as recorded, then of drawn
 * cycles; and the year of its elements.
 */
function yearsLeft({ sky: name, noradId }: Known): { years: number; fromYear: number } {
  const { sky, startMs } = readSky(shippedSky(name));
  const fromYear = decimalYear(startMs);
  const one = draftOf(pick(sky, [indexOf(sky, noradId)]));
  // Those that worked then had no engines, or came down after they had died.
  one.flags[0] = 0;
  const sun = drawCycle(keyOf('known objects'), fromYear);
  for (let month = 0; month < 12 * LONGEST_YEARS; month++) {
    const air = weatherAt(month + 0.5, sun);
    pullOrbits(one, DAYS_PER_MONTH, fromYear + month / 12);
    driftAngles(one, DAYS_PER_MONTH);
    if (decayOrbits(one, DAYS_PER_MONTH, air).length > 0) return { years: (month + 0.5) / 12, fromYear };
  }
  return { years: LONGEST_YEARS, fromYear };
}

/** The lines of the comparison on single bodies. `progress` is told the share done. */
export function knownLines(progress: (share: number) => void): Line[] {
  const reentries = REENTRIES.map((known, n) => {
    const { years, fromYear } = yearsLeft(known);
    progress((n + 1) / (REENTRIES.length + 2));
    return withinFactor(1.5, {
      quantity: `${known.name} down on ${known.down}: years from ${known.sky}`,
      published: decimalYear(instantMs(known.down)!) - fromYear,
      ours: years,
      source: 'the day it came down',
      note: 'each by the elements of one day, read in the air of that day (table/air-of-the-day.ts)',
    });
  });
  const envisat = withinFactor(2, {
    quantity: 'Envisat: years left in 2021',
    published: 140,
    ours: yearsLeft(ENVISAT).years,
    source: 'ESA, 2012: about 150 years',
  });
  const left = yearsLeft(VANGUARD).years;
  const ours = left < LONGEST_YEARS ? left.toFixed(0) : `more than ${LONGEST_YEARS}`;
  const vanguard = printed('Vanguard 1, 654 x 3,969 km: years left in 2006', '190', ours, {
    source: 'NASA NSSDC: 240 years from 1958, by drag and radiation pressure',
    note: 'printed: its decay is within the noise of its elements, so its A/M here is the usual one of its mass',
  });
  return [...reentries, envisat, vanguard];
}
