import { expect, test } from 'vitest';
import { satrecOf, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { placeOn, slopeOn, TRACK_LENGTH, trackInto } from '../../shared/orbits/motion/tracks.ts';
import { EARTH_RADIUS_KM, J2, MU_KM3_S2 } from '../../shared/orbits/table/elements.ts';
import { rowsOf2025, START_2025_MS } from './skies.ts';

const SPAN_S = 600;

test('between two SGP4 states ten minutes apart a track is a few metres off, and its slope the velocity', () => {
  const errorsKm: number[] = [];
  const slopes: number[] = [];
  const track = new Float64Array(TRACK_LENGTH);
  for (const row of rowsOf2025().filter((_, n) => n % 40 === 0)) {
    const set = satrecOf(row)!;
    const [from, middle, to] = [0, 0.5, 1].map((u) => stateAt(set, START_2025_MS + 1000 * SPAN_S * u));
    if (typeof from === 'string' || typeof middle === 'string' || typeof to === 'string') continue;
    trackInto(track, Float64Array.of(...from!.rKm, ...from!.vKms), Float64Array.of(...to!.rKm, ...to!.vKms), 0, SPAN_S);
    const off = [0, 1, 2].map((axis) => placeOn(track, axis, 0.5) - middle!.rKm[axis]!);
    errorsKm.push(Math.hypot(...off));
    slopes.push(Math.hypot(...[0, 1, 2].map((axis) => slopeOn(track, axis, 0.5) / SPAN_S - middle!.vKms[axis]!)));
  }
  const sorted = errorsKm.sort((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(650);
  expect(sorted[sorted.length >> 1]).toBeLessThan(0.003);
  expect(sorted[Math.floor(0.98 * sorted.length)]).toBeLessThan(0.13);
  expect(slopes.sort((a, b) => a - b)[slopes.length >> 1]).toBeLessThan(1e-4);
});

test('a track starts with the acceleration of point mass and J2, and with its derivative along the motion', () => {
  // A transfer orbit near its perigee, out of every symmetry: all terms count.
  const [r, v] = [
    [5200, -3100, 2900],
    [4.1, 6.2, 5.9],
  ] as const;
  const track = new Float64Array(TRACK_LENGTH);
  /** Acceleration and jerk t seconds on, the path taken as a parabola. */
  const forces = (t: number, along = [0, 0, 0]) => {
    const place = r.map((x, axis) => x + v[axis]! * t + (along[axis]! * t * t) / 2);
    const speed = v.map((x, axis) => x + along[axis]! * t);
    const state = Float64Array.of(...place, ...speed);
    trackInto(track, state, state, 0, 1);
    return [0, 8, 16].map((c) => ({ acceleration: 2 * track[c + 2]!, jerk: 6 * track[c + 3]! }));
  };
  const r2 = r.reduce((sum, x) => sum + x * x, 0);
  const pull = MU_KM3_S2 / r2 ** 1.5;
  const oblate = 1.5 * J2 * (EARTH_RADIUS_KM ** 2 / r2);
  const here = forces(0);
  r.forEach((x, axis) => {
    const published = -pull * x * (1 + oblate * ((axis === 2 ? 3 : 1) - (5 * r[2] ** 2) / r2));
    expect(here[axis]!.acceleration / published).toBeCloseTo(1, 12);
  });
  const along = here.map(({ acceleration }) => acceleration);
  const [before, after] = [forces(-0.1, along), forces(0.1, along)];
  here.forEach(({ jerk }, axis) => {
    expect(jerk / ((after[axis]!.acceleration - before[axis]!.acceleration) / 0.2)).toBeCloseTo(1, 6);
  });
});
