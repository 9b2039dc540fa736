import { expect, test } from 'vitest';
import { satrecOf, setOfElements, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { findConjunctions } from '../../shared/orbits/risk/conjunctions.ts';
import { maximumProbability } from '../../shared/orbits/risk/probability.ts';
import { errorsOf, uncertain, warningOf } from '../../shared/orbits/risk/warnings.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { rowAt } from '../../shared/orbits/table/population.ts';
import { F107_2025, rowsOf2025, START_2025_MS } from './skies.ts';

const bodies = rowsOf2025()
  .filter((_, i) => i % 10 === 3)
  .map((row) => ({ id: Number(row.noradId), set: satrecOf(row)! }));
const byId = new Map(bodies.map(({ id, set }) => [id, set]));
const found = await findConjunctions(bodies, { fromMs: START_2025_MS, hours: 8, thresholdKm: 3 });

test('errors of catalogue elements: small up and across, along the orbit more by the day; by regime', () => {
  const { set } = bodies.find((body) => body.set.satrec.ecco < 0.001 && body.set.satrec.nokozai > 0.05)!;
  const along = (days: number): readonly [number, number] => {
    const state = uncertain(set, set.epochMs + days * 86_400_000)!;
    const { rKm, vKms, covarianceKm2: c } = state;
    const spread = (axis: readonly number[]): number => {
      const length = Math.hypot(...axis);
      return (
        Math.sqrt(c.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + x * axis[i]! * axis[j]!, 0), 0)) / length
      );
    };
    const { radialKm, alongKm, acrossKm } = errorsOf(set, days);
    expect(c[0][0] + c[1][1] + c[2][2]).toBeCloseTo(radialKm ** 2 + alongKm ** 2 + acrossKm ** 2, 9);
    return [spread(vKms), spread(rKm)];
  };
  // The orbit is not quite circular: the velocity is not quite along.
  expect(along(0)[0]).toBeCloseTo(0.4, 3);
  expect(along(0)[1]).toBeCloseTo(0.1, 6);
  expect(along(2)[0]).toBeGreaterThan(1);
  expect(along(2)[1]).toBeCloseTo(Math.hypot(0.1, 0.06), 6);
  const regime = (motion: (n: number) => boolean, e: (e: number) => boolean) =>
    bodies.find((body) => motion(body.set.satrec.nokozai) && e(body.set.satrec.ecco))!.set;
  const low = regime(
    (n) => n > 0.06,
    (e) => e < 0.01,
  );
  const belt = regime(
    (n) => Math.abs(n - 0.004375) < 1e-5,
    (e) => e < 0.01,
  );
  const long = regime(
    (n) => n < 0.012,
    (e) => e > 0.6,
  );
  expect(errorsOf(belt, 5).alongKm).toBeLessThan(errorsOf(low, 5).alongKm);
  expect(errorsOf(long, 0).radialKm).toBeGreaterThan(1);
});

test('what drag may do along an orbit grows as the square of the time, and with the drag', () => {
  const row = rowsOf2025().find((r) => r.noradId === '25544')!;
  const still = satrecOf({ ...row, bstar: '0' })!;
  const dragged = satrecOf(row)!;
  const by = (days: number): number => errorsOf(dragged, days).alongKm ** 2 - errorsOf(still, days).alongKm ** 2;
  expect(Math.sqrt(by(2)) / Math.sqrt(by(1))).toBeCloseTo(4, 9);
  // A share of how far the drag of the element set moves the body along, which SGP4 itself shows.
  const days = 3;
  const atMs = dragged.epochMs + days * 86_400_000;
  const [a, b] = [stateAt(still, atMs), stateAt(dragged, atMs)];
  if (typeof a === 'string' || typeof b === 'string') throw new Error('no state');
  const apartKm = Math.hypot(...a.rKm.map((x, axis) => x - b.rKm[axis]!));
  expect(Math.abs(Math.sqrt(by(days)) / (0.15 * apartKm) - 1)).toBeLessThan(0.1);
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
    expect(small.probability).toBeLessThanOrEqual(maximumProbability(small.encounter, small.hardBodyKm));
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
