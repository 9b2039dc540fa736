/** Sentences for the screen: the program's messages of a language, and over them the scenario's own as this game names things. */
import { batch, computed, signal } from '@preact/signals';
import type { HttpRefusal } from '../shared/protocol.ts';
import { ROUTES } from '../shared/protocol.ts';
import { type Piece, piecesOf } from '../shared/text/glossary.ts';
import { type Language, languageFor } from '../shared/text/languages.ts';
import { type Messages, say as sayIn } from '../shared/text/say.ts';
import type { Refusal, Words } from '../shared/vocabulary/index.ts';
import { words } from '../shared/vocabulary/words.ts';
import { getJson } from './http.ts';
import { insist } from './insist.ts';
import { shelf } from './shelf.ts';

/** Each language is a file of its own, fetched when somebody wants to read it. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('../shared/text/en/index.ts'),
  fr: () => import('../shared/text/fr/index.ts'),
};
/** Words of the front pages: they come when one is first wanted. */
const PRESS: Readonly<Record<Language, () => Promise<{ readonly press: Messages }>>> = {
  en: () => import('../shared/text/en/press.ts'),
  fr: () => import('../shared/text/fr/press.ts'),
};
/** Where this device keeps the language a person chose. */
export const LANGUAGE = 'kessler.language';

export const language = signal<Language>('en');
const own = signal<Messages>({});
const scenario = signal<Messages>({});
const press = signal<{ readonly spoken: Language; readonly messages: Messages } | null>(null);
const messages = computed<Messages>(() => ({
  ...own.value,
  ...(pressIsHere.value ? press.value?.messages : {}),
  ...scenario.value,
}));

/** Whether the words of the front pages are there in the language of the page. */
export const pressIsHere = computed(() => press.value?.spoken === language.value);

/** Fetches the words of the front pages in a language. */
export async function loadPress(spoken: Language): Promise<void> {
  if (press.peek()?.spoken === spoken) return;
  const part = await insist(PRESS[spoken]);
  if (language.peek() === spoken) press.value = { spoken, messages: part.press };
}

/** The language chosen on this device, else the first that its owner reads. */
export function keptLanguage(): Language {
  const kept = shelf.getItem(LANGUAGE);
  return languageFor(kept ? [kept] : navigator.languages);
}

let wanted: Language | null = null;

/**
 * Changes the page to a language: the program's words and the scenario's at once, so that no screen mixes two. A later choice
 * overtakes an earlier one. Rejects if the words cannot be fetched; the page then stays as it is.
 */
export async function loadLanguage(next: Language): Promise<void> {
  wanted = next;
  const [program, reply] = await Promise.all([LOADERS[next](), asked && fetchScenario(asked, next)]).catch((fault) => {
    if (wanted === next) wanted = language.peek();
    throw fault;
  });
  if (wanted !== next) return;
  batch(() => {
    own.value = program.messages;
    language.value = next;
    if (reply && 'value' in reply) scenario.value = reply.value as Messages;
  });
  wordless.clear();
  document.documentElement.lang = next;
}

/** Changes the page to a language and keeps that on this device. */
export async function chooseLanguage(next: Language): Promise<void> {
  shelf.setItem(LANGUAGE, next);
  await loadLanguage(next);
}

type Asked = { readonly code: string; readonly key: string | null };
const fetchScenario = ({ code, key }: Asked, spoken: Language) =>
  getJson<Messages | HttpRefusal>(ROUTES.words(code, spoken), key);

/** Loads the scenario's words that this person may read, as this game has them. A failure leaves the words there are. */
export async function loadScenario(code: string, key: string | null): Promise<Refusal | null> {
  asked = { code, key };
  const spoken = wanted ?? language.peek();
  const reply = await fetchScenario(asked, spoken);
  if ('refusal' in reply) return reply.refusal;
  // Words of a language that was left meanwhile come too late.
  if (spoken === (wanted ?? language.peek())) scenario.value = reply.value as Messages;
  return null;
}

let asked: Asked | null = null;
let fetching = false;
/** Keys the server has no words for: asked once, not again. */
const wordless = new Set<string>();

/** A view may speak of what it did not speak of before: a seat's brief once seated, a card when it is dealt. */
function fetchMissing(key: string): void {
  if (fetching || !asked || wordless.has(key)) return;
  fetching = true;
  wordless.add(key);
  void loadScenario(asked.code, asked.key).then(() => {
    fetching = false;
    for (const known of wordless) if (known in scenario.peek()) wordless.delete(known);
  });
}

/** The keys of words and of the words within them. */
const keysOf = ({ key, params = {} }: Words): readonly string[] => [
  key,
  ...Object.values(params).flatMap((value) => (typeof value === 'object' ? keysOf(value) : [])),
];

/** The sentence for words. Reads signals: a component that calls it is drawn again when the language changes. */
export function say(what: Words): string {
  for (const key of keysOf(what)) if (key.startsWith('scenario.') && !(key in messages.value)) fetchMissing(key);
  return sayIn(messages.value, language.value, what);
}

/** The sentence for a key of the panels (`ui.` left out), or else of the game. */
export const t = (key: string, params?: Words['params']): string =>
  say(words(has(`ui.${key}`) ? `ui.${key}` : key, params));

/** Why not, and what to do. */
export const why = (refusal: Refusal): string => say(words(`refusal.${refusal.code}`, refusal.params));

/** Things one after the other, as the language joins them: A, B and C. */
export const listed = (things: readonly string[]): string => new Intl.ListFormat(language.value).format(things);

/** A text cut where a term of the glossary stands in it. */
export const explained = (text: string): readonly Piece[] => piecesOf(own.value, text);

/** Whether there is a message for a key. */
export const has = (key: string): boolean => key in messages.value;
