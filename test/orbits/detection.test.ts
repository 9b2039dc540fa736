import { expect, test } from 'vitest';
import { isTracked, trackedSizeM } from '../../shared/orbits/detection.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/elements.ts';
import { NO_ROW } from '../../shared/orbits/population.ts';

test('what is followed: 5.5 cm low, 10 cm at 2,000 km, a metre in the geostationary ring, never smaller farther out', () => {
  expect(trackedSizeM(300)).toBe(0.055);
  expect(trackedSizeM(850)).toBe(0.055);
  expect(trackedSizeM(2000)).toBeCloseTo(0.1, 2);
  expect(trackedSizeM(35_786)).toBeCloseTo(1, 9);
  for (let h = 100; h < 40_000; h += 50) expect(trackedSizeM(h + 50)).toBeGreaterThanOrEqual(trackedSizeM(h));
});

test('a piece is judged where it comes lowest', () => {
  const piece = { ...NO_ROW, semiMajorAxisKm: EARTH_RADIUS_KM + 3000, sizeM: 0.07 };
  expect(isTracked(piece)).toBe(false);
  expect(isTracked({ ...piece, eccentricity: 0.24 })).toBe(true);
});
