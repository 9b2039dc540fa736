/** Re-entry windows: what they are made of, and that they behave. */
import { describe, expect, test } from 'vitest';
import { lifetimeYears } from '../../shared/orbits/motion/decay.ts';
import { SUN_RECORD } from '../../shared/orbits/motion/solar-record.ts';
import { type AirOfYear, reentryWindows, SUN_SPREAD } from '../../shared/orbits/motion/windows.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { spreadOfAreaToMass } from '../../shared/orbits/table/estimates.ts';
import { ACTIVE, fromRows, MANOEUVRABLE, NO_ROW } from '../../shared/orbits/table/population.ts';

test('the spread of the Sun is that of the five whole cycles of the record', () => {
  const { startYear, f107Sfu } = SUN_RECORD;
  /** Solar minima (smoothed sunspot numbers, SILSO). */
  const minima = [1964.8, 1976.2, 1986.7, 1996.6, 2008.96, 2019.96];
  const logs = minima.slice(1).map((end, n) => {
    const inCycle = f107Sfu.filter((_, k) => startYear + k / 12 >= minima[n]! && startYear + k / 12 < end);
    return Math.log(inCycle.reduce((sum, f107) => sum + f107 - 70, 0) / inCycle.length);
  });
  const mean = logs.reduce((a, b) => a + b) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
  expect(Math.abs(spread / SUN_SPREAD - 1)).toBeLessThan(0.05);
});

describe('windows', () => {
  const at = (altitudeKm: number, id: number, more = {}) => ({
    ...NO_ROW,
    id,
    semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
    eccentricity: 0.0005,
    inclinationRad: 0.9,
    areaToMassM2Kg: 0.01,
    ...more,
  });
  const skyOf = (...rows: ReturnType<typeof at>[]) => fromRows(rows, { epochMonth: 0, owners: [''], fleets: [''] });
  const air =
    (recorded: boolean): AirOfYear =>
    () => ({ f107: 130, recorded });

  test('the middle is the lifetime, to a step', () => {
    for (const altitudeKm of [300, 400, 450]) {
      const [window] = reentryWindows(skyOf(at(altitudeKm, 1)), [0], air(true), 2020, 20);
      const { semiMajorAxisKm, eccentricity } = at(altitudeKm, 1);
      const [perigee, apogee] = [1 - eccentricity, 1 + eccentricity].map((x) => semiMajorAxisKm * x - EARTH_RADIUS_KM);
      const years = lifetimeYears(perigee!, apogee!, 0.9, 0.01, () => ({ f107: 130 }), 20);
      expect(Math.abs(window![1] / years - 1)).toBeLessThan(0.03);
    }
  });

  test('less is known, wider they are: of the drag, of the Sun', () => {
    const width = (spread: number, recorded: boolean): number => {
      const [[p5, p50, p95]] = reentryWindows(skyOf(at(400, 1)), [spread], air(recorded), 2020, 20) as [
        [number, number, number],
      ];
      expect(p5).toBeLessThan(p50);
      expect(p50).toBeLessThan(p95);
      return Math.log(p95 / p5);
    };
    expect(width(0.5, true)).toBeGreaterThan(width(0, true) * 1.3);
    expect(width(0, false)).toBeGreaterThan(width(0, true) * 1.1);
    // In a constant air the time left goes as one over the drag: 2 x 1.645 sigma of 0.3.
    expect(Math.abs(width(0, true) / (2 * 1.6449 * 0.3) - 1)).toBeLessThan(0.1);
  });

  test('what works stays up until its mission ends; what is beyond the limit has no end', () => {
    const works = { flags: ACTIVE | MANOEUVRABLE, missionEndMonth: 24 };
    const [alone, working, high] = reentryWindows(
      skyOf(at(400, 1), at(400, 2, works), at(700, 3)),
      [0, 0, 0],
      air(true),
      2020,
      8,
    );
    expect(Math.abs(working![1] - 2 - alone![1])).toBeLessThan(0.1);
    expect(high![1]).toBe(Number.POSITIVE_INFINITY);
    expect(high![2]).toBe(Number.POSITIVE_INFINITY);
  });
});

test('a ratio that is read out of the noise is sure, one within it as unsure as what is usual', () => {
  const modelledOfUnit = 1e-3;
  expect(spreadOfAreaToMass({ published: 2e-5, modelledOfUnit, noise: 1e-6 }, 0.02, 0.9)).toBeCloseTo(0.05, 12);
  const lost = spreadOfAreaToMass({ published: 0, modelledOfUnit: 1e-9, noise: 1e-6 }, 0.02, 0.9);
  expect(Math.abs(lost / 0.9 - 1)).toBeLessThan(0.01);
  const between = spreadOfAreaToMass({ published: 5e-6, modelledOfUnit: 1e-4, noise: 1e-6 }, 0.04, 0.9);
  expect(between).toBeGreaterThan(0.1);
  expect(between).toBeLessThan(0.6);
});
