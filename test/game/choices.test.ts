/** The payoff tables of a scenario as choices: the same packages, the same scores, and a search that finds what looking finds. */
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { countOfPackages, tableOfDeals } from '../../shared/game/score/choices.ts';
import { outcomeOfDeal, scoresOf } from '../../shared/game/score/deal.ts';
import { dealBook, frontier, leftOnTable, MOST_LOOKED_AT, searchFor } from '../../shared/game/score/deals.ts';
import { everyPackage } from '../../shared/game/score/search/choice-table.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

const scenarios = [...builtInScenarios().values()].map((scenario) => [scenario.id, scenario] as const);

describe.each(scenarios)('%s as choices', (_, scenario) => {
  test('has the packages of its menu, each with the scores that a game would have', () => {
    const { table, dealAt } = tableOfDeals(scenario);
    let count = 0;
    let furthest = 0;
    for (const { at, scores } of everyPackage(table)) {
      if (count++ % 23 > 0) continue;
      const own = scoresOf(scenario, outcomeOfDeal(scenario, dealAt(at)));
      own.forEach((u, i) => {
        furthest = Math.max(furthest, Math.abs(u - scores[i]!));
      });
    }
    expect(count).toBe(countOfPackages(scenario));
    expect(count).toBe(dealBook(scenario).count);
    expect(furthest).toBeLessThan(1e-9);
  });

  test('is searched for what looking at each finds, to the last point of the least gain', () => {
    const looked = dealBook(scenario);
    const found = searchFor(scenario);
    const exact = leftOnTable(looked, looked.none).points;
    expect(looked.search).toBeNull();
    expect(Math.max(0, found.search!.least)).toBeCloseTo(exact, 9);
    expect(found.search!.bound).toBeCloseTo(found.search!.least, 9);
    expect(leftOnTable(found, found.none).points).toBeCloseTo(exact, 9);
    const [most] = frontier(found);
    if (exact > 0) expect(most!.sum).toBeGreaterThan(0);
  });
});

test('a menu of twelve seats is searched, since nobody could look at each of its packages', () => {
  const first = builtInScenarios().get('first-test')!;
  const twins = first.seats.map((seat) => ({ ...seat, id: `${seat.id}B` }));
  const large: Scenario = { ...first, seats: [...first.seats, ...twins] };
  expect(countOfPackages(large)).toBeGreaterThan(MOST_LOOKED_AT);
  const book = dealBook(large);
  expect(book.search!.bound).toBeGreaterThanOrEqual(book.search!.least);
  expect(book.best.length).toBeGreaterThan(0);
  for (const { own, deal } of book.best) {
    expect(own).toHaveLength(12);
    expect(deal.parties).toContain(deal.lead);
  }
});
