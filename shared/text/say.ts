/** Words into a sentence of a language: ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Words } from '../vocabulary/index.ts';

/** Messages by key. */
export type Messages = Readonly<Record<string, string>>;

/** Number formats write a hyphen before what is below nothing. */
const HYPHEN_FOR_MINUS = /(?<![\p{L}\p{N}])-(?=\d)/gu;

const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: string, message: string): IntlMessageFormat {
  const name = `${language} ${message}`;
  const known = formats.get(name);
  if (known) return known;
  // Tags are not used in messages; a bare "<" is a sign like any other.
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  formats.set(name, format);
  return format;
}

/**
 * The sentence for `words`. Params that are Words are said first. A key without a message gives the key itself, so that a
 * missing message is seen and nothing breaks; so does a message whose params are missing.
 */
export function say(messages: Messages, language: string, words: Words): string {
  const message = messages[words.key];
  if (message === undefined) return words.key;
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(words.params ?? {}))
    params[name] = typeof value === 'object' ? say(messages, language, value) : value;
  try {
    return String(formatOf(language, message).format(params)).replace(HYPHEN_FOR_MINUS, '−');
  } catch {
    return words.key;
  }
}
