/** A year that could not be computed is tried again. */
import { refuse } from '../../vocabulary/index.ts';
import { awaitsSky, lookFrom } from '../time/phases.ts';
import { deed } from './deed.ts';
import { FACILITATOR, outdated } from './rule.ts';

export const tryAgain = deed({
  kind: 'try-again',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['resolution'],
  whilePaused: true,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) =>
    outdated(state) ?? (state.halt ? null : refuse(awaitsSky(state) ? 'resolving' : 'year-resolved')),
  apply: ({ state }, { at }) => lookFrom({ ...state, halt: null }, at),
});
