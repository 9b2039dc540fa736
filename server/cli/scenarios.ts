/** Scenarios as options name them: those of the program by id, any other by its folder. */
import { existsSync } from 'node:fs';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { builtInScenarios, faultLine } from '../games/scenarios.ts';
import { type ReadFiles, readScenarioFiles, scenarioFilesOf } from '../scenarios/files.ts';
import { skyFaults } from '../scenarios/sky.ts';
import { WrongUse } from './subcommand.ts';

/**
 * The scenario of an id, or of a folder. `onSky`: its sky must have what it names, too. Throws WrongUse with every fault, or with the
 * ids there are.
 */
export function scenarioOf(name: string, { onSky = true }: { readonly onSky?: boolean } = {}): Scenario {
  const builtIn = builtInScenarios();
  const known = builtIn.get(name);
  if (known) return known;
  if (!existsSync(name))
    throw new WrongUse(`--scenario ${name}: no such folder; the program has ${[...builtIn.keys()].join(', ')}`);
  const read = checkedFolder(name, onSky);
  if ('faults' in read) throw new WrongUse(read.faults.map((fault) => `${name}/${faultLine(fault)}`).join('\n'));
  return read.scenario;
}

/** A folder of this computer, read and checked as a whole. Throws WrongUse where it cannot be opened. */
export function checkedFolder(folder: string, onSky = true): ReadFiles {
  let files: ReturnType<typeof scenarioFilesOf>;
  try {
    files = scenarioFilesOf(folder);
  } catch (error) {
    throw new WrongUse(`${folder}: ${(error as Error).message}`);
  }
  return readScenarioFiles(files, (scenario) => (onSky ? skyFaults(scenario, true) : []));
}
