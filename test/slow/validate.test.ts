import { expect, test } from 'vitest';
import { longLines } from '../../server/cli/validate.ts';

/**
 * What is known to miss, with its reason in the lines themselves: too few low perigees where the real pieces thrown backwards
 * are many and dense, and Iridium 33, whose real pieces were thrown less far than the law says.
 */
const KNOWN = [
  'Fengyun-1C, January 2008: perigee p5, km',
  'Fengyun-1C, January 2022: perigee p5, km',
  'Cosmos 2251, January 2010: perigee p5, km',
  'Iridium 33, January 2010: apogee p95, km',
];

test('real clouds and catalogues: only four ends of the spread miss', () => {
  const lines = longLines();
  const missed = lines.filter((line) => line.pass === false).map((line) => line.quantity);
  expect(lines.length).toBeGreaterThan(40);
  expect(missed.filter((quantity) => !KNOWN.includes(quantity))).toEqual([]);
}, 600_000);
