/** A seat is held: it can talk and do nothing else. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { SeatRef } from './fields.ts';
import { FACILITATOR, knownSeat, OPEN, withSeat } from './rule.ts';

export const holdSeat = deed({
  kind: 'hold-seat',
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
  apply: ({ state }, { command }) => withSeat(state, command.seat, { held: command.on, ready: false }),
});
