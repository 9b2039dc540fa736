/** The facilitator's words to one seat. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { SeatRef, Text } from './fields.ts';
import { FACILITATOR, knownSeat, OPEN } from './rule.ts';

export const reply = deed({
  kind: 'reply',
  shape: { to: SeatRef, text: Text },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ to }) => [to],
  theme: null,
  can: null,
  check: ({ state }, _actor, { to, text }) =>
    text === '' ? refuse('text-empty', {}, 'text') : knownSeat(state, to, 'to'),
  apply: ({ state }, { at, command: { text, to } }) => ({
    ...state,
    press: [...state.press, { id: text, at, turn: state.clock.turn, from: 'facilitator', by: null, to, hidden: false }],
  }),
});
