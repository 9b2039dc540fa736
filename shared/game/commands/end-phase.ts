/** The running phase ends now. */
import { refuse } from '../../vocabulary/index.ts';
import { advance, awaitsSky } from '../time/phases.ts';
import { deed } from './deed.ts';
import { FACILITATOR, outdated, RUNNING } from './rule.ts';

export const endPhase = deed({
  kind: 'end-phase',
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
  check: ({ state }) => outdated(state) ?? (awaitsSky(state) ? refuse('resolving') : null),
  apply: (game, { at }) => advance(game, at),
});
