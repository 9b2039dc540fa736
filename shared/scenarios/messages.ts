/** The words of a scenario as one game names things: what `say` needs beside the program's own messages. */
import type { Scenario } from './schema.ts';

/** {US}; {de.US}, a form of the name that the sentences of a language need; {object.27453}. */
const NAME_IN_TEXT = /\{((?:[A-Za-z]+\.)?[A-Z]{2,4}|object\.\d+)\}/g;

/** What stands before the seat in the key of a form: `de.US`. */
const FORM = /^[A-Za-z]+\./;

/** Names that a text asks for, as keys of `names`. */
export const namesIn = (text: string): string[] => [...text.matchAll(NAME_IN_TEXT)].map((match) => match[1]!);

/** A name that a text asks for. A form with a capital, where the name opens a sentence, is the form without it: {The.US}, {the.US}. */
export function nameFor(names: Readonly<Record<string, string>>, asked: string): string | undefined {
  const own = names[asked];
  if (own !== undefined || !FORM.test(asked)) return own;
  const inside = names[asked.charAt(0).toLowerCase() + asked.slice(1)];
  return inside && inside.charAt(0).toUpperCase() + inside.slice(1);
}

/**
 * Messages by key in a language, or in the scenario's first where it lacks that one. Seats are `seat.<id>`, forms of their names
 * `seat.<form>.<id>`, dials keep their key, all else gets the prefix `scenario.`. {US} and {object.27453} inside a text become this game's names.
 */
export function scenarioMessages(
  scenario: Scenario,
  names: 'real' | 'fictional',
  language: string,
): Readonly<Record<string, string>> {
  const known = scenario.text[language] ? language : scenario.languages[0]!;
  const own = scenario.names[names][known] ?? {};
  const seats = new Set(scenario.seats.map((seat) => seat.id));
  const messages: Record<string, string> = {};
  for (const [key, text] of Object.entries({ ...scenario.text[known], ...own })) {
    const full = seats.has(key.replace(FORM, '')) ? `seat.${key}` : key.startsWith('dial.') ? key : `scenario.${key}`;
    messages[full] = text.replace(NAME_IN_TEXT, (all, name: string) => nameFor(own, name) ?? all);
  }
  return messages;
}
