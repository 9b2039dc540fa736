/** The last turn is dropped. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING, withClock } from './rule.ts';

export const shorten = deed({
  kind: 'shorten',
  shape: {},
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: RUNNING,
  whilePaused: true,
  about: ['lastTurn'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state: { clock } }) => {
    if (clock.turn >= clock.lastTurn) return refuse('last-turn');
    // The year that is being resolved, or looked at, was not resolved as the last one.
    return clock.phase === 'resolution' && clock.turn === clock.lastTurn - 1 ? refuse('resolving') : null;
  },
  apply: ({ state }) => withClock(state, { lastTurn: state.clock.lastTurn - 1 }),
});
