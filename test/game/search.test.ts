/** The search for deals finds what looking at each package finds, and its bound is never below. */
import { describe, expect, test } from 'vitest';
import { bestByEnumeration, checkTable, isAllowed, scoresAt } from '../../shared/game/score/search/choice-table.ts';
import { search } from '../../shared/game/score/search/search.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { madeTable } from './made-tables.ts';

/** Choices 3-4 articles of 3-4 values, 4-5 seats, a lead, a forum: some thousands to some ten thousands of packages. */
const SMALL = Array.from({ length: 20 }, (_, i) => ({ seats: 4 + (i % 2), clauses: 2 + (i % 3), seed: `small ${i}` }));
const nothing = (table: { sizes: readonly number[] }): number[] => table.sizes.map(() => 0);

describe('the search for deals', () => {
  test.each(SMALL)('finds the most least gain of %o', ({ seats, clauses, seed }) => {
    const table = madeTable(seats, clauses, seed);
    checkTable(table);
    const base = [...scoresAt(table, nothing(table))];
    const exact = bestByEnumeration(table, { base });
    const found = search(table, { base }, keyOf(seed));
    expect(found.closed).toBe(true);
    expect(found.value).toBeCloseTo(exact.value, 9);
    expect(isAllowed(table, found.at!)).toBe(true);
    expect(Math.min(...[...scoresAt(table, found.at!)].map((u, i) => u - base[i]!))).toBeCloseTo(exact.value, 9);
  });

  test.each(SMALL.slice(0, 6))('finds the most joint gain above a floor of %o', ({ seats, clauses, seed }) => {
    const table = madeTable(seats, clauses, seed);
    const base = [...scoresAt(table, nothing(table))];
    const floor = bestByEnumeration(table, { base }).value - 3;
    const goal = { base, floor };
    const found = search(table, goal, keyOf(seed));
    expect(found.closed).toBe(true);
    expect(found.value).toBeCloseTo(bestByEnumeration(table, goal).value, 9);
  });

  test.each(SMALL.slice(0, 6))('finds the best of a few seats of %o', ({ seats, clauses, seed }) => {
    const table = madeTable(seats, clauses, seed);
    const goal = { base: [...scoresAt(table, nothing(table))], seats: [0, 2] };
    const found = search(table, goal, keyOf(seed));
    expect(found.value).toBeCloseTo(bestByEnumeration(table, goal).value, 9);
  });

  test('stopped early, its bound is at least the best there is, and what it found at most that', () => {
    for (const { seats, clauses, seed } of SMALL) {
      const table = madeTable(seats, clauses, seed);
      const base = [...scoresAt(table, nothing(table))];
      const exact = bestByEnumeration(table, { base }).value;
      const found = search(table, { base }, keyOf(seed), 5);
      expect(found.bound).toBeGreaterThanOrEqual(exact - 1e-9);
      expect(found.value).toBeLessThanOrEqual(exact + 1e-9);
      expect(found.nodes).toBeLessThanOrEqual(5);
    }
  });

  test('a floor that nothing reaches finds nothing', () => {
    const table = madeTable(4, 2, 'high');
    const found = search(table, { base: [0, 0, 0, 0], floor: 101 }, keyOf('high'));
    expect(found).toMatchObject({ at: null, closed: true });
  });

  test('a payoff with too few numbers is named', () => {
    const table = madeTable(4, 2, 'short');
    const [first, ...rest] = table.payoffs;
    const short = { ...table, payoffs: [{ ...first!, points: first!.points.slice(1) }, ...rest] };
    expect(() => checkTable(short)).toThrow(/payoff 0 of seat 0 has \d+ numbers for \d+/);
  });
});
