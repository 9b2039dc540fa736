/** The binary form of a population, in which it is stored and sent: versioned, and the same bytes for the same rows everywhere. */

import { COLUMN_NAMES, COLUMNS, emptyPopulation, type Head, type Population, pad8 } from './population.ts';

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
