import { expect, test } from 'vitest';
import { findConjunctions } from '../../shared/orbits/conjunctions.ts';
import { satrecOf } from '../../shared/orbits/propagate.ts';
import { uncertain, warningOf } from '../../shared/orbits/warnings.ts';
import { rowsOf2025, START_2025_MS } from './skies.ts';

const bodies = rowsOf2025()
  .filter((_, i) => i % 10 === 3)
  .map((row) => ({ id: Number(row.noradId), set: satrecOf(row)! }));
const byId = new Map(bodies.map(({ id, set }) => [id, set]));
const found = await findConjunctions(bodies, { fromMs: START_2025_MS, hours: 8, thresholdKm: 3 });

test('errors of catalogue elements: a tenth of a kilometre up and across, half a kilometre a day along', () => {
  const { set } = bodies.find((body) => body.set.satrec.ecco < 0.001)!;
  const along = (days: number): readonly [number, number] => {
    const state = uncertain(set, set.epochMs + days * 86_400_000)!;
    const { rKm, vKms, covarianceKm2: c } = state;
    const spread = (axis: readonly number[]): number => {
      const length = Math.hypot(...axis);
      return (
        Math.sqrt(c.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + x * axis[i]! * axis[j]!, 0), 0)) / length
      );
    };
    const trace = c[0][0] + c[1][1] + c[2][2];
    expect(trace).toBeCloseTo(0.02 + Math.max(0.2, 0.5 * days) ** 2, 9);
    return [spread(vKms), spread(rKm)];
  };
  // The orbit is not quite circular: the velocity is not quite along.
  expect(along(0)[0]).toBeCloseTo(0.2, 3);
  expect(along(2)[0]).toBeCloseTo(1, 2);
  expect(along(2)[1]).toBeCloseTo(0.1, 6);
});

test('a warning: more likely the larger the bodies, never more likely than the worst errors make it', () => {
  expect(found.length).toBeGreaterThan(3);
  let likely = 0;
  for (const c of found) {
    const [a, b] = [byId.get(c.idA)!, byId.get(c.idB)!];
    const small = warningOf(c, { set: a, areaM2: 1 }, { set: b, areaM2: 1 })!;
    const large = warningOf(c, { set: a, areaM2: 9 }, { set: b, areaM2: 9 })!;
    expect(large.hardBodyKm / small.hardBodyKm).toBeCloseTo(3, 9);
    if (small.probability > 1e-30) expect(large.probability / small.probability).toBeCloseTo(9, 0);
    expect(small.probability).toBeLessThanOrEqual(small.probabilityMost * (1 + 1e-3));
    expect(small.sigmaKm[0]).toBeGreaterThanOrEqual(0.14);
    if (small.probability > 1e-7) likely++;
  }
  // Of passes within 3 km some are within reach of the errors, most are not.
  expect(likely).toBeGreaterThan(0);
  expect(likely).toBeLessThan(found.length);
});
