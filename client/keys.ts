/**
 * Keys of a person on this device: one for a seat, one for the facilitator's desk, by game code. A key never stands in the part
 * of an address that is sent to a server: personal links carry it after `#`.
 */
import { CODE_LENGTH } from '../shared/protocol.ts';
import type { Shelf } from './shelf.ts';

export type KeyPlace = 'seat' | 'desk';

const keyName = (place: KeyPlace, code: string): string => `kessler.${place}.${code}`;

/** What is kept for one game: the key, and the delegate it belongs to (null for the facilitator). */
export type KeptKey = { readonly key: string; readonly delegate: string | null };

/** The key kept for a game, or null. */
export function keptKey(shelf: Pick<Shelf, 'getItem'>, place: KeyPlace, code: string): KeptKey | null {
  const kept = shelf.getItem(keyName(place, code));
  if (!kept) return null;
  const at = kept.indexOf(' ');
  return at < 0 ? { key: kept, delegate: null } : { key: kept.slice(0, at), delegate: kept.slice(at + 1) };
}

/** Keeps a key for a game. */
export function keepKey(shelf: Shelf, place: KeyPlace, code: string, kept: KeptKey): void {
  shelf.setItem(keyName(place, code), kept.delegate ? `${kept.key} ${kept.delegate}` : kept.key);
}

/** Forgets the key of a game. */
export function forgetKey(shelf: Shelf, place: KeyPlace, code: string): void {
  shelf.removeItem(keyName(place, code));
}

const ALONE = 'kessler.alone';
/** How many games alone a device remembers. */
const MOST_ALONE = 4;

/** Codes of the games that somebody plays alone on this device, the latest first. */
export const aloneGames = (shelf: Shelf): readonly string[] =>
  (shelf.getItem(ALONE) ?? '').split(' ').filter((code) => codeOf(code).length > 0);

/** Remembers a game that is played alone here. */
export function keepAlone(shelf: Shelf, code: string): void {
  shelf.setItem(ALONE, [code, ...aloneGames(shelf).filter((other) => other !== code)].slice(0, MOST_ALONE).join(' '));
}

/** Forgets a game that is no longer there. */
export function forgetAlone(shelf: Shelf, code: string): void {
  shelf.setItem(
    ALONE,
    aloneGames(shelf)
      .filter((other) => other !== code)
      .join(' '),
  );
}

/** `#key` or `#key.delegate` of an address as a key, or null. */
export function keyOfHash(hash: string): KeptKey | null {
  const [key, delegate] = hash.replace(/^#/, '').split('~');
  return key ? { key, delegate: delegate || null } : null;
}

/** What stands behind the address of a game in a personal link. */
export const hashOfKey = (kept: KeptKey): string => `#${kept.key}${kept.delegate ? `~${kept.delegate}` : ''}`;

/** What a person types as a code, or puts in as a link, made into one: capital letters and digits, no more than a code has. */
export const codeOf = (typed: string): string =>
  (/\/(?:g|desk|project)\/(\w+)/.exec(typed)?.[1] ?? typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
