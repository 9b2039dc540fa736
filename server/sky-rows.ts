/** Sky files as rows of the catalogue, whatever their form: our own CSV, OMM as CSV, JSON, XML or KVN, two-line element sets. */
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { RefusedRow } from '../shared/orbits/table/catalogue.ts';
import { NEEDED_KEYWORDS, recordsOfKvn, rowOfOmm, rowsOfLines } from '../shared/orbits/table/formats.ts';
import type { CatalogueRow } from '../shared/orbits/table/record-shape.ts';
import { textOfFile } from './text-of-file.ts';

const FOLDER = new URL('../shared/data/', import.meta.url);

/** A file that holds no sky: its name and why. */
export class UnreadableSky extends Error {}

const nameOf = (file: string | URL): string => (file === '-' ? 'standard input' : String(file));

/** Columns of an element set, but for its drag term. */
const ELEMENT_COLUMNS = [
  'epoch',
  'meanMotion',
  'eccentricity',
  'inclinationDeg',
  'raanDeg',
  'argPericenterDeg',
  'meanAnomalyDeg',
] as const;

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
  ...ELEMENT_COLUMNS,
  'bstar',
  'meanMotionDot',
] as const;

export type SkyFormat = 'sky' | 'omm-csv' | 'omm-json' | 'omm-xml' | 'omm-kvn' | 'tle';

/** The rows of a sky file and what its text made unreadable. */
export type SkyRows = {
  readonly format: SkyFormat;
  readonly rows: readonly CatalogueRow[];
  readonly refused: readonly RefusedRow[];
};

/** A sky that ships with the program, by its file name; a whole path stays what it is. */
export const shippedSky = (name: string): URL => new URL(name, FOLDER);

/** Columns without which a row is no element set. */
const NEEDED_COLUMNS = ['noradId', 'objectType', ...ELEMENT_COLUMNS] as const;

/**
 * Reads a sky file of any of six forms, told apart by their text: our own CSV, OMM as CSV, JSON (an array, or an object a line),
 * XML or KVN (CelesTrak, Space-Track), two-line sets. `anyChecksum` takes two-line sets whose checksum is wrong or left out. Throws
 * UnreadableSky, with the file and the place, when it is none of them or holds no object.
 */
export function readSkyRows(file: string | URL, { anyChecksum = false } = {}): SkyRows {
  const text = textOfFile(file);
  if (text.trim() === '') throw new UnreadableSky(`${nameOf(file)}: is empty`);
  const read = rowsOf(text, file, anyChecksum);
  if (read.rows.length + read.refused.length === 0) throw new UnreadableSky(`${nameOf(file)}: holds no object`);
  return read;
}

function rowsOf(text: string, file: string | URL, anyChecksum: boolean): SkyRows {
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith('[') || start.startsWith('{')) return ommRows(jsonRecords(text, file), 'omm-json');
  if (start.startsWith('<')) return ommRows(xmlRecords(text, file), 'omm-xml');
  const head = start.split(/[\r\n]/, 1)[0]!;
  if (/(^|,)"?noradId/.test(head)) return { format: 'sky', rows: csvRecords(text, file, NEEDED_COLUMNS), refused: [] };
  if (head.includes('NORAD_CAT_ID')) return ommRows(csvRecords(text, file, NEEDED_KEYWORDS), 'omm-csv');
  if (/^(CCSDS_OMM_VERS|OBJECT_NAME)\s*=/m.test(start)) return ommRows(kvnRecords(text, file), 'omm-kvn');
  if (/^[12] [ \dA-Z]{5}/m.test(start)) return { format: 'tle', ...rowsOfLines(text, anyChecksum) };
  throw new UnreadableSky(`${nameOf(file)}: neither a sky CSV, OMM (CSV, JSON, XML or KVN) nor two-line element sets`);
}

/** What is no record is a row without a value, for the reader to refuse by its number. */
const ommRows = (records: readonly unknown[], format: SkyFormat): SkyRows => ({
  format,
  rows: records.map((record) =>
    rowOfOmm(typeof record === 'object' && record !== null ? (record as Readonly<Record<string, unknown>>) : {}),
  ),
  refused: [],
});

function csvRecords(text: string, file: string | URL, needed: readonly string[]): CatalogueRow[] {
  const columns = (header: string[]): string[] => {
    const missing = needed.find((column) => !header.includes(column));
    if (missing !== undefined) throw new Error(`column ${missing} is missing`);
    return header;
  };
  try {
    return parse(text, { columns, skip_empty_lines: true });
  } catch (error) {
    throw new UnreadableSky(`${nameOf(file)}: ${(error as Error).message}`);
  }
}

function jsonRecords(text: string, file: string | URL): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    // One record a line, as services stream them.
    const lines = text.split(/\r\n?|\n/);
    if (lines.filter((line) => line.trim() !== '').every((line) => /^\s*\{.*\}\s*$/.test(line)))
      return lines.flatMap((line, at) => (line.trim() === '' ? [] : [jsonOfLine(line, at + 1, file)]));
    throw new UnreadableSky(`${nameOf(file)}: not JSON: ${(error as Error).message}`);
  }
}

function jsonOfLine(line: string, number: number, file: string | URL): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UnreadableSky(`${nameOf(file)}: line ${number}: not JSON: ${(error as Error).message}`);
  }
}

function kvnRecords(text: string, file: string | URL): readonly unknown[] {
  const records = recordsOfKvn(text);
  if (typeof records === 'number')
    throw new UnreadableSky(`${nameOf(file)}: line ${records}: neither KEYWORD = value nor COMMENT`);
  return records;
}

/** Every <omm> of an NDM message, its leaf elements as one record (CCSDS 502.0-B-3, XML form). */
function xmlRecords(text: string, file: string | URL): readonly unknown[] {
  const whole = XMLValidator.validate(text);
  if (whole !== true)
    throw new UnreadableSky(
      `${nameOf(file)}: not XML: line ${whole.err.line}, column ${whole.err.col}: ${whole.err.msg}`,
    );
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    removeNSPrefix: true,
    isArray: (name) => name === 'omm',
  });
  const parsed: { ndm?: { omm?: unknown[] }; omm?: unknown[] } = parser.parse(text);
  const messages = parsed.ndm?.omm ?? parsed.omm;
  if (!messages) throw new UnreadableSky(`${nameOf(file)}: no <omm> in it`);
  return messages.map((message) => leavesOf(message, {}));
}

function leavesOf(value: unknown, into: Record<string, unknown>): Record<string, unknown> {
  for (const [name, item] of Object.entries(value as Record<string, unknown>))
    if (typeof item === 'object' && item !== null) leavesOf(item, into);
    else into[name] = item;
  return into;
}
