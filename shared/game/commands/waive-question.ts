/** A seat need not answer the check question. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { SeatRef } from './fields.ts';
import { isGateShut } from './lobby.ts';
import { FACILITATOR, knownSeat, OPEN, withSeat } from './rule.ts';

export const waiveQuestion = deed({
  kind: 'waive-question',
  shape: { seat: SeatRef },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ seat }) => [seat],
  theme: null,
  can: null,
  check: ({ state }, _actor, { seat }) =>
    knownSeat(state, seat, 'seat') ?? (isGateShut(state.seats[seat]!) ? null : refuse('no-question', {}, 'seat')),
  apply: ({ state }, { command }) => withSeat(state, command.seat, { gate: 'waived' }),
});
