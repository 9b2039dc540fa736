/**
 * The orbital population: one structure of arrays, one row per object (or per group of `weight` objects in a thinned sky).
 *
 * Rows are sorted by `id`. A population is never changed in place once it has left the function that made it.
 * The binary codec is versioned; the content hash of its bytes is the population's address in the store.
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

/** Column names, element types and meanings. The order is the order in the binary codec: append only, and raise VERSION. */
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
type Head = Pick<Population, 'epochMonth' | 'owners' | 'fleets'>;

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

const pad8 = (n: number): number => (n + 7) & ~7;

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

const MAGIC = 0x4b534b59; // 'KSKY'
const VERSION = 1;

/** The population as bytes: magic, version, length of the JSON head, head, padded to 8, then the columns. */
export function encode(p: Population): Uint8Array {
  const head = new Uint8Array(
    utf8(JSON.stringify({ count: p.count, epochMonth: p.epochMonth, owners: p.owners, fleets: p.fleets })),
  );
  const start = pad8(12 + head.length);
  let bytes = start;
  for (const name of COLUMN_NAMES) bytes += pad8(COLUMNS[name].BYTES_PER_ELEMENT * p.count);
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, head.length, true);
  out.set(head, 12);
  let offset = start;
  for (const name of COLUMN_NAMES) {
    const column = p[name];
    out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += pad8(column.byteLength);
  }
  return out;
}

/** The population of `encode`'s bytes. Throws an error that says what is wrong with them. */
export function decode(bytes: Uint8Array): Population {
  if (bytes.length < 12) throw new Error('not a sky: shorter than its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('not a sky: wrong first bytes');
  const version = view.getUint32(4, true);
  if (version !== VERSION) throw new Error(`sky format ${version}, this program reads ${VERSION}`);
  const headLength = view.getUint32(8, true);
  const head = JSON.parse(fromUtf8(bytes.subarray(12, 12 + headLength))) as Head & { count: number };
  const start = pad8(12 + headLength);
  const p = emptyPopulation(head.count, head);
  const first = p[COLUMN_NAMES[0]!];
  const whole = new Uint8Array(first.buffer);
  if (bytes.length !== start + whole.length)
    throw new Error(`a sky of ${bytes.length} bytes, expected ${start + whole.length}`);
  whole.set(bytes.subarray(start));
  return { ...p, epochMonth: head.epochMonth, owners: head.owners, fleets: head.fleets };
}

/** Content hash of bytes: 128 bits as 32 hex digits (four lanes of MurmurHash3's mixing; not for adversaries). */
export function contentHash(bytes: Uint8Array): string {
  const words = bytes.length >> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const input = new Uint32Array(aligned.buffer, aligned.byteOffset, words);
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = bytes.length | 0;
  for (let i = 0; i < words; i++) {
    const k = Math.imul(input[i]!, 0xcc9e2d51);
    a = Math.imul(a ^ ((k << 15) | (k >>> 17)), 0x1b873593) + b;
    b = ((b << 13) | (b >>> 19)) ^ Math.imul(k, 0x85ebca6b);
    c = Math.imul(c + a, 5) + (d ^ k);
    d = ((d << 11) | (d >>> 21)) + (b ^ 0xe6546b64);
  }
  for (let i = words * 4; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x1000193);
    c = Math.imul(c + bytes[i]!, 0x5bd1e995) ^ a;
  }
  const out: string[] = [];
  for (let round = 0; round < 4; round++) {
    a = finalMix(a + d + round);
    b = finalMix(b ^ a);
    c = finalMix(c + b);
    d = finalMix(d ^ c);
    out.push((d >>> 0).toString(16).padStart(8, '0'));
  }
  return out.join('');
}

function finalMix(x: number): number {
  let h = x | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** UTF-8 without TextEncoder, which is not part of the language this folder may use. */
function utf8(text: string): number[] {
  const out: number[] = [];
  for (const char of text) {
    const c = char.codePointAt(0)!;
    if (c < 0x80) out.push(c);
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return out;
}

function fromUtf8(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i++]!;
    const more = b < 0x80 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    let c = more === 0 ? b : b & (0x3f >> more);
    for (let k = 0; k < more; k++) c = (c << 6) | (bytes[i++]! & 63);
    out += String.fromCodePoint(c);
  }
  return out;
}
