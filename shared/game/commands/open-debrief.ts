/** Play ends and the debrief opens. */
import { refuse } from '../../vocabulary/index.ts';
import { advance, awaitsSky, endPlay, endUnresolved } from '../time/phases.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING } from './rule.ts';

export const openDebrief = deed({
  kind: 'open-debrief',
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
  check: ({ state }) => (awaitsSky(state) && !state.halt ? refuse('resolving') : null),
  apply: (game, { at }) => {
    if (game.state.halt) return endUnresolved(game.state, at);
    if (game.state.clock.phase === 'epilogue') return advance(game, at);
    return endPlay(game.state, at);
  },
});
