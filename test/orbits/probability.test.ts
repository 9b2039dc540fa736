import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRIMARY, SECONDARY } from '../../server/validation/probability.ts';
import {
  alfriendAkellaProbability,
  chanProbability,
  type Encounter,
  encounterPlane,
  fosterProbability,
  maximumProbability,
  squareProbability,
  type UncertainState,
} from '../../shared/orbits/risk/probability.ts';

const ROUND = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;
const NONE = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
] as const;

/** NASA CARA's "Omitron case 1" (CARA_Analysis_Tools, Pc2D_Foster_UnitTest). */
const HARD_BODY_KM = 0.02;

function encounterOf(a: UncertainState, b: UncertainState): Encounter {
  const encounter = encounterPlane(a, b);
  if (typeof encounter === 'string') throw new Error(encounter);
  return encounter;
}

describe('the published vector', () => {
  const encounter = encounterOf(PRIMARY, SECONDARY);

  test('its encounter plane', () => {
    expect(encounter.speedKms).toBeCloseTo(14.4659, 4);
    expect(Math.hypot(...encounter.missKm)).toBeCloseTo(4.5932, 4);
    expect(encounter.sigmaKm[0]).toBeCloseTo(0.80812, 5);
    expect(encounter.sigmaKm[1]).toBeCloseTo(3.39821, 5);
    expect(encounter.distance2).toBeCloseTo(1.97996, 5);
  });

  test.each([
    ['Foster, circle', fosterProbability, 2.7060157349e-5],
    ['Foster, square', squareProbability, 3.44534649704e-5],
    ['Alfriend-Akella', alfriendAkellaProbability, 2.70619e-5],
    ['Chan', chanProbability, 2.70619e-5],
    ['maximum', maximumProbability, 2.70632e-5],
  ] as const)('%s to 1 in 1,000', (_, probability, expected) => {
    expect(Math.abs(probability(encounter, HARD_BODY_KM) / expected - 1)).toBeLessThan(1e-3);
  });

  test('the square to the digits of its input; Foster to the second order of R, where the published value stops at 3e-6', () => {
    expect(Math.abs(squareProbability(encounter, HARD_BODY_KM) / 3.44534649704e-5 - 1)).toBeLessThan(1e-7);
    const [sx, sy] = encounter.sigmaKm;
    const [mx, my] = encounter.missKm;
    const curvature = (mx / sx ** 2) ** 2 - 1 / sx ** 2 + (my / sy ** 2) ** 2 - 1 / sy ** 2;
    const expanded = alfriendAkellaProbability(encounter, HARD_BODY_KM) * (1 + (HARD_BODY_KM ** 2 / 8) * curvature);
    expect(Math.abs(fosterProbability(encounter, HARD_BODY_KM) / expanded - 1)).toBeLessThan(1e-8);
  });
});

/** Encounters from grazing to hopeless, with circles from a hundredth of a sigma to ten. */
const encounters = fc
  .record({
    small: fc.double({ min: 0.01, max: 5, noNaN: true }),
    ratio: fc.double({ min: 1, max: 20, noNaN: true }),
    across: fc.double({ min: 0, max: 6, noNaN: true }),
    along: fc.double({ min: 0, max: 6, noNaN: true }),
    hardBody: fc.double({ min: 0.01, max: 10, noNaN: true }),
  })
  .map(({ small, ratio, across, along, hardBody }) => ({
    encounter: {
      sigmaKm: [small, small * ratio],
      missKm: [across * small, along * small * ratio],
      speedKms: 10,
      distance2: across ** 2 + along ** 2,
    } satisfies Encounter,
    hardBodyKm: hardBody * small,
  }));

const METHODS = [fosterProbability, squareProbability, alfriendAkellaProbability, chanProbability, maximumProbability];

describe('laws', () => {
  test('every probability lies in 0..1 and grows with the bodies', () => {
    fc.assert(
      fc.property(encounters, ({ encounter, hardBodyKm }) => {
        for (const probability of METHODS) {
          const value = probability(encounter, hardBodyKm);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(probability(encounter, 1.1 * hardBodyKm)).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        }
      }),
    );
  });

  test('the maximum is an upper bound of Alfriend-Akella, and of Foster taken at the nearest point of the circle', () => {
    fc.assert(
      fc.property(encounters, fc.double({ min: 0.05, max: 20, noNaN: true }), ({ encounter, hardBodyKm }, scale) => {
        const most = maximumProbability(encounter, hardBodyKm);
        const { sigmaKm, distance2 } = encounter;
        const scaled: Encounter = {
          ...encounter,
          sigmaKm: [sigmaKm[0] * scale, sigmaKm[1] * scale],
          distance2: distance2 / scale ** 2,
        };
        expect(alfriendAkellaProbability(scaled, hardBodyKm)).toBeLessThanOrEqual(most * (1 + 1e-12));
        const nearest = Math.sqrt(distance2) - hardBodyKm / sigmaKm[0];
        if (nearest > 0)
          expect(fosterProbability(scaled, hardBodyKm)).toBeLessThanOrEqual((most * distance2) / nearest ** 2 + 1e-12);
      }),
    );
  });

  test('Foster against a sum over a fine grid of points', () => {
    fc.assert(
      fc.property(encounters, ({ encounter, hardBodyKm }) => {
        const [sx, sy] = encounter.sigmaKm;
        const [mx, my] = encounter.missKm;
        const n = 800;
        const cell = (2 * hardBodyKm) / n;
        let sum = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            const x = -hardBodyKm + (i + 0.5) * cell;
            const y = -hardBodyKm + (j + 0.5) * cell;
            if (x * x + y * y <= hardBodyKm ** 2) sum += Math.exp(-0.5 * (((x - mx) / sx) ** 2 + ((y - my) / sy) ** 2));
          }
        const expected = (sum * cell * cell) / (2 * Math.PI * sx * sy);
        const found = fosterProbability(encounter, hardBodyKm);
        if (expected > 1e-12) expect(Math.abs(found / expected - 1)).toBeLessThan(0.02);
      }),
      { numRuns: 20 },
    );
  });

  test('all agree for small bodies; Chan is exact for round covariances', () => {
    fc.assert(
      fc.property(encounters, ({ encounter }) => {
        const tiny = 1e-4 * encounter.sigmaKm[0];
        const foster = fosterProbability(encounter, tiny);
        expect(Math.abs(alfriendAkellaProbability(encounter, tiny) / foster - 1)).toBeLessThan(1e-6);
        expect(Math.abs(chanProbability(encounter, tiny) / foster - 1)).toBeLessThan(1e-6);
        const [s] = encounter.sigmaKm;
        const [mx, my] = [encounter.missKm[0], encounter.missKm[1] * (s / encounter.sigmaKm[1])];
        const round: Encounter = { ...encounter, sigmaKm: [s, s], missKm: [mx, my] };
        expect(Math.abs(chanProbability(round, 0.7 * s) / fosterProbability(round, 0.7 * s) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('a circle of many sigmas: the direction of the miss does not matter where the covariance is round', () => {
    for (const hardBodyKm of [3, 30, 300, 3000])
      for (const beyond of [-1, 0, 1, 3]) {
        const at = (angle: number): number => {
          const missKm = [(hardBodyKm + beyond) * Math.cos(angle), (hardBodyKm + beyond) * Math.sin(angle)] as const;
          const round: Encounter = { sigmaKm: [1, 1], missKm, speedKms: 10, distance2: (hardBodyKm + beyond) ** 2 };
          return fosterProbability(round, hardBodyKm);
        };
        for (const angle of [0.3, Math.PI / 4, 1.2, Math.PI / 2])
          expect(Math.abs(at(angle) / at(0) - 1)).toBeLessThan(1e-10);
      }
  });

  test('the two bodies may change places, and the axes may be turned', () => {
    const there = encounterOf(PRIMARY, SECONDARY);
    const back = encounterOf(SECONDARY, PRIMARY);
    expect(fosterProbability(back, HARD_BODY_KM)).toBeCloseTo(fosterProbability(there, HARD_BODY_KM), 15);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), (angle) => {
        const turned = encounterOf(turn(PRIMARY, angle), turn(SECONDARY, angle));
        expect(Math.abs(turned.distance2 / there.distance2 - 1)).toBeLessThan(1e-9);
        expect(Math.abs(fosterProbability(turned, 0.02) / fosterProbability(there, 0.02) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('head-on without a miss distance; no relative speed; no covariance', () => {
    const still: UncertainState = { ...PRIMARY, vKms: [7, 0, 0], covarianceKm2: ROUND };
    const straight = encounterOf(still, { ...still, vKms: [-7, 0, 0] });
    expect(straight.distance2).toBe(0);
    expect(fosterProbability(straight, 1)).toBeCloseTo(1 - Math.exp(-1 / 4), 12);
    expect(encounterPlane(still, still)).toBe('no-relative-speed');
    const sharp = { ...still, covarianceKm2: NONE };
    expect(encounterPlane(sharp, { ...sharp, vKms: [0, 7, 0] })).toBe('covariance-not-positive');
  });
});

/** A state turned about the z axis. */
function turn(body: UncertainState, angle: number): UncertainState {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const rows = [
    [c, -s, 0],
    [s, c, 0],
    [0, 0, 1],
  ];
  const times = (v: readonly number[]) => rows.map((row) => row.reduce((sum, x, k) => sum + x * v[k]!, 0));
  const half = rows.map((row) =>
    [0, 1, 2].map((k) => row.reduce((sum, x, l) => sum + x * body.covarianceKm2[l]![k]!, 0)),
  );
  const whole = half.map((row) => times(row));
  return { rKm: times(body.rKm), vKms: times(body.vKms), covarianceKm2: whole } as unknown as UncertainState;
}
