import { expect, test } from 'vitest';
import { readSkyRows, shippedSky } from '../../server/sky-rows.ts';
import { isTracked, seenAltitudeKm, trackedSizeM } from '../../shared/orbits/breakup/detection.ts';
import { apogeeAltitudeKm, EARTH_RADIUS_KM, MU_KM3_S2, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { NO_ROW } from '../../shared/orbits/table/population.ts';

test('what is followed: 5.5 cm low, 10 cm at 2,000 km, a metre in the geostationary ring, never smaller farther out', () => {
  expect(trackedSizeM(300)).toBe(0.055);
  expect(trackedSizeM(850)).toBe(0.055);
  expect(trackedSizeM(2000)).toBeCloseTo(0.1, 2);
  expect(trackedSizeM(35_786)).toBeCloseTo(1, 9);
  for (let h = 100; h < 40_000; h += 50) expect(trackedSizeM(h + 50)).toBeGreaterThanOrEqual(trackedSizeM(h));
});

test('a piece is judged at its mean altitude over time, no higher than 2,000 km if it comes below, never under its perigee', () => {
  const a = EARTH_RADIUS_KM + 1000;
  expect(seenAltitudeKm(a, 0)).toBeCloseTo(1000, 9);
  // Radius over evenly spaced mean anomalies, by Kepler's equation: dM = (1 - e cos E) dE.
  const e = 0.04;
  let sum = 0;
  for (let k = 0; k < 360; k++) sum += a * (1 - e * Math.cos((k * Math.PI) / 180)) ** 2;
  expect(seenAltitudeKm(a, e)).toBeCloseTo(sum / 360 - EARTH_RADIUS_KM, 6);
  expect(seenAltitudeKm(EARTH_RADIUS_KM + 18_000, 0.72)).toBe(2000);
  expect(seenAltitudeKm(EARTH_RADIUS_KM + 20_000, 0.1)).toBeCloseTo(20_000 - 0.1 * (EARTH_RADIUS_KM + 20_000), 9);
  const piece = { ...NO_ROW, semiMajorAxisKm: EARTH_RADIUS_KM + 18_000, sizeM: 0.1 };
  expect(isTracked(piece)).toBe(false);
  expect(isTracked({ ...piece, eccentricity: 0.72 })).toBe(true);
  expect(isTracked({ ...piece, eccentricity: 0.72, sizeM: 0.09 })).toBe(false);
});

test('the smallest echoes in the catalogue: eccentric orbits are seen as circular ones at their mean altitude, not at perigee', () => {
  const debris = readSkyRows(shippedSky('sky-2025-09.csv')).rows.flatMap((row) => {
    const semiMajorAxisKm = (MU_KM3_S2 / ((2 * Math.PI * Number(row.meanMotion)) / 86_400) ** 2) ** (1 / 3);
    const eccentricity = Number(row.eccentricity);
    const perigee = perigeeAltitudeKm(semiMajorAxisKm, eccentricity);
    const apogee = apogeeAltitudeKm(semiMajorAxisKm, eccentricity);
    return row.objectType === 'DEBRIS' && row.rcsM2 ? [{ perigee, apogee, rcsM2: Number(row.rcsM2) }] : [];
  });
  type Piece = (typeof debris)[number];
  const smallestM2 = (of: (piece: Piece) => boolean): number => {
    const sorted = debris
      .filter(of)
      .map((piece) => piece.rcsM2)
      .sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThan(100);
    return sorted[Math.floor(0.05 * sorted.length)]!;
  };
  const circular =
    (low: number, high: number) =>
    ({ perigee, apogee }: Piece): boolean =>
      apogee - perigee < 120 && (apogee + perigee) / 2 > low && (apogee + perigee) / 2 < high;
  const eccentric = smallestM2(
    ({ perigee, apogee }) => perigee > 450 && perigee < 750 && apogee > 1400 && apogee < 1800,
  );
  const atMean = smallestM2(circular(1000, 1200));
  expect(Math.abs(eccentric / atMean - 1)).toBeLessThan(0.3);
  expect(eccentric / smallestM2(circular(450, 750))).toBeGreaterThan(2);
});
