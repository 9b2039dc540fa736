/**
 * The deals of a scenario's menu, scored with the code that scores games: dials x coalitions x leads x roads x ways to pay the
 * fund. Nobody strikes and everybody flies the batches it wants; what differs is the text. Up to MOST_LOOKED_AT packages each is
 * looked at; above, the best are searched for.
 */

import { textsOn } from '../../clauses/articles.ts';
import type { Package } from '../../clauses/text.ts';
import { type Key, keyOf, narrow } from '../../orbits/table/chance.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import { countOfPackages, tableOfDeals } from './choices.ts';
import { conductWith, isMet, outcomeOfDeal, type ScoredDeal, scoresOf, type Weights } from './deal.ts';
import { noDeal } from './package.ts';
import { bestClimb, readersOf } from './search/climb.ts';
import { search } from './search/search.ts';

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
  /**
   * Where there are too many packages to look at each: `allGain` and `best` are those found, `least` the most least gain of them,
   * and `bound` what no package goes beyond. Null: every package was looked at.
   */
  readonly search: {
    readonly least: number;
    readonly bound: number;
    readonly better: (own: readonly number[]) => ScoredDeal | null;
  } | null;
};

/** Packages that are looked at one by one. */
export const MOST_LOOKED_AT = 200_000;
/** Points of the frontier that are searched for: the most joint gain above so many floors under the least. */
const FLOORS = 12;
const NODES_A_FLOOR = 2_000;

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

const makeBook = (scenario: Scenario, weights?: Weights): DealBook =>
  countOfPackages(scenario) <= MOST_LOOKED_AT ? lookAtEach(scenario, weights) : searchFor(scenario, weights);

/** The book of a menu that is too large to look at each of its packages; `key`: where climbs start. */
export function searchFor(scenario: Scenario, weights?: Weights, key: Key = keyOf(scenario.id)): DealBook {
  const none = scoresOf(scenario, noDeal(scenario), weights);
  const { table, dealAt } = tableOfDeals(scenario, weights);
  const scored = (at: readonly number[]): ScoredDeal => {
    const deal = dealAt(at);
    return { ...deal, own: scoresOf(scenario, outcomeOfDeal(scenario, deal), weights) };
  };
  const top = search(table, { base: none }, narrow(key, 'least'));
  const found = top.at ? [scored(top.at)] : [];
  for (let n = 0; n < FLOORS && top.at; n++) {
    const goal = { base: none, floor: (top.value * (FLOORS - 1 - n)) / FLOORS };
    const { at } = search(table, goal, narrow(key, 'floor', n), NODES_A_FLOOR);
    if (at) found.push(scored(at));
  }
  const undominated = found.filter(
    (one, i) =>
      !found.some((other, j) => j !== i && isAtLeast(other.own, one.own) && (j < i || !isAtLeast(one.own, other.own))),
  );
  const readers = readersOf(table);
  return {
    none,
    count: countOfPackages(scenario),
    allGain: undominated.filter(({ own }) => own.every((u, i) => u > none[i]! + EPSILON)),
    best: undominated.sort((a, b) => sum(b.own) - sum(a.own)),
    search: {
      least: top.value,
      bound: top.bound,
      better: (own) => {
        const { at } = bestClimb(table, readers, { base: own }, narrow(key, 'better'));
        return at && scored(at);
      },
    },
  };
}

function lookAtEach(scenario: Scenario, weights?: Weights): DealBook {
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
  return { none, count, allGain, best, search: null };
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
  const better = book.search?.better(own);
  for (const deal of better ? [...book.best, better] : book.best) {
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
