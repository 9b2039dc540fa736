/** The built-in scenarios: YAML files read once, each whole or refused with file, field and reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

const FOLDER = new URL('../../shared/scenarios/', import.meta.url);

/** What is wrong with a scenario file. */
export type ScenarioFileFault = { readonly file: string; readonly field: string; readonly reason: string };
export type ScenarioFile = { readonly scenario: Scenario } | { readonly faults: readonly ScenarioFileFault[] };

/** A scenario from the text of a file named `file`. */
export function readScenarioText(file: string, text: string): ScenarioFile {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    return { faults: [{ file, field: '(file)', reason: (error as Error).message }] };
  }
  const read = readScenario(content);
  return 'scenario' in read ? read : { faults: read.faults.map((fault) => ({ file, ...fault })) };
}

/** All scenario files of the program by id. Throws with every fault if one of them is broken: that is a bug of the program. */
export function builtInScenarios(): ReadonlyMap<string, Scenario> {
  const found = new Map<string, Scenario>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
    const read = readScenarioText(file, readFileSync(new URL(file, FOLDER), 'utf8'));
    if ('faults' in read) throw new Error(read.faults.map((f) => `${f.file}: ${f.field}: ${f.reason}`).join('\n'));
    found.set(read.scenario.id, read.scenario);
  }
  return found;
}
