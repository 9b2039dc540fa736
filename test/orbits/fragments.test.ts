/** The laws of one fragment, and what becomes of it in orbit, number by number. */
import { describe, expect, test } from 'vitest';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { cloudElements, cloudOrbits, encounterOf } from '../../shared/orbits/breakup/encounter.ts';
import {
  ejectionSpeedKms,
  emptyFragments,
  fragmentAreaM2,
  fragmentChi,
  sampleFragments,
} from '../../shared/orbits/breakup/fragments.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { keyOf, streamOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2 } from '../../shared/orbits/table/elements.ts';
import { NO_ROW, PAYLOAD, type Row } from '../../shared/orbits/table/population.ts';

const target: Row = {
  ...NO_ROW,
  id: 5,
  semiMajorAxisKm: EARTH_RADIUS_KM + 800,
  eccentricity: 1e-3,
  inclinationRad: 1.4,
  raanRad: 1,
  argPerigeeRad: 2,
  meanAnomalyRad: 0.7,
  massKg: 900,
  sizeM: 2.2,
  kind: PAYLOAD,
};
const hitBy = (massKg: number, speedKms: number): BreakUpSpec => ({
  kind: 'collision',
  breakupId: 9,
  target,
  projectile: { massKg, speedKms },
  month: 0,
});

describe('below 8 cm one normal law for all parents', () => {
  test.each([
    [0.0001, -0.3, 0.2],
    [0.001, -0.3, 0.26665],
    [0.01, -0.3, 0.39995],
    [0.03, -0.61797, 0.46355],
    [0.05, -0.92856, 0.49312],
    [0.07, -1, 0.5126],
  ])('%d m: mean %d, deviation %d', (sizeM, mean, deviation) => {
    for (const fromStage of [false, true]) {
      const chi = (z: number): number => fragmentChi(sizeM, Math.log10(sizeM), fromStage, 0.5, 0.5, z);
      expect(chi(0)).toBeCloseTo(mean, 4);
      expect(chi(1) - chi(0)).toBeCloseTo(deviation, 4);
    }
  });

  test('from 8 to 11 cm the large law takes over in proportion', () => {
    const lambda = Math.log10(0.095);
    const chi = (uBridge: number): number => fragmentChi(0.095, lambda, true, uBridge, 0, 0);
    expect(chi(0.51)).toBeCloseTo(-1, 9);
    expect(chi(0.49)).toBeCloseTo(-0.45, 9);
  });
});

test('area: 0.540424 Lc^2 below 1.67 mm, 0.556945 Lc^2.0047077 from there', () => {
  expect(fragmentAreaM2(1e-3)).toBeCloseTo(5.40424e-7, 12);
  expect(fragmentAreaM2(0.1)).toBeCloseTo(0.00550941, 7);
  expect(fragmentAreaM2(1)).toBeCloseTo(0.556945, 9);
});

test('speed of a piece of A/M 0.1 m2/kg: 100 m/s after a collision, 44.7 m/s after an explosion, a factor 2.5 either way', () => {
  const collision = { kind: 'collision', scale: 1, floorMs: 0 } as const;
  const explosion = { kind: 'explosion', scale: 1, floorMs: 0 } as const;
  expect(ejectionSpeedKms(collision, -1, 0)).toBeCloseTo(0.1, 9);
  expect(ejectionSpeedKms(explosion, -1, 0)).toBeCloseTo(0.0447, 4);
  expect(ejectionSpeedKms(explosion, 0, 0)).toBeCloseTo(0.0708, 4);
  expect(ejectionSpeedKms(collision, -1, 1) / ejectionSpeedKms(collision, -1, 0)).toBeCloseTo(10 ** 0.4, 9);
  // A floor is felt by dense pieces, hardly by light ones.
  expect(ejectionSpeedKms({ ...collision, floorMs: 48 }, -2.5, 0)).toBeCloseTo(0.0482, 4);
  expect(ejectionSpeedKms({ ...collision, floorMs: 48 }, 0, 0)).toBeCloseTo(ejectionSpeedKms(collision, 0, 0), 2);
});

describe('the sampler draws by these laws', () => {
  const source = { massKg: 900, sizeM: 2, fromStage: false };
  const N = 100_000;

  test.each([
    ['collision', 1.71, 0.9, 2.9],
    ['explosion', 1.6, 0.2, 1.85],
  ] as const)('%s: sizes fall as the power %d, speeds go with A/M', (kind, p, slope, offset) => {
    const of = {
      kind,
      count: N,
      minSizeM: 5e-4,
      maxSizeM: 1,
      sources: [source],
      dvScale: 1,
      floorMs: 0,
      maxKickKms: 1e9,
    };
    const { sizeM, chi, areaM2, massKg, kickX, kickY, kickZ } = sampleFragments(of, streamOf(keyOf(kind)));
    const above = sizeM.filter((size) => size >= 1e-3).length / N;
    expect(Math.abs(above - (1e-3 ** -p - 1) / (5e-4 ** -p - 1))).toBeLessThan(0.006);
    let sum = 0;
    let squares = 0;
    let withChi = 0;
    let off = 0;
    for (let i = 0; i < N; i++) {
      off = Math.max(off, Math.abs(areaM2[i]! / fragmentAreaM2(sizeM[i]!) - 1));
      off = Math.max(off, Math.abs((massKg[i]! * 10 ** chi[i]!) / areaM2[i]! - 1));
      const nu = Math.log10(1000 * Math.hypot(kickX[i]!, kickY[i]!, kickZ[i]!)) - slope * chi[i]! - offset;
      sum += nu / N;
      squares += (nu * nu) / N;
      withChi += (nu * (chi[i]! + 0.3)) / N;
    }
    expect(off).toBeLessThan(1e-9);
    expect(Math.abs(sum)).toBeLessThan(0.005);
    expect(Math.abs(Math.sqrt(squares) - 0.4)).toBeLessThan(0.005);
    expect(Math.abs(withChi)).toBeLessThan(0.005);
  });

  test('a small body gives no piece larger than itself, and no more than it weighs', () => {
    const small = { massKg: 5, sizeM: 0.3, fromStage: false };
    const of = {
      kind: 'collision',
      count: 5000,
      minSizeM: 0.05,
      maxSizeM: 1,
      dvScale: 1,
      floorMs: 0,
      maxKickKms: 3,
    } as const;
    const { sizeM, massKg, parent } = sampleFragments({ ...of, sources: [source, small] }, streamOf(keyOf('two')));
    const own = Array.from(parent.keys()).filter((i) => parent[i] === 1);
    expect(own.length).toBeGreaterThan(5);
    expect(Math.max(...own.map((i) => sizeM[i]!))).toBeLessThanOrEqual(0.3);
    expect(own.reduce((sum, i) => sum + massKg[i]!, 0)).toBeLessThanOrEqual(5);
  });

  test('kicks point everywhere alike', () => {
    const of = {
      kind: 'collision',
      count: N,
      minSizeM: 0.1,
      maxSizeM: 1,
      sources: [source],
      dvScale: 1,
      floorMs: 0,
    } as const;
    const { kickX, kickY, kickZ } = sampleFragments({ ...of, maxKickKms: 3 }, streamOf(keyOf('ways')));
    for (const kick of [kickX, kickY, kickZ]) {
      let mean = 0;
      let square = 0;
      for (let i = 0; i < N; i++) {
        const share = kick[i]! / Math.hypot(kickX[i]!, kickY[i]!, kickZ[i]!);
        mean += share / N;
        square += (share * share) / N;
      }
      expect(Math.abs(mean)).toBeLessThan(0.01);
      expect(Math.abs(square - 1 / 3)).toBeLessThan(0.005);
    }
  });
});

describe('in orbit', () => {
  const cloudOfOne = (kickKms: readonly number[], catastrophic = true) => {
    const fragments = emptyFragments(1);
    [fragments.kickX[0], fragments.kickY[0], fragments.kickZ[0]] = kickKms as [number, number, number];
    return { fragments, drawn: 1, catastrophic, energyJPerG: 0, massKg: 900, remnant: -1, lightness: [1] };
  };

  test('semi-major axis and eccentricity alone are those of the whole elements', () => {
    const spec = hitBy(20, 9.4);
    const encounter = encounterOf(spec);
    const cloud = cloudOf(spec, encounter.speedKms, keyOf('orbits'), PLAY_TUNING);
    const whole = cloudElements(spec, encounter, cloud);
    const short = cloudOrbits(spec, encounter, cloud);
    let compared = 0;
    for (let i = 0; i < cloud.fragments.count; i++) {
      expect(Number.isNaN(short[2 * i]!)).toBe(Number.isNaN(whole[6 * i]!));
      if (Number.isNaN(whole[6 * i]!)) continue;
      expect(short[2 * i]! / whole[6 * i]!).toBeCloseTo(1, 10);
      expect(short[2 * i + 1]).toBeCloseTo(whole[6 * i + 1]!, 10);
      compared++;
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('a piece at 0.98 of the escape speed is in orbit, one at 0.995 has left', () => {
    const spec = hitBy(20, 9.4);
    const encounter = encounterOf(spec);
    const v = [...encounter.vKms[0]!];
    const speed = Math.hypot(...v);
    const escapeKms = Math.sqrt((2 * MU_KM3_S2) / Math.hypot(...encounter.rKm));
    for (const axisOf of [cloudElements, cloudOrbits]) {
      const axisAt = (share: number): number =>
        axisOf(spec, encounter, cloudOfOne(v.map((x) => (x / speed) * (share * escapeKms - speed))))[0]!;
      expect(axisAt(0.98)).toBeGreaterThan(50_000);
      expect(axisAt(0.995)).toBeNaN();
    }
  });

  test('after a hit that does not shatter it a body flies on with the momentum of both', () => {
    const spec = hitBy(1, 10);
    const encounter = encounterOf(spec);
    const [a] = cloudElements(spec, encounter, cloudOfOne([0, 0, 0], false));
    // 1 kg head-on at 10 km/s takes 10/901 km/s off it; da = 2 a^2 v dv / mu.
    const speed = Math.hypot(...encounter.vKms[0]!);
    const lost = (2 * target.semiMajorAxisKm ** 2 * speed * (10 / 901)) / MU_KM3_S2;
    expect((target.semiMajorAxisKm - a!) / lost).toBeCloseTo(1, 2);
  });
});
