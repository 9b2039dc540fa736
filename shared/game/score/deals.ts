/**
 * Every package of the scenario's menu, scored with the code that scores games: dials x coalitions x leads x roads x ways to
 * pay the fund. Nobody strikes and everybody flies the batches it wants; what differs is the text.
 */

import { textsOn } from '../../clauses/articles.ts';
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

/** Every subset of seats that is large enough for a text to enter into force, each in the scenario's order. */
export function coalitions(scenario: Scenario): SeatId[][] {
  const ids = scenario.seats.map((seat) => seat.id);
  const all: SeatId[][] = [];
  for (let mask = 0; mask < 2 ** ids.length; mask++) {
    const parties = ids.filter((_, i) => mask & (1 << i));
    if (parties.length >= scenario.paper.inForceAt) all.push(parties);
  }
  return all;
}

/** Every text with at least one clause that a coalition could adopt: its lead is one of the states inside. */
function textsFor(scenario: Scenario, parties: readonly SeatId[]): Package[] {
  return textsOn(scenario.paper.dials).filter(({ lead }) => parties.includes(lead));
}

/** Conduct of all seats where the fund is paid by these shares. */
function conductWith(scenario: Scenario, shares: Readonly<Record<SeatId, number>>): Record<SeatId, SeatConduct> {
  const seats: Record<SeatId, SeatConduct> = {};
  const contractors = isMet(shares) ? scenario.fund.contractors.map(({ seat }) => seat) : [];
  for (const [id, conduct] of Object.entries(noDeal(scenario).seats))
    seats[id] = { ...conduct, paid: shares[id] ?? 0, contract: contractors.includes(id) };
  return seats;
}

/** The game that a deal stands for. */
export function outcomeOfDeal(scenario: Scenario, { deal, shares }: ScoredDeal): PackageOutcome {
  return { text: deal, parties: deal.parties, fundMet: deal.fundMet, seats: conductWith(scenario, shares) };
}

/** Own score of every seat, in the scenario's order. */
export function scoresOf(scenario: Scenario, outcome: PackageOutcome, weights?: Weights): number[] {
  const sums = everybody(outcome);
  return scenario.seats.map((seat) => ownValue(scenario, reading(outcome, seat.id, sums), weights?.[seat.id]));
}

/** A package as the enumeration meets it. */
type Met = {
  readonly text: Package;
  readonly parties: readonly SeatId[];
  readonly shares: ScoredDeal['shares'];
  readonly own: readonly number[];
};

/** Every package, scored. About 10^5 for First test, 0.3 s. */
export function* everyDeal(scenario: Scenario, weights?: Weights): Generator<Met> {
  const funds = [{}, ...scenario.fund.shares].map((shares) => ({ shares, seats: conductWith(scenario, shares) }));
  for (const parties of coalitions(scenario))
    for (const text of textsFor(scenario, parties))
      for (const { shares, seats } of funds) {
        const outcome = { text, parties, fundMet: isMet(shares), seats };
        yield { text, parties, shares, own: scoresOf(scenario, outcome, weights) };
      }
}

/** Ways to pay the fund always pay all of it, or nothing. */
const isMet = (shares: ScoredDeal['shares']): boolean => Object.keys(shares).length > 0;

const keep = ({ text, parties, shares, own }: Met): ScoredDeal => ({
  deal: { ...text, parties, fundMet: isMet(shares) },
  shares,
  own,
});

/** What is kept of the enumeration. */
export type DealBook = {
  /** own score with no text and no strikes, in the scenario's order */
  readonly none: readonly number[];
  readonly count: number;
  /** deals that leave every seat strictly better than no deal */
  readonly allGain: readonly ScoredDeal[];
  /** deals that no other deal improves on for everybody; of those with equal scores, the first */
  readonly best: readonly ScoredDeal[];
};

const EPSILON = 1e-9;

/** Whether a gives every seat at least what b gives. */
function isAtLeast(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i]! < b[i]! - EPSILON) return false;
  return true;
}

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/**
 * Adds a deal to those that none dominates, unless one gives every seat as much. That one then moves to the front: neighbours
 * on the menu tend to fall to the same one. Changes and returns `kept`, or a new list.
 */
function withUndominated(kept: Met[], met: Met): Met[] {
  const better = kept.findIndex((other) => isAtLeast(other.own, met.own));
  if (better < 0) return [met, ...kept.filter((other) => !isAtLeast(met.own, other.own))];
  if (better > 0) {
    const [first] = kept.splice(better, 1);
    kept.unshift(first!);
  }
  return kept;
}

const books = new WeakMap<Scenario, Map<string, DealBook>>();

/** The book of a scenario's deals. `weights`: where a card has swapped some. Kept for as long as the scenario object is. */
export function dealBook(scenario: Scenario, weights?: Weights): DealBook {
  const known = books.get(scenario) ?? new Map<string, DealBook>();
  books.set(scenario, known);
  const name = scenario.seats.map((seat) => weightsOf(scenario, seat.id, weights).join(' ')).join('/');
  const book = known.get(name) ?? makeBook(scenario, weights);
  known.set(name, book);
  return book;
}

function weightsOf(scenario: Scenario, seat: SeatId, weights?: Weights): readonly number[] {
  return weights?.[seat] ?? scenario.seats.find((s) => s.id === seat)!.objectives.map((o) => o.weight);
}

function makeBook(scenario: Scenario, weights?: Weights): DealBook {
  const none = scoresOf(scenario, noDeal(scenario), weights);
  const allGain: ScoredDeal[] = [];
  let undominated: Met[] = [];
  let count = 0;
  for (const met of everyDeal(scenario, weights)) {
    count++;
    if (met.own.every((u, i) => u > none[i]! + EPSILON)) allGain.push(keep(met));
    undominated = withUndominated(undominated, met);
  }
  const best = undominated.map(keep).sort((a, b) => sum(b.own) - sum(a.own));
  return { none, count, allGain, best };
}

/** The all-gain deal with the largest joint gain; null where no deal leaves everybody better. */
export function bestAllGain(book: DealBook): ScoredDeal | null {
  let best: ScoredDeal | null = null;
  for (const deal of book.allGain) if (!best || sum(deal.own) > sum(best.own) + EPSILON) best = deal;
  return best;
}

/**
 * Points left on the table: L = max(0, max over deals p of min over seats i of U_i(p) - U_i), and the deal that gives them.
 */
export function leftOnTable(
  book: DealBook,
  own: readonly number[],
): { readonly points: number; readonly deal: ScoredDeal | null } {
  let points = 0;
  let found: ScoredDeal | null = null;
  for (const deal of book.best) {
    const least = Math.min(...deal.own.map((u, i) => u - own[i]!));
    if (least > points + EPSILON) {
      points = least;
      found = deal;
    }
  }
  return { points, deal: found };
}

/** The line of the frontier chart: deals by least gain and joint gain, those that no other beats in both; own scores as in the book. */
export function frontier(
  book: DealBook,
): { readonly min: number; readonly sum: number; readonly own: readonly number[] }[] {
  const points = [...book.best, ...book.allGain]
    .map(({ own }) => {
      const gains = own.map((u, i) => u - book.none[i]!);
      return { min: Math.min(...gains), sum: sum(gains), own };
    })
    .sort((a, b) => b.sum - a.sum || b.min - a.min);
  const line: typeof points = [];
  for (const point of points) if (line.length === 0 || point.min > line.at(-1)!.min + EPSILON) line.push(point);
  return line.reverse();
}
