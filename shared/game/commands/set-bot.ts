/** A seat is handed to a bot, or back. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { SeatRef } from './fields.ts';
import { FACILITATOR, knownSeat, OPEN, withSeat } from './rule.ts';

export const setBot = deed({
  kind: 'set-bot',
  shape: { seat: SeatRef, on: z.boolean() },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
  apply: ({ state }, { command }) => withSeat(state, command.seat, { bot: command.on, ready: false }),
});
