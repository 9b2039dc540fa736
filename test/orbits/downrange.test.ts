import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { lightnessOf } from '../../shared/orbits/breakup/downrange.ts';
import { encounterOf } from '../../shared/orbits/breakup/encounter.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { ballisticFactor, PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { bulkAreaToMass } from '../../shared/orbits/table/estimates.ts';
import { DEBRIS, NO_ROW, PAYLOAD, type Row, STAGE } from '../../shared/orbits/table/population.ts';

const body = (massKg: number, change: Partial<Row> = {}): Row => ({
  ...NO_ROW,
  id: 7,
  semiMajorAxisKm: EARTH_RADIUS_KM + 790,
  eccentricity: 1e-3,
  inclinationRad: 1.29,
  // So that no axis lies across its flight.
  raanRad: 1,
  massKg,
  areaM2: massKg * bulkAreaToMass(massKg),
  areaToMassM2Kg: bulkAreaToMass(massKg),
  sizeM: 2.5,
  kind: PAYLOAD,
  ...change,
});
const strike = (target: Row, massKg = 20): BreakUpSpec => ({
  kind: 'collision',
  breakupId: 3,
  target,
  projectile: { massKg, speedKms: 9.4 },
  month: 0,
});
const meeting: BreakUpSpec = {
  kind: 'collision',
  breakupId: 4,
  target: body(900),
  projectile: { row: body(560, { id: 8, inclinationRad: 2.9 }) },
  month: 0,
};
const TUNING = { ...PLAY_TUNING, minSizeM: 0.055 };

/** Mean speed (m/s) along the flight of body `parent`, of its pieces that `take` accepts, and of them the pushed alone. */
function alongMs(spec: BreakUpSpec, parent: number, pushMs: number, take: (sizeM: number, chi: number) => boolean) {
  const encounter = encounterOf(spec);
  const v = encounter.vKms[parent]!;
  const { fragments } = cloudOf(spec, encounter.speedKms, keyOf('push'), { ...TUNING, pushMs });
  let sum = 0;
  let count = 0;
  for (let i = 0; i < fragments.count; i++) {
    if (fragments.parent[i] !== parent || !take(fragments.sizeM[i]!, fragments.chi[i]!)) continue;
    count++;
    sum += fragments.kickX[i]! * v[0]! + fragments.kickY[i]! * v[1]! + fragments.kickZ[i]! * v[2]!;
  }
  return (1000 * sum) / (count * Math.hypot(...v));
}
const small = (sizeM: number, chi: number): boolean => sizeM < 0.1 && chi < -1.5;
const light = (sizeM: number, chi: number): boolean => sizeM < 0.1 && chi > -1;
const remains = (sizeM: number): boolean => sizeM >= 0.3;

describe('the push downrange', () => {
  const change = (spec: BreakUpSpec, parent: number, take: typeof small): number =>
    alongMs(spec, parent, 80, take) - alongMs(spec, parent, 0, take);

  test('a head-on strike: small dense pieces fly slower, light ones as before, the remains a little faster', () => {
    const spec = strike(body(900));
    // Mean 80 m/s x 0.1 m / size, over sizes of 5.5 to 10 cm.
    expect(change(spec, 0, small)).toBeGreaterThan(-145);
    expect(change(spec, 0, small)).toBeLessThan(-80);
    expect(change(spec, 0, light)).toBe(0);
    expect(change(spec, 0, remains)).toBeGreaterThan(2);
    expect(change(spec, 0, remains)).toBeLessThan(60);
  });

  test('pieces of 30 cm and more are remains: only they recoil, all alike', () => {
    const spec = strike(body(900));
    const [still, pushed] = [0, 80].map((pushMs) => cloudOf(spec, 9.4, keyOf('push'), { ...TUNING, pushMs }).fragments);
    const recoils = Array.from(still!.sizeM.keys())
      .filter((i) => still!.sizeM[i]! >= 0.3 && still!.parent[i] === 0)
      .map((i) => pushed!.kickY[i]! - still!.kickY[i]!);
    expect(recoils.length).toBeGreaterThan(20);
    expect(Math.max(...recoils) - Math.min(...recoils)).toBeLessThan(1e-12);
    const middle = Array.from(still!.sizeM.keys()).filter((i) => still!.sizeM[i]! >= 0.25 && still!.sizeM[i]! < 0.3);
    expect(middle.some((i) => pushed!.kickY[i] !== still!.kickY[i])).toBe(true);
  });

  test('two satellites that cross: both are pushed back, as each meets the other ahead', () => {
    expect(change(meeting, 0, small)).toBeLessThan(-30);
    expect(change(meeting, 1, small)).toBeLessThan(-30);
  });

  test('a body built light is pushed less, and fewer of its pieces are', () => {
    const twice = body(900, { areaToMassM2Kg: 1.4 * bulkAreaToMass(900) });
    expect(lightnessOf(twice)).toBeCloseTo(2, 9);
    const ratio =
      change(strike(twice), 0, (sizeM, chi) => sizeM < 0.1 && chi < -1.7) / change(strike(body(900)), 0, small);
    expect(ratio).toBeGreaterThan(0.35);
    expect(ratio).toBeLessThan(0.65);
    expect(change(strike(twice), 0, (sizeM, chi) => sizeM < 0.1 && chi > -1.64)).toBe(0);
  });

  test('each body keeps its momentum, whatever its mass and what hits it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 9000, noNaN: true }),
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        (massKg, projectileKg, pushMs) => {
          const spec = strike(body(massKg), projectileKg);
          const { fragments } = cloudOf(spec, 9.4, keyOf('momentum'), { ...TUNING, minSizeM: 0.1, pushMs });
          const sums = [new Float64Array(4), new Float64Array(4)];
          for (let i = 0; i < fragments.count; i++) {
            const sum = sums[fragments.parent[i]!]!;
            [fragments.kickX[i]!, fragments.kickY[i]!, fragments.kickZ[i]!].forEach((v, axis) => {
              sum[axis] = sum[axis]! + fragments.massKg[i]! * v;
              sum[3] = sum[3]! + fragments.massKg[i]! * Math.abs(v);
            });
          }
          for (const [x, y, z, moved] of sums) expect(Math.hypot(x!, y!, z!)).toBeLessThanOrEqual(1e-9 * moved!);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('an explosion pushes nothing', () => {
    const spec: BreakUpSpec = { kind: 'explosion', breakupId: 5, target: body(900), scaleS: 1, month: 0 };
    expect(cloudOf(spec, 0, keyOf('x'), TUNING).fragments).toEqual(
      cloudOf(spec, 0, keyOf('x'), { ...TUNING, pushMs: 0 }).fragments,
    );
  });
});

describe('how light a body is built', () => {
  test.each([
    ['the class of Cosmos 2251', 900, 0.0075, 0.93],
    ['Iridium satellites', 560, 0.0142, 1.66],
    ['Fengyun-1', 880, 0.0083, 1.02],
  ])('%s', (_, massKg, areaToMassM2Kg, lightness) => {
    expect(lightnessOf(body(massKg, { areaToMassM2Kg }))).toBeCloseTo(lightness, 2);
    expect(lightnessOf(body(massKg, { areaToMassM2Kg, kind: STAGE }))).toBeCloseTo(lightness, 2);
  });

  test('1 where nobody measured it and for debris; at most 2, at least a half', () => {
    expect(lightnessOf(body(900))).toBe(1);
    expect(lightnessOf(body(900, { areaToMassM2Kg: 0 }))).toBe(1);
    expect(lightnessOf(body(900, { areaToMassM2Kg: 0.02, kind: DEBRIS }))).toBe(1);
    expect(lightnessOf(body(900, { areaToMassM2Kg: 0.04 }))).toBe(2);
    expect(lightnessOf(body(900, { areaToMassM2Kg: 0.002 }))).toBe(0.5);
  });

  test('it multiplies the ballistic A/M of the pieces, on top of amScale, and those of the other body not at all', () => {
    const spec = { ...meeting, target: body(900, { areaToMassM2Kg: 0.0142 }) } as BreakUpSpec;
    const lightness = lightnessOf(spec.target);
    expect(lightness).toBeGreaterThan(1.7);
    const { rows } = breakUp(spec, keyOf('rows'));
    for (const row of rows) {
      const expected =
        ballisticFactor(PLAY_TUNING, Math.log10(row.areaM2 / row.massKg)) *
        (row.parentId === 7 ? lightness : 1) *
        (row.areaM2 / row.massKg);
      expect(row.areaToMassM2Kg / expected).toBeCloseTo(1, 6);
    }
    expect(new Set(rows.map((row) => row.parentId)).size).toBe(2);
  });
});
