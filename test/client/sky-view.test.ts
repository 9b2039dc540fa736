import { describe, expect, it } from 'vitest';
import {
  BELT_ZOOM,
  between,
  COVERED,
  cameraOf,
  discRadiusPx,
  EYE_DISTANCE,
  limited,
  MAX_ZOOM,
  OUT,
  projectInto,
  SEEN,
  viewMatrix,
} from '../../client/sky/camera.ts';
import { makeEye } from '../../client/sky/eye.ts';
import { EMPTY_SKY, motionOf, type SkyObjects } from '../../client/sky/motion.ts';
import { locate, makePick } from '../../client/sky/picking.ts';
import { makeTiming } from '../../client/sky/timing.ts';

const front = cameraOf({ lonRad: 0, latRad: 0, zoom: 1 }, 1000, 800);
const screen = new Float64Array(4);

describe('the camera', () => {
  it('puts north up, east right and Earth in the middle', () => {
    expect(projectInto(screen, front, 1, 0, 0)).toBe(SEEN);
    expect([screen[0], screen[1]]).toEqual([500, 400]);
    projectInto(screen, front, 1.1, 0.3, 0);
    expect(screen[0]).toBeGreaterThan(500);
    projectInto(screen, front, 1.1, 0, 0.3);
    expect(screen[1]).toBeLessThan(400);
  });

  it('knows what Earth covers and what is out of sight', () => {
    expect(projectInto(screen, front, -1.2, 0, 0)).toBe(COVERED);
    expect(projectInto(screen, front, -1.2, 0.5, 0)).toBe(COVERED);
    expect(projectInto(screen, front, -1.2, 1.3, 0)).toBe(SEEN);
    expect(projectInto(screen, front, 1.2, 0, 0)).toBe(SEEN);
    expect(projectInto(screen, front, EYE_DISTANCE, 0, 0)).toBe(OUT);
    expect(projectInto(screen, front, 40, 3, 0)).toBe(OUT);
  });

  it('covers exactly what lies behind the drawn disc', () => {
    for (const share of [0.98, 1.02]) {
      const x = -2;
      const radius = (share * discRadiusPx(front) * (EYE_DISTANCE - x)) / (EYE_DISTANCE * front.scalePx);
      expect(projectInto(screen, front, x, 0, radius)).toBe(share < 1 ? COVERED : SEEN);
      expect(Math.hypot(screen[0]! - 500, screen[1]! - 400)).toBeCloseTo(share * discRadiusPx(front), 6);
    }
  });

  it('hands the shader the same rotation', () => {
    const camera = cameraOf({ lonRad: 1.3, latRad: -0.4, zoom: 2 }, 640, 480);
    const m = viewMatrix(camera);
    const p = [0.7, -1.1, 0.5] as const;
    const v = [0, 1, 2].map((row) => m[row]! * p[0] + m[row + 3]! * p[1] + m[row + 6]! * p[2]);
    projectInto(screen, camera, ...p);
    const grown = (EYE_DISTANCE / (EYE_DISTANCE - v[2]!)) * camera.scalePx;
    expect(screen[0]).toBeCloseTo(320 + v[0]! * grown, 9);
    expect(screen[1]).toBeCloseTo(240 - v[1]! * grown, 9);
  });

  it('shows the whole geostationary ring from far out, on a telephone too', () => {
    const far = cameraOf({ lonRad: 2, latRad: 0.42, zoom: BELT_ZOOM }, 390, 844);
    for (let k = 0; k < 60; k++) {
      const angle = (k * Math.PI) / 30;
      projectInto(screen, far, 6.611 * Math.cos(angle), 6.611 * Math.sin(angle), 0);
      expect(screen[0]).toBeGreaterThan(0);
      expect(screen[0]).toBeLessThan(390);
    }
  });

  it('keeps within its limits and turns the short way', () => {
    expect(limited({ lonRad: -0.5, latRad: 9, zoom: 1e9 })).toEqual({
      lonRad: 2 * Math.PI - 0.5,
      latRad: (88 * Math.PI) / 180,
      zoom: MAX_ZOOM,
    });
    const half = between({ lonRad: 0.2, latRad: 0, zoom: 1 }, { lonRad: 6.1, latRad: 1, zoom: 4 }, 0.5);
    expect(limited(half).lonRad).toBeCloseTo((0.2 + 6.1 - 2 * Math.PI) / 2, 9);
    expect(half.zoom).toBeCloseTo(2, 9);
  });
});

describe('the eye', () => {
  const start = { lonRad: 1, latRad: 0, zoom: 1 };

  it('eases to where it is sent and says when it is there', () => {
    const eye = makeEye(start, false);
    eye.go({ lonRad: 2, latRad: 0.5, zoom: 3 });
    expect(eye.view()).toEqual(start);
    let frames = 0;
    while (eye.step(16) && frames < 500) frames++;
    expect(frames).toBeGreaterThan(10);
    expect(frames).toBeLessThan(120);
    expect(eye.view()).toEqual({ lonRad: 2, latRad: 0.5, zoom: 3 });
  });

  it('glides on after a fling and comes to rest', () => {
    const eye = makeEye(start, false);
    eye.glide(1, 0);
    expect(eye.step(16)).toBe(true);
    for (let k = 0; k < 400; k++) eye.step(16);
    expect(eye.step(16)).toBe(false);
    expect(eye.view().lonRad).toBeGreaterThan(1.2);
    expect(eye.view().lonRad).toBeLessThan(1.5);
  });

  it('neither eases nor glides when motion is reduced', () => {
    const eye = makeEye(start, true);
    eye.go({ ...start, lonRad: 3 });
    expect(eye.view().lonRad).toBe(3);
    eye.glide(1, 1);
    expect(eye.step(16)).toBe(false);
    expect(eye.view().lonRad).toBe(3);
  });
});

/** Circular orbits over the equator at a radius (km) and angle each, all in group 0. */
const ring = (places: readonly (readonly [number, number])[]): SkyObjects => ({
  ...EMPTY_SKY,
  count: places.length,
  id: Float64Array.from(places, (_, k) => 100 + k),
  semiMajorAxisKm: places.map(([radiusKm]) => radiusKm),
  eccentricity: places.map(() => 0),
  inclinationRad: places.map(() => 0),
  raanRad: places.map(() => 0),
  argPerigeeRad: places.map(() => 0),
  meanAnomalyRad: places.map(([, angle]) => angle),
  group: new Uint8Array(places.length),
  fresh: new Uint8Array(places.length),
});

describe('picking', () => {
  const sky = ring([
    [7000, 0.2],
    [7000, 0.21],
    [7000, Math.PI],
    [42164, 0.5],
  ]);
  const motion = motionOf(sky);
  const pick = makePick(motion);
  const pickAt = (x: number, y: number, visible: boolean[] = [], days = 0): number =>
    pick(sky.group, visible, front, days, x, y, 9);

  it('finds each object where it is drawn, now and later', () => {
    for (const days of [0, 0.013, 77]) {
      for (let row = 0; row < sky.count; row++) {
        const { xPx, yPx, sight } = locate(motion, row, front, days);
        if (sight === SEEN) expect(pickAt(xPx, yPx, [], days), `row ${row}, day ${days}`).toBe(row);
      }
    }
    expect(locate(motion, 0, front, 0).sight).toBe(SEEN);
  });

  it('passes over what is covered, hidden or too far away', () => {
    const behind = locate(motion, 2, front, 0);
    expect(behind.sight).toBe(COVERED);
    expect(pickAt(behind.xPx, behind.yPx)).toBe(-1);
    const seen = locate(motion, 0, front, 0);
    expect(pickAt(seen.xPx, seen.yPx, [false])).toBe(-1);
    expect(pickAt(seen.xPx, seen.yPx + 12)).toBe(-1);
  });

  it('finds what a plain search over exact positions finds, whatever the orbits', () => {
    let seed = 1;
    const next = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    const column = (make: () => number): number[] => Array.from({ length: 3000 }, make);
    const crowd: SkyObjects = {
      ...EMPTY_SKY,
      count: 3000,
      semiMajorAxisKm: column(() => 6700 + 3000 * next() ** 4 + (next() < 0.1 ? 30000 * next() : 0)),
      eccentricity: column(() => 0.03 * next() ** 2 + (next() < 0.05 ? 0.6 * next() : 0)),
      inclinationRad: column(() => Math.PI * next()),
      raanRad: column(() => 6.28 * next()),
      argPerigeeRad: column(() => 6.28 * next()),
      meanAnomalyRad: column(() => 6.28 * next()),
      group: new Uint8Array(3000),
      fresh: new Uint8Array(3000),
    };
    const moved = motionOf(crowd);
    const quick = makePick(moved);
    let found = 0;
    for (let k = 0; k < 60; k++) {
      // The planes are worked out on each whole day and used up to their age limit.
      const days = Math.floor(k / 2) + (k % 2) * 0.0499;
      const [x, y] = [200 + 600 * next(), 100 + 600 * next()];
      let best = -1;
      let nearest = 81;
      for (let row = 0; row < crowd.count; row++) {
        const { xPx, yPx, sight } = locate(moved, row, front, days);
        const distance2 = (xPx - x) ** 2 + (yPx - y) ** 2;
        if (sight !== SEEN || distance2 >= nearest) continue;
        nearest = distance2;
        best = row;
      }
      const picked = quick(crowd.group, [], front, days, x, y, 9);
      expect(picked === -1, `${k}`).toBe(best === -1);
      if (best < 0) continue;
      const at = locate(moved, picked, front, days);
      expect(Math.abs((at.xPx - x) ** 2 + (at.yPx - y) ** 2 - nearest), `${k}`).toBeLessThan(0.05);
      found++;
    }
    expect(found).toBeGreaterThan(20);
  });

  it('finds nothing in an empty sky', () => {
    expect(makePick(motionOf(EMPTY_SKY))(EMPTY_SKY.group, [], front, 0, 500, 400, 50)).toBe(-1);
  });
});

describe('frame times', () => {
  it('gives the 95th percentile of the frames it keeps', () => {
    const timing = makeTiming(100);
    expect(timing.p95()).toBe(0);
    for (let k = 1; k <= 300; k++) timing.add(k <= 200 ? 1000 : k - 200);
    expect(timing.p95()).toBe(95);
    expect(timing.frames()).toBe(300);
  });
});
