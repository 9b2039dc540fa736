/** Files of the command line: skies in, tables out. */
import { renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Weather } from '../../shared/orbits/motion/atmosphere.ts';
import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { recordCovers, SUN_RECORD, type SunRecord } from '../../shared/orbits/motion/solar-record.ts';
import { isCarried } from '../../shared/orbits/table/carried.ts';
import { type Catalogue, readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import type { CatalogueRow } from '../../shared/orbits/table/record-shape.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSkyRows } from '../sky-rows.ts';
import { WrongUse } from './subcommand.ts';

/** Median epoch of rows, ms since 1970; null when none has one. */
export function medianEpochMs(rows: readonly CatalogueRow[]): number | null {
  const epochs = rows.flatMap((row) => instantMs(row.epoch ?? '') ?? []).sort((a, b) => a - b);
  return epochs[epochs.length >> 1] ?? null;
}

/** Elements are fitted to the two weeks or so before their epoch: their decay is read against the air ten days back. */
const FIT_YEARS = 10 / 365.25;
/** Flux outside the record when nobody says another: the middle of a solar cycle, sfu. */
const MIDDLE_F107 = 130;

/** The air against which the decay of rows is read, by a record; outside it a middling Sun, which is said on standard error. */
export function epochAir(rows: readonly CatalogueRow[], record: SunRecord = SUN_RECORD): Weather {
  const epochMs = medianEpochMs(rows);
  if (epochMs === null) return { f107: MIDDLE_F107 };
  const year = decimalYear(epochMs) - FIT_YEARS;
  if (recordCovers(record, year)) return recordedWeather(year, record);
  // The drag of a computed sky is known, not read.
  if (!rows.every(isCarried))
    console.error(`no record of the Sun in ${year.toFixed(1)}: decay is read against ${MIDDLE_F107} sfu`);
  return { f107: MIDDLE_F107, year };
}

/** Elements further than this from the instant asked for are worth a word, days: no drag is applied in between. */
const STALE_DAYS = 45;
/** Refused rows named on standard error. */
const NAMED_ROWS = 10;

/**
 * The sky of a file at an instant (default: the median epoch of its elements). Refused rows are named on standard error, as are
 * elements far from the instant; throws WrongUse when no row can be read.
 */
export function readSky(
  file: string | URL,
  options: { startMs?: number; air?: Weather; amFromBstar?: boolean; anyChecksum?: boolean; record?: SunRecord } = {},
): Catalogue & { startMs: number; air: Weather } {
  const { rows, refused } = readSkyRows(file, { anyChecksum: options.anyChecksum ?? false });
  const medianMs = medianEpochMs(rows);
  const startMs = options.startMs ?? medianMs;
  const air = options.air ?? epochAir(rows, options.record);
  const catalogue = readCatalogue(rows, { startMs: startMs ?? 0, air, amFromBstar: options.amFromBstar ?? false });
  const all = [...refused, ...catalogue.refused];
  nameRefused(file, all, catalogue.sky.count);
  if (startMs === null) throw new WrongUse(`${file}: no row has an epoch`);
  tellStale(file, rows, startMs);
  return { ...catalogue, refused: all, startMs, air };
}

/** Says on standard error that elements are far from the instant asked for, if they are. */
export function tellStale(file: string | URL, rows: readonly CatalogueRow[], atMs: number): void {
  const days = Math.round(Math.abs(atMs - (medianEpochMs(rows) ?? atMs)) / 86_400_000);
  if (days > STALE_DAYS)
    console.error(`${file}: its elements are ${days} days from the date asked for, and are taken as they are`);
}

/** Names refused rows on standard error; throws WrongUse with the first of them when no other row is left. */
export function nameRefused(
  file: string | URL,
  refused: readonly { row: number; noradId?: string; field: string; reason: string }[],
  good: number,
): void {
  const said = refused.map(
    ({ row, noradId, field, reason }) => `row ${row}${noradId ? ` (${noradId})` : ''}: ${field}: ${reason}`,
  );
  if (good === 0) throw new WrongUse(`${file}: no row can be read${said.length > 0 ? `; ${said[0]}` : ''}`);
  for (const line of said.slice(0, NAMED_ROWS)) console.error(`${file}: left out ${line}`);
  if (said.length > NAMED_ROWS)
    console.error(`${file}: and ${said.length - NAMED_ROWS} rows more; kessler import names all`);
}

const cellOf = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A file to be written (`-`: standard output), or undefined when none is asked for. Throws WrongUse where its folder is none, before any work is done. */
export function outOf(values: Readonly<Record<string, unknown>>, name = 'out'): string | undefined {
  const file = values[name];
  if (file === undefined) return undefined;
  if (typeof file !== 'string' || file === '') throw new WrongUse(`--${name} is empty`);
  if (file === '-') return file;
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUse(`--${name} ${file}: there is no folder ${folder}`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new WrongUse(`--${name} ${file}: is a folder`);
  return file;
}

/** Writes a table as CSV, a header and a line per row: whole, or not at all. */
export function writeCsv(file: string, columns: readonly string[], rows: Iterable<readonly (string | number)[]>): void {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(row.map(cellOf).join(','));
  writeText(file, `${lines.join('\n')}\n`);
}

/** Writes lines of equal columns as CSV; where there may be none, `columns` are named. */
export const writeTable = (
  file: string,
  lines: readonly Readonly<Record<string, string | number>>[],
  columns: readonly string[] = Object.keys(lines[0]!),
): void =>
  writeCsv(
    file,
    columns,
    lines.map((line) => Object.values(line)),
  );

/** Writes a text: whole, or not at all; `-` is standard output. */
export function writeText(file: string, text: string): void {
  if (file === '-') {
    writeAll(text);
    return;
  }
  const partial = `${file}.${process.pid}.part`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** To standard output at once: whoever reads a pipe slowly is waited for, one who stops reading ends it quietly. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
