/** The game is closed. */
import { deed } from './deed.ts';
import { FACILITATOR, withClock } from './rule.ts';

export const close = deed({
  kind: 'close',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['lobby', 'debrief'],
  whilePaused: true,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { at }) =>
    withClock(state, { phase: 'closed', number: state.clock.number + 1, startedAt: at, endsAt: null }),
});
