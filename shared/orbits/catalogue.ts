/**
 * Reads catalogue rows (columns: shared/data/README.md) into a population at one instant, and names every row it refuses.
 *
 * Elements: the published mean motion is un-Kozai'd and gives the semi-major axis; node, perigee and mean anomaly are
 * carried from the row's epoch to the start by J2's secular drift. Mass, size and drag: estimates.ts.
 */
import { densityProfile } from './atmosphere.ts';
import {
  EARTH_RADIUS_KM,
  type Elements,
  regimeOf,
  SECONDS_PER_DAY,
  semiMajorAxisOfMotionKm,
  TWO_PI,
  unKozai,
  wrapAngle,
} from './elements.ts';
import {
  areaToMassOfDecay,
  bodyOf,
  designLifeYears,
  isCrewed,
  isManoeuvrable,
  isPassivated,
  missionEnd,
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
  STAGE,
  UNKNOWN,
} from './population.ts';
import { secularRates } from './secular.ts';
import { decimalYear, instantMs, monthsBetween } from './time.ts';

/** One record of a catalogue file, already split: column name to text. */
export type CatalogueRow = Readonly<Record<string, string>>;

export type CatalogueOptions = {
  /** the instant of month 0, ms since 1970 */
  readonly startMs: number;
  /** F10.7 (81-day mean, sfu) at the time of the elements: what their decay is read against */
  readonly f107: number;
};

export const REFUSAL_REASONS = [
  'missing',
  'not-a-number',
  'out-of-range',
  'not-an-instant',
  'not-listed',
  'twice',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
/** A row that was not read. `row` counts records from 1 (the line after the header). */
export type RefusedRow = { row: number; noradId: string; field: string; reason: RefusalReason };

/** What the engine does not need but people ask: parallel to the rows of the sky; '' where not known. */
export type Details = {
  readonly intlDesignator: readonly string[];
  readonly launchDate: readonly string[];
  readonly launchVehicle: readonly string[];
  readonly ownerOrg: readonly string[];
  readonly mission: readonly string[];
  readonly program: readonly string[];
  readonly operationalStatus: readonly string[];
};
const DETAIL_COLUMNS = [
  'intlDesignator',
  'launchDate',
  'launchVehicle',
  'ownerOrg',
  'mission',
  'program',
  'operationalStatus',
] as const satisfies readonly (keyof Details)[];

export type Catalogue = {
  readonly sky: Population;
  /** parallel to the rows of the sky */
  readonly names: readonly string[];
  readonly details: Details;
  readonly refused: readonly RefusedRow[];
};

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
  { field: 'massKg', needed: false, low: 1e-3, high: 1e6 },
  { field: 'sizeM', needed: false, low: 1e-3, high: 1e4 },
  { field: 'rcsM2', needed: false, low: 1e-6, high: 1e5 },
] as const;
type NumberField = (typeof NUMBERS)[number]['field'];
type Numbers = Record<NumberField, number>;
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A row that passed: its numbers and instants beside the texts. */
type Read = {
  record: CatalogueRow;
  numbers: Numbers;
  elements: Elements;
  kind: number;
  /** NaN where not known */
  launchMs: number;
  fleet: string;
};

/**
 * The sky of catalogue rows at `startMs`, in order of number. Throws nothing: a broken row is left out and named in
 * `refused` with its field and reason; so is the second row of a number.
 */
export function readCatalogue(rows: readonly CatalogueRow[], options: CatalogueOptions): Catalogue {
  const refused: RefusedRow[] = [];
  const seen = new Set<number>();
  const read: Read[] = [];
  rows.forEach((record, index) => {
    const result = readRow(record, options.startMs);
    const twice = 'numbers' in result && seen.has(result.numbers.noradId);
    if (!('numbers' in result) || twice) {
      const flaw: Flaw = 'numbers' in result ? { field: 'noradId', reason: 'twice' } : result;
      refused.push({ row: index + 1, noradId: record.noradId ?? '', ...flaw });
      return;
    }
    seen.add(result.numbers.noradId);
    read.push(result);
  });
  read.sort((a, b) => a.numbers.noradId - b.numbers.noradId);

  const owners = tableOf(read.map((r) => textOf(r.record, 'ownerCode')));
  const fleets = tableOf(read.map((r) => r.fleet));
  const typical = typicalMasses(read);
  const profile = densityProfile(options.f107);
  const skyRows = read.map((r) => skyRowOf(r, options.startMs, owners.indexOf, fleets.indexOf, typical, profile));
  const details = Object.fromEntries(
    DETAIL_COLUMNS.map((column) => [column, read.map((r) => textOf(r.record, column))]),
  ) as Record<keyof Details, string[]>;
  return {
    sky: fromRows(skyRows, { epochMonth: 0, owners: owners.names, fleets: fleets.names }),
    names: read.map((r) => textOf(r.record, 'name')),
    details,
    refused,
  };
}

const textOf = (record: CatalogueRow, field: string): string => record[field] ?? '';

type Flaw = { field: string; reason: RefusalReason };

function readRow(record: CatalogueRow, startMs: number): Read | Flaw {
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
    if (!(value >= low && value <= high)) return { field, reason: 'out-of-range' };
    numbers[field] = value;
  }
  const all = numbers as Numbers;
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
  return { record, numbers: all, elements, kind, launchMs, fleet: fleetOf(textOf(record, 'program')) };
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

function skyRowOf(
  r: Read,
  startMs: number,
  owners: ReadonlyMap<string, number>,
  fleets: ReadonlyMap<string, number>,
  typical: TypicalMasses,
  profile: Float64Array,
): Row {
  const { numbers, elements, kind, fleet, launchMs } = r;
  const mission = textOf(r.record, 'mission');
  const active = kind === PAYLOAD && textOf(r.record, 'operationalStatus') === 'ACTIVE';
  const { semiMajorAxisKm, eccentricity, inclinationRad } = elements;
  const facts = {
    kind,
    massKg: numbers.massKg,
    sizeM: numbers.sizeM,
    rcsM2: numbers.rcsM2,
    typicalMassKg: typical.ofFleet.get(`${kind} ${fleet}`) ?? typical.ofKind[kind]!,
    observedAreaToMass: 0,
  };
  const massKg = bodyOf(facts).massKg;
  const manoeuvrable = active && isManoeuvrable(massKg, mission, fleet);
  if (!manoeuvrable) {
    const { meanMotion, meanMotionDot } = numbers;
    facts.observedAreaToMass = areaToMassOfDecay(
      semiMajorAxisKm,
      eccentricity,
      inclinationRad,
      meanMotion,
      meanMotionDot,
      profile,
    );
  }
  const body = bodyOf(facts);
  const launched = Number.isNaN(launchMs) ? 0 : Math.floor(monthsBetween(startMs, launchMs));
  const life = designLifeYears(mission, fleet, regimeOf(semiMajorAxisKm, eccentricity), massKg);
  return {
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
      (isPassivated(kind, decimalYear(launchMs), textOf(r.record, 'launchVehicle')) ? PASSIVATED : 0) |
      (body.massEstimated ? ESTIMATED_MASS : 0) |
      (body.areaEstimated ? ESTIMATED_AREA : 0),
  };
}
