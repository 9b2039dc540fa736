import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DENSITY_FLUXES,
  DENSITY_TABLE,
  densityKgM3,
  densityProfile,
  drawCycle,
  f107At,
  PROFILE_FLOOR_KM,
  PROFILE_STEP_KM,
} from '../../shared/orbits/motion/atmosphere.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';

describe('density', () => {
  it('is the tabulated one at every node', () => {
    const file = new URL('../../shared/data/atmosphere-msis.json', import.meta.url);
    const table = JSON.parse(readFileSync(file, 'utf8')) as { H: number[]; T: Record<string, Record<string, number>> };
    expect(DENSITY_TABLE.map((row) => row[0])).toEqual(table.H);
    for (const altitudeKm of table.H)
      for (const flux of DENSITY_FLUXES)
        expect(densityKgM3(altitudeKm, flux) / table.T[altitudeKm]![flux]!).toBeCloseTo(1, 4);
  });

  it('is log-linear between nodes, in altitude and in flux', () => {
    const between = densityKgM3(525, 115);
    const corners = [
      [500, 100],
      [500, 130],
      [550, 100],
      [550, 130],
    ].map(([h, f]) => Math.log(densityKgM3(h!, f!)));
    expect(Math.log(between)).toBeCloseTo(corners.reduce((a, b) => a + b) / 4, 10);
  });

  it('falls with altitude and grows with activity, and activity is held within 50-260', () => {
    for (let h = 90; h < 1990; h += 7) {
      expect(densityKgM3(h + 1, 130)).toBeLessThan(densityKgM3(h, 130));
      expect(densityKgM3(h, 180)).toBeGreaterThan(densityKgM3(h, 120));
    }
    expect(densityKgM3(400, 20)).toBe(densityKgM3(400, 50));
    expect(densityKgM3(400, 900)).toBe(densityKgM3(400, 260));
    // The outer intervals of the table go on up to these limits.
    expect(densityKgM3(400, 65) / densityKgM3(400, 70)).toBeCloseTo((7.6043e-13 / 1.7563e-12) ** (5 / 30), 6);
    expect(densityKgM3(400, 260) / densityKgM3(400, 250)).toBeCloseTo((1.1355e-11 / 7.434e-12) ** (10 / 50), 6);
    // Below the table: scale height 20 km.
    expect(densityKgM3(130, 100) / densityKgM3(150, 100)).toBeCloseTo(Math.E, 10);
  });

  it('a profile is within 1e-4 of the density between its entries', () => {
    const profile = densityProfile(137);
    for (let h = 121.3; h < 1999; h += 3.7) {
      const place = (h - PROFILE_FLOOR_KM) / PROFILE_STEP_KM;
      const k = Math.floor(place);
      const linear = profile[k]! + (place - k) * (profile[k + 1]! - profile[k]!);
      expect(Math.abs(linear / densityKgM3(h, 137) - 1), `${h} km`).toBeLessThan(1e-4);
    }
  });
});

describe('the solar cycle', () => {
  const cycle = drawCycle(keyOf('one'), 2025.67);

  it('gives the observed monthly means where they are known', () => {
    const from2007 = drawCycle(keyOf('one'), 2007);
    for (const [year, month, mean] of [
      [2008, 7, 65.7],
      [2014, 2, 170.3],
      [2019, 12, 70.8],
      [2024, 8, 247],
    ] as const)
      expect(f107At((year - 2007) * 12 + month - 0.5, from2007)).toBeCloseTo(mean, 9);
  });

  it('has minima near the quiet Sun and maxima of 130 to 220 sfu, eleven years apart', () => {
    for (let seed = 0; seed < 50; seed++) {
      const sun = drawCycle(keyOf(`seed ${seed}`), 2025.67);
      const values = Array.from({ length: 40 * 12 }, (_, month) => f107At(month, sun));
      const minimum = values.slice(48, 84).indexOf(Math.min(...values.slice(48, 84))) + 48;
      expect(2025.67 + minimum / 12).toBeCloseTo(2030.96, 0);
      expect(values[minimum]!).toBeLessThan(72);
      expect(Math.max(...values.slice(84))).toBeGreaterThan(129);
      expect(Math.max(...values.slice(84))).toBeLessThan(221);
    }
  });

  it('rises for four years and falls for seven, and forgets within a year what it was off', () => {
    const next = drawCycle(keyOf('rise'), 2030.96);
    const values = Array.from({ length: 11 * 12 }, (_, month) => f107At(month, next));
    expect(values.indexOf(Math.max(...values)) / 12).toBeCloseTo(4, 1);
    // Known up to January 2023: later its distance from the cycle of 2019 (122 sfu high) fades.
    const cut = drawCycle(keyOf('rise'), 2023, { knownUntilYear: 2023 });
    const model = (years: number): number => 70 + 122 * Math.sin((Math.PI / 2) * ((2023 + years - 2019.96) / 4)) ** 2;
    const off = (years: number): number => f107At(years * 12, cut) - model(years);
    expect(Math.abs(off(0))).toBeGreaterThan(5);
    expect(off(0.9) / off(0)).toBeCloseTo(Math.exp(-0.9), 6);
  });

  it('has no jumps, depends on the key only beyond what is known, and is repeatable', () => {
    const other = drawCycle(keyOf('two'), 2025.67);
    expect(drawCycle(keyOf('one'), 2025.67)).toEqual(cycle);
    // From the last recorded months on: those before jump as the Sun did.
    for (let month = 9; month < 300; month++)
      expect(Math.abs(f107At(month + 1, cycle) - f107At(month, cycle))).toBeLessThan(8);
    expect(f107At(5, cycle)).toBe(f107At(5, other));
    expect(f107At(120, cycle)).not.toBe(f107At(120, other));
  });
});
