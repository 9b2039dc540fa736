/**
 * Element sets in their two usual forms, two-line sets (TLE) and OMM records, as catalogue rows: what they carry, the other
 * columns empty. Kinds that a record does not say are told from names, as in the catalogue: DEB is debris, R/B a stage, unnamed
 * objects unknown.
 */
import type { CatalogueRow, Flaw } from './record-shape.ts';
import { daysSince1970 } from './time.ts';

/** Rows in the order of the text, and the sets that are none, counted from 1. */
export type ReadLines = {
  readonly rows: readonly CatalogueRow[];
  readonly refused: readonly (Flaw & { row: number; noradId: string })[];
};

const FIRST = /^1 [ \dA-Z]{5}/;
const SECOND = /^2 [ \dA-Z]{5}/;

/**
 * Rows of a text of two-line sets, each with or without a line with its name before it (the leading "0 " is dropped). Sets
 * with a missing line, different numbers or a wrong checksum (unless `anyChecksum`) are refused, and so is a line that belongs to
 * none.
 */
export function rowsOfLines(text: string, anyChecksum = false): ReadLines {
  const rows: CatalogueRow[] = [];
  const refused: ReadLines['refused'][number][] = [];
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  let row = 0;
  let name = '';
  const refuse = (noradId: string, flaw: Flaw): void => void refused.push({ row: ++row, noradId, ...flaw });
  const leaveName = (next = ''): void => {
    if (name !== '') refuse('', { field: 'line1', reason: 'missing' });
    name = next;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (FIRST.test(line)) {
      const next = lines[at + 1] ?? '';
      const flaw = flawOf(line, next, anyChecksum);
      if (flaw !== null) refuse(numberOf(line.slice(2, 7)), flaw);
      else {
        rows.push(rowOfSet(name, line, next));
        row++;
      }
      name = '';
      if (SECOND.test(next)) at++;
    } else if (SECOND.test(line)) {
      refuse(numberOf(line.slice(2, 7)), { field: 'line1', reason: 'missing' });
      name = '';
    } else if (line !== '') leaveName(line.replace(/^0 /, '').trim());
  }
  leaveName();
  return { rows, refused };
}

function flawOf(line1: string, line2: string, anyChecksum: boolean): Flaw | null {
  if (!line2.startsWith('2 ') || line2.slice(2, 7) !== line1.slice(2, 7)) return { field: 'line2', reason: 'missing' };
  if (anyChecksum) return null;
  if (!checks(line1)) return { field: 'line1', reason: 'checksum' };
  if (!checks(line2)) return { field: 'line2', reason: 'checksum' };
  return null;
}

/** The last digit is the sum of all digits, minus signs counting 1, modulo 10. */
function checks(line: string): boolean {
  let sum = 0;
  for (const char of line.slice(0, 68)) sum += char === '-' ? 1 : char >= '0' && char <= '9' ? Number(char) : 0;
  return line.length >= 69 && line[68] === String(sum % 10);
}

/** Alpha-5 numbers: a letter (without I and O) stands for 10 to 33 as the first two digits. */
function numberOf(cell: string): string {
  const place = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.indexOf(cell[0]!);
  return String(place < 0 ? Number(cell) : (place + 10) * 10_000 + Number(cell.slice(1)));
}

/** A number with an assumed leading decimal point and a power of ten: " 28098-4" is 0.28098e-4. */
function powerOf(cell: string): string {
  const sign = cell[0] === '-' ? '-' : '';
  return `${sign}0.${cell.slice(1, 6).trim() || '0'}e${cell.slice(6).trim() || '0'}`;
}

/** "25244.00367511" as ISO text; years 57 to 99 are of the twentieth century. */
function epochOf(cell: string): string {
  const short = Number(cell.slice(0, 2));
  const year = short + (short < 57 ? 2000 : 1900);
  const dayOfYear = Number(cell.slice(2));
  if (!(dayOfYear >= 1 && dayOfYear < 367)) return cell;
  const whole = Math.floor(dayOfYear);
  let month = 12;
  while (daysSince1970(year, month, 1) - daysSince1970(year, 1, 1) >= whole) month--;
  const day = whole - (daysSince1970(year, month, 1) - daysSince1970(year, 1, 1));
  const microseconds = Math.min(Math.round((dayOfYear - whole) * 86_400e6), 86_400e6 - 1);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const seconds = (microseconds % 60e6) / 1e6;
  const clock = `${two(microseconds / 3600e6)}:${two((microseconds / 60e6) % 60)}:${seconds.toFixed(6).padStart(9, '0')}`;
  return `${year}-${two(month)}-${two(day)}T${clock}Z`;
}

/** "98067A" as "1998-067A". */
function designatorOf(cell: string): string {
  const short = Number(cell.slice(0, 2));
  return cell.trim() === '' ? '' : `${short + (short < 57 ? 2000 : 1900)}-${cell.slice(2).trim()}`;
}

const kindOf = (name: string): string =>
  /\bDEB\b/.test(name)
    ? 'DEBRIS'
    : name.includes('R/B')
      ? 'ROCKET_BODY'
      : name === '' || /^(OBJECT [A-Z]+|TBA\b.*|UNKNOWN)$/.test(name)
        ? 'UNKNOWN'
        : 'PAYLOAD';

function rowOfSet(name: string, line1: string, line2: string): CatalogueRow {
  return {
    noradId: numberOf(line1.slice(2, 7)),
    name,
    intlDesignator: designatorOf(line1.slice(9, 17)),
    objectType: kindOf(name),
    epoch: epochOf(line1.slice(18, 32)),
    meanMotion: line2.slice(52, 63).trim(),
    eccentricity: `0.${line2.slice(26, 33).replaceAll(' ', '0')}`,
    inclinationDeg: line2.slice(8, 16).trim(),
    raanDeg: line2.slice(17, 25).trim(),
    argPericenterDeg: line2.slice(34, 42).trim(),
    meanAnomalyDeg: line2.slice(43, 51).trim(),
    ephemerisType: line1.slice(62, 63).trim(),
    bstar: powerOf(line1.slice(53, 61)),
    meanMotionDot: line1.slice(33, 43).replaceAll(' ', ''),
  };
}

/** OMM keyword of each column (CCSDS 502.0-B, as CelesTrak and Space-Track write it). */
const OMM_KEYWORDS = {
  noradId: 'NORAD_CAT_ID',
  name: 'OBJECT_NAME',
  intlDesignator: 'OBJECT_ID',
  epoch: 'EPOCH',
  meanMotion: 'MEAN_MOTION',
  eccentricity: 'ECCENTRICITY',
  inclinationDeg: 'INCLINATION',
  raanDeg: 'RA_OF_ASC_NODE',
  argPericenterDeg: 'ARG_OF_PERICENTER',
  meanAnomalyDeg: 'MEAN_ANOMALY',
  bstar: 'BSTAR',
  meanMotionDot: 'MEAN_MOTION_DOT',
  launchDate: 'LAUNCH_DATE',
  meanElementTheory: 'MEAN_ELEMENT_THEORY',
  refFrame: 'REF_FRAME',
  timeSystem: 'TIME_SYSTEM',
  centerName: 'CENTER_NAME',
  ephemerisType: 'EPHEMERIS_TYPE',
} as const;

/** Without these keywords there is no element set. */
export const NEEDED_KEYWORDS = [
  'NORAD_CAT_ID',
  'EPOCH',
  'MEAN_MOTION',
  'ECCENTRICITY',
  'INCLINATION',
  'RA_OF_ASC_NODE',
  'ARG_OF_PERICENTER',
  'MEAN_ANOMALY',
] as const;

/** Space-Track's OBJECT_TYPE, which other sources do not give. */
const KINDS: Readonly<Record<string, string>> = {
  PAYLOAD: 'PAYLOAD',
  'ROCKET BODY': 'ROCKET_BODY',
  DEBRIS: 'DEBRIS',
  UNKNOWN: 'UNKNOWN',
  TBA: 'UNKNOWN',
};

/** The row of an OMM record, as texts or (from JSON) numbers. What it lacks is empty, for the reader to refuse. */
export function rowOfOmm(omm: Readonly<Record<string, unknown>>): CatalogueRow {
  const row: Record<string, string> = {};
  for (const [column, keyword] of Object.entries(OMM_KEYWORDS)) {
    const value = omm[keyword];
    row[column] = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
  return { ...row, objectType: KINDS[String(omm.OBJECT_TYPE)] ?? kindOf(row.name ?? '') };
}

/**
 * The OMM records of a text of KEYWORD = value lines (CCSDS 502.0-B, KVN form), one message after another; units in
 * brackets after a number are dropped. Or the number of the first line that is neither such a line, nor a comment, nor empty.
 */
export function recordsOfKvn(text: string): readonly Readonly<Record<string, string>>[] | number {
  const records: Record<string, string>[] = [];
  let last: Record<string, string> | undefined;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (/^\s*(COMMENT\b.*)?$/.test(line)) continue;
    const [, keyword, value] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (keyword === undefined || value === undefined) return at + 1;
    // A message begins with its version; those that leave it out, with a keyword that the last one has.
    if (last === undefined || keyword in last) {
      last = {};
      records.push(last);
    }
    last[keyword] = value.replace(/^([-+.\deE]+)\s*\[[^\]]*\]$/, '$1');
  }
  return records;
}
