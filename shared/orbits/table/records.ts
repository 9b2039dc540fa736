/**
 * One record of a catalogue file (columns: shared/data/README.md): checked, its numbers read, its elements brought to the
 * start. Whatever is wrong with it is a value that names the field.
 */

import { secularRates } from '../motion/secular.ts';
import { type Carried, isCarried, readCarried } from './carried.ts';
import {
  EARTH_RADIUS_KM,
  type Elements,
  SECONDS_PER_DAY,
  semiMajorAxisOfMotionKm,
  TWO_PI,
  unKozai,
  wrapAngle,
} from './elements.ts';
import { DEBRIS, PAYLOAD, STAGE, UNKNOWN } from './population.ts';
import type { CatalogueRow, Flaw } from './record-shape.ts';
import { instantMs } from './time.ts';

const KINDS: Readonly<Record<string, number>> = { PAYLOAD, ROCKET_BODY: STAGE, DEBRIS, UNKNOWN };
const STATUSES: readonly string[] = ['', 'ACTIVE', 'INACTIVE'];
const DEGREE = Math.PI / 180;
/** Number of a column, with its limits; an empty cell is refused where `needed`, else reads as 0 (not known). */
const NUMBERS = [
  { field: 'noradId', needed: true, low: 1, high: 0xff_ffff_ffff },
  { field: 'meanMotion', needed: true, low: 0.01, high: 18 },
  { field: 'eccentricity', needed: true, low: 0, high: 0.999 },
  { field: 'inclinationDeg', needed: true, low: 0, high: 180 },
  { field: 'raanDeg', needed: true, low: 0, high: 360 },
  { field: 'argPericenterDeg', needed: true, low: 0, high: 360 },
  { field: 'meanAnomalyDeg', needed: true, low: 0, high: 360 },
  { field: 'meanMotionDot', needed: false, low: -100, high: 100 },
  { field: 'massKg', needed: false, low: 1e-6, high: 1e6 },
  { field: 'sizeM', needed: false, low: 1e-3, high: 1e4 },
  { field: 'rcsM2', needed: false, low: 1e-6, high: 1e5 },
] as const;
/**
 * What a row says of its elements, where it does, and what can be read: SGP4's mean elements, and not SGP4-XP's (ephemeris type
 * 4), which SGP4 propagates wrongly without a word.
 */
const READABLE = {
  meanElementTheory: ['SGP4', 'SGP/SGP4'],
  refFrame: ['TEME', 'TEMEOFDATE'],
  timeSystem: ['UTC'],
  centerName: ['EARTH'],
  ephemerisType: ['0', '1', '2', '3'],
} as const;

/** The column that says that the elements of a row are none of SGP4's; undefined when none does. */
export const foreignField = (record: CatalogueRow): string | undefined =>
  Object.entries(READABLE).find(([field, words]) => {
    const text = textOf(record, field).trim().toUpperCase();
    return text !== '' && !words.some((word) => word === text);
  })?.[0];

type NumberField = (typeof NUMBERS)[number]['field'];
type Numbers = Record<NumberField, number>;
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A row that passed: its numbers and instants beside the texts. */
export type Read = {
  record: CatalogueRow;
  numbers: Numbers;
  elements: Elements;
  kind: number;
  /** NaN where not known */
  launchMs: number;
  fleet: string;
  /** what a computed sky knows of it; null for a measured one */
  carried: Carried | null;
};

/** A cell's text, '' where the column is missing. */
export const textOf = (record: CatalogueRow, field: string): string => record[field] ?? '';

/** A record's numbers and elements at `startMs` (ms since 1970), or its first flaw. */
export function readRecord(record: CatalogueRow, startMs: number): Read | Flaw {
  const carried = isCarried(record) ? readCarried(record) : null;
  if (carried !== null && 'field' in carried) return carried;
  const foreign = foreignField(record);
  if (foreign !== undefined) return { field: foreign, reason: 'not-listed' };
  const numbers: Partial<Numbers> = {};
  for (const { field, needed, low, high } of NUMBERS) {
    const text = textOf(record, field).trim();
    if (text === '') {
      if (needed) return { field, reason: 'missing' };
      numbers[field] = 0;
      continue;
    }
    if (!NUMERAL.test(text)) return { field, reason: 'not-a-number' };
    const value = Number(text);
    // What the engine made has numbers from 2^40 (chance.ts).
    const most = carried && field === 'noradId' ? Number.MAX_SAFE_INTEGER : high;
    if (!(value >= low && value <= most)) return { field, reason: 'out-of-range' };
    numbers[field] = value;
  }
  const all = numbers as Numbers;
  for (const field of ['massKg', 'sizeM'] as const)
    if (carried && all[field] === 0) return { field, reason: 'missing' };
  if (!Number.isInteger(all.noradId)) return { field: 'noradId', reason: 'not-a-number' };
  const kind = KINDS[textOf(record, 'objectType')];
  if (kind === undefined)
    return { field: 'objectType', reason: textOf(record, 'objectType') === '' ? 'missing' : 'not-listed' };
  if (!STATUSES.includes(textOf(record, 'operationalStatus')))
    return { field: 'operationalStatus', reason: 'not-listed' };
  const epoch = textOf(record, 'epoch');
  const epochMs = instantMs(epoch);
  if (epochMs === null) return { field: 'epoch', reason: epoch === '' ? 'missing' : 'not-an-instant' };
  const launchDate = textOf(record, 'launchDate');
  const launchMs = launchDate === '' ? Number.NaN : instantMs(launchDate);
  if (launchMs === null) return { field: 'launchDate', reason: 'not-an-instant' };
  const elements = elementsAt(all, (startMs - epochMs) / 1000);
  if (elements.semiMajorAxisKm * (1 - elements.eccentricity) < EARTH_RADIUS_KM)
    return { field: 'meanMotion', reason: 'out-of-range' };
  return { record, numbers: all, elements, kind, launchMs, fleet: fleetOf(textOf(record, 'program')), carried };
}

/** Mean elements `seconds` after a row's epoch. */
function elementsAt(row: Numbers, seconds: number): Elements {
  const inclinationRad = row.inclinationDeg * DEGREE;
  const kozaiRadMin = (row.meanMotion * TWO_PI) / 1440;
  const motionRadS = unKozai(kozaiRadMin, row.eccentricity, inclinationRad) / 60;
  const semiMajorAxisKm = semiMajorAxisOfMotionKm(motionRadS);
  const rates = secularRates(semiMajorAxisKm, row.eccentricity, inclinationRad);
  // The published rate of the mean motion is the quadratic term of the mean anomaly: rev/day^2, already halved.
  const days = seconds / SECONDS_PER_DAY;
  const byDrag = row.meanMotionDot * days * days * TWO_PI;
  return {
    semiMajorAxisKm,
    eccentricity: row.eccentricity,
    inclinationRad,
    raanRad: wrapAngle(row.raanDeg * DEGREE + rates.raanRadS * seconds),
    argPerigeeRad: wrapAngle(row.argPericenterDeg * DEGREE + rates.argPerigeeRadS * seconds),
    meanAnomalyRad: wrapAngle(row.meanAnomalyDeg * DEGREE + rates.meanAnomalyRadS * seconds + byDrag),
  };
}

/**
 * Programmes that GCAT splits into batches and blocks, by how their names begin, and the fleet they make. Others are a
 * fleet as they stand.
 */
const FLEETS: readonly (readonly [prefix: string, fleet: string])[] = [
  ['Starlink ', 'Starlink'],
  ['Iridium', 'Iridium'],
  ['Globalstar', 'Globalstar'],
  ['Orbcomm', 'Orbcomm'],
  ['Gonets', 'Gonets'],
  ['GPS ', 'GPS'],
  ['Beidou', 'Beidou'],
  ['Uragan', 'GLONASS'],
  ['Flock', 'Flock'],
  ['Jilin-1', 'Jilin-1'],
  ['SDA-', 'SDA'],
  ['HWD', 'Guowang'],
];

/** The fleet of a programme name: batch and block left out, '' for none. */
export function fleetOf(program: string): string {
  const row = FLEETS.find(([prefix]) => program.startsWith(prefix));
  return row === undefined ? program : row[1];
}
