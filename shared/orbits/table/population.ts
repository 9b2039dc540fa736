/**
 * The orbital population: one structure of arrays, one row per object (or per group of `weight` objects in a thinned sky).
 *
 * Rows are sorted by `id`. A population is never changed in place once it has left the function that made it.
 * The content hash (content-hash.ts) of its bytes (population-codec.ts) is the population's address in the store.
 */

/** What an object is. The number in the `kind` column is the index here. */
export const OBJECT_KINDS = ['payload', 'stage', 'debris', 'unknown'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];
export const PAYLOAD = 0;
export const STAGE = 1;
export const DEBRIS = 2;
export const UNKNOWN = 3;

/** Bits of the `flags` column. */
export const ACTIVE = 1; // a working payload
export const MANOEUVRABLE = 2; // keeps its orbit and can avoid
export const PASSIVATED = 4; // no stored energy left
export const CREWED = 8;
export const ESTIMATED_MASS = 16; // mass is an estimate (method: catalogue.ts)
export const ESTIMATED_AREA = 32; // area or A/M is an estimate (method: catalogue.ts)

/** Column names, element types and meanings. The order is the order in the binary codec: append only, and raise VERSION there. */
export const COLUMNS = {
  /** catalogue number, or a causal id (chance.ts) for what the game made */
  id: Float64Array,
  semiMajorAxisKm: Float64Array,
  eccentricity: Float64Array,
  inclinationRad: Float64Array,
  raanRad: Float64Array,
  argPerigeeRad: Float64Array,
  meanAnomalyRad: Float64Array,
  /** id of the break-up it came from, 0 if none */
  breakupId: Float64Array,
  /** id of the object it was part of, 0 if none */
  parentId: Float64Array,
  massKg: Float32Array,
  /** mean cross-section */
  areaM2: Float32Array,
  /** ballistic area-to-mass ratio; amScale multiplies this one only, so it can differ from areaM2 / massKg */
  areaToMassM2Kg: Float32Array,
  /** characteristic length */
  sizeM: Float32Array,
  /** how many objects the row stands for: 1, or 20 in the thin sky */
  weight: Float32Array,
  /** month of birth, counted from the scenario's start (negative: before) */
  birthMonth: Int16Array,
  /** month in which its mission ends, counted likewise; 32767: not known or no mission */
  missionEndMonth: Int16Array,
  /** index into `owners` */
  owner: Uint16Array,
  /** index into `fleets`: programme or constellation */
  fleet: Uint16Array,
  kind: Uint8Array,
  flags: Uint8Array,
} as const;
export type ColumnName = keyof typeof COLUMNS;
type ArrayOf<Make> = Make extends Float64ArrayConstructor
  ? Float64Array
  : Make extends Float32ArrayConstructor
    ? Float32Array
    : Make extends Int16ArrayConstructor
      ? Int16Array
      : Make extends Uint16ArrayConstructor
        ? Uint16Array
        : Uint8Array;
export type Columns = { readonly [K in ColumnName]: ArrayOf<(typeof COLUMNS)[K]> };
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

export type Population = Columns & {
  readonly count: number;
  /** months since the scenario's start; the elements are mean elements at this instant */
  readonly epochMonth: number;
  /** owner codes; index 0 is '' (not known) */
  readonly owners: readonly string[];
  /** programme names; index 0 is '' (none) */
  readonly fleets: readonly string[];
};

/** One row as plain numbers: handy at the edges (launches, tests), not for inner loops. */
export type Row = { [K in ColumnName]: number };

export const NO_ROW: Row = {
  id: 0,
  semiMajorAxisKm: 0,
  eccentricity: 0,
  inclinationRad: 0,
  raanRad: 0,
  argPerigeeRad: 0,
  meanAnomalyRad: 0,
  breakupId: 0,
  parentId: 0,
  massKg: 0,
  areaM2: 0,
  areaToMassM2Kg: 0,
  sizeM: 0,
  weight: 1,
  birthMonth: 0,
  missionEndMonth: 32767,
  owner: 0,
  fleet: 0,
  kind: UNKNOWN,
  flags: 0,
};

type Writable = { -readonly [K in ColumnName]: Columns[K] };
/** What a population is beside its rows. */
export type Head = Pick<Population, 'epochMonth' | 'owners' | 'fleets'>;

/** Shared memory where there is any: a population crosses to a worker without a copy. Browsers may not offer it. */
const makeBuffer = (bytes: number): ArrayBufferLike =>
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);

/** Empty columns for `count` rows in one buffer. */
export function emptyPopulation(count: number, head: Head): Population {
  let bytes = 0;
  for (const name of COLUMN_NAMES) bytes += pad8(COLUMNS[name].BYTES_PER_ELEMENT * count);
  // Field by field: a whole population may be handed in as the head, and its columns must not come along.
  const { epochMonth, owners, fleets } = head;
  return { ...columnsOn(makeBuffer(bytes), 0, count), count, epochMonth, owners, fleets };
}

function columnsOn(buffer: ArrayBufferLike, start: number, count: number): Columns {
  let offset = start;
  const columns: Partial<Record<ColumnName, unknown>> = {};
  for (const name of COLUMN_NAMES) {
    const make = COLUMNS[name] as new (b: ArrayBufferLike, at: number, n: number) => Columns[ColumnName];
    columns[name] = new make(buffer, offset, count);
    offset += pad8(COLUMNS[name].BYTES_PER_ELEMENT * count);
  }
  return columns as Columns;
}

/** Bytes up to the next multiple of eight, where a column may begin. */
export const pad8 = (n: number): number => (n + 7) & ~7;

/** A population of the given rows, sorted by id. Throws if two rows have one id: that is a bug of the caller. */
export function fromRows(rows: readonly Row[], head: Head): Population {
  const sorted = [...rows].sort((a, b) => a.id - b.id);
  const p = emptyPopulation(sorted.length, head);
  for (let i = 0; i < sorted.length; i++) {
    const row = sorted[i]!;
    if (i > 0 && sorted[i - 1]!.id === row.id) throw new Error(`two rows with id ${row.id}`);
    for (const name of COLUMN_NAMES) p[name][i] = row[name];
  }
  return p;
}

/** One row as an object. */
export function rowAt(p: Population, index: number): Row {
  const row = { ...NO_ROW };
  for (const name of COLUMN_NAMES) row[name] = p[name][index]!;
  return row;
}

/** The rows at the given ascending indices. */
export function pick(p: Population, indices: ArrayLike<number>): Population {
  const out = emptyPopulation(indices.length, p);
  // Most picks keep nearly all rows: copying whole runs of neighbours is twenty times faster than row by row.
  for (let i = 0; i < indices.length; ) {
    const first = indices[i]!;
    let length = 1;
    while (i + length < indices.length && indices[i + length] === first + length) length++;
    for (const name of COLUMN_NAMES)
      (out[name] as Float64Array).set((p[name] as Float64Array).subarray(first, first + length), i);
    i += length;
  }
  return out;
}

/** `p` and further rows, sorted by id; owner and fleet indices of the rows refer to `p`'s tables. */
export function withRows(p: Population, rows: readonly Row[]): Population {
  if (rows.length === 0) return p;
  const added = fromRows(rows, p);
  const out = emptyPopulation(p.count + added.count, p);
  // Runs of neighbours from one side are copied whole: most rows added are a few among many.
  let i = 0;
  let j = 0;
  while (i < p.count || j < added.count) {
    const old = j >= added.count || (i < p.count && p.id[i]! < added.id[j]!);
    const [source, first] = old ? [p, i] : [added, j];
    let length = 1;
    if (old) while (i + length < p.count && (j >= added.count || p.id[i + length]! < added.id[j]!)) length++;
    else while (j + length < added.count && (i >= p.count || added.id[j + length]! <= p.id[i]!)) length++;
    for (const name of COLUMN_NAMES)
      (out[name] as Float64Array).set((source[name] as Float64Array).subarray(first, first + length), i + j);
    if (old) i += length;
    else j += length;
  }
  for (let k = 1; k < out.count; k++) if (out.id[k] === out.id[k - 1]) throw new Error(`two rows with id ${out.id[k]}`);
  return out;
}

/** A copy whose columns may be written by the caller before it hands them on. */
export function draftOf(p: Population): Population & Writable {
  const out = emptyPopulation(p.count, p);
  for (const name of COLUMN_NAMES) (out[name] as Float64Array).set(p[name] as Float64Array);
  return out;
}

/** Index of an id by bisection, or -1. */
export function indexOf(p: Population, id: number): number {
  let low = 0;
  let high = p.count - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const at = p.id[mid]!;
    if (at === id) return mid;
    if (at < id) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
