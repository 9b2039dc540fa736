/** Re-entry windows as a table: what `kessler evolve --windows` writes. */
import { PULLED_ABOVE_KM } from '../../shared/orbits/motion/pull.ts';
import { type AirOfYear, reentryWindows } from '../../shared/orbits/motion/windows.ts';
import type { Catalogue } from '../../shared/orbits/table/catalogue.ts';
import { apogeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { indexOf, pick } from '../../shared/orbits/table/population.ts';
import { type End, isoDay } from './carry.ts';

const MS_PER_YEAR = 365.25 * 86_400_000;
/** Windows reach this much further than the run. */
const REACH = 4;

export const WINDOW_COLUMNS = ['noradId', 'name', 'decayDate', 'dateP5', 'dateP50', 'dateP95'] as const;

/** A line for each object of the start that comes down by itself; what moves by Sun and Moon more than by drag has no window. */
export function windowsOf(
  { sky, names, dragSpreads }: Catalogue,
  ends: ReadonlyMap<number, End>,
  airOf: AirOfYear,
  run: { readonly fromMs: number; readonly toMs: number; readonly fromYear: number },
): Record<(typeof WINDOW_COLUMNS)[number], string | number>[] {
  const rows = [...ends].flatMap(([id, { state }]) => (state === 'decayed' ? [indexOf(sky, id)] : []));
  rows.sort((a, b) => a - b);
  const low = rows.filter((i) => apogeeAltitudeKm(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!) <= PULLED_ABOVE_KM);
  const limitYears = (REACH * (run.toMs - run.fromMs)) / MS_PER_YEAR;
  const spreads = low.map((i) => dragSpreads[i]!);
  const windows = reentryWindows(pick(sky, low), spreads, airOf, run.fromYear, limitYears);
  const windowOf = new Map(low.map((i, n) => [i, windows[n]!]));
  const day = (years: number | undefined): string =>
    years === undefined || years > limitYears ? '' : isoDay(run.fromMs + years * MS_PER_YEAR);
  return rows.map((i) => {
    const [p5, p50, p95] = windowOf.get(i) ?? [];
    return {
      noradId: sky.id[i]!,
      name: names[i]!,
      decayDate: isoDay(ends.get(sky.id[i]!)!.atMs),
      dateP5: day(p5),
      dateP50: day(p50),
      dateP95: day(p95),
    };
  });
}
