import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionsFor, SINES, TURN } from '../../shared/orbits/risk/directions.ts';
import { KERNEL_BYTES } from '../../shared/orbits/risk/nearby-kernel/bytes.ts';
import { kernelMemory, kernelOn } from '../../shared/orbits/table/web-assembly.ts';

const DISTANCE = 0.038;
const directions = directionsFor(DISTANCE);
const { turn: turnOf } = await kernelOn<{ turn: (x: number, y: number) => number }>(KERNEL_BYTES, kernelMemory(0), {
  found: () => {},
});
/** Turns are singles: two of them, and their difference; a thousandth of what bands are wider by. */
const ROUNDING = 1e-6;
type Vector = readonly [number, number, number];

const bandOf = (z: number): number => directions.bandBySine[Math.min(SINES - 1, ((z + 1) * (SINES / 2)) | 0)]!;
/** Difference of two turns, the short way round. */
const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), TURN - Math.abs(a - b));

/** A direction, and another one `share` of the distance from it, on any side; poles as often as the rest. */
const pairs = fc
  .record({
    z: fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, -0.9999, -0.999, 0.999, 0.9999, 1)),
    longitude: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    share: fc.double({ min: 0, max: 2, noNaN: true }),
    side: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
  })
  .map(({ z, longitude, share, side }) => {
    const level = Math.sqrt(1 - z * z);
    const [c, s] = [Math.cos(longitude), Math.sin(longitude)];
    const north = Math.cos(side) * Math.sin(share * DISTANCE);
    const east = Math.sin(side) * Math.sin(share * DISTANCE);
    const keep = Math.cos(share * DISTANCE);
    const first: Vector = [level * c, level * s, z];
    const second: Vector = [
      keep * first[0] - north * z * c - east * s,
      keep * first[1] - north * z * s + east * c,
      keep * z + north * level,
    ];
    return { first, second, share };
  });

test('directions within the distance are in neighbouring bands and near in turn; within twice of it, within twice as many', () => {
  fc.assert(
    fc.property(pairs, ({ first, second, share }) => {
      const reach = share <= 1 ? 1 : 2;
      const bands = [bandOf(first[2]), bandOf(Math.max(-1, Math.min(1, second[2])))] as const;
      expect(Math.abs(bands[0] - bands[1])).toBeLessThanOrEqual(reach);
      const allowed = (reach === 1 ? directions.near : directions.far)[bands[0]]!;
      expect(apart(turnOf(first[0], first[1]), turnOf(second[0], second[1]))).toBeLessThanOrEqual(allowed + ROUNDING);
    }),
    { numRuns: 5000 },
  );
});

test('turns run once round, east from the x axis', () => {
  const turns = Array.from({ length: 360 }, (_, k) =>
    turnOf(Math.cos((k * Math.PI) / 180), Math.sin((k * Math.PI) / 180)),
  );
  for (let k = 1; k < 360; k++) expect(turns[k]!).toBeGreaterThan(turns[k - 1]!);
  expect(turns[0]).toBe(0);
  expect(turns[180]).toBeCloseTo(2, 6);
  expect(turns.at(-1)!).toBeLessThan(TURN);
});

test('columns cover the sphere without a gap', () => {
  const { bands, columns, firstColumn, columnCount } = directions;
  for (let band = 1; band < bands; band++) expect(firstColumn[band]).toBe(firstColumn[band - 1]! + columns[band - 1]!);
  expect(firstColumn[bands - 1]! + columns[bands - 1]!).toBe(columnCount);
  expect(new Set(directions.bandBySine).size).toBe(bands);
});
