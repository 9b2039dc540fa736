/** Sky files as rows of the catalogue, whatever their form: our own CSV, OMM as CSV, JSON or XML, two-line element sets. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import type { CatalogueRow, RefusedRow } from '../shared/orbits/catalogue.ts';
import { rowOfOmm, rowsOfLines } from '../shared/orbits/formats.ts';

const FOLDER = new URL('../shared/data/', import.meta.url);

/** A file that holds no sky: its name and why. */
export class UnreadableSky extends Error {}

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

/** A sky that ships with the program, by its file name; a whole path stays what it is. */
export const shippedSky = (name: string): URL => new URL(name, FOLDER);

/**
 * Reads a sky file of any of five forms, told apart by their text: our own CSV, OMM as CSV, JSON or XML (CelesTrak,
 * Space-Track), two-line sets. Throws UnreadableSky when it is none of them.
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
  throw new UnreadableSky(`${file}: neither a sky CSV, OMM (CSV, JSON or XML) nor two-line element sets`);
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
    throw new UnreadableSky(`${file}: ${(error as Error).message}`);
  }
}

function jsonRecords(text: string, file: string | URL): Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]) as Readonly<Record<string, unknown>>[];
  } catch (error) {
    throw new UnreadableSky(`${file}: ${(error as Error).message}`);
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
    throw new UnreadableSky(`${file}: ${(error as Error).message}`);
  }
}

function leavesOf(value: unknown, into: Record<string, unknown>): Record<string, unknown> {
  for (const [name, item] of Object.entries(value as Record<string, unknown>))
    if (typeof item === 'object' && item !== null) leavesOf(item, into);
    else into[name] = item;
  return into;
}
