/** Bodies that everybody knows: when they came down, or will, by the drag in their elements years before. */
import { drawCycle, f107At } from '../../shared/orbits/motion/atmosphere.ts';
import { lifetimeYears } from '../../shared/orbits/motion/decay.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { indexOf } from '../../shared/orbits/table/population.ts';
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

/** Years that a body has left by our drag at the flux as recorded, then of drawn cycles; and the year of its elements. */
function yearsLeft({ sky: name, noradId }: Known): { years: number; fromYear: number } {
  const { sky, startMs } = readSky(shippedSky(name));
  const fromYear = decimalYear(startMs);
  const i = indexOf(sky, noradId);
  const [a, e] = [sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!];
  const sun = drawCycle(keyOf('known objects'), fromYear);
  const flux = (month: number): number => f107At(month + 0.5, sun);
  const [low, high] = [perigeeAltitudeKm(a, e), apogeeAltitudeKm(a, e)];
  const years = lifetimeYears(low, high, sky.inclinationRad[i]!, sky.areaToMassM2Kg[i]!, flux, LONGEST_YEARS);
  return { years, fromYear };
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
      note: 'each by the drag of one instant: the mean of the years after it is 0.6 to 1.2 of that',
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
    note: 'radiation pressure, which lowers its perigee, is left out here: by drag alone 2,000 years were expected in 1958 too',
  });
  return [...reentries, envisat, vanguard];
}
