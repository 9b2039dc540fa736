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

/** Loads the scenario's words as this game has them. A failure leaves the program's own words. */
export async function loadScenario(code: string): Promise<Refusal | null> {
  const reply = await getJson<Messages | HttpRefusal>(ROUTES.words(code, language.value));
  if ('refusal' in reply) return reply.refusal;
  scenario.value = reply.value as Messages;
  return null;
}

/** The sentence for words. Reads signals: a component that calls it is drawn again when the language changes. */
export const say = (what: Words): string => sayIn(messages.value, language.value, what);

/** The sentence for a key of the panels (`ui.` left out), or else of the game. */
export const t = (key: string, params?: Words['params']): string =>
  say(words(has(`ui.${key}`) ? `ui.${key}` : key, params));

/** Why not, and what to do. */
export const why = (refusal: Refusal): string => say(words(`refusal.${refusal.code}`, refusal.params));

/** Whether there is a message for a key. */
export const has = (key: string): boolean => key in messages.value;
