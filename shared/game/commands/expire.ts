/** The clock of a phase has run out. */
import { refuse } from '../../vocabulary/index.ts';
import { advance } from '../time/phases.ts';
import { deed } from './deed.ts';
import { Whole } from './fields.ts';
import { RUNNING } from './rule.ts';

export const expire = deed({
  kind: 'expire',
  shape: { number: Whole },
  by: ['clock'],
  solo: false,
  job: null,
  phases: RUNNING,
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { number }, at) =>
    number !== state.clock.number || state.clock.endsAt === null || at < state.clock.endsAt
      ? refuse('old-clock')
      : null,
  apply: (game, { at, command }) => (command.number === game.state.clock.number ? advance(game, at) : game.state),
});
