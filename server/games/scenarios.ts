/** The scenarios of the program: folders read once, each whole or refused with file, field and reason. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { readScenarioFiles, type ScenarioFileFault, scenarioFilesOf } from '../scenarios/files.ts';
import { zipOf } from '../scenarios/zip.ts';

const FOLDER = new URL('../../shared/scenarios/', import.meta.url);

/** The folder of a scenario of the program. */
export const builtInFolder = (id: string): string => fileURLToPath(new URL(`${id}/`, FOLDER));

/** A fault in one line. */
export const faultLine = ({ file, line, field, reason }: ScenarioFileFault): string =>
  `${file}${line === null ? '' : `:${line}`}: ${field}: ${reason}`;

/** The scenarios of the program by id. Throws with every fault if one of them is broken: that is a bug of the program. */
export function builtInScenarios(): ReadonlyMap<string, Scenario> {
  const found = new Map<string, Scenario>();
  const entries = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const name of entries.map((entry) => entry.name).sort()) {
    const read = readScenarioFiles(scenarioFilesOf(builtInFolder(name)));
    if ('faults' in read) throw new Error(read.faults.map((f) => `${name}/${faultLine(f)}`).join('\n'));
    found.set(read.scenario.id, read.scenario);
  }
  return found;
}

const zips = new Map<string, Uint8Array>();

/** The folder of a scenario of the program as a .zip. */
export function builtInZip(id: string): Uint8Array {
  const zip = zips.get(id) ?? zipOf(id, scenarioFilesOf(builtInFolder(id)));
  zips.set(id, zip);
  return zip;
}
