/** A hidden message is shown again. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { readersOf } from './moderation.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const showMessage = deed({
  kind: 'show-message',
  shape: { message: Id },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ message }, state) => readersOf(state, message),
  theme: null,
  can: null,
  check: ({ state }, _actor, { message }) =>
    state.press.some((m) => m.id === message) ? null : refuse('malformed', {}, 'message'),
  apply: ({ state }, { command }) => ({
    ...state,
    press: state.press.map((m) => (m.id === command.message ? { ...m, hidden: false } : m)),
  }),
});
