/** First test as its file has it, and a sky to play it on. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

export function readFirstTest(): Scenario {
  const url = new URL('../../shared/scenarios/first-test.yaml', import.meta.url);
  const result = readScenario(parse(readFileSync(url, 'utf8')));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 1));
  return result.scenario;
}
