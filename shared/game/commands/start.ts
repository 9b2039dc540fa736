/** Play begins. */
import { refuse } from '../../vocabulary/index.ts';
import { beginPlay } from '../time/phases.ts';
import { deed } from './deed.ts';
import { shutGates } from './lobby.ts';
import { FACILITATOR } from './rule.ts';

export const start = deed({
  kind: 'start',
  shape: {},
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) => {
    const shut = shutGates(state);
    return shut.length > 0 ? refuse('gate-shut', { n: shut.length }) : null;
  },
  apply: (game, { at }) => beginPlay(game, at),
});
