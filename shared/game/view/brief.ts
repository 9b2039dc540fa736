/** What the scenario's author wrote for people to read: the words of a seat's brief and the check question. */
import { type CaseWord, isCase, lineKeys } from '../../scenarios/case.ts';
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';
import { type Words, words } from '../../vocabulary/index.ts';
import type { BriefView } from './own-seat-shape.ts';

/** Words of the scenario by their keys there. */
export const scenarioWords = (keys: readonly string[]): Words[] => keys.map((key) => words(`scenario.${key}`));

/** The brief: what a seat knows of itself in four lines, and its three kinds: on record, alleged, invented for the game. */
export const briefView = (scenario: Scenario, { id, brief }: SeatSpec): BriefView => ({
  lines: isCase(scenario) ? scenarioWords(lineKeys(id)) : [],
  record: scenarioWords(brief.record),
  alleged: scenarioWords(brief.alleged),
  invented: scenarioWords(brief.invented),
});

/** Words of the case itself: in one breath, what to open with, what turns everything round. Null in a lesson. */
export const caseWord = (scenario: Scenario, word: CaseWord): Words | null =>
  isCase(scenario) ? words(`scenario.${word}`) : null;

/** The check question and its answers, without the right one. */
export const question = ({ talk }: Scenario): { words: Words; answers: Words[] } => ({
  words: words(`scenario.${talk.question}`),
  answers: scenarioWords(talk.answers),
});
