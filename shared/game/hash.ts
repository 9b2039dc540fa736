/** One number for a whole state: two processes that folded the same log have the same. */
import { contentHash } from '../orbits/table/content-hash.ts';
import type { State } from './state.ts';

/** JSON with the fields of every object in alphabetical order and without undefined ones: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`);
  return `{${fields.join(',')}}`;
}

/** Content hash of a state: 32 hex digits over the UTF-16 units of its canonical JSON. */
export function stateHash(state: State): string {
  const text = canonicalJson(state);
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return contentHash(new Uint8Array(units.buffer));
}
