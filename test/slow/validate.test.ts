import { expect, test } from 'vitest';
import { longLines } from '../../server/cli/validate.ts';

/**
 * What is known to miss: the law ties the speed of a piece to its area per mass more closely than real clouds do, so the ends
 * of the spread of perigees and apogees are off by more than 15 %.
 */
const KNOWN = /^(Fengyun-1C|Cosmos 2251|Iridium 33|Cosmos 1408), January \d{4}: (perigee p5|apogee p95), km$/;

test('real clouds and catalogues: only the ends of the spread miss', () => {
  const lines = longLines();
  const missed = lines.filter((line) => line.pass === false).map((line) => line.quantity);
  expect(lines.length).toBeGreaterThan(40);
  expect(missed.filter((quantity) => !KNOWN.test(quantity))).toEqual([]);
  // Ten such ends are judged.
  expect(missed.length).toBeLessThanOrEqual(7);
}, 600_000);
