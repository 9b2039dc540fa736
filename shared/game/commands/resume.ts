/** The clock goes on. */
import { refuse } from '../../vocabulary/index.ts';
import { inTime } from './clock.ts';
import { deed } from './deed.ts';
import { FACILITATOR, outdated, RUNNING, withClock } from './rule.ts';

export const resume = deed({
  kind: 'resume',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: RUNNING,
  whilePaused: true,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) => outdated(state) ?? (state.clock.pausedLeftMs === null ? refuse('not-running') : null),
  apply: ({ state }, { at }) =>
    withClock(state, { endsAt: inTime(state, at + state.clock.pausedLeftMs!, at), pausedLeftMs: null }),
});
