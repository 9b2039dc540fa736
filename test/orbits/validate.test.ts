import { expect, test } from 'vitest';
import { quickLines } from '../../server/cli/validate.ts';

test('tables and vectors: no line of `kessler validate --quick` misses', () => {
  const lines = quickLines();
  expect(lines.length).toBeGreaterThan(120);
  expect(lines.filter((line) => line.pass === false)).toEqual([]);
});
