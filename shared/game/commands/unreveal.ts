/** The last step of the debrief is shut again. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const unreveal = deed({
  kind: 'unreveal',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  about: ['step'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) => (state.revealed.length > 0 ? null : refuse('no-way-back')),
  apply: ({ state }) => ({ ...state, revealed: state.revealed.slice(0, -1) }),
});
