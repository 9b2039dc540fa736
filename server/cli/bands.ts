/** Bands over runs of a sky that differ by chance alone: what `kessler evolve --runs` writes. */
import { type Key, keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import type { MonthLine } from './carry.ts';

/** Key of a run of a seed; the first is the seed's own, and more runs change none of those before them. */
export const keyOfRun = (seed: string, run: number): Key => (run === 0 ? keyOf(seed) : narrow(keyOf(seed), 'run', run));

const SHARES = { P5: 0.05, P50: 0.5, P95: 0.95 } as const;

/** The value below which a share of ascending values lies, linear between ranks (R. J. Hyndman, Y. Fan 1996, type 7). */
export function quantileOf(ascending: readonly number[], share: number): number {
  const at = share * (ascending.length - 1);
  const low = Math.floor(at);
  const below = ascending[low]!;
  return at === low ? below : below + (at - low) * (ascending[low + 1]! - below);
}

/** Names of the columns of `bandsOf`. */
const columnsOf = (lines: readonly MonthLine[]): (keyof MonthLine)[] =>
  (Object.keys(lines[0]!) as (keyof MonthLine)[]).filter((name) => name !== 'date');

/** A line a month with the 5th, 50th and 95th percentile of each number over the runs, each of which has its lines of the same months. */
export function bandsOf(runs: readonly (readonly MonthLine[])[]): Record<string, string | number>[] {
  const first = runs[0]!;
  const columns = columnsOf(first);
  return first.map(({ date }, month) => {
    const line: Record<string, string | number> = { date };
    for (const column of columns) {
      const values = runs.map((lines) => lines[month]![column] as number).sort((a, b) => a - b);
      for (const [name, share] of Object.entries(SHARES))
        line[`${column}${name}`] = Number(quantileOf(values, share).toFixed(2));
    }
    return line;
  });
}
