/** First test as its folder has it. */
import { builtInScenarios } from '../../server/games/scenarios.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

export const readFirstTest = (): Scenario => builtInScenarios().get('first-test')!;
