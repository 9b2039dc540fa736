/** What a game has come to as one seat's payoff table reads it. */
import type { SeatId, StrikeBand } from '../../vocabulary/index.ts';
import type { PackageOutcome, SeatConduct } from './package.ts';

/** Sums over seats are taken once. */
export type Reading = {
  readonly outcome: PackageOutcome;
  readonly seat: SeatId;
  readonly own: SeatConduct;
  readonly inForce: boolean;
  readonly bound: boolean;
  readonly strikes: Readonly<Record<StrikeBand, number>>;
  readonly demonstrations: number;
};

/** Sums what everybody did, once for all seats. */
export function everybody(outcome: PackageOutcome): Pick<Reading, 'strikes' | 'demonstrations'> {
  let low = 0;
  let mid = 0;
  let high = 0;
  let demonstrations = 0;
  for (const conduct of Object.values(outcome.seats)) {
    low += conduct.strikes.low;
    mid += conduct.strikes.mid;
    high += conduct.strikes.high;
    if (conduct.demonstration) demonstrations += 1;
  }
  return { strikes: { low, mid, high }, demonstrations };
}

/** How one seat reads an outcome. */
export function reading(outcome: PackageOutcome, seat: SeatId, sums = everybody(outcome)): Reading {
  const inForce = outcome.text !== null;
  return {
    outcome,
    seat,
    own: outcome.seats[seat]!,
    inForce,
    bound: inForce && outcome.parties.includes(seat),
    strikes: sums.strikes,
    demonstrations: sums.demonstrations,
  };
}
