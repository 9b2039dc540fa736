/** The facilitator's words to all. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Text } from './fields.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const broadcast = deed({
  kind: 'broadcast',
  shape: { text: Text },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: (_game, _actor, { text }) => (text === '' ? refuse('text-empty', {}, 'text') : null),
  apply: ({ state }, { at, command }) => ({
    ...state,
    press: [
      ...state.press,
      { id: command.text, at, turn: state.clock.turn, from: 'facilitator', by: null, to: 'all', hidden: false },
    ],
  }),
});
