/** First test's payoff tables clear every bar when all its packages are scored by the real code. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { enumerationTable } from '../../shared/game/score/bars.ts';
import { outcomeOfDeal, scoresOf } from '../../shared/game/score/deal.ts';
import { bestAllGain, coalitions, dealBook, everyDeal, frontier, leftOnTable } from '../../shared/game/score/deals.ts';
import { withStrike } from '../../shared/game/score/package.ts';
import { asReadNow } from '../../shared/scenarios/gone.ts';
import { type Scenario, ScenarioSchema } from '../../shared/scenarios/schema.ts';
import { STRIKE_BANDS } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from './first-test.ts';

const scenario = readFirstTest();

describe('the enumeration of First test', () => {
  test('every bar is met', () => {
    const table = enumerationTable(scenario);
    console.table(table);
    expect(table).toHaveLength(7);
    for (const bar of table) expect(bar.met, `${bar.bar}: ${bar.measured}, wanted ${bar.wanted}`).toBe(true);
  });

  test('it covers about 10^5 packages: dials x coalitions x leads x roads x funds', () => {
    expect(coalitions(scenario)).toHaveLength(15 + 6 + 1);
    expect(dealBook(scenario).count).toBe(107 * 80 * 2 * 6);
  });

  test('no points are left on the table by a deal that none dominates', () => {
    const book = dealBook(scenario);
    for (const deal of book.best) expect(leftOnTable(book, deal.own).points).toBe(0);
  });

  test('without a deal the table leaves points, and the deal named gives every seat at least as many more', () => {
    const book = dealBook(scenario);
    const { points, deal } = leftOnTable(book, book.none);
    expect(points).toBeGreaterThan(0);
    expect(Math.min(...deal!.own.map((u, i) => u - book.none[i]!))).toBeCloseTo(points, 9);
  });

  test('the frontier gives up joint gain for each step of least gain, up to the most that all can have', () => {
    const book = dealBook(scenario);
    const line = frontier(book);
    expect(line.length).toBeGreaterThan(1);
    for (let i = 1; i < line.length; i++) {
      expect(line[i]!.min).not.toBe(line[i - 1]!.min);
      expect(Math.sign(line[i]!.min - line[i - 1]!.min)).toBe(-Math.sign(line[i]!.sum - line[i - 1]!.sum));
    }
    expect(Math.max(...line.map((p) => p.min))).toBeCloseTo(leftOnTable(book, book.none).points, 9);
  });

  test('swapped weights make another book, and the first stays as it was', () => {
    const book = dealBook(scenario);
    const swapped = dealBook(scenario, { US: [35, 40, 25] });
    expect(swapped.none[0]).not.toBe(book.none[0]);
    expect(swapped.none.slice(1)).toEqual(book.none.slice(1));
    expect(dealBook(scenario)).toBe(book);
    expect(bestAllGain(book)!.own.every((u, i) => u > book.none[i]!)).toBe(true);
  });
});

/**
 * All scores of a scenario, to 1e-9 points: of every package, and of every 89th with each strike that a seat could add. One digit
 * changed anywhere makes another digest.
 */
function digestOf(scenario: Scenario): string {
  const hash = createHash('sha256');
  const take = (own: readonly number[]) => hash.update(`${own.map((u) => Math.round(u * 1e9)).join(' ')}\n`);
  let n = 0;
  for (const { text, parties, shares, own } of everyDeal(scenario)) {
    take(own);
    if (n++ % 89 > 0) continue;
    const deal = { ...text, parties, fundMet: Object.keys(shares).length > 0 };
    const outcome = outcomeOfDeal(scenario, { deal, shares });
    for (const { id, strike } of scenario.seats)
      if (strike) for (const band of STRIKE_BANDS) take(scoresOf(scenario, withStrike(scenario, outcome, id, band)));
  }
  return hash.digest('hex');
}

// Computed by the program that had these payoff tables first, First test version 2, when conditions were objects of named tests. A change
// of those tables changes them, and nothing else may.
test.each([
  ['first-test', '53299a5d26b5ea5c3b06ef7ccd642fd8809d5d847e4dd1c85eb29b856cc1abd8'],
  ['tutorial', '65cc159f25f1672dca538e247f7efe61703bedd8e90b475e3f86e2f738577e92'],
])('every score of %s is what its payoff tables gave when they were set', (id, digest) => {
  expect(digestOf(builtInScenarios().get(id)!)).toBe(digest);
});

/** The tables of First test as games stored them when a condition was an object of named tests, seat by seat. */
const OLDER = JSON.parse(readFileSync(new URL('older-tables.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;

test('payoff tables of a game stored before conditions were atoms give the same scores', () => {
  const older = { ...scenario, seats: scenario.seats.map((seat) => ({ ...seat, objectives: OLDER[seat.id] })) };
  const read = ScenarioSchema.parse(asReadNow(older));
  expect(ScenarioSchema.safeParse(older).success).toBe(false);
  expect(digestOf(read)).toBe(digestOf(scenario));
});
