import { expect, test } from 'vitest';
import { satrecOf } from '../../shared/orbits/motion/propagate.ts';
import { findConjunctions } from '../../shared/orbits/risk/conjunctions.ts';
import { denseSearch } from '../orbits/dense-search.ts';
import { rowsOf2025, START_2025_MS } from '../orbits/skies.ts';

test('2,000 objects over a day: every conjunction under 5 km of the dense search is found', {
  timeout: 900_000,
}, async () => {
  const bodies = rowsOf2025()
    .filter((_, i) => i % 14 === 3)
    .slice(0, 2000)
    .map((row) => ({ id: Number(row.noradId), set: satrecOf(row)! }));
  expect(bodies).toHaveLength(2000);
  const dense = denseSearch(bodies, START_2025_MS, 24, 5);
  const found = await findConjunctions(bodies, { fromMs: START_2025_MS, hours: 24, thresholdKm: 5.001 });
  expect(dense.length).toBeGreaterThan(50);
  const missing = dense.filter(
    (d) =>
      !found.some(
        (f) =>
          f.idA === d.idA &&
          f.idB === d.idB &&
          Math.abs(f.timeMs - d.timeMs) < (d.speedKms > 0.1 ? 1 : 5000) &&
          Math.abs(f.missKm - d.missKm) < 1e-3,
      ),
  );
  expect(missing).toEqual([]);
});
