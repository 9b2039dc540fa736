/** Words into a sentence of a language: ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Words } from '../vocabulary/index.ts';

/** Messages by key. */
export type Messages = Readonly<Record<string, string>>;

/** Number formats write a hyphen before what is below nothing. */
const HYPHEN_FOR_MINUS = /(?<![\p{L}\p{N}])-(?=\d)/gu;

/**
 * {the_seat}: the name in `seat` in the form that the sentence needs; {The_seat}: that with a capital, where it opens the sentence.
 * Forms stand beside the plain name, `seat.the.US` beside `seat.US`; a name without one is said as it is.
 */
const FORM_IN_MESSAGE = /\{([A-Za-z]+)_([a-z]+)\}/g;

type Format = {
  readonly message: IntlMessageFormat;
  readonly forms: readonly { readonly form: string; readonly name: string }[];
};
const formats = new Map<string, Format>();

function formatOf(language: string, message: string): Format {
  const name = `${language} ${message}`;
  const known = formats.get(name);
  if (known) return known;
  const made = {
    // Tags are not used in messages; a bare "<" is a sign like any other.
    message: new IntlMessageFormat(message, language, undefined, { ignoreTag: true }),
    forms: [...message.matchAll(FORM_IN_MESSAGE)].map(([, form, of]) => ({ form: form!, name: of! })),
  };
  formats.set(name, made);
  return made;
}

function inForm(messages: Messages, language: string, form: string, value: string | number | Words): string {
  const inside = form.charAt(0).toLowerCase() + form.slice(1);
  const key = typeof value === 'object' ? value.key.replace(/\.(?=[^.]+$)/, `.${inside}.`) : '';
  const plain = typeof value === 'object' ? say(messages, language, value) : String(value);
  const text = messages[key] ?? plain;
  return form === inside ? text : text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/**
 * The sentence for `words`. Params that are Words are said first. A key without a message gives the key itself, so that a
 * missing message is seen and nothing breaks; so does a message whose params are missing.
 */
export function say(messages: Messages, language: string, words: Words): string {
  const text = messages[words.key];
  if (text === undefined) return words.key;
  const given = words.params ?? {};
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(given))
    params[name] = typeof value === 'object' ? say(messages, language, value) : value;
  try {
    const { message, forms } = formatOf(language, text);
    for (const { form, name } of forms)
      if (given[name] !== undefined) params[`${form}_${name}`] = inForm(messages, language, form, given[name]);
    return String(message.format(params)).replace(HYPHEN_FOR_MINUS, '−');
  } catch {
    return words.key;
  }
}
