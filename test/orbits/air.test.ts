import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { profileOf, seasonFactor, tableFlux } from '../../shared/orbits/motion/air.ts';
import {
  densityProfile,
  drawCycle,
  f107At,
  isRecorded,
  PROFILE_FLOOR_KM,
  PROFILE_STEP_KM,
  weatherAt,
} from '../../shared/orbits/motion/atmosphere.ts';
import { recordCovers, recordedAp, recordedF107, SUN_RECORD } from '../../shared/orbits/motion/solar-record.ts';
import { airOfTheDay } from '../../shared/orbits/table/air-of-the-day.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { REFERENCE_BODIES } from '../../shared/orbits/table/reference-bodies.ts';

describe('the record of the Sun', () => {
  it('is the shipped file, month by month, without a gap', () => {
    const file = new URL('../../shared/data/solar-monthly.csv', import.meta.url);
    const months = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
    expect(months.length).toBe(SUN_RECORD.f107Sfu.length);
    months.forEach(({ month, f107ObservedSfu, apMean }, k) => {
      const at = 1957 * 12 + 9 + k;
      expect(month).toBe(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
      expect(SUN_RECORD.f107Sfu[k]).toBe(Number(f107ObservedSfu));
      expect(SUN_RECORD.ap[k]).toBe(Number(apMean));
    });
  });

  it('knows the strong cycles before 2006, and where it ends', () => {
    // The strongest month of all, October 1957, and the maximum of 1989.
    expect(recordedF107(1957 + 9.5 / 12)).toBe(283.1);
    expect(recordedF107(1989.5)).toBeGreaterThan(180);
    expect(recordedAp(1991.45)).toBeGreaterThan(20);
    expect(recordCovers(SUN_RECORD, 1957)).toBe(false);
    expect(recordCovers(SUN_RECORD, 1990)).toBe(true);
    expect(recordCovers(SUN_RECORD, 2026.9)).toBe(false);
  });

  it('a Sun before 2006 is the recorded one, before the record a drawn one that is no constant', () => {
    const sun = drawCycle(keyOf('one'), 1989);
    expect(f107At(6, sun)).toBeCloseTo(recordedF107(1989.5), 9);
    expect(isRecorded(6, sun)).toBe(true);
    const early = drawCycle(keyOf('one'), 1940);
    const values = Array.from({ length: 132 }, (_, month) => f107At(month, early));
    expect(isRecorded(0, early)).toBe(false);
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(60);
  });

  it('takes another record, with or without Ap', () => {
    const record = { startYear: 2030, f107Sfu: [100, 112, 124], ap: [] };
    const sun = drawCycle(keyOf('one'), 2030, { record });
    expect(f107At(0.5, sun)).toBeCloseTo(106, 9);
    expect(weatherAt(1, sun).f107).toBeCloseTo(112, 9);
    expect(weatherAt(1, sun).ap).toBe(8);
    expect(isRecorded(5, sun)).toBe(false);
  });
});

describe('air', () => {
  it('a usual Sun is that of the table; a strong one counts less, a quiet one more; storms heat', () => {
    expect(tableFlux(100)).toBe(100);
    expect(tableFlux(200) - 200).toBeCloseTo(-16, 9);
    expect(tableFlux(70) - 70).toBeCloseTo(-6, 9);
    expect(tableFlux(100, 18) - 100).toBeCloseTo(7, 9);
    for (let flux = 60; flux < 260; flux++) expect(tableFlux(flux + 1)).toBeGreaterThan(tableFlux(flux));
  });

  it('is thick in April and October, thin in July, more so at a strong Sun, and neither on the mean of a year', () => {
    for (const flux of [70, 110, 150, 200])
      for (const km of [300, 500, 800]) {
        const year = Array.from({ length: 48 }, (_, k) => seasonFactor(km, flux, 2020 + k / 48));
        const logMean = year.reduce((sum, x) => sum + Math.log(x), 0) / 48;
        expect(Math.abs(logMean)).toBeLessThan(1e-9);
        const lowest = year.indexOf(Math.min(...year)) / 4;
        expect(lowest).toBeGreaterThan(5.5);
        expect(lowest).toBeLessThan(8);
        expect(Math.max(...year.slice(34, 44))).toBeGreaterThan(1.05);
      }
    expect(seasonFactor(800, 200, 2020.54)).toBeLessThan(seasonFactor(800, 70, 2020.54));
  });

  it('a profile is the table at its flux, times the season where a date is given', () => {
    const plain = profileOf(150);
    expect(plain).toEqual(densityProfile(tableFlux(150)));
    expect(profileOf({ f107: 150 })).toEqual(plain);
    expect(profileOf(plain)).toBe(plain);
    const july = profileOf({ f107: 150, year: 2024.54 });
    const k = (600 - PROFILE_FLOOR_KM) / PROFILE_STEP_KM;
    expect(july[k]! / plain[k]!).toBeCloseTo(seasonFactor(600, 150, 2024.54), 9);
  });
});

describe('the air of a day', () => {
  const known = [...REFERENCE_BODIES];
  /** Readings of reference bodies in air so much denser than the table's. */
  const readings = (denser: number, count: number) =>
    known.slice(0, count).map(([id, areaToMass], n) => ({
      id,
      perigeeKm: 480 + (n % 50) * 10,
      published: denser * areaToMass * 1e-3,
      modelledOfUnit: 1e-3,
      noise: 1e-9,
    }));

  it('is read from the reference bodies, by altitude, and is the table where there are none', () => {
    const { factor, bodies } = airOfTheDay(readings(1.4, 400));
    expect(bodies).toBe(400);
    for (const km of [500, 640, 800, 990]) expect(factor(km)).toBeCloseTo(1.4, 1);
    expect(factor(150)).toBe(1);
    expect(factor(330)).toBeGreaterThan(1.1);
    expect(factor(330)).toBeLessThan(1.3);
    const nobody = airOfTheDay([{ id: 1, perigeeKm: 700, published: 1, modelledOfUnit: 1, noise: 0 }]);
    expect(nobody.bodies).toBe(0);
    expect(nobody.factor(700)).toBe(1);
  });

  it('few bodies move it less, and rates within the noise not at all', () => {
    const few = airOfTheDay(readings(1.4, 400).slice(20, 21)).factor(700);
    expect(few).toBeGreaterThan(1);
    expect(few).toBeLessThan(1.2);
    const noisy = readings(1.4, 400).map((reading) => ({ ...reading, noise: 1 }));
    expect(airOfTheDay(noisy).bodies).toBe(0);
  });
});
