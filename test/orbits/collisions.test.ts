import { describe, expect, test } from 'vitest';
import { closePassesPerYear, collisionRisk, cubePairs } from '../../shared/orbits/risk/collisions.ts';
import {
  addResidence,
  SHELL_COUNT,
  SHELL_VOLUMES_KM3,
  shellCounts,
  shellDensities,
  shellFloorKm,
  shellOf,
} from '../../shared/orbits/table/altitudes.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM, solveKepler, TWO_PI } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  fromRows,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  PAYLOAD,
  type Population,
  pick,
  type Row,
} from '../../shared/orbits/table/population.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const HEAD = { epochMonth: 0, owners: [''], fleets: ['', 'First', 'Second'] };
const AVOIDS = ACTIVE | MANOEUVRABLE;
const real = readSkyOf2025(rowsOf2025()).sky;

/** `count` objects of one kind on circular orbits at 775 km, planes and places spread evenly. */
const ring = (count: number, firstId: number, change: Partial<Row>): Row[] =>
  Array.from({ length: count }, (_, n) => ({
    ...NO_ROW,
    id: firstId + n,
    semiMajorAxisKm: EARTH_RADIUS_KM + 775,
    eccentricity: 1e-4,
    inclinationRad: 1.5,
    raanRad: (TWO_PI * n) / count,
    massKg: 500,
    areaM2: 4,
    kind: DEBRIS,
    ...change,
  }));

/** A 1-in-`share` sample by id, weighted. */
const thinned = (sky: Population, share: number, rest: number): Population => {
  const rows = Array.from({ length: sky.count }, (_, i) => i).filter((i) => sky.id[i]! % share === rest);
  const sample = pick(sky, rows);
  sample.weight.fill(share);
  return sample;
};

describe('residence', () => {
  test.each([
    [7000, 1e-5],
    [7200, 0.03],
    [7300, 0.11],
    [24_400, 0.73],
    [6600, 0.02],
  ])('a = %d km, e = %d: the shares are those of a revolution in equal times', (a, e) => {
    const shares = new Float64Array(SHELL_COUNT);
    addResidence(shares, 0, a, e, 1);
    const counted = new Float64Array(SHELL_COUNT);
    const steps = 20_000;
    for (let n = 0; n < steps; n++) {
      const shell = shellOf(a * (1 - e * Math.cos(solveKepler((TWO_PI * (n + 0.5)) / steps, e))) - EARTH_RADIUS_KM);
      if (shell >= 0) counted[shell]! += 1 / steps;
    }
    shares.forEach((share, k) => {
      expect(Math.abs(share - counted[k]!)).toBeLessThan(2e-4);
    });
  });

  test('shells: edges, volumes', () => {
    expect([shellOf(149.9), shellOf(150), shellOf(199.9), shellOf(2049.9), shellOf(2050)]).toEqual([-1, 0, 0, 37, -1]);
    expect(shellFloorKm(37)).toBe(2000);
    expect(SHELL_VOLUMES_KM3[12]! / (4 * Math.PI * (EARTH_RADIUS_KM + 775) ** 2 * 50)).toBeCloseTo(1, 4);
  });
});

describe('the sky of September 2025', () => {
  test('flux at 750-800 km has the order of the 1.6e-5 /m^2/year published for 2016', () => {
    const flux = shellDensities(real)[shellOf(775)]! * 10 * 1e-6 * 365.25 * 86_400;
    expect(flux).toBeGreaterThan(1.2e-5);
    expect(flux).toBeLessThan(2.4e-5);
  });

  test('expected collisions: a fraction of one a year, by shells and by cubes alike', () => {
    const risk = collisionRisk(real);
    expect(12 * risk.perMonth).toBeGreaterThan(0.1);
    expect(12 * risk.perMonth).toBeLessThan(1.4);
    expect(risk.byClasses.reduce((a, b) => a + b, 0)).toBeCloseTo(risk.perMonth, 12);
    let expected = 0;
    for (let month = 0; month < 40; month++) expected += cubePairs(real, keyOf('cubes'), month).expected / 40;
    expect(expected / risk.perMonth).toBeGreaterThan(0.7);
    expect(expected / risk.perMonth).toBeLessThan(1.6);
  });

  test('the thin sky expects what the full one does', () => {
    const full = collisionRisk(real).perMonth;
    const passes = (sky: Population) =>
      closePassesPerYear(
        sky,
        Int32Array.from(sky.flags, (f) => (f & ACTIVE ? 0 : -1)),
        1,
      )[0]!;
    let risk = 0;
    let near = 0;
    for (let rest = 0; rest < 20; rest++) {
      const sky = thinned(real, 20, rest);
      risk += collisionRisk(sky).perMonth / 20;
      near += passes(sky) / 20;
    }
    expect(Math.abs(risk / full - 1)).toBeLessThan(0.1);
    expect(Math.abs(near / passes(real) - 1)).toBeLessThan(0.1);
  });
});

test('cubes of a thin sky expect what the full one does', () => {
  // Bodies of one size: the sum over pairs has little spread then.
  const rows = ring(8000, 1, {}).map((row) => ({ ...row, inclinationRad: 0.3 + (row.id % 97) / 70 }));
  const full = fromRows(rows, HEAD);
  let thin = 0;
  let whole = 0;
  for (let rest = 0; rest < 20; rest++) {
    for (let month = 0; month < 4; month++) thin += cubePairs(thinned(full, 20, rest), keyOf('thin'), month).expected;
    whole += cubePairs(full, keyOf('whole'), rest).expected * 4;
  }
  expect(whole).toBeGreaterThan(0);
  expect(Math.abs(thin / whole - 1)).toBeLessThan(0.15);
});

test('expected collisions are the sum over pairs: sigma v_r / V times both shares of time, by hand', () => {
  const rows = Array.from(
    { length: 40 },
    (_, n): Row => ({
      ...ring(1, 1, {})[0]!,
      id: n + 1,
      semiMajorAxisKm: EARTH_RADIUS_KM + 500 + 9 * n,
      eccentricity: 0.001 * (n % 5),
      areaM2: 1 + (n % 7),
      kind: n % 4,
      flags: n % 8 === 0 ? AVOIDS : 0,
      fleet: n % 3 === 0 ? 1 : 0,
    }),
  );
  const shares = rows.map((row) => shellCounts(fromRows([row], HEAD)));
  const byShell = new Float64Array(SHELL_COUNT);
  for (const [n, a] of rows.entries())
    for (const [m, b] of rows.entries()) {
      const [first, second] = [a.flags === AVOIDS, b.flags === AVOIDS];
      if (m <= n || (first && second && a.fleet === 1 && b.fleet === 1)) continue;
      const reachKm = (Math.sqrt(a.areaM2 / Math.PI) + Math.sqrt(b.areaM2 / Math.PI)) / 1000;
      const each = Math.PI * reachKm ** 2 * 10 * (365.25 / 12) * 86_400 * (first ? 0.01 : 1) * (second ? 0.01 : 1);
      for (let k = 0; k < SHELL_COUNT; k++)
        byShell[k] = byShell[k]! + (shares[n]![k]! * shares[m]![k]! * each) / SHELL_VOLUMES_KM3[k]!;
    }
  const risk = collisionRisk(fromRows(rows, HEAD));
  const whole = byShell.reduce((x, y) => x + y, 0);
  expect(whole).toBeGreaterThan(0);
  expect(risk.perMonth / whole).toBeCloseTo(1, 6);
  for (let k = 0; k < SHELL_COUNT; k++) if (byShell[k]! > 0) expect(risk.byShell[k]! / byShell[k]!).toBeCloseTo(1, 6);
  expect(risk.byClasses.reduce((x, y) => x + y, 0) / whole).toBeCloseTo(1, 6);
});

test('cubes: each pair counts once, as often as two of n share a cube', () => {
  const n = 2000;
  const rows = ring(n, 1, { eccentricity: 0, raanRad: 0 });
  // Along one circle: the squared shares of time in its cubes, by hand.
  const inCube = new Map<string, number>();
  const steps = 200_000;
  const r = EARTH_RADIUS_KM + 775;
  for (let k = 0; k < steps; k++) {
    const u = (TWO_PI * k) / steps;
    const place = [r * Math.cos(u), r * Math.sin(u) * Math.cos(1.5), r * Math.sin(u) * Math.sin(1.5)];
    const cube = place.map((x) => Math.floor(x / 50)).join();
    inCube.set(cube, (inCube.get(cube) ?? 0) + 1 / steps);
  }
  const together = [...inCube.values()].reduce((sum, share) => sum + share * share, 0);
  let pairs = 0;
  for (let month = 0; month < 20; month++) pairs += cubePairs(fromRows(rows, HEAD), keyOf('once'), month).pairs / 20;
  expect(Math.abs(pairs / (((n * (n - 1)) / 2) * together) - 1)).toBeLessThan(0.02);
});

describe('close passes', () => {
  const satellites = ring(10, 1, { fleet: 1, kind: PAYLOAD, flags: AVOIDS });
  const others = ring(1000, 1000, {});

  test('n v_r pi d^2 for a satellite among a thousand in one shell', () => {
    const sky = fromRows([...satellites, ...others], HEAD);
    const [rate] = closePassesPerYear(
      sky,
      Int32Array.from(sky.fleet, (f) => (f === 1 ? 0 : -1)),
      1,
    );
    const density = 1000 / SHELL_VOLUMES_KM3[shellOf(775)]!;
    expect(rate).toBeCloseTo(density * 10 * Math.PI * 365.25 * 86_400, 6);
  });

  test('a fleet does not pass itself, and the miss distance counts squared', () => {
    const alone = fromRows(satellites, HEAD);
    expect([...closePassesPerYear(alone, new Int32Array(10), 2)]).toEqual([0, 0]);
    const sky = fromRows([...satellites, ...others], HEAD);
    const group = new Int32Array(sky.count);
    expect(closePassesPerYear(sky, group, 1, 5)[0]! / closePassesPerYear(sky, group, 1, 1)[0]!).toBeCloseTo(25, 9);
  });
});

describe('avoidance', () => {
  const risk = (rows: Row[]) => collisionRisk(fromRows(rows, HEAD)).perMonth;
  const passive = ring(50, 1, {});

  test('each body that keeps clear leaves a hundredth of the risk; a fleet none of its own', () => {
    const dead = ring(50, 100, { kind: PAYLOAD });
    const clear = ring(50, 100, { kind: PAYLOAD, flags: AVOIDS, fleet: 1 });
    const between = risk([...passive, ...dead]) - risk(passive) - risk(dead);
    expect((risk([...passive, ...clear]) - risk(passive)) / between).toBeCloseTo(0.01, 6);
    expect(risk(clear)).toBe(0);
  });

  test('cubes: the same factors', () => {
    const pairsOf = (rows: Row[]) => {
      let sum = 0;
      for (let month = 0; month < 100; month++) sum += cubePairs(fromRows(rows, HEAD), keyOf('p'), month).expected;
      return sum;
    };
    const dead = ring(400, 1, { kind: PAYLOAD, fleet: 1 });
    const clear = dead.map((row) => ({ ...row, flags: AVOIDS }));
    const mixed = dead.map((row) => ({ ...row, flags: AVOIDS, fleet: 0 }));
    expect(pairsOf(dead)).toBeGreaterThan(0);
    expect(pairsOf(clear)).toBe(0);
    expect(pairsOf(mixed) / pairsOf(dead)).toBeCloseTo(1e-4, 9);
  });
});

describe('cube sampling is keyed', () => {
  // Large bodies, so that there are hits to compare.
  const rows = ring(300, 1, { areaM2: 4e4 }).map((row) => ({ ...row, inclinationRad: row.id % 2 ? 0.003 : 3.1386 }));
  const hitsOf = (sky: Population) =>
    cubePairs(sky, keyOf('hits'), 4).hits.map(({ a, b, speedKms }) => [sky.id[a]!, sky.id[b]!, speedKms]);

  test('the order in which rows were given does not matter', () => {
    const hits = hitsOf(fromRows(rows, HEAD));
    expect(hits.length).toBeGreaterThan(5);
    expect(hitsOf(fromRows([...rows].reverse(), HEAD))).toEqual(hits);
  });

  test('taking an object away takes its own hits away and no others', () => {
    const sky = fromRows(rows, HEAD);
    const hits = hitsOf(sky);
    const gone = hits[0]![0]!;
    const left = pick(
      sky,
      Array.from({ length: sky.count }, (_, i) => i).filter((i) => i !== indexOf(sky, gone)),
    );
    expect(hitsOf(left)).toEqual(hits.filter(([a, b]) => a !== gone && b !== gone));
  });
});

test('counts by shell sum to the residence in low orbit', () => {
  const sum = shellCounts(real).reduce((a, b) => a + b, 0);
  expect(sum).toBeGreaterThan(20_000);
  expect(sum).toBeLessThan(real.count);
});
