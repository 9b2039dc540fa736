/**
 * A scenario as the texts of its folder: `scenario.yaml`, its numbers; for each language it lists, `<language>.yaml` with its names and
 * words and `notes.<language>.md` for whoever teaches with it. All of it is one scenario, which games keep whole.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { caseFaults } from '../../shared/scenarios/case.ts';
import { type Fault, fieldOf } from '../../shared/scenarios/fault.ts';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { boundFaults, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES } from './bounds.ts';
import { type PlacedYaml, readPlaced } from './places.ts';

/** The texts of a scenario's folder by file name. */
export type ScenarioFiles = Readonly<Record<string, string>>;
/** What is wrong with a scenario: in which of its files, on which line (from 1; null where no line can be), in which field, and why. */
export type ScenarioFileFault = {
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly reason: string;
};
export type ReadFiles = { readonly scenario: Scenario } | { readonly faults: readonly ScenarioFileFault[] };

/** File of the numbers. */
export const MAIN_FILE = 'scenario.yaml';
/** Names of the files that a folder may have; the language is in the first group that is there. */
const WORDS_FILE = /^([a-z]{2,3})\.yaml$/;
const NOTES_FILE = /^notes\.([a-z]{2,3})\.md$/;
export const isScenarioFile = (name: string): boolean =>
  name === MAIN_FILE || WORDS_FILE.test(name) || NOTES_FILE.test(name);

/** The texts of a folder. Throws if it cannot be read. What has a name of no file of a scenario, and is no hidden one, is a fault later. */
export function scenarioFilesOf(folder: string): ScenarioFiles {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(
    names.slice(0, MOST_FILES + 1).map((name) => {
      const path = join(folder, name);
      const isRead = isScenarioFile(name) && statSync(path).size <= MOST_FILE_BYTES;
      return [name, isRead ? readFileSync(path, 'utf8') : isScenarioFile(name) ? ' '.repeat(MOST_FILE_BYTES + 1) : ''];
    }),
  );
}

/** A scenario from the texts of its folder: the whole of it, or every fault; `further` looks at one that has none else. */
export function readScenarioFiles(
  files: ScenarioFiles,
  further: (scenario: Scenario) => readonly Fault[] = () => [],
): ReadFiles {
  const outside = folderFaults(files);
  if (outside.length > 0) return { faults: outside };
  const faults: ScenarioFileFault[] = [];
  const yaml = new Map<string, PlacedYaml>();
  for (const [file, text] of Object.entries(files)) {
    if (!file.endsWith('.yaml')) continue;
    const read = readPlaced(text);
    if ('faults' in read) faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    else yaml.set(file, read);
  }
  // Half of what follows would speak of what a broken file does not hold.
  if (faults.length > 0) return { faults };

  const place = (file: string, { path, reason }: Fault): ScenarioFileFault => ({
    file,
    line: yaml.get(file)?.lineOf(path) ?? (file in files ? 1 : null),
    field: fieldOf(path),
    reason,
  });
  for (const [file, { content }] of yaml) {
    faults.push(...[...boundFaults(content)].map((fault) => place(file, fault)));
    faults.push(...strayFaults(file, content).map((fault) => place(file, fault)));
  }
  if (faults.length > 0) return { faults };

  const whole = wholeOf(files, yaml);
  const { faults: listed, languages } = languageFaults(files, yaml.get(MAIN_FILE)!.content);
  faults.push(...listed.map(({ file, ...fault }) => place(file, fault)));
  const read = readScenario(whole);
  if ('faults' in read) faults.push(...read.faults.filter(isTold(languages)).map((fault) => place(...inFile(fault))));
  else
    faults.push(...[...caseFaults(read.scenario), ...further(read.scenario)].map((fault) => place(...inFile(fault))));
  return 'scenario' in read && faults.length === 0 ? read : { faults };
}

/** What is wrong with the files before they are read. */
function folderFaults(files: ScenarioFiles): ScenarioFileFault[] {
  const fault = (file: string, reason: string): ScenarioFileFault => ({ file, line: null, field: '(file)', reason });
  const names = Object.keys(files);
  if (names.length > MOST_FILES) return [fault(MAIN_FILE, `lies among more than ${MOST_FILES} files`)];
  const faults = names.flatMap((name) =>
    !isScenarioFile(name)
      ? [
          fault(
            name.slice(0, 100),
            `is no file of a scenario: ${MAIN_FILE}, en.yaml, notes.en.md, and so for each language`,
          ),
        ]
      : Buffer.byteLength(files[name]!) > MOST_FILE_BYTES
        ? [fault(name, `has more than ${MOST_FILE_BYTES / 1024} kB`)]
        : [],
  );
  if (Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0) > MOST_BYTES)
    faults.push(fault(MAIN_FILE, `and the other files have more than ${MOST_BYTES / 1024} kB together`));
  if (files[MAIN_FILE] === undefined) faults.push(fault(MAIN_FILE, 'there is no such file'));
  return faults;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mappingOf = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

/** What stands in a file where it has no place. */
function strayFaults(file: string, content: unknown): Fault[] {
  const top = Object.keys(mappingOf(content));
  if (file === MAIN_FILE)
    return top
      .filter((key) => key === 'names' || key === 'text' || key === 'notes')
      .map((key) => ({ path: [key], reason: 'stands in the files of the languages' }));
  const { names } = mappingOf(content);
  return [
    ...top.filter((key) => key !== 'names' && key !== 'text').map((key) => [key]),
    ...Object.keys(mappingOf(names))
      .filter((mode) => mode !== 'real' && mode !== 'fictional')
      .map((mode) => ['names', mode]),
  ].map((path) => ({ path, reason: 'there is no such field' }));
}

/** Languages without their files, and files without their language; `languages`: those that have words. */
function languageFaults(files: ScenarioFiles, main: unknown) {
  const { languages } = mappingOf(main);
  const listed = Array.isArray(languages) ? languages.filter((one) => typeof one === 'string') : [];
  const faults: (Fault & { readonly file: string })[] = [];
  for (const [i, language] of listed.entries()) {
    const missing = [`${language}.yaml`, `notes.${language}.md`].filter((name) => files[name] === undefined);
    for (const name of missing)
      faults.push({ file: MAIN_FILE, path: ['languages', i], reason: `there is no file ${name}` });
    if (listed.indexOf(language) !== i)
      faults.push({ file: MAIN_FILE, path: ['languages', i], reason: `${language} stands twice` });
  }
  for (const file of Object.keys(files)) {
    const language = (WORDS_FILE.exec(file) ?? NOTES_FILE.exec(file))?.[1];
    if (language !== undefined && Array.isArray(languages) && !listed.includes(language))
      faults.push({ file, path: [], reason: `${language} is not among the languages of ${MAIN_FILE}` });
    if (NOTES_FILE.test(file) && files[file]!.trim() === '') faults.push({ file, path: [], reason: 'is empty' });
  }
  return { faults, languages: new Set(listed.filter((language) => files[`${language}.yaml`] !== undefined)) };
}

/** That a language has no words is told once, not word by word. */
const isTold =
  (languages: ReadonlySet<string>) =>
  ({ path }: Fault): boolean => {
    const at = path[0] === 'text' ? path[1] : path[0] === 'names' ? path[2] : undefined;
    return at === undefined || languages.has(String(at));
  };

/** The parts as one, as games keep it. */
function wholeOf(files: ScenarioFiles, yaml: ReadonlyMap<string, PlacedYaml>): unknown {
  const words = [...yaml].flatMap(([file, { content }]) => {
    const language = file === MAIN_FILE ? undefined : WORDS_FILE.exec(file)?.[1];
    return language === undefined ? [] : [[language, mappingOf(content)] as const];
  });
  const named = (mode: string) =>
    Object.fromEntries(words.map(([language, { names }]) => [language, mappingOf(names)[mode]]));
  const notes = Object.entries(files).flatMap(([file, text]) => {
    const language = NOTES_FILE.exec(file)?.[1];
    return language === undefined ? [] : [[language, text] as const];
  });
  return {
    ...mappingOf(yaml.get(MAIN_FILE)!.content),
    names: { real: named('real'), fictional: named('fictional') },
    text: Object.fromEntries(words.map(([language, { text }]) => [language, text])),
    notes: Object.fromEntries(notes),
  };
}

/** A fault of the whole as one of the file where it stands: `names.real.fr.US` is `names.real.US` of `fr.yaml`. */
function inFile(fault: Fault): [string, Fault] {
  const { path, reason } = fault;
  const at = path[0] === 'text' ? 1 : path[0] === 'names' ? 2 : undefined;
  if (path[0] === 'notes') return [`notes.${path[1]}.md`, { path: [], reason }];
  if (at === undefined || path[at] === undefined) return [MAIN_FILE, fault];
  return [`${path[at]}.yaml`, { path: path.toSpliced(at, 1), reason }];
}
