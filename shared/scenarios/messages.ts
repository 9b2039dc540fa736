/** The words of a scenario as one game names things: what `say` needs beside the program's own messages. */
import type { Scenario } from './schema.ts';

const NAME_IN_TEXT = /\{([A-Z]{2,4}|object\.\d+)\}/g;

/**
 * Messages by key in a language, or in the scenario's first where it lacks that one. Texts and object names get the prefix
 * `scenario.`; seats are also `name.<seat>`. {US} and {object.27453} inside a text become this game's names.
 */
export function scenarioMessages(
  scenario: Scenario,
  names: 'real' | 'fictional',
  language: string,
): Readonly<Record<string, string>> {
  const known = scenario.text[language] ? language : scenario.languages[0]!;
  const own = scenario.names[names][known] ?? {};
  const messages: Record<string, string> = {};
  for (const [key, text] of Object.entries({ ...scenario.text[known], ...own }))
    messages[`scenario.${key}`] = text.replace(NAME_IN_TEXT, (all, name: string) => own[name] ?? all);
  for (const seat of scenario.seats) {
    messages[`name.${seat.id}`] = own[seat.id]!;
    messages[`scenario.dial.lead.${seat.id}`] = own[seat.id]!;
  }
  return messages;
}
