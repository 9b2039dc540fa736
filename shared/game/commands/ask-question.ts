/** The check question is put to every seat. */
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const askQuestion = deed({
  kind: 'ask-question',
  shape: {},
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }) => ({
    ...state,
    seats: Object.fromEntries(
      Object.entries(state.seats).map(([id, seat]) => [
        id,
        seat.bot || seat.gate === 'passed' ? seat : { ...seat, gate: 'asked' as const },
      ]),
    ),
  }),
});
