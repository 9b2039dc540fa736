/** An event that was fired is taken back. */
import { refuse } from '../../vocabulary/index.ts';
import { mayWithdraw, withdrawInject as takeBack } from '../turn/injects.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { among } from './injects.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const withdrawInject = deed({
  kind: 'withdraw-inject',
  shape: { inject: Id },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { inject }) =>
    among(state, inject, ['fired']) ??
    (mayWithdraw(state, state.injects.find((i) => i.id === inject)!) ? null : refuse('year-resolved', {}, 'inject')),
  apply: ({ state }, { command }) => takeBack(state, command.inject),
});
