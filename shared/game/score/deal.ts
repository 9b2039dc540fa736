/** One deal: a text among its parties and who pays the fund, as the game it stands for, scored with the code that scores games. */
import type { Package } from '../../clauses/text.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import { noDeal, type PackageOutcome, type SeatConduct } from './package.ts';
import { everybody, reading } from './reading.ts';
import { ownValue } from './scores.ts';

export type Deal = Package & { readonly parties: readonly SeatId[]; readonly fundMet: boolean };
export type ScoredDeal = {
  readonly deal: Deal;
  /** who pays what into the fund, credits by seat; empty where it is not met */
  readonly shares: Readonly<Record<SeatId, number>>;
  /** own score by seat, in the scenario's order */
  readonly own: readonly number[];
};
export type Weights = Readonly<Record<SeatId, readonly number[]>>;

/** Ways to pay the fund always pay all of it, or nothing. */
export const isMet = (shares: ScoredDeal['shares']): boolean => Object.keys(shares).length > 0;

/** Conduct of all seats where the fund is paid by these shares. */
export function conductWith(scenario: Scenario, shares: Readonly<Record<SeatId, number>>): Record<SeatId, SeatConduct> {
  const seats: Record<SeatId, SeatConduct> = {};
  const contractors = isMet(shares) ? scenario.fund.contractors.map(({ seat }) => seat) : [];
  for (const [id, conduct] of Object.entries(noDeal(scenario).seats))
    seats[id] = { ...conduct, paid: shares[id] ?? 0, contract: contractors.includes(id) };
  return seats;
}

/** The game that a deal stands for. */
export function outcomeOfDeal(
  scenario: Scenario,
  { deal, shares }: Pick<ScoredDeal, 'deal' | 'shares'>,
): PackageOutcome {
  return { text: deal, parties: deal.parties, fundMet: deal.fundMet, seats: conductWith(scenario, shares) };
}

/** Own score of every seat, in the scenario's order. */
export function scoresOf(scenario: Scenario, outcome: PackageOutcome, weights?: Weights): number[] {
  const sums = everybody(outcome);
  return scenario.seats.map((seat) => ownValue(scenario, reading(outcome, seat.id, sums), weights?.[seat.id]));
}
