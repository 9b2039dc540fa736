/** The program's words for what the server writes itself: reports and codebooks. */
import { messages as english } from '../shared/text/en/index.ts';
import { records as englishRecords } from '../shared/text/en/records.ts';
import type { Messages } from '../shared/text/say.ts';

const LANGUAGES: ReadonlyMap<string, Messages> = new Map([['en', { ...english, ...englishRecords }]]);

/** Messages of a language, and which one it is; English where there are none in it. */
export function messagesOf(language: string): { readonly language: string; readonly messages: Messages } {
  const messages = LANGUAGES.get(language);
  return messages ? { language, messages } : { language: 'en', messages: english };
}
