/**
 * Reads catalogue rows (columns: shared/data/README.md) into a population at one instant, and names every row it refuses.
 *
 * Elements: the published mean motion is un-Kozai'd and gives the semi-major axis; node, perigee and mean anomaly are
 * carried from the row's epoch to the start by J2's secular drift. Mass, size and drag: estimates.ts.
 */
import { type Air, profileOf } from '../motion/air.ts';
import { airOfTheDay } from './air-of-the-day.ts';
import { withCarried } from './carried.ts';
import { perigeeAltitudeKm, regimeOf } from './elements.ts';
import {
  areaToMassOfBstar,
  bodyOf,
  type Decay,
  decayOfUnit,
  designLifeYears,
  isCrewed,
  isManoeuvrable,
  isPassivated,
  missionEnd,
  noiseOfRate,
  typicalMassKg,
} from './estimates.ts';
import {
  ACTIVE,
  CREWED,
  DEBRIS,
  ESTIMATED_AREA,
  ESTIMATED_MASS,
  fromRows,
  MANOEUVRABLE,
  NO_ROW,
  PASSIVATED,
  PAYLOAD,
  type Population,
  type Row,
  UNKNOWN,
} from './population.ts';
import type { CatalogueRow, Flaw, RefusalReason } from './record-shape.ts';
import { type Read, readRecord, textOf } from './records.ts';
import { decimalYear, instantMs, monthsBetween } from './time.ts';

export type CatalogueOptions = {
  /** the instant of month 0, ms since 1970 */
  readonly startMs: number;
  /** the air at the time of the elements, as far as it is known: what their decay is read against */
  readonly air: Air;
  /** read A/M from SGP4's drag term instead, whose density does not follow the Sun (estimates.ts) */
  readonly amFromBstar?: boolean;
};

/** A row that was not read. `row` counts records from 1 (the line after the header). */
export type RefusedRow = { row: number; noradId: string; field: string; reason: RefusalReason };

const DETAIL_COLUMNS = [
  'intlDesignator',
  'launchDate',
  'launchVehicle',
  'ownerOrg',
  'mission',
  'program',
  'operationalStatus',
] as const;
/** What the engine does not need but people ask: texts parallel to the rows of the sky, '' where not known. */
export type Details = { readonly [K in (typeof DETAIL_COLUMNS)[number]]: readonly string[] };

export type Catalogue = {
  readonly sky: Population;
  /** parallel to the rows of the sky */
  readonly names: readonly string[];
  readonly details: Details;
  readonly refused: readonly RefusedRow[];
  /** standard deviation of the logarithm of each A/M, by how it is known; parallel to the rows of the sky */
  readonly dragSpreads: readonly number[];
  /** months computed before month 0, where the sky is one that `kessler evolve` wrote; else 0 */
  readonly monthsBefore: number;
};

/**
 * The sky of catalogue rows at `startMs`, in order of number. Throws nothing: a broken row is left out and named in
 * `refused` with its field and reason; so is, of two rows of a number, the one with the older elements.
 */
export function readCatalogue(rows: readonly CatalogueRow[], options: CatalogueOptions): Catalogue {
  const refused: RefusedRow[] = [];
  const taken = new Map<number, { row: number; epochMs: number; result: Read }>();
  const refuse = (row: number, record: CatalogueRow, flaw: Flaw): void =>
    void refused.push({ row, noradId: record.noradId ?? '', ...flaw });
  for (const [index, record] of rows.entries()) {
    const result = readRecord(record, options.startMs);
    const row = index + 1;
    if (!('numbers' in result)) {
      refuse(row, record, result);
      continue;
    }
    const epochMs = instantMs(textOf(record, 'epoch'))!;
    const other = taken.get(result.numbers.noradId);
    if (other === undefined || other.epochMs < epochMs) taken.set(result.numbers.noradId, { row, epochMs, result });
    const older = other === undefined || other.epochMs < epochMs ? other : { row, result };
    if (older) refuse(older.row, older.result.record, { field: 'noradId', reason: 'twice' });
  }
  refused.sort((a, b) => a.row - b.row);
  const read = [...taken.values()].map(({ result }) => result);
  read.sort((a, b) => a.numbers.noradId - b.numbers.noradId);

  const owners = tableOf(read.map((r) => textOf(r.record, 'ownerCode')));
  const fleets = tableOf(read.map((r) => r.fleet));
  const typical = typicalMasses(read);
  const decays = decaysOf(read, options);
  const bodies = read.map((r, n) => skyRowOf(r, options.startMs, owners.indexOf, fleets.indexOf, typical, decays[n]!));
  const column = (name: string): string[] => read.map((r) => textOf(r.record, name));
  const details: Partial<Record<keyof Details, string[]>> = {};
  for (const name of DETAIL_COLUMNS) details[name] = column(name);
  return {
    sky: fromRows(
      bodies.map(({ row }) => row),
      { epochMonth: 0, owners: owners.names, fleets: fleets.names },
    ),
    names: column('name'),
    details: details as Details,
    refused,
    dragSpreads: bodies.map(({ spread }) => spread),
    monthsBefore: read.reduce((most, { carried }) => Math.max(most, carried?.epochMonth ?? 0), 0),
  };
}

/** Names in order of first use, '' first, and the index of each. */
function tableOf(texts: readonly string[]): { names: string[]; indexOf: ReadonlyMap<string, number> } {
  const indexOf = new Map<string, number>([['', 0]]);
  for (const text of texts) if (!indexOf.has(text)) indexOf.set(text, indexOf.size);
  return { names: [...indexOf.keys()], indexOf };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Median mass (kg) of each fleet, and of each kind; a kind's is the median of its fleets' medians, so that one large
 * constellation does not speak for all.
 */
type TypicalMasses = { ofFleet: ReadonlyMap<string, number>; ofKind: readonly number[] };

function typicalMasses(read: readonly Read[]): TypicalMasses {
  const masses = new Map<string, number[]>();
  for (const { numbers, kind, fleet } of read) {
    if (numbers.massKg === 0) continue;
    const key = `${kind} ${fleet}`;
    const list = masses.get(key);
    if (list === undefined) masses.set(key, [numbers.massKg]);
    else list.push(numbers.massKg);
  }
  const ofFleet = new Map<string, number>();
  const mediansOfKind: number[][] = [[], [], [], []];
  for (const [key, list] of masses) {
    const kind = Number(key[0]);
    if (key.length > 2) ofFleet.set(key, median(list));
    mediansOfKind[kind]!.push(median(list));
  }
  const ofKind = mediansOfKind.map((list, kind) => (list.length > 0 ? median(list) : typicalMassKg(kind)));
  return { ofFleet, ofKind };
}

/** A body that is no whole one: debris, and what is unidentified without a mass. */
const isPiece = ({ kind, numbers }: Read): boolean => kind === DEBRIS || (kind === UNKNOWN && numbers.massKg === 0);

/** What each row's decay says of its A/M; null where it says nothing. */
function decaysOf(read: readonly Read[], { air, amFromBstar }: CatalogueOptions): (Decay | null)[] {
  if (amFromBstar)
    return read.map(({ record }) => {
      const areaToMass = areaToMassOfBstar(Number(textOf(record, 'bstar')));
      return areaToMass > 0 ? { published: areaToMass, modelledOfUnit: 1, noise: 0 } : null;
    });
  const profile = profileOf(air);
  const perigees = read.map(({ elements }) => perigeeAltitudeKm(elements.semiMajorAxisKm, elements.eccentricity));
  const raw = read.map((r, n): Decay | null => {
    if (textOf(r.record, 'meanMotionDot') === '') return null;
    const { semiMajorAxisKm, eccentricity, inclinationRad } = r.elements;
    const { meanMotion, meanMotionDot } = r.numbers;
    return {
      published: meanMotionDot,
      modelledOfUnit: decayOfUnit(semiMajorAxisKm, eccentricity, inclinationRad, meanMotion, profile),
      noise: noiseOfRate(isPiece(r), perigees[n]!, eccentricity, meanMotion),
    };
  });
  const { factor } = airOfTheDay(
    raw.flatMap((decay, n) => (decay ? { ...decay, id: read[n]!.numbers.noradId, perigeeKm: perigees[n]! } : [])),
  );
  return raw.map((decay, n) => decay && { ...decay, modelledOfUnit: decay.modelledOfUnit * factor(perigees[n]!) });
}

function skyRowOf(
  r: Read,
  startMs: number,
  owners: ReadonlyMap<string, number>,
  fleets: ReadonlyMap<string, number>,
  typical: TypicalMasses,
  decay: Decay | null,
): { row: Row; spread: number } {
  const { numbers, elements, kind, fleet, launchMs } = r;
  const mission = textOf(r.record, 'mission');
  const active = kind === PAYLOAD && textOf(r.record, 'operationalStatus') === 'ACTIVE';
  const { semiMajorAxisKm, eccentricity } = elements;
  const facts = {
    kind,
    massKg: numbers.massKg,
    sizeM: numbers.sizeM,
    rcsM2: numbers.rcsM2,
    typicalMassKg: typical.ofFleet.get(`${kind} ${fleet}`) ?? typical.ofKind[kind]!,
    decay: null,
  };
  const massKg = bodyOf(facts).massKg;
  const manoeuvrable = active && isManoeuvrable(numbers.noradId, massKg, mission, fleet);
  const body = bodyOf({ ...facts, decay: manoeuvrable ? null : decay });
  const launched = Number.isNaN(launchMs) ? 0 : Math.floor(monthsBetween(startMs, launchMs));
  const life = designLifeYears(mission, fleet, regimeOf(semiMajorAxisKm, eccentricity), massKg);
  const row: Row = {
    ...NO_ROW,
    ...elements,
    id: numbers.noradId,
    massKg: body.massKg,
    areaM2: body.areaM2,
    areaToMassM2Kg: body.areaToMassM2Kg,
    sizeM: body.sizeM,
    birthMonth: launched,
    missionEndMonth: active ? missionEnd(launched, life, numbers.noradId) : NO_ROW.missionEndMonth,
    owner: owners.get(textOf(r.record, 'ownerCode'))!,
    fleet: fleets.get(fleet)!,
    kind,
    flags:
      (active ? ACTIVE : 0) |
      (manoeuvrable ? MANOEUVRABLE : 0) |
      (isCrewed(active, mission, massKg) ? CREWED : 0) |
      (isPassivated(kind, numbers.noradId, decimalYear(launchMs), textOf(r.record, 'launchVehicle')) ? PASSIVATED : 0) |
      (body.massEstimated ? ESTIMATED_MASS : 0) |
      (body.areaEstimated ? ESTIMATED_AREA : 0),
  };
  const carried = r.carried === null ? row : withCarried(row, numbers.massKg, numbers.sizeM, r.carried);
  return { row: carried, spread: r.carried?.areaToMassSpread ?? body.areaToMassSpread };
}
