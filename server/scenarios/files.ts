/**
 * A scenario as the texts of its folder: `scenario.yaml`, its numbers; `<language>.yaml` for each language it lists, its names
 * and words. Both together are one scenario, which games keep whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

/** The texts of a scenario's folder by file name. */
export type ScenarioFiles = Readonly<Record<string, string>>;
/** What is wrong with a scenario, and in which of its files. */
export type ScenarioFileFault = { readonly file: string; readonly field: string; readonly reason: string };
export type ReadFiles = { readonly scenario: Scenario } | { readonly faults: readonly ScenarioFileFault[] };

/** File of the numbers. */
export const MAIN_FILE = 'scenario.yaml';

/** The texts of a folder. Throws if it cannot be read. */
export const scenarioFilesOf = (folder: string): ScenarioFiles =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** A scenario from the texts of its folder: the whole of it, or every fault. */
export function readScenarioFiles(files: ScenarioFiles): ReadFiles {
  const faults: ScenarioFileFault[] = [];
  const contents: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const [file, text] of Object.entries(files))
    try {
      contents[file] = mappingOf(parse(text));
    } catch (error) {
      faults.push({ file, field: '(file)', reason: (error as Error).message });
    }
  if (!files[MAIN_FILE]) faults.push({ file: MAIN_FILE, field: '(file)', reason: 'no such file' });
  if (faults.length > 0) return { faults };
  const read = readScenario(wholeOf(contents));
  return 'scenario' in read ? read : { faults: read.faults.map(placed) };
}

/** The parts as one, as games keep it. */
function wholeOf(contents: Readonly<Record<string, Readonly<Record<string, unknown>>>>): unknown {
  const { [MAIN_FILE]: main, ...others } = contents;
  const words = Object.entries(others).map(([file, content]) => [file.replace(/\.yaml$/, ''), content] as const);
  const named = (mode: string) =>
    Object.fromEntries(words.map(([language, { names }]) => [language, mappingOf(names)[mode]]));
  return {
    ...main,
    names: { real: named('real'), fictional: named('fictional') },
    text: Object.fromEntries(words.map(([language, { text }]) => [language, text])),
  };
}

const mappingOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A fault of the whole as one of the file where it stands: `names.real.fr.US` is `names.real.US` of `fr.yaml`. */
function placed({ field, reason }: { readonly field: string; readonly reason: string }): ScenarioFileFault {
  const path = field.split('.');
  const at = path[0] === 'text' ? 1 : path[0] === 'names' ? 2 : 0;
  if (at === 0 || path[at] === undefined) return { file: MAIN_FILE, field, reason };
  return { file: `${path[at]}.yaml`, field: path.toSpliced(at, 1).join('.'), reason };
}
