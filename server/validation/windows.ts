/** Re-entry windows of the shipped skies beside the days on which objects came down. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { drawCycle, recordedWeather, weatherAt } from '../../shared/orbits/motion/atmosphere.ts';
import { PULLED_ABOVE_KM } from '../../shared/orbits/motion/pull.ts';
import { type AirOfYear, type ReentryWindow, reentryWindows } from '../../shared/orbits/motion/windows.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { apogeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { ACTIVE, draftOf, indexOf, MANOEUVRABLE, pick } from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { type Line, near, printed, type Rests } from './line.ts';

/** The spread of drag was chosen by the last of them. */
const SKIES: readonly { readonly sky: string; readonly rests: Rests }[] = [
  { sky: 'sky-2006-11.csv', rests: 'unseen' },
  { sky: 'sky-2008-10.csv', rests: 'unseen' },
  { sky: 'sky-2021.csv', rests: 'fitted' },
];
const SHARE = 0.9;
/** Elements of the last week of an orbit are no forecast. */
const LEAST_YEARS = 0.02;
const LIMIT_YEARS = 60;
const SOURCE = 'SATCAT decay dates (US Space Command)';

type Seen = { readonly years: number; readonly window: ReentryWindow };
const isInside = ({ years, window: [p5, , p95] }: Seen): boolean => years >= p5 && years <= p95;
const shareInside = (seen: readonly Seen[]): number => seen.filter(isInside).length / seen.length;

/** Days on which objects came down, by catalogue number: all that were followed to below 350 km on seven pages of the SATCAT. */
const decayDates = (): { noradId: number; year: number }[] =>
  (parse(readFileSync(shippedSky('decays.csv')), { columns: true }) as { noradId: string; decayDate: string }[]).map(
    ({ noradId, decayDate }) => ({ noradId: Number(noradId), year: decimalYear(instantMs(decayDate)!) }),
  );

/** The windows of a sky's objects that came down by drag on a known day, with the Sun as recorded and as nobody could know it then. */
function seenOf(name: string): { known: Seen[]; foretold: Seen[] } {
  const { sky, dragSpreads, startMs } = readSky(shippedSky(name));
  const fromYear = decimalYear(startMs);
  const keeps = ACTIVE | MANOEUVRABLE;
  const down = decayDates()
    .map(({ noradId, year }) => ({ at: indexOf(sky, noradId), years: year - fromYear }))
    .filter(({ at, years }) => {
      if (at < 0 || years < LEAST_YEARS || (sky.flags[at]! & keeps) === keeps) return false;
      return apogeeAltitudeKm(sky.semiMajorAxisKm[at]!, sky.eccentricity[at]!) <= PULLED_ABOVE_KM;
    })
    .sort((a, b) => a.at - b.at);
  const rows = draftOf(
    pick(
      sky,
      down.map(({ at }) => at),
    ),
  );
  // What worked then without engines fell as it does when it is dead.
  rows.flags.fill(0);
  const spreads = down.map(({ at }) => dragSpreads[at]!);
  const seenIn = (airOf: AirOfYear): Seen[] => {
    const windows = reentryWindows(rows, spreads, airOf, fromYear, LIMIT_YEARS);
    return down.map(({ years }, n) => ({ years, window: windows[n]! }));
  };
  const cycle = drawCycle(keyOf('windows'), fromYear, { knownUntilYear: fromYear });
  return {
    known: seenIn((year) => ({ ...recordedWeather(year), recorded: true })),
    foretold: seenIn((year) => ({ ...weatherAt(12 * (year - fromYear), cycle), recorded: false })),
  };
}

/** The lines of the comparison on re-entry windows. `progress` is told the share done. */
export function windowLines(progress: (share: number) => void): Line[] {
  const all = SKIES.map(({ sky, rests }, n) => {
    const seen = seenOf(sky);
    progress((n + 1) / SKIES.length);
    return { sky, rests, ...seen };
  });
  return all.flatMap(({ sky, rests, known, foretold }) => {
    const early = known.filter(({ years, window }) => years < window[0]).length;
    const late = known.filter(({ years, window }) => years > window[2]).length;
    return [
      near(2 * Math.sqrt((SHARE * (1 - SHARE)) / known.length), {
        quantity: `${sky}: share of ${known.length} re-entries inside their 5-95 % window`,
        published: SHARE,
        ours: shareInside(known),
        source: SOURCE,
        rests,
        note: `the Sun as recorded; ${early} came down before theirs, ${late} after; apogee below 2,000 km, no engines; two sigma of such a count`,
      }),
      printed(
        `${sky}: the same with the Sun not known beyond the sky`,
        String(SHARE),
        shareInside(foretold).toFixed(3),
        {
          source: SOURCE,
          note: 'the usual cycle of motion/atmosphere.ts with the spread of recorded ones; all of a sky share one Sun, and that after 2008 was the weakest of five',
        },
      ),
    ];
  });
}
