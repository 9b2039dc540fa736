import { describe, expect, it } from 'vitest';
import { driftAngles, secularRates } from '../../shared/orbits/motion/secular.ts';
import { EARTH_RADIUS_KM, meanMotionRadS, SECONDS_PER_DAY, wrapSigned } from '../../shared/orbits/table/elements.ts';
import { fromRows, NO_ROW } from '../../shared/orbits/table/population.ts';

const DEGREE = Math.PI / 180;
const perDay = (radS: number) => (radS * SECONDS_PER_DAY) / DEGREE;

describe('secular drift by J2', () => {
  // Altitude km, inclination deg, node and perigee in deg/day.
  it.each([
    [550, 53, -4.489, 3.024],
    [780, 86.4, -0.418, -3.261],
    [800, 98.6, 0.985, -2.926],
    [850, 98.7, 0.973, -2.848],
  ])('%d km, %d deg: node %d, perigee %d deg/day', (altitudeKm, inclinationDeg, node, perigee) => {
    const rates = secularRates(EARTH_RADIUS_KM + altitudeKm, 0, inclinationDeg * DEGREE);
    expect(perDay(rates.raanRadS)).toBeCloseTo(node, 3);
    // The reference truncates one of its values (3.0245).
    expect(Math.abs(perDay(rates.argPerigeeRadS) - perigee)).toBeLessThan(0.00055);
  });

  it('the perigee of a Molniya orbit stands still at the critical inclination', () => {
    const rates = secularRates(26600, 0.72, Math.asin(Math.sqrt(0.8)));
    expect(Math.abs(perDay(rates.argPerigeeRadS))).toBeLessThan(1e-10);
    expect(rates.meanAnomalyRadS / meanMotionRadS(26600)).toBeCloseTo(1, 3);
  });

  it('moves rows by their rates, wrapped, and only the rows asked for', () => {
    const row = { ...NO_ROW, semiMajorAxisKm: 7100, eccentricity: 0.02, inclinationRad: 1.7, raanRad: 6.2 };
    const sky = fromRows(
      [1, 2, 3].map((id) => ({ ...row, id })),
      { epochMonth: 0, owners: [''], fleets: [''] },
    );
    driftAngles(sky, 30, 1, 2);
    const rates = secularRates(7100, 0.02, 1.7);
    const seconds = 30 * SECONDS_PER_DAY;
    expect(wrapSigned(sky.raanRad[1]! - 6.2 - rates.raanRadS * seconds)).toBeCloseTo(0, 10);
    expect(wrapSigned(sky.argPerigeeRad[1]! - rates.argPerigeeRadS * seconds)).toBeCloseTo(0, 10);
    expect(wrapSigned(sky.meanAnomalyRad[1]! - rates.meanAnomalyRadS * seconds)).toBeCloseTo(0, 8);
    for (const name of ['raanRad', 'argPerigeeRad', 'meanAnomalyRad'] as const) {
      expect(sky[name][1]).toBeGreaterThanOrEqual(0);
      expect(sky[name][1]).toBeLessThan(2 * Math.PI);
      expect(sky[name][0]).toBe(row[name]);
      expect(sky[name][2]).toBe(row[name]);
    }
    driftAngles(sky, -30, 1, 2);
    expect(sky.raanRad[1]).toBeCloseTo(6.2, 10);
  });
});
