import { expect, test } from 'vitest';
import { longLines } from '../../server/cli/validate.ts';

test('real clouds and catalogues: no line misses', () => {
  const lines = longLines();
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => line.pass === false)).toEqual([]);
}, 600_000);
