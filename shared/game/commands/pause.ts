/** The clock stops. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING, withClock } from './rule.ts';

export const pause = deed({
  kind: 'pause',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: RUNNING,
  whilePaused: false,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) =>
    state.clock.pausedLeftMs !== null ? refuse('paused') : state.clock.endsAt === null ? refuse('resolving') : null,
  apply: ({ state }, { at }) => withClock(state, { pausedLeftMs: Math.max(0, state.clock.endsAt! - at), endsAt: null }),
});
