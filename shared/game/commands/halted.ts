/** Something stands in the way of the game, or no longer does. */
import { refuse } from '../../vocabulary/index.ts';
import type { Halt } from '../time/halt.ts';
import { awaitsSky } from '../time/phases.ts';
import { deed } from './deed.ts';
import { given } from './fields.ts';
import { OPEN } from './rule.ts';

export const halted = deed({
  kind: 'halted',
  shape: { halt: given<Halt | null>() },
  by: ['server'],
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { halt }) => (halt?.why === 'year' && !awaitsSky(state) ? refuse('stale-outcome') : null),
  apply: ({ state }, { at, command: { halt } }) => {
    const { clock } = state;
    if (halt === null || clock.endsAt === null) return { ...state, halt };
    // Nobody's time runs meanwhile: after a year that is late it is given anew, else the game is as good as paused.
    const pausedLeftMs = halt.why === 'year' ? null : Math.max(0, clock.endsAt - at);
    return { ...state, halt, clock: { ...clock, endsAt: null, pausedLeftMs } };
  },
});
