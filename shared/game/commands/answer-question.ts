/** One person answers the check question for the seat, and may try again. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Whole } from './fields.ts';
import { isGateShut } from './lobby.ts';
import { OPEN, seatOf, withSeat } from './rule.ts';

export const answerQuestion = deed({
  kind: 'answer-question',
  shape: { answer: Whole.min(0).max(20) },
  by: ['delegate'],
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'own',
  theme: null,
  can: null,
  check: ({ state }, actor, { answer }) => {
    if (!isGateShut(state.seats[seatOf(actor)]!)) return refuse('no-question');
    return answer < state.scenario.talk.answers.length ? null : refuse('malformed', {}, 'answer');
  },
  apply: ({ state }, { actor, command }) =>
    withSeat(state, seatOf(actor), { gate: command.answer === state.scenario.talk.right ? 'passed' : 'wrong' }),
});
