/** Languages with every word of the program, each by its own name. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

/** Of the languages a person reads, best first (BCP 47 tags such as `fr-CA`), the first that the program has; else English. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const short = tag.toLowerCase().split('-')[0]!;
    if (Object.hasOwn(LANGUAGES, short)) return short as Language;
  }
  return 'en';
}
