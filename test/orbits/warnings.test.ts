import { expect, test } from 'vitest';
import { satrecOf, setOfElements, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { findConjunctions } from '../../shared/orbits/risk/conjunctions.ts';
import { uncertain, warningOf } from '../../shared/orbits/risk/warnings.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { rowAt } from '../../shared/orbits/table/population.ts';
import { F107_2025, rowsOf2025, START_2025_MS } from './skies.ts';

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
    expect(small.hardBodyKm).toBeCloseTo(0.002 / Math.sqrt(Math.PI), 9);
    if (small.probability > 1e-30) expect(large.probability / small.probability).toBeCloseTo(9, 0);
    expect(small.probability).toBeLessThanOrEqual(small.probabilityMost * (1 + 1e-3));
    expect(small.sigmaKm[0]).toBeGreaterThanOrEqual(0.14);
    if (small.probability > 1e-7) likely++;
  }
  // Of passes within 3 km some are within reach of the errors, most are not.
  expect(likely).toBeGreaterThan(0);
  expect(likely).toBeLessThan(found.length);
});

test('a row of a sky as an element set is where the catalogue row it was read from is', () => {
  let regimes = 0;
  for (const row of rowsOf2025().filter((_, i) => i % 400 === 7)) {
    const asRead = satrecOf({ ...row, bstar: '0' })!;
    const { epochMs } = asRead;
    const { sky } = readCatalogue([row], { startMs: epochMs, air: F107_2025 });
    const again = setOfElements(rowAt(sky, 0), epochMs);
    const [a, b] = [asRead, again].map((set) => stateAt(set, epochMs + 21_600_000));
    if (typeof a === 'string' || typeof b === 'string') {
      expect(b).toBe(a);
      continue;
    }
    expect(Math.hypot(...a!.rKm.map((x, axis) => x - b!.rKm[axis]!)), row.name).toBeLessThan(1e-3);
    if (sky.semiMajorAxisKm[0]! > 20_000) regimes++;
  }
  // Far ones go by the theory of deep space, which has the places of Sun and Moon in it.
  expect(regimes).toBeGreaterThan(2);
});
