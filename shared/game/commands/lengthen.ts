/** A turn that was dropped is restored. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING, withClock } from './rule.ts';

export const lengthen = deed({
  kind: 'lengthen',
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
  check: ({ state: { clock, scenario } }) => {
    if (clock.phase === 'epilogue' || clock.lastTurn >= scenario.turns) return refuse('last-turn');
    return clock.phase === 'resolution' && clock.turn === clock.lastTurn ? refuse('resolving') : null;
  },
  apply: ({ state }) => withClock(state, { lastTurn: state.clock.lastTurn + 1 }),
});
