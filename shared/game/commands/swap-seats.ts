/** The people of two seats change places. */
import { refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Delegate } from '../seat.ts';
import { deed } from './deed.ts';
import { SeatRef } from './fields.ts';
import { FACILITATOR, knownSeat } from './rule.ts';

export const swapSeats = deed({
  kind: 'swap-seats',
  shape: { first: SeatRef, second: SeatRef },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: ['people'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { first, second }) =>
    knownSeat(state, first, 'first') ??
    knownSeat(state, second, 'second') ??
    (first === second ? refuse('own-seat', {}, 'second') : null),
  apply: ({ state }, { command: { first, second } }) => {
    const other = (seat: SeatId): SeatId => (seat === first ? second : seat === second ? first : seat);
    const delegates: Record<string, Delegate> = Object.fromEntries(
      Object.entries(state.delegates).map(([id, d]) => [id, { ...d, seat: other(d.seat) }]),
    );
    const a = state.seats[first]!;
    const b = state.seats[second]!;
    return {
      ...state,
      delegates,
      seats: {
        ...state.seats,
        [first]: { ...a, jobs: b.jobs, bot: b.bot, gate: b.gate },
        [second]: { ...b, jobs: a.jobs, bot: a.bot, gate: a.gate },
      },
    };
  },
});
