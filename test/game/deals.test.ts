/** First test's payoff tables clear every bar when all its packages are scored by the real code. */
import { describe, expect, test } from 'vitest';
import { enumerationTable } from '../../shared/game/score/bars.ts';
import { bestAllGain, coalitions, dealBook, frontier, leftOnTable } from '../../shared/game/score/deals.ts';
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
