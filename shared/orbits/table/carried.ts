/**
 * What a computed sky knows of an object beyond its elements, as further columns of a sky file: what `kessler evolve` writes is
 * read back as it was, and nothing is estimated a second time.
 */
import { kozai, meanMotionRadS, SECONDS_PER_DAY, TWO_PI } from './elements.ts';
import { bstarOfAreaToMass } from './estimates.ts';
import { ACTIVE, type OBJECT_KINDS, type Population, type Row } from './population.ts';
import type { CatalogueRow, Flaw } from './record-shape.ts';

/** Columns of a computed sky and their limits; months are counted from where the computation began, epochMonth is the row's own. */
export const CARRIED = {
  areaM2: [1e-9, 1e6],
  areaToMassM2Kg: [1e-9, 1e4],
  /** of the logarithm; 0 for what the computation made */
  areaToMassSpread: [0, 10],
  birthMonth: [-32768, 32767],
  missionEndMonth: [-32768, 32767],
  epochMonth: [0, 32767],
  /** bits as in population.ts */
  flagBits: [0, 63],
  breakupId: [0, Number.MAX_SAFE_INTEGER],
  parentId: [0, Number.MAX_SAFE_INTEGER],
} as const;
type CarriedField = keyof typeof CARRIED;
export type Carried = Record<CarriedField, number>;
const FIELDS = Object.keys(CARRIED) as CarriedField[];

/** All others are whole numbers. */
const FRACTIONS: ReadonlySet<CarriedField> = new Set(['areaM2', 'areaToMassM2Kg', 'areaToMassSpread']);

/** Whether a record is of a computed sky. */
export const isCarried = (record: CatalogueRow): boolean => (record.areaToMassM2Kg ?? '') !== '';

/** The numbers of a computed sky's record, or its first flaw. */
export function readCarried(record: CatalogueRow): Carried | Flaw {
  const out: Partial<Carried> = {};
  for (const field of FIELDS) {
    const text = (record[field] ?? '').trim();
    if (text === '') return { field, reason: 'missing' };
    const value = Number(text);
    if (Number.isNaN(value)) return { field, reason: 'not-a-number' };
    const [low, high] = CARRIED[field];
    if (!(value >= low && value <= high && (FRACTIONS.has(field) || Number.isInteger(value))))
      return { field, reason: 'out-of-range' };
    out[field] = value;
  }
  return out as Carried;
}

/** A row with what its record carries, in months from the start of the sky it is read into. */
export const withCarried = (row: Row, massKg: number, sizeM: number, carried: Carried): Row => ({
  ...row,
  massKg,
  sizeM,
  areaM2: carried.areaM2,
  areaToMassM2Kg: carried.areaToMassM2Kg,
  birthMonth: Math.max(-32768, carried.birthMonth - carried.epochMonth),
  missionEndMonth:
    carried.missionEndMonth === 32767 ? 32767 : Math.max(-32768, carried.missionEndMonth - carried.epochMonth),
  flags: carried.flagBits,
  breakupId: carried.breakupId,
  parentId: carried.parentId,
});

const TYPES = ['PAYLOAD', 'ROCKET_BODY', 'DEBRIS', 'UNKNOWN'] as const satisfies {
  length: (typeof OBJECT_KINDS)['length'];
};
const degrees = (rad: number): string => {
  const value = (rad * 360) / TWO_PI;
  return String(value < 0 ? value + 360 : value);
};

/**
 * A row of a population as a record of a sky file at `epoch` (UTC): the mean motion is Kozai's again, bstar the drag term of its
 * area-to-mass, whose logarithm is as unsure as `spread`.
 */
export function recordOf(sky: Population, i: number, epoch: string, spread: number): CatalogueRow {
  const eccentricity = sky.eccentricity[i]!;
  const inclinationRad = sky.inclinationRad[i]!;
  const motionRadMin = meanMotionRadS(sky.semiMajorAxisKm[i]!) * 60;
  return {
    noradId: String(sky.id[i]!),
    objectType: TYPES[sky.kind[i]!]!,
    ownerCode: sky.owners[sky.owner[i]!]!,
    program: sky.fleets[sky.fleet[i]!]!,
    operationalStatus: sky.flags[i]! & ACTIVE ? 'ACTIVE' : '',
    massKg: String(sky.massKg[i]!),
    sizeM: String(sky.sizeM[i]!),
    epoch,
    meanMotion: String((kozai(motionRadMin, eccentricity, inclinationRad) * SECONDS_PER_DAY) / (60 * TWO_PI)),
    eccentricity: String(eccentricity),
    inclinationDeg: degrees(inclinationRad),
    raanDeg: degrees(sky.raanRad[i]!),
    argPericenterDeg: degrees(sky.argPerigeeRad[i]!),
    meanAnomalyDeg: degrees(sky.meanAnomalyRad[i]!),
    bstar: String(bstarOfAreaToMass(sky.areaToMassM2Kg[i]!)),
    areaM2: String(sky.areaM2[i]!),
    areaToMassM2Kg: String(sky.areaToMassM2Kg[i]!),
    areaToMassSpread: String(spread),
    birthMonth: String(sky.birthMonth[i]!),
    missionEndMonth: String(sky.missionEndMonth[i]!),
    epochMonth: String(sky.epochMonth),
    flagBits: String(sky.flags[i]!),
    breakupId: String(sky.breakupId[i]!),
    parentId: String(sky.parentId[i]!),
  };
}

/** Columns of a computed sky beside the usual ones, in order. */
export const CARRIED_COLUMNS: readonly string[] = FIELDS;
