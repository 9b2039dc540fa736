/** The program's words for what the server writes itself: reports with their front pages, and codebooks. */
import { messages as english } from '../../shared/text/en/index.ts';
import { press as englishPress } from '../../shared/text/en/press.ts';
import { records as englishRecords } from '../../shared/text/en/records.ts';
import { messages as french } from '../../shared/text/fr/index.ts';
import { press as frenchPress } from '../../shared/text/fr/press.ts';
import { records as frenchRecords } from '../../shared/text/fr/records.ts';
import { type Language, languageFor } from '../../shared/text/languages.ts';
import type { Messages } from '../../shared/text/say.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = {
  en: { ...english, ...englishPress, ...englishRecords },
  fr: { ...french, ...frenchPress, ...frenchRecords },
};

/** Messages of a language, and which one it is; English where there are none in it. */
export function messagesOf(wanted: string): { readonly language: Language; readonly messages: Messages } {
  const language = languageFor([wanted]);
  return { language, messages: MESSAGES[language] };
}
