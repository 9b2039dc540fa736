/** Keys of seats and desks: long random names that bring their holder back on any device. Only a hash is ever stored. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import { CODE_LENGTH } from '../../shared/protocol.ts';
import type { KeyRole } from '../store/store.ts';

/** Who stands behind a key. */
export type Holder = { readonly role: KeyRole; readonly delegate: string | null };

/** Letters that are not taken for one another or for digits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ';

/** A new key: 192 random bits. */
export const newKey = (): string => nanoid(32);

/** A new delegate's id. It is public within the game. */
export const newDelegate = (): string => nanoid(10);

/** What is stored of a key: SHA-256 as hex digits. Keys are long and random, so no salt or slow hash is needed. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A game's code: six letters. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A code as people type it: any case. Null if it cannot be one. */
export function readCode(typed: unknown): string | null {
  if (typeof typed !== 'string') return null;
  const code = typed.trim().toUpperCase();
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

/** A game's seed: 128 random bits as hex digits. */
export const newSeed = (): string => randomBytes(16).toString('hex');

/** What a game's bots draw their luck from and name their commands after: as secret as the seed, and no way back to it. */
export const botSecret = (seed: string): string => createHash('sha256').update(`bots ${seed}`).digest('hex');

/** The id under which a request is logged: one person's retry has the same, nobody can meet another's. */
export const requestId = (who: string, id: string): string =>
  createHash('sha256').update(`${who} ${id}`).digest('base64url').slice(0, 22);

/** The key in an `authorization: Bearer` header, or null. */
export function bearer(header: string | undefined): string | null {
  const found = /^Bearer ([A-Za-z0-9_-]{16,64})$/.exec(header ?? '');
  return found ? found[1]! : null;
}
