import { expect, test } from 'vitest';
import { satrecOf, stateAt } from '../../shared/orbits/propagate.ts';
import { placeOn, slopeOn, TRACK_LENGTH, trackInto } from '../../shared/orbits/tracks.ts';
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
