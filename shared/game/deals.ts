/**
 * Every package of the scenario's menu, scored with the code that scores games: dials x coalitions x leads x roads x ways to
 * pay the fund. Nobody strikes and everybody flies the batches it wants; what differs is the text.
 */
import type { Scenario } from '../scenarios/schema.ts';
import type { Package, SeatId } from '../vocabulary/index.ts';
import { noDeal, type PackageOutcome, type SeatConduct } from './package.ts';
import { everybody, ownValue, reading } from './scores.ts';

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

const valuesOf = <T>(scenario: Scenario, dial: string): readonly T[] => (scenario.paper.dials[dial] ?? [null]) as T[];

/** Every text with at least one clause that a coalition could adopt: its lead is one of the states inside. */
function textsFor(scenario: Scenario, parties: readonly SeatId[]): Package[] {
  const leads = valuesOf<SeatId>(scenario, 'lead').filter((seat) => parties.includes(seat));
  const texts: Package[] = [];
  for (const N01 of valuesOf<Package['N01']>(scenario, 'N01'))
    for (const N06 of valuesOf<Package['N06']>(scenario, 'N06'))
      for (const N10 of valuesOf<Package['N10']>(scenario, 'N10'))
        for (const N17 of valuesOf<Package['N17']>(scenario, 'N17')) {
          if (N01 === null && N06 === null && N10 === null && N17 === null) continue;
          for (const lead of leads)
            for (const road of valuesOf<Package['road']>(scenario, 'road'))
              texts.push({ N01, N06, N10, N17, lead, road });
        }
  return texts;
}

/** Conduct of all seats where the fund is paid by these shares. */
function conductWith(scenario: Scenario, shares: Readonly<Record<SeatId, number>>): Record<SeatId, SeatConduct> {
  const seats: Record<SeatId, SeatConduct> = {};
  for (const [id, conduct] of Object.entries(noDeal(scenario).seats)) seats[id] = { ...conduct, paid: shares[id] ?? 0 };
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

/** Every package, scored. About 10^5 for First test, 0.3 s. */
export function* everyDeal(scenario: Scenario, weights?: Weights): Generator<ScoredDeal> {
  const funds = [{}, ...scenario.fund.shares].map((shares) => ({ shares, seats: conductWith(scenario, shares) }));
  for (const parties of coalitions(scenario))
    for (const text of textsFor(scenario, parties))
      for (const { shares, seats } of funds) {
        const fundMet = Object.keys(shares).length > 0;
        const own = scoresOf(scenario, { text, parties, fundMet, seats }, weights);
        yield { deal: { ...text, parties, fundMet }, shares, own };
      }
}

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

/** Whether a gives every seat at least what b gives and some seat more. */
function dominates(a: readonly number[], b: readonly number[]): boolean {
  let more = false;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference < -EPSILON) return false;
    if (difference > EPSILON) more = true;
  }
  return more;
}

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** Deals that none dominates: by falling sum, so that a deal can only be dominated by one already kept. */
function undominated(deals: readonly ScoredDeal[]): ScoredDeal[] {
  const bySum = deals.map((deal) => ({ deal, total: sum(deal.own) })).sort((a, b) => b.total - a.total);
  const kept: ScoredDeal[] = [];
  for (const { deal } of bySum) if (!kept.some((other) => dominates(other.own, deal.own))) kept.push(deal);
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
  const distinct = new Map<string, ScoredDeal>();
  let count = 0;
  for (const scored of everyDeal(scenario, weights)) {
    count++;
    if (scored.own.every((u, i) => u > none[i]! + EPSILON)) allGain.push(scored);
    const name = scored.own.map((u) => u.toFixed(6)).join(' ');
    if (!distinct.has(name)) distinct.set(name, scored);
  }
  return { none, count, allGain, best: undominated([...distinct.values()]) };
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

/** The line of the frontier chart: deals by least gain and joint gain, those that no other beats in both. */
export function frontier(book: DealBook): { readonly min: number; readonly sum: number }[] {
  const points = [...book.best, ...book.allGain]
    .map(({ own }) => {
      const gains = own.map((u, i) => u - book.none[i]!);
      return { min: Math.min(...gains), sum: sum(gains) };
    })
    .sort((a, b) => b.sum - a.sum || b.min - a.min);
  const line: { min: number; sum: number }[] = [];
  for (const point of points) if (line.length === 0 || point.min > line.at(-1)!.min + EPSILON) line.push(point);
  return line.reverse();
}
