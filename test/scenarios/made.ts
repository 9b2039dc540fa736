/** Scenarios made for tests, which the program does not ship: a small table, and one with everything that the registries hold. */
import { fileURLToPath } from 'node:url';
import { faultLine } from '../../server/games/scenarios.ts';
import { readScenarioFiles, scenarioFilesOf } from '../../server/scenarios/files.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

export const MADE = ['bench', 'workshop'] as const;

export const madeFolder = (id: (typeof MADE)[number]): string => fileURLToPath(new URL(`${id}/`, import.meta.url));

/** Throws with every fault if there is one. */
export function readMade(id: (typeof MADE)[number]): Scenario {
  const read = readScenarioFiles(scenarioFilesOf(madeFolder(id)));
  if ('faults' in read) throw new Error(read.faults.map((fault) => `${id}/${faultLine(fault)}`).join('\n'));
  return read.scenario;
}
