/** Taking seats and jobs. */

import { JOBS, type SeatId } from '../../vocabulary/index.ts';
import type { Delegate, Seat } from '../seat.ts';
import type { State } from '../state.ts';
import { withSeat } from './rule.ts';

export const delegatesOf = (state: State, seat: SeatId): [string, Delegate][] =>
  Object.entries(state.delegates).filter(([, d]) => d.seat === seat);

/** Whether a seat has been asked the check question and has not answered it yet. */
export const isGateShut = ({ gate }: Seat): boolean => gate === 'asked' || gate === 'wrong';

/** Seats with people whose check question is open. */
export const shutGates = (state: State): readonly SeatId[] =>
  Object.entries(state.seats)
    .filter(([id, seat]) => !seat.bot && isGateShut(seat) && delegatesOf(state, id).length > 0)
    .map(([id]) => id);

/** State without a delegate; its jobs pass to the first other person of the seat, or to nobody. */
export function withoutDelegate(state: State, id: string): State {
  const gone = state.delegates[id]!;
  const delegates = Object.fromEntries(Object.entries(state.delegates).filter(([other]) => other !== id));
  const heir = Object.entries(delegates).find(([, d]) => d.seat === gone.seat)?.[0] ?? null;
  const jobs = { ...state.seats[gone.seat]!.jobs };
  for (const job of JOBS) if (jobs[job] === id) jobs[job] = heir;
  return withSeat({ ...state, delegates }, gone.seat, { jobs });
}
