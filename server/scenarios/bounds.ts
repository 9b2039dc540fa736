/** How much a scenario may hold: whoever writes one has more than enough, and nobody can fill a server with it. */
import type { Fault } from '../../shared/scenarios/fault.ts';

/** Bytes of one file and of all, and how many files. */
export const MOST_FILE_BYTES = 256 * 1024;
export const MOST_BYTES = 1024 * 1024;
export const MOST_FILES = 24;
/** Characters of one text, and of a key; entries of a list or mapping; how deep they may lie in one another. */
const MOST_TEXT = 4_000;
const MOST_KEY = 80;
const MOST_ENTRIES = 2_000;
const DEEPEST = 16;
/** Numbers of a scenario are seconds, years, metres, catalogue numbers of objects. */
const MOST_NUMBER = 1e9;

/** What goes over a bound in the content of a file. */
export function* boundFaults(value: unknown, path: Fault['path'] = []): Iterable<Fault> {
  if (typeof value === 'string' && value.length > MOST_TEXT)
    yield { path, reason: `has ${value.length} characters; at most ${MOST_TEXT}` };
  if (typeof value === 'number' && Math.abs(value) > MOST_NUMBER)
    yield { path, reason: `is beyond ${MOST_NUMBER}, as nothing in a game is` };
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= DEEPEST) {
    yield { path, reason: `lies deeper than ${DEEPEST} fields` };
    return;
  }
  const entries = Object.entries(value);
  if (entries.length > MOST_ENTRIES) {
    yield { path, reason: `has ${entries.length} entries; at most ${MOST_ENTRIES}` };
    return;
  }
  for (const [key, item] of entries) {
    if (key.length > MOST_KEY || key === '__proto__')
      yield { path: [...path, key.slice(0, MOST_KEY)], reason: `is no key: at most ${MOST_KEY} characters` };
    else yield* boundFaults(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
