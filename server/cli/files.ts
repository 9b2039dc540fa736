/** Files of the command line: skies in, tables out. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { type Catalogue, type CatalogueRow, type RefusedRow, readCatalogue } from '../../shared/orbits/catalogue.ts';
import { rowOfOmm, rowsOfLines } from '../../shared/orbits/formats.ts';
import { RECORD_END, RECORD_START, recordedF107 } from '../../shared/orbits/solar-record.ts';
import { decimalYear, instantMs } from '../../shared/orbits/time.ts';
import { WrongUse } from './subcommand.ts';

/** Columns of a sky file, in order (shared/data/README.md). */
export const SKY_COLUMNS = [
  'noradId',
  'name',
  'intlDesignator',
  'objectType',
  'ownerCode',
  'ownerOrg',
  'launchState',
  'launchDate',
  'launchVehicle',
  'operationalStatus',
  'mission',
  'program',
  'massKg',
  'sizeM',
  'rcsM2',
  'epoch',
  'meanMotion',
  'eccentricity',
  'inclinationDeg',
  'raanDeg',
  'argPericenterDeg',
  'meanAnomalyDeg',
  'bstar',
  'meanMotionDot',
] as const;

export type SkyFormat = 'sky' | 'omm-csv' | 'omm-json' | 'omm-xml' | 'tle';

/** The rows of a sky file and what its text made unreadable. */
export type SkyRows = {
  readonly format: SkyFormat;
  readonly rows: readonly CatalogueRow[];
  readonly refused: readonly RefusedRow[];
};

/** A sky that ships with the program, by its file name. */
export const shippedSky = (name: string): URL => new URL(`../../shared/data/${name}`, import.meta.url);

/**
 * Reads a sky file of any of five forms, told apart by their text: our own CSV, OMM as CSV, JSON or XML (CelesTrak,
 * Space-Track), two-line sets. Throws WrongUse when it is none of them.
 */
export function readSkyRows(file: string | URL): SkyRows {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith('[') || start.startsWith('{')) return ommRows(jsonRecords(text, file), 'omm-json');
  if (start.startsWith('<')) return ommRows(xmlRecords(text, file), 'omm-xml');
  const head = start.slice(0, start.indexOf('\n'));
  if (/(^|,)"?noradId/.test(head)) return { format: 'sky', rows: csvRecords(text, file), refused: [] };
  if (head.includes('NORAD_CAT_ID')) return ommRows(csvRecords(text, file), 'omm-csv');
  if (/^1 [ \dA-Z]{5}/m.test(start)) {
    const { rows, refused } = rowsOfLines(text);
    return { format: 'tle', rows, refused: refused.map((flaw) => ({ noradId: '', ...flaw })) };
  }
  throw new WrongUse(`${file}: neither a sky CSV, OMM (CSV, JSON or XML) nor two-line element sets`);
}

const ommRows = (records: readonly Readonly<Record<string, unknown>>[], format: SkyFormat): SkyRows => ({
  format,
  rows: records.map(rowOfOmm),
  refused: [],
});

function csvRecords(text: string, file: string | URL): CatalogueRow[] {
  try {
    return parse(text, { columns: true, skip_empty_lines: true });
  } catch (error) {
    throw new WrongUse(`${file}: ${(error as Error).message}`);
  }
}

function jsonRecords(text: string, file: string | URL): Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]) as Readonly<Record<string, unknown>>[];
  } catch (error) {
    throw new WrongUse(`${file}: ${(error as Error).message}`);
  }
}

/** Every <omm> of an NDM message, its leaf elements as one record (CCSDS 502.0-B-3, XML form). */
function xmlRecords(text: string, file: string | URL): Readonly<Record<string, unknown>>[] {
  try {
    const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, isArray: (name) => name === 'omm' });
    const whole: { ndm?: { omm?: unknown[] }; omm?: unknown[] } = parser.parse(text, true);
    const messages = whole.ndm?.omm ?? whole.omm;
    if (!messages) throw new Error('no <omm> in it');
    return messages.map((message) => leavesOf(message, {}));
  } catch (error) {
    throw new WrongUse(`${file}: ${(error as Error).message}`);
  }
}

function leavesOf(value: unknown, into: Record<string, unknown>): Record<string, unknown> {
  for (const [name, item] of Object.entries(value as Record<string, unknown>))
    if (typeof item === 'object' && item !== null) leavesOf(item, into);
    else into[name] = item;
  return into;
}

/** Median epoch of rows, ms since 1970; null when none has one. */
export function medianEpochMs(rows: readonly CatalogueRow[]): number | null {
  const epochs = rows.flatMap((row) => instantMs(row.epoch ?? '') ?? []).sort((a, b) => a - b);
  return epochs[epochs.length >> 1] ?? null;
}

/** Elements are fitted to the two weeks or so before their epoch: their decay is read against the flux ten days back. */
const FIT_YEARS = 10 / 365.25;
/** Flux outside the record when nobody says another: the middle of a solar cycle, sfu. */
const MIDDLE_F107 = 130;

/** F10.7 (sfu) against which the decay of rows is read, by the record. */
export function epochF107(rows: readonly CatalogueRow[]): number {
  const epochMs = medianEpochMs(rows);
  const year = epochMs === null ? 0 : decimalYear(epochMs) - FIT_YEARS;
  return year >= RECORD_START && year <= RECORD_END + 1 / 12 ? recordedF107(year) : MIDDLE_F107;
}

/** Elements further than this from the instant asked for are worth a word, days: drag is not applied in between. */
const STALE_DAYS = 45;
/** Refused rows named on standard error; `kessler import` names all. */
const NAMED_ROWS = 10;

/**
 * The sky of a file at an instant (default: the median epoch of its elements). Refused rows are named on standard error, as are
 * elements far from the instant; throws WrongUse when no row can be read.
 */
export function readSky(
  file: string | URL,
  options: { startMs?: number; f107?: number } = {},
): Catalogue & { startMs: number; f107: number } {
  const { rows, refused } = readSkyRows(file);
  const medianMs = medianEpochMs(rows);
  const startMs = options.startMs ?? medianMs;
  const f107 = options.f107 ?? epochF107(rows);
  const catalogue = readCatalogue(rows, { startMs: startMs ?? 0, f107 });
  const all = [...refused, ...catalogue.refused];
  nameRefused(file, all, catalogue.sky.count);
  if (startMs === null) throw new WrongUse(`${file}: no row has an epoch`);
  const days = Math.round(Math.abs(startMs - medianMs!) / 86_400_000);
  if (days > STALE_DAYS)
    console.error(`${file}: its elements are ${days} days from the date asked for; no drag is applied in between`);
  return { ...catalogue, refused: all, startMs, f107 };
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

/** A file to be written, or undefined when none is asked for. Throws WrongUse where its folder is none, before any work is done. */
export function outOf(values: Readonly<Record<string, unknown>>, name = 'out'): string | undefined {
  const file = values[name];
  if (file === undefined) return undefined;
  if (typeof file !== 'string' || file === '') throw new WrongUse(`--${name} is empty`);
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
  const partial = `${file}.${process.pid}.part`;
  try {
    writeFileSync(partial, `${lines.join('\n')}\n`);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
