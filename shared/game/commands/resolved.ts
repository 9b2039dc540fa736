/** A year has been computed. */
import { refuse } from '../../vocabulary/index.ts';
import { awaitsSky, lookFrom, skyArrived } from '../time/phases.ts';
import type { Outcome } from '../turn/outcome.ts';
import { deed } from './deed.ts';
import { given } from './fields.ts';
import { fold } from './machine.ts';

export const resolved = deed({
  kind: 'resolved',
  shape: { outcome: given<Outcome>() },
  by: ['server'],
  solo: false,
  job: null,
  phases: ['resolution'],
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { outcome }) =>
    awaitsSky(state) && outcome.turn === state.clock.turn ? null : refuse('stale-outcome'),
  apply: (game, { at, command: { outcome } }) => {
    const state = fold(game.state, outcome);
    const struck = outcome.incidents.some((i) => i.turn === outcome.turn && i.loud?.cause === 'intercept');
    const dimUntil = struck ? at + state.scenario.seconds.dim * 1000 : state.clock.dimUntil;
    const seen = { ...state, clock: { ...state.clock, dimUntil } };
    return skyArrived({ ...game, state: game.state.halt ? lookFrom(seen, at) : seen }, at);
  },
});
