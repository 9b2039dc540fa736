/** The picture of the three dots without a screen: true heights, and as many pieces as the count says, at every instant. */
import { expect, test } from 'vitest';
import {
  ALTITUDES,
  BURST_MS,
  LAST_YEAR,
  pieceAt,
  placeAt,
  RUN_MS,
  sceneOf,
  upAfter,
  yearsAt,
} from '../../client/panels/parts/three-dots-scene.ts';

const EARTH_RADIUS_KM = 6378.137;
const SIZES = [
  { width: 1280, height: 800, floor: 170 },
  { width: 390, height: 844, floor: 96 },
  { width: 320, height: 300, floor: 70 },
] as const;

test('heights above the limb are in scale with Earth, and each dot stands in the picture', () => {
  for (const { width, height, floor } of SIZES) {
    const scene = sceneOf(width, height, floor);
    expect(scene.cy - scene.radius).toBeCloseTo(height - floor, 6);
    ALTITUDES.forEach(({ km }, k) => {
      const [x, y] = placeAt(scene, km, scene.angles[k]!);
      expect(Math.hypot(x - scene.cx, y - scene.cy) / scene.radius).toBeCloseTo(1 + km / EARTH_RADIUS_KM, 9);
      expect(x).toBeGreaterThan(24);
      expect(x).toBeLessThan(width - 24);
      expect(y).toBeGreaterThan(24);
      expect(y).toBeLessThan(height - floor);
    });
  }
});

test('what flies is what the count says, at every instant of the run', () => {
  for (const altitude of ALTITUDES)
    for (let ms = BURST_MS; ms <= RUN_MS; ms += 97) {
      const pieces = altitude.down.map((_, i) => pieceAt(altitude, i, ms, 0, 0.3));
      expect(pieces.filter((piece) => piece?.fall === 0).length, `${altitude.km} km, ${ms} ms`).toBe(
        upAfter(altitude, yearsAt(ms)),
      );
    }
});

test('a burst begins where the satellite was; in the end only what is up is left, above the air', () => {
  for (const altitude of ALTITUDES) {
    for (const [i] of altitude.down.entries())
      expect(pieceAt(altitude, i, 0, 0.2, 0.3)).toEqual({ km: altitude.km, angle: 0.2, fall: 0 });
    const last = altitude.down.flatMap((_, i) => pieceAt(altitude, i, RUN_MS, 0.2, 0.3) ?? []);
    expect(last.length).toBe(upAfter(altitude, LAST_YEAR));
    for (const { km } of last) expect(km).toBeGreaterThan(110);
  }
});

test('flown apart, a piece is between its own lowest and highest point', () => {
  for (const altitude of ALTITUDES)
    for (const [i] of altitude.down.entries()) {
      const { km } = pieceAt(altitude, i, BURST_MS, 0, 0.3)!;
      // Heights of the file are rounded to 10 km.
      expect(km).toBeGreaterThanOrEqual(altitude.low[0]![i]! - 10);
      expect(km).toBeLessThanOrEqual(altitude.high[0]![i]! + 10);
    }
});
