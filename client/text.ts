/** Sentences for the screen: the program's messages of a language, and over them the scenario's own as this game names things. */
import { computed, signal } from '@preact/signals';
import type { HttpRefusal } from '../shared/protocol.ts';
import { ROUTES } from '../shared/protocol.ts';
import { type Messages, say as sayIn } from '../shared/text/say.ts';
import type { Refusal, Words } from '../shared/vocabulary/index.ts';
import { words } from '../shared/vocabulary/words.ts';
import { getJson } from './http.ts';

/** Languages with a whole set of messages. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('../shared/text/en/index.ts'),
};

export const language = signal('en');
const own = signal<Messages>({});
const scenario = signal<Messages>({});
const messages = computed<Messages>(() => ({ ...own.value, ...scenario.value }));

/** Loads a language's messages; English where there are none in it. */
export async function loadLanguage(wanted: string): Promise<void> {
  const known = LOADERS[wanted] ? wanted : 'en';
  own.value = (await LOADERS[known]!()).messages;
  language.value = known;
}

/** Loads the scenario's words that this person may read, as this game has them. A failure leaves the words there are. */
export async function loadScenario(code: string, key: string | null): Promise<Refusal | null> {
  asked = { code, key };
  const reply = await getJson<Messages | HttpRefusal>(ROUTES.words(code, language.value), key);
  if ('refusal' in reply) return reply.refusal;
  scenario.value = reply.value as Messages;
  return null;
}

let asked: { readonly code: string; readonly key: string | null } | null = null;
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

/** The sentence for words. Reads signals: a component that calls it is drawn again when the language changes. */
export function say(what: Words): string {
  if (what.key.startsWith('scenario.') && !(what.key in messages.value)) fetchMissing(what.key);
  return sayIn(messages.value, language.value, what);
}

/** The sentence for a key of the panels (`ui.` left out), or else of the game. */
export const t = (key: string, params?: Words['params']): string =>
  say(words(has(`ui.${key}`) ? `ui.${key}` : key, params));

/** Why not, and what to do. */
export const why = (refusal: Refusal): string => say(words(`refusal.${refusal.code}`, refusal.params));

/** Whether there is a message for a key. */
export const has = (key: string): boolean => key in messages.value;
