import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { bands, closePassRate, type Plan, projectShells, shellState } from '../../shared/orbits/decades/shells.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { closePassesPerYear, collisionRisk } from '../../shared/orbits/risk/collisions.ts';
import { SHELL_COUNT, shellCounts, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { ACTIVE, fromRows, NO_ROW, pick } from '../../shared/orbits/table/population.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const HEAD = { epochMonth: 0, owners: [''], fleets: [''] };
const cycle = (month: number): number => 70 + 100 * Math.sin((Math.PI * month) / 132) ** 2;
const QUIET: Plan = { years: 25, stepMonths: 3, f107: cycle, explosions: false, collisions: false };
const NOTHING = shellState(fromRows([], HEAD));

const real = readSkyOf2025(rowsOf2025()).sky;
const state = shellState(real);
const launches = new Float64Array(SHELL_COUNT);
launches[shellOf(525)] = 1500;
launches[shellOf(1200)] = 30;
const PLAN: Plan = {
  years: 30,
  stepMonths: 6,
  f107: cycle,
  launchesPerYear: launches,
  disposal: { withinYears: 5, success: 0.9 },
};

/** Pieces of one strike, and how many objects are up after each of 25 years, integrated one by one. */
function strikeByObjects(altitudeKm: number, massKg: number, f107 = cycle, seed = 'objects') {
  const target = {
    ...NO_ROW,
    id: 5,
    semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
    eccentricity: 1e-3,
    inclinationRad: 1.72,
    meanAnomalyRad: Math.PI,
    massKg,
    sizeM: 2.2,
  };
  const { rows } = breakUp(
    { kind: 'collision', breakupId: 78, target, projectile: { massKg: 20, speedKms: 9.4 }, month: 0 },
    keyOf(seed),
  );
  let sky = fromRows(rows, HEAD);
  const start = shellState(sky);
  const up = [sky.count];
  let afterMonth = 0;
  for (let month = 0; month < 300; month++) {
    const down = new Set(decayOrbits(sky, 30.4375, f107(month)));
    if (down.size > 0)
      sky = pick(
        sky,
        Array.from({ length: sky.count }, (_, i) => i).filter((i) => !down.has(i)),
      );
    if (month === 0) afterMonth = sky.count;
    if (month % 12 === 11) up.push(sky.count);
  }
  return { start, up, afterMonth };
}

describe('against the objects one by one', () => {
  // Dense pieces thrown backwards fly long on eccentric orbits, which the shells sink as circular ones.
  const cases = [
    [850, 900, 0.06],
    [780, 900, 0.06],
    [600, 2700, 0.09],
    [490, 1940, 0.1],
  ] as const;

  test.each(cases)('%d km, %d kg: pieces up over 25 years', (altitudeKm, massKg, tolerance) => {
    const { start, up } = strikeByObjects(altitudeKm, massKg);
    const fromState = projectShells(start, QUIET, keyOf('x')).total;
    const strike = { id: 'one', altitudeKm, massKg: massKg + 20, atYear: 0 };
    const fromKernel = projectShells(NOTHING, { ...QUIET, strikes: [strike] }, keyOf('x')).total;
    for (const year of [1, 2, 5, 13, 19, 25]) {
      const share = up[year]! / up[0]!;
      expect(Math.abs(fromState[year]! / up[0]! - share)).toBeLessThan(tolerance);
      // The kernel is a mean over other draws and starts from the law's number.
      expect(Math.abs(fromKernel[year]! / up[0]! - share)).toBeLessThan(2 * tolerance);
    }
  });

  test('the state of a sky: its counts, its close passes, its risk', () => {
    const tracked = Float64Array.from({ length: SHELL_COUNT }, (_, k) => {
      let sum = 0;
      for (let c = 0; c < 7; c++) sum += state.counts[c * SHELL_COUNT + k]!;
      return sum;
    });
    const counts = shellCounts(real);
    const all = (line: Float64Array) => line.reduce((a, b) => a + b, 0);
    expect(Math.abs(all(tracked) / all(counts) - 1)).toBeLessThan(1e-9);
    const working = state.counts.subarray(0, SHELL_COUNT);
    const group = Int32Array.from(real.flags, (flags) => (flags & ACTIVE ? 0 : -1));
    const passes = closePassesPerYear({ ...real, fleet: new Uint16Array(real.count) }, group, 1)[0]!;
    const perSatellite = (passes * real.flags.filter((flags) => flags & ACTIVE).length) / all(working);
    expect(Math.abs(closePassRate(tracked, working, new Float64Array(SHELL_COUNT)) / perSatellite - 1)).toBeLessThan(
      0.15,
    );
    let collisions = 0;
    for (let seed = 0; seed < 40; seed++)
      collisions += projectShells(state, { ...PLAN, years: 5 }, keyOf(`risk ${seed}`)).collisions[5]! / 40;
    expect(collisions / (60 * collisionRisk(real).perMonth)).toBeGreaterThan(0.4);
    expect(collisions / (60 * collisionRisk(real).perMonth)).toBeLessThan(1.6);
  });
});

describe('conduct as inputs', () => {
  const mean = (plan: Plan, of: (run: ReturnType<typeof projectShells>) => Float64Array): number =>
    Array.from({ length: 12 }, (_, n) => of(projectShells(state, plan, keyOf(`conduct ${n}`)))[plan.years]!).reduce(
      (a, b) => a + b / 12,
      0,
    );

  test('a cap on working satellites holds launches back, and no more than it says', () => {
    const { live } = projectShells(state, { ...PLAN, mostWorking: 6000 }, keyOf('cap'));
    const free = projectShells(state, PLAN, keyOf('cap')).live;
    expect(free[30]!).toBeGreaterThan(7000);
    expect(live[30]!).toBeLessThanOrEqual(6000);
    expect(live[30]!).toBeGreaterThan(5900);
    expect(projectShells(state, { ...PLAN, mostWorking: 1e9 }, keyOf('cap')).live).toEqual(free);
  });

  test('satellites that do not move away are lost, in collisions that the others avoid', () => {
    const blind = { ...PLAN, avoidanceResidual: 1 };
    expect(mean(blind, (run) => run.lost)).toBeGreaterThan(2 * mean(PLAN, (run) => run.lost));
    expect(mean(blind, (run) => run.collisions)).toBeGreaterThan(2 * mean(PLAN, (run) => run.collisions));
  });

  test('small pieces come with what breaks up, and sink', () => {
    const quiet: Plan = { ...QUIET, years: 5 };
    const struck: Plan = { ...quiet, strikes: [{ id: 'one', altitudeKm: 500, massKg: 900, atYear: 0 }] };
    const small = projectShells(state, quiet, keyOf('small')).small;
    const more = projectShells(state, struck, keyOf('small')).small;
    for (let year = 1; year <= 5; year++) expect(small[year]!).toBeLessThan(small[year - 1]!);
    // 0.1 M^0.75 (0.01^-1.71 - 0.1^-1.71) = 42,000 by the law; most are down within a year.
    expect(more[1]! - small[1]!).toBeGreaterThan(2_000);
    expect(more[1]! - small[1]!).toBeLessThan(42_000);
    expect(more[5]! - small[5]!).toBeLessThan((more[1]! - small[1]!) / 2);
  });
});

describe('survival of real clouds', () => {
  // Fengyun-1C: 843 x 862 km, struck near apogee. Shares of what was up after a month.
  test('880 kg at 862 km in 2007: up after 5, 13 and 19 years within 0.08 of 0.88, 0.77 and 0.55', () => {
    const annual = [73, 69, 70.5, 80, 113, 120, 123, 146, 118, 89, 77, 70, 70, 74, 82, 131, 158, 192, 155, 130];
    const flux = (month: number) => annual[Math.floor(month / 12)] ?? 130;
    const share = new Float64Array(20);
    for (const seed of ['a', 'b', 'c']) {
      const { up, afterMonth } = strikeByObjects(852.5, 880, flux, seed);
      share.forEach((x, year) => {
        share[year] = x + up[year]! / afterMonth / 3;
      });
    }
    expect(Math.abs(share[5]! - 0.88)).toBeLessThan(0.08);
    expect(Math.abs(share[13]! - 0.77)).toBeLessThan(0.08);
    expect(Math.abs(share[19]! - 0.55)).toBeLessThan(0.08);
    const strikes = [{ id: 'one', altitudeKm: 852.5, massKg: 900, atYear: 0 }];
    const { total } = projectShells(NOTHING, { ...QUIET, years: 19, f107: flux, strikes }, keyOf('2007'));
    for (const year of [5, 13, 19])
      expect(Math.abs(total[year]! / total[1]! - share[year]! / share[1]!)).toBeLessThan(0.08);
  });
});

describe('laws', () => {
  test('same state, plan and key: same numbers', () => {
    expect(projectShells(state, PLAN, keyOf('k'))).toEqual(projectShells(state, PLAN, keyOf('k')));
  });

  test('with no source the number of objects never grows', () => {
    const plan = { ...QUIET, disposal: { withinYears: 5, success: 0.5 } };
    const { total } = projectShells(state, plan, keyOf('k'));
    for (let year = 1; year < total.length; year++) expect(total[year]).toBeLessThanOrEqual(total[year - 1]!);
  });

  test('leaving out a strike changes nothing before its year, and no other strike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.string(), (atYear, seed) => {
        const chance = {
          id: 'other',
          altitudeKm: 500,
          massKg: 2000,
          probabilityPerYear: 0.2,
          fromYear: 0,
          untilYear: 30,
        };
        const certain = { id: 'this', altitudeKm: 850, massKg: 900, atYear };
        const both = projectShells(state, { ...PLAN, strikes: [certain, chance] }, keyOf(seed));
        const one = projectShells(state, { ...PLAN, strikes: [chance] }, keyOf(seed));
        expect(both.total.slice(0, atYear + 1)).toEqual(one.total.slice(0, atYear + 1));
        expect(both.strikes.map((n, year) => n - (year > atYear ? 1 : 0))).toEqual(one.strikes);
        expect(both.total[atYear + 1]).toBeGreaterThan(one.total[atYear + 1]! + 500);
      }),
      { numRuns: 10 },
    );
  });

  test('a high strike lasts, a mid one fades; more removal, fewer objects', () => {
    const mean = (plan: Plan, year: number) => {
      let sum = 0;
      for (let seed = 0; seed < 40; seed++) sum += projectShells(state, plan, keyOf(`mean ${seed}`)).total[year]! / 40;
      return sum;
    };
    const none = mean(PLAN, 25);
    const high = mean({ ...PLAN, strikes: [{ id: 's', altitudeKm: 850, massKg: 970, atYear: 0 }] }, 25);
    const mid = mean({ ...PLAN, strikes: [{ id: 's', altitudeKm: 490, massKg: 1960, atYear: 0 }] }, 25);
    expect(high - none).toBeGreaterThan(250);
    expect(Math.abs(mid - none)).toBeLessThan(high - none);
    expect(mean({ ...PLAN, removalsPerYear: 10 }, 25)).toBeLessThan(none - 100);
  });
});

test('bands: percentiles of each entry', () => {
  const lines = Array.from({ length: 11 }, (_, n) => [n, 10 * n]);
  expect(bands(lines)).toEqual({ p10: [1, 10], p50: [5, 50], p90: [9, 90] });
});
