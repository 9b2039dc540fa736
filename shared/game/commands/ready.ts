/** A seat is done with the phase, or is not any more. */
import { z } from 'zod';
import { refuse } from '../../vocabulary/index.ts';
import { READY } from '../time/phases.ts';
import { deed } from './deed.ts';
import { PEOPLE, seatOf, withSeat } from './rule.ts';

export const ready = deed({
  kind: 'ready',
  shape: { on: z.boolean() },
  by: PEOPLE,
  solo: false,
  job: 'head',
  phases: READY,
  whilePaused: false,
  about: ['phaseNumber'],
  forSeat: true,
  heard: 'all',
  theme: null,
  can: null,
  check: (game, actor, { on }) =>
    game.state.seats[seatOf(actor)]!.ready === on ? refuse(on ? 'already-ready' : 'not-ready') : null,
  apply: ({ state }, { actor, command }) => withSeat(state, seatOf(actor), { ready: command.on }),
});
