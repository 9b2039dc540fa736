/** The Sun of the command line: the record that ships, a user's own, or drawn cycles. */
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { drawCycle, type SolarCycle } from '../../shared/orbits/motion/atmosphere.ts';
import { recordCovers, SUN_RECORD, type SunRecord } from '../../shared/orbits/motion/solar-record.ts';
import type { Key } from '../../shared/orbits/table/chance.ts';
import { WrongUse } from './subcommand.ts';

const MOST_BYTES = 5_000_000;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
/** Limits of what is taken for a monthly mean. */
const F107_SFU = [50, 500] as const;
const AP = [0, 200] as const;

/** Lines of the help of commands that take --solar. */
export const SOLAR_USAGE = [
  '  --solar        historic: recorded monthly means of F10.7 and Ap, 1957-10 to 2026-07, then drawn cycles (default);',
  '                 cycle: drawn cycles; FILE: a CSV of your own instead of the record, with the columns month (YYYY-MM, no',
  '                 gaps), f107ObservedSfu and, if you have it, apMean, as shared/data/solar-monthly.csv',
] as const;

function numberIn(text: string | undefined, [low, high]: readonly [number, number], where: string): number {
  const value = Number(text);
  if (text === undefined || text.trim() === '' || !(value >= low && value <= high))
    throw new WrongUse(`${where} ${text ?? ''}: a number from ${low} to ${high}`);
  return value;
}

/** A record of the Sun from a file. Throws WrongUse that names file, line and column. */
export function readSolarFile(file: string): SunRecord {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new WrongUse(`--solar ${file}: historic, cycle, or a file that there is`);
  if (size > MOST_BYTES) throw new WrongUse(`--solar ${file}: larger than ${MOST_BYTES / 1e6} MB`);
  let rows: Record<string, string>[];
  try {
    rows = parse(readFileSync(file), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new WrongUse(`--solar ${file}: ${(error as Error).message}`);
  }
  if (rows.length === 0) throw new WrongUse(`--solar ${file}: no months`);
  const months = rows.map((row, n) => {
    const [, year, month] = MONTH.exec(row.month ?? '') ?? [];
    if (year === undefined) throw new WrongUse(`--solar ${file}: line ${n + 2}: month ${row.month ?? ''}: YYYY-MM`);
    return Number(year) * 12 + Number(month) - 1;
  });
  months.forEach((month, n) => {
    if (month !== months[0]! + n)
      throw new WrongUse(`--solar ${file}: line ${n + 2}: month: not the one after the line before`);
  });
  const where = (n: number, column: string): string => `--solar ${file}: line ${n + 2}: ${column}`;
  const f107Sfu = rows.map((row, n) => numberIn(row.f107ObservedSfu, F107_SFU, where(n, 'f107ObservedSfu')));
  const hasAp = rows.every((row) => (row.apMean ?? '') !== '');
  const ap = hasAp ? rows.map((row, n) => numberIn(row.apMean, AP, where(n, 'apMean'))) : [];
  return { startYear: months[0]! / 12 + 1 / 24, f107Sfu, ap };
}

/** The record that --solar names; undefined for the one that ships. */
export const recordOf = (solar: string): SunRecord | undefined =>
  solar === 'historic' || solar === 'cycle' ? undefined : readSolarFile(solar);

/** The Sun of a run from a decimal year on, by --solar. */
export function sunOf(solar: string, record: SunRecord | undefined, key: Key, startYear: number): SolarCycle {
  if (solar === 'cycle') return drawCycle(key, startYear, { knownUntilYear: startYear });
  return drawCycle(key, startYear, record ? { record } : {});
}

/** Says on standard error that the first month of a run is in no record, if it should be. */
export function tellOutsideRecord(solar: string, record: SunRecord | undefined, startYear: number): void {
  if (solar !== 'cycle' && !recordCovers(record ?? SUN_RECORD, startYear + 1 / 24))
    console.error(`no record of the Sun in ${startYear.toFixed(1)}: its activity is that of a drawn cycle`);
}
