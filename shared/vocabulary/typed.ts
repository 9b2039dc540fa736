/** Words that people type: how long they may be, and what of them others see. */
import { type Refusal, refuse } from './refusals.ts';

/** Characters of a text, at the most. */
export const LONGEST_TEXT = 2_000;
/** Characters of what others call a person, at the most. */
export const LONGEST_NAME = 24;

/** Signs that take no ink: by their class, as fillers (Unicode, Default_Ignorable_Code_Point), or drawn as nothing. */
const UNSEEN = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u;

/**
 * Words as they will be shown: no control characters but the end of a line, nothing that turns the direction of what others
 * wrote, no towers of accents; empty where nothing could be seen.
 */
export function shownAs(text: string): string {
  const kept = text
    .replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  return UNSEEN.test(kept) ? '' : kept;
}

/** Why a text cannot be sent: it is longer than it may be. */
export const tooLong = (text: string): Refusal | null =>
  text.length > LONGEST_TEXT ? refuse('text-too-long', { n: text.length, most: LONGEST_TEXT }, 'text') : null;

/** Why nobody can be called so: too long for a name, or nothing of it would be seen. No name at all is one's own choice. */
export function nameRefusal(name: string): Refusal | null {
  if (name.length > LONGEST_NAME) return refuse('name-too-long', { n: name.length, most: LONGEST_NAME }, 'text');
  return name.trim() !== '' && shownAs(name) === '' ? refuse('name-unseen', {}, 'text') : null;
}

/**
 * What somebody typed as it stands within a sentence: it may run the other way and turns nothing round it (Unicode UAX #9, isolates).
 */
export const apart = <T extends string | null>(words: T): T => (words === null ? words : (`\u2068${words}\u2069` as T));
