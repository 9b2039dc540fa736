/** A person who called for help sees that the call has been read. */
import { deed } from './deed.ts';
import { SeatRef } from './fields.ts';
import { FACILITATOR, knownSeat, OPEN } from './rule.ts';

export const readCalls = deed({
  kind: 'read-calls',
  shape: { seat: SeatRef },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ seat }) => [seat],
  theme: null,
  can: null,
  check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
  apply: ({ state }, { command: { seat } }) => ({
    ...state,
    press: state.press.map((m) => (m.from === seat && m.to === 'facilitator' && !m.read ? { ...m, read: true } : m)),
  }),
});
