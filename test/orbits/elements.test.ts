import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apogeeAltitudeKm,
  circularSpeedKms,
  EARTH_RADIUS_KM,
  type Elements,
  elementsOf,
  meanMotionRadS,
  perigeeAltitudeKm,
  periodMinutes,
  regimeOf,
  semiMajorAxisOfMotionKm,
  solveKepler,
  stateOf,
  wrapAngle,
  wrapSigned,
} from '../../shared/orbits/table/elements.ts';

const angle = fc.double({ min: 0, max: 6.28, noNaN: true });
const orbits: fc.Arbitrary<Elements> = fc.record({
  semiMajorAxisKm: fc.double({ min: 6600, max: 45000, noNaN: true }),
  eccentricity: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.95, noNaN: true })),
  inclinationRad: fc.oneof(fc.constant(0), fc.constant(Math.PI), fc.double({ min: 0, max: Math.PI, noNaN: true })),
  raanRad: angle,
  argPerigeeRad: angle,
  meanAnomalyRad: angle,
});
const distance = (p: readonly number[], q: readonly number[]) =>
  Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!, p[2]! - q[2]!);

describe('states and elements', () => {
  it('elements of a state give the same state, for every bound orbit', () => {
    fc.assert(
      fc.property(orbits, (el) => {
        const state = stateOf(el);
        const again = elementsOf(state.rKm, state.vKms)!;
        const back = stateOf(again);
        // Scaled by the speed-up near Earth's centre of the most elongated orbits.
        const slack = 1e-5 / (1 - el.eccentricity);
        expect(distance(state.rKm, back.rKm)).toBeLessThan(slack);
        expect(distance(state.vKms, back.vKms)).toBeLessThan(slack / 1000);
        expect(again.semiMajorAxisKm).toBeCloseTo(el.semiMajorAxisKm, 5);
        expect(again.eccentricity).toBeCloseTo(el.eccentricity, 9);
        expect(again.inclinationRad).toBeCloseTo(el.inclinationRad, 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('energy and angular momentum are those of the orbit', () => {
    fc.assert(
      fc.property(orbits, (el) => {
        const { rKm, vKms } = stateOf(el);
        const speed2 = vKms[0] ** 2 + vKms[1] ** 2 + vKms[2] ** 2;
        // Vis-viva: v^2 = mu (2 / r - 1 / a).
        expect(speed2 / (398600.4418 * (2 / Math.hypot(...rKm) - 1 / el.semiMajorAxisKm))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('a published example: Vallado, example 2-5', () => {
    const el = elementsOf([6524.834, 6862.875, 6448.296], [4.901327, 5.533756, -1.976341])!;
    const degree = Math.PI / 180;
    expect(el.semiMajorAxisKm).toBeCloseTo(36127.343, 0);
    expect(el.eccentricity).toBeCloseTo(0.832853, 5);
    expect(el.inclinationRad / degree).toBeCloseTo(87.87, 2);
    expect(el.raanRad / degree).toBeCloseTo(227.898, 2);
    expect(el.argPerigeeRad / degree).toBeCloseTo(53.38, 2);
  });

  it('an unbound state has no elements', () => {
    expect(elementsOf([7000, 0, 0], [0, 10.7, 0])).toBeNull();
    expect(elementsOf([7000, 0, 0], [0, 10.6, 0])).not.toBeNull();
    expect(elementsOf([7000, 0, 0], [1, 0, 0])).toBeNull();
  });
});

describe('small conversions', () => {
  it("solves Kepler's equation", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (m, e) => {
          const anomaly = solveKepler(m, e);
          expect(Math.abs(wrapSigned(anomaly - e * Math.sin(anomaly) - m))).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('wraps angles', () => {
    expect(wrapAngle(-1e-20)).toBe(0);
    expect(wrapAngle(7)).toBeCloseTo(7 - 2 * Math.PI, 12);
    expect(wrapSigned(3.5)).toBeCloseTo(3.5 - 2 * Math.PI, 12);
  });

  it('periods, speeds and altitudes of known orbits', () => {
    expect(periodMinutes(42164.17)).toBeCloseTo(1436.07, 1);
    expect(circularSpeedKms(400)).toBeCloseTo(7.669, 2);
    expect(perigeeAltitudeKm(7000, 0.01)).toBeCloseTo(7000 * 0.99 - EARTH_RADIUS_KM, 9);
    expect(apogeeAltitudeKm(7000, 0.01)).toBeCloseTo(7000 * 1.01 - EARTH_RADIUS_KM, 9);
    expect(semiMajorAxisOfMotionKm(meanMotionRadS(7123))).toBeCloseTo(7123, 8);
  });

  it('regimes', () => {
    const low = EARTH_RADIUS_KM;
    expect(regimeOf(low + 550, 0.001)).toBe('leo');
    expect(regimeOf(26560, 0.01)).toBe('meo');
    expect(regimeOf(42164, 0.0003)).toBe('geo');
    expect(regimeOf(26560, 0.72)).toBe('heo');
    expect(regimeOf(24500, 0.73)).toBe('heo');
  });
});
