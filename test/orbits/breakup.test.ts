import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import {
  catastrophicThresholdKg,
  collisionMassKg,
  expectedCounts,
  specificEnergyJKg,
} from '../../shared/orbits/breakup/breakup-laws.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { encounterOf } from '../../shared/orbits/breakup/encounter.ts';
import { fragmentChi, sampleFragments } from '../../shared/orbits/breakup/fragments.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { ballisticFactor, PLAY_TUNING, scalesOf } from '../../shared/orbits/breakup/tuning.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { keyOf, normal, streamOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { ACTIVE, fromRows, NO_ROW, PAYLOAD, type Row, STAGE } from '../../shared/orbits/table/population.ts';

const MODEL = { ...PLAY_TUNING, amScale: 1, denseAmScale: 1, dvScale: 1, floorMs: 0, pushMs: 0, explosion: null };
const HEAD = { epochMonth: 0, owners: [''], fleets: [''] };

const satellite = (altitudeKm: number, massKg: number, change: Partial<Row> = {}): Row => ({
  ...NO_ROW,
  id: 4711,
  semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
  eccentricity: 5e-4,
  inclinationRad: 1.72,
  raanRad: 2,
  argPerigeeRad: 1,
  meanAnomalyRad: 1,
  massKg,
  areaM2: 4,
  areaToMassM2Kg: 4 / massKg,
  sizeM: 2.2,
  kind: PAYLOAD,
  flags: ACTIVE,
  ...change,
});

const intercept = (target: Row, breakupId = 77, massKg = 20, speedKms = 9.4): BreakUpSpec => ({
  kind: 'collision',
  breakupId,
  target,
  projectile: { massKg, speedKms },
  month: 3,
});

describe('number laws', () => {
  test.each([
    ['explosion', 1, 0.1, 238.9],
    ['explosion', 1, 0.05, 724.1],
    ['explosion', 1, 0.01, 9509],
    ['collision', 900, 0.1, 843],
    ['collision', 900, 0.05, 2757],
    ['collision', 900, 0.01, 43_220],
    ['collision', 1589, 0.1, 1291],
    ['collision', 1589, 0.05, 4223],
    ['collision', 1589, 0.01, 66_198],
    ['collision', 2320, 0.1, 1714],
    ['collision', 2320, 0.05, 5609],
    ['collision', 2320, 0.01, 87_926],
  ] as const)('%s of %d: at least %d m: %d', (kind, massOrScale, sizeM, count) => {
    expect(Math.abs(expectedCounts(kind, massOrScale, sizeM) / count - 1)).toBeLessThan(6e-4);
  });

  test.each([
    [100, 5, 0.32],
    [100, 10, 0.08],
    [260, 7, 0.42],
    [1000, 10, 0.8],
    [5000, 14, 2],
  ])('a %d kg target at %d km/s shatters from %d kg', (targetKg, speedKms, projectileKg) => {
    const threshold = catastrophicThresholdKg(targetKg, speedKms);
    expect(Math.abs(threshold / projectileKg - 1)).toBeLessThan(0.03);
    expect(specificEnergyJKg(targetKg, threshold, speedKms)).toBeCloseTo(40_000, 6);
  });

  test('below the threshold m_p v^2 comes off', () => {
    expect(collisionMassKg(1000, 0.1, 10)).toBeCloseTo(10, 9);
    expect(collisionMassKg(1000, 1, 10)).toBe(1001);
  });
});

describe('area-to-mass law', () => {
  // Class, size, mean of chi, its standard deviation, 5th, 50th and 95th percentile, mean A/M, P(A/M > 0.5).
  test.each([
    [false, 0.1, -0.988, 0.504, -1.89, -0.9, -0.3, 0.184, 0.051],
    [false, 0.12, -0.976, 0.481, -1.89, -0.85, -0.37, 0.171, 0.03],
    [false, 0.2, -0.964, 0.454, -1.84, -0.87, -0.37, 0.168, 0.031],
    [false, 0.5, -1.153, 0.512, -2.05, -1.06, -0.43, 0.125, 0.021],
    [false, 1, -1.181, 0.529, -2.22, -1.06, -0.49, 0.114, 0.012],
    [false, 2, -1.054, 0.435, -2, -0.99, -0.47, 0.13, 0.014],
    [true, 0.1, -0.678, 0.587, -1.63, -0.69, 0.31, 0.535, 0.257],
    [true, 0.12, -0.526, 0.54, -1.35, -0.56, 0.41, 0.683, 0.328],
    [true, 0.2, -0.563, 0.527, -1.32, -0.63, 0.37, 0.628, 0.296],
    [true, 0.5, -0.736, 0.46, -1.4, -0.81, 0.14, 0.369, 0.167],
    [true, 1, -0.9, 0.397, -1.61, -0.9, -0.2, 0.205, 0.069],
  ] as const)('stage %s, %d m', (fromStage, sizeM, mean, sd, p5, p50, p95, meanRatio, high) => {
    const next = streamOf(keyOf(`chi ${fromStage} ${sizeM}`));
    const n = 100_000;
    const chi = Float64Array.from({ length: n }, () =>
      fragmentChi(sizeM, Math.log10(sizeM), fromStage, next(), next(), normal(next)),
    ).sort();
    const average = chi.reduce((a, b) => a + b, 0) / n;
    const variance = chi.reduce((a, b) => a + (b - average) ** 2, 0) / n;
    expect(Math.abs(average - mean)).toBeLessThan(0.006);
    expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThan(0.005);
    for (const [share, value] of [
      [0.05, p5],
      [0.5, p50],
      [0.95, p95],
    ] as const)
      expect(Math.abs(chi[Math.floor(share * n)]! - value)).toBeLessThan(0.02);
    expect(Math.abs(chi.reduce((a, b) => a + 10 ** b, 0) / n / meanRatio - 1)).toBeLessThan(0.04);
    expect(Math.abs(chi.filter((x) => x > Math.log10(0.5)).length / n - high)).toBeLessThan(0.004);
  });
});

test('kicks after a collision: 9, 108, 791 m/s at the 5th, 50th and 95th percentile', () => {
  const source = { massKg: 900, sizeM: 2, fromStage: false };
  const cloud = sampleFragments(
    {
      kind: 'collision',
      count: 100_000,
      minSizeM: 0.1,
      maxSizeM: 1.5,
      sources: [source],
      dvScale: 1,
      floorMs: 0,
      maxKickKms: 9,
    },
    streamOf(keyOf('kicks')),
  );
  const speeds = cloud.kickX.map((x, i) => 1000 * Math.hypot(x, cloud.kickY[i]!, cloud.kickZ[i]!)).sort();
  for (const [share, value] of [
    [0.05, 9],
    [0.5, 108],
    [0.95, 791],
  ] as const)
    expect(Math.abs(speeds[Math.floor(share * 1e5)]! / value - 1)).toBeLessThan(0.06);
});

test('no kick is faster than 1.3 of the closing speed, nor than 3 km/s', () => {
  for (const [closingKms, mostKms] of [
    [1, 1.3],
    [10, 3],
  ] as const) {
    const kicks = Array.from({ length: 20 }, (_, n) => {
      const { fragments } = cloudOf(
        intercept(satellite(800, 900), n, 100, closingKms),
        closingKms,
        keyOf('cap'),
        MODEL,
      );
      return Array.from(fragments.kickX, (x, i) => Math.hypot(x, fragments.kickY[i]!, fragments.kickZ[i]!));
    }).flat();
    // Momentum is closed after the cap: some metres a second.
    expect(Math.max(...kicks)).toBeLessThan(mostKms + 0.1);
    expect(Math.max(...kicks)).toBeGreaterThan(mostKms - 0.1);
  }
});

test('what the law leaves of a body is two to eight pieces, each number as likely', () => {
  const burst: BreakUpSpec = { kind: 'explosion', breakupId: 1, target: satellite(800, 900), scaleS: 1e-3, month: 0 };
  const seen = new Array<number>(10).fill(0);
  for (let n = 0; n < 700; n++) {
    const { fragments, drawn } = cloudOf(burst, 0, keyOf(`large ${n}`), MODEL);
    expect(drawn).toBe(0);
    seen[fragments.count] = seen[fragments.count]! + 1;
  }
  expect(Math.min(...seen.slice(2, 9))).toBeGreaterThan(60);
  // All in one where the smallest would be too small for a row.
  expect(seen[1]).toBeLessThan(30);
  expect(seen[0]! + seen[9]!).toBe(0);
});

test('dvScale acts on every kick alike, those of the large pieces too, before momentum is closed', () => {
  const burst: BreakUpSpec = { kind: 'explosion', breakupId: 1, target: satellite(800, 900), scaleS: 1, month: 0 };
  const [whole, half] = [1, 0.5].map((dvScale) => cloudOf(burst, 0, keyOf('dv'), { ...MODEL, dvScale }).fragments);
  expect(half!.count).toBe(whole!.count);
  for (let i = 0; i < whole!.count; i++) expect(half!.kickX[i]! / whole!.kickX[i]!).toBeCloseTo(0.5, 6);
});

test('momentum is closed by the large pieces: the kicks of an explosion are those of its law', () => {
  for (const kind of [STAGE, PAYLOAD]) {
    let off = 0;
    let count = 0;
    for (let n = 0; n < 20; n++) {
      const target = { ...satellite(800, 1400), kind };
      const burst: BreakUpSpec = { kind: 'explosion', breakupId: n, target, scaleS: 1, month: 0 };
      const { fragments } = cloudOf(burst, 0, keyOf(`law ${n}`));
      const { dvScale } = scalesOf(burst, PLAY_TUNING);
      for (let i = 0; i < fragments.count; i++) {
        const ms = 1000 * Math.hypot(fragments.kickX[i]!, fragments.kickY[i]!, fragments.kickZ[i]!);
        off += Math.log10(ms) - (0.2 * fragments.chi[i]! + 1.85 + Math.log10(dvScale));
        count++;
      }
    }
    expect(count).toBeGreaterThan(3000);
    expect(Math.abs(off / count)).toBeLessThan(0.02);
  }
});

test('stages and payloads burst with scales of their own, collisions with others for dense pieces than for light ones', () => {
  const target = satellite(800, 1400);
  const burst = (kind: number): BreakUpSpec => ({
    kind: 'explosion',
    breakupId: 1,
    target: { ...target, kind },
    scaleS: 1,
    month: 0,
  });
  expect(scalesOf(burst(STAGE), PLAY_TUNING)).not.toEqual(scalesOf(burst(PAYLOAD), PLAY_TUNING));
  expect(scalesOf(intercept(target), PLAY_TUNING)).toBe(PLAY_TUNING);
  const factors = [-2, -1.15, 0].map((chi) => ballisticFactor(PLAY_TUNING, chi));
  expect(factors[0]).toBe(PLAY_TUNING.denseAmScale);
  expect(factors[1]).toBeCloseTo((PLAY_TUNING.denseAmScale! + PLAY_TUNING.amScale) / 2, 9);
  expect(factors[2]).toBe(PLAY_TUNING.amScale);
  expect(ballisticFactor(MODEL, -2)).toBe(1);
});

test('pieces of 1-10 cm by the number law: those of 1 cm and more less those of 10 cm and more', () => {
  const { smallCount } = breakUp(intercept(satellite(800, 880)), keyOf('small'));
  expect(smallCount).toBeCloseTo(43_220 - 843, -2);
});

describe('conservation', () => {
  const anySpec = fc.record({
    altitudeKm: fc.double({ min: 300, max: 1500, noNaN: true }),
    massKg: fc.double({ min: 50, max: 8000, noNaN: true }),
    projectileKg: fc.double({ min: 0.001, max: 2000, noNaN: true }),
    speedKms: fc.double({ min: 1, max: 15, noNaN: true }),
    stage: fc.boolean(),
    seed: fc.integer({ min: 0, max: 1e6 }),
  });

  test('each body keeps its mass and momentum', () => {
    fc.assert(
      fc.property(anySpec, ({ altitudeKm, massKg, projectileKg, speedKms, stage, seed }) => {
        const target = satellite(altitudeKm, massKg, { kind: stage ? STAGE : PAYLOAD });
        const { fragments, catastrophic } = cloudOf(
          intercept(target, seed, projectileKg, speedKms),
          speedKms,
          keyOf('conservation'),
        );
        const bodies = catastrophic ? [massKg, projectileKg] : [massKg + projectileKg];
        bodies.forEach((body, p) => {
          let mass = 0;
          const momentum = [0, 0, 0];
          for (let i = 0; i < fragments.count; i++) {
            if (fragments.parent[i] !== p) continue;
            const m = fragments.massKg[i]!;
            mass += m;
            [fragments.kickX, fragments.kickY, fragments.kickZ].forEach((kick, axis) => {
              momentum[axis]! += m * kick[i]!;
            });
          }
          // What would make a piece of less than 10 cm, about 0.3 kg, is not closed.
          if (body > 30) expect(Math.abs(mass / body - 1)).toBeLessThan(0.01);
          for (const component of momentum) expect(Math.abs(component)).toBeLessThan(1e-9 * Math.max(1, mass));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('mass in orbit never grows', () => {
    fc.assert(
      fc.property(anySpec, ({ altitudeKm, massKg, projectileKg, speedKms, seed }) => {
        const { rows } = breakUp(intercept(satellite(altitudeKm, massKg), seed, projectileKg, speedKms), keyOf('grow'));
        const mass = rows.reduce((sum, row) => sum + row.massKg, 0);
        expect(mass).toBeLessThanOrEqual((massKg + projectileKg) * (1 + 1e-9));
      }),
      { numRuns: 40 },
    );
  });
});

describe('rows', () => {
  test('same specification and key, same rows; another key, others', () => {
    const spec = intercept(satellite(850, 900));
    expect(breakUp(spec, keyOf('a'))).toEqual(breakUp(spec, keyOf('a')));
    expect(breakUp(spec, keyOf('b')).rows).not.toEqual(breakUp(spec, keyOf('a')).rows);
  });

  test('scales: the first changes the ballistic ratio only', () => {
    const spec = intercept(satellite(850, 900));
    const plain = breakUp(spec, keyOf('a'), MODEL);
    const heavy = breakUp(spec, keyOf('a'), { ...MODEL, amScale: 2, denseAmScale: 2 });
    expect(heavy.rows).toEqual(plain.rows.map((row) => ({ ...row, areaToMassM2Kg: 2 * row.areaToMassM2Kg })));
    for (const row of plain.rows) expect(row.areaToMassM2Kg).toBeCloseTo(row.areaM2 / row.massKg, 9);
  });

  test('pedigree: causal ids, parent, break-up and birth', () => {
    const { rows } = breakUp(intercept(satellite(850, 900)), keyOf('a'));
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row).toMatchObject({ breakupId: 77, birthMonth: 3, flags: 0 });
      expect([4711, 0]).toContain(row.parentId);
      expect(perigeeAltitudeKm(row.semiMajorAxisKm, row.eccentricity)).toBeGreaterThanOrEqual(120);
    }
  });

  test('a small hit leaves the target, lighter, slower and dead', () => {
    const target = satellite(850, 900);
    const hit = breakUp(intercept(target, 5, 0.1, 10), keyOf('a'));
    expect(hit).toMatchObject({ catastrophic: false, massKg: expect.closeTo(10, 6) });
    const remnant = hit.rows.find((row) => row.id === target.id)!;
    expect(remnant.massKg).toBeGreaterThan(885);
    expect(remnant.massKg).toBeLessThan(900.1);
    expect(remnant.flags & ACTIVE).toBe(0);
    // The same area on less mass.
    expect(remnant.areaToMassM2Kg / target.areaToMassM2Kg).toBeCloseTo(900 / remnant.massKg, 9);
    expect(Math.abs(remnant.semiMajorAxisKm - target.semiMajorAxisKm)).toBeLessThan(30);
  });

  test('two objects that meet: pieces in proportion to the masses, each flying with its own body', () => {
    const first = satellite(790, 900, { inclinationRad: 1.29, argPerigeeRad: 0, meanAnomalyRad: 0 });
    const second = { ...first, id: 24_946, massKg: 560, inclinationRad: 1.508 };
    const spec: BreakUpSpec = { kind: 'collision', breakupId: 9, target: first, projectile: { row: second }, month: 0 };
    const { rows, speedKms, catastrophic } = breakUp(spec, keyOf('meeting'));
    expect(catastrophic).toBe(true);
    expect(speedKms).toBeCloseTo(encounterOf(spec).speedKms, 9);
    const of = (id: number) => rows.filter((row) => row.parentId === id);
    expect(of(first.id).length / of(second.id).length).toBeGreaterThan(1.2);
    expect(of(first.id).length / of(second.id).length).toBeLessThan(2.2);
    const meanInclination = (id: number) => of(id).reduce((sum, row) => sum + row.inclinationRad, 0) / of(id).length;
    for (const body of [first, second])
      expect(Math.abs(meanInclination(body.id) - body.inclinationRad)).toBeLessThan(0.01);
  });
});

describe.each([
  ['as played', PLAY_TUNING],
  ['amScale 2, dvScale 0.5, no push', { ...PLAY_TUNING, amScale: 2, dvScale: 0.5, pushMs: 0 }],
])('twenty strikes, F10.7 = 145, %s', (_name, tuning) => {
  const strikes = (altitudeKm: number, massKg: number) => {
    const sum = { drawn: 0, closed: 0, rows: 0, up: 0 };
    for (let seed = 0; seed < 20; seed++) {
      const result = breakUp(intercept(satellite(altitudeKm, massKg), seed), keyOf(`strike ${seed}`), tuning);
      sum.drawn += result.drawn / 20;
      sum.closed += result.countBySize[0]!.count / 20;
      sum.rows += result.rows.length / 20;
      const sky = fromRows(result.rows, HEAD);
      const down = new Set<number>();
      for (let month = 0; month < 12; month++) for (const i of decayOrbits(sky, 30.4375, 145)) down.add(i);
      sum.up += (sky.count - down.size) / 20;
    }
    return sum;
  };

  test('850 km, 900 kg: counts by the law, 83-93 % up after a year', () => {
    const { drawn, closed, rows, up } = strikes(850, 900);
    const law = expectedCounts('collision', 920, 0.1);
    expect(Math.abs(drawn / law - 1)).toBeLessThan(0.05);
    expect(Math.abs(closed / law - 1)).toBeLessThan(0.2);
    expect(up / rows).toBeGreaterThan(0.83);
    expect(up / rows).toBeLessThan(0.93);
  });

  test('280 km, 740 kg: under 2 % up after a year', () => {
    const { closed, up } = strikes(280, 740);
    expect(closed).toBeGreaterThan(500);
    expect(up / closed).toBeLessThan(0.02);
  });
});
