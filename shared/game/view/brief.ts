/** What the scenario's author wrote for people to read: the words of a seat's brief and the check question. */
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';
import { type Words, words } from '../../vocabulary/index.ts';
import type { BriefView } from './view-shape.ts';

/** Words of the scenario by their keys there. */
export const scenarioWords = (keys: readonly string[]): Words[] => keys.map((key) => words(`scenario.${key}`));

/** The brief in its three kinds: on record, alleged, invented for the game. */
export const briefView = ({ brief }: SeatSpec): BriefView => ({
  record: scenarioWords(brief.record),
  alleged: scenarioWords(brief.alleged),
  invented: scenarioWords(brief.invented),
});

/** The check question and its answers, without the right one. */
export const question = ({ talk }: Scenario): { words: Words; answers: Words[] } => ({
  words: words(`scenario.${talk.question}`),
  answers: scenarioWords(talk.answers),
});
