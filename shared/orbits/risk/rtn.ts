/** A body's own axes: radial (up), transverse (along the orbit), normal (across it). */

import { type ElementSet, stateAt } from '../motion/propagate.ts';

export type Vector = readonly [number, number, number];

/** Radial, transverse and normal axes of a state; null where it moves straight up or down, or not at all. */
export function rtnAxes([x, y, z]: Vector, [u, v, w]: Vector): readonly [Vector, Vector, Vector] | null {
  const normal = [y * w - z * v, z * u - x * w, x * v - y * u] as const;
  const r = Math.hypot(x, y, z);
  const h = Math.hypot(...normal);
  if (!(r > 0 && h > 0)) return null;
  const [rx, ry, rz] = [x / r, y / r, z / r];
  const [nx, ny, nz] = [normal[0] / h, normal[1] / h, normal[2] / h];
  return [
    [rx, ry, rz],
    [ny * rz - nz * ry, nz * rx - nx * rz, nx * ry - ny * rx],
    [nx, ny, nz],
  ];
}

/**
 * Where b is from a at an instant (ms since 1970), on a's own axes, and how fast it moves past, km and km/s; null where one of them
 * has no state.
 */
export function relativeRtn(
  a: ElementSet,
  b: ElementSet,
  atMs: number,
): {
  readonly radialKm: number;
  readonly alongKm: number;
  readonly acrossKm: number;
  readonly speedKms: number;
} | null {
  const first = stateAt(a, atMs);
  const second = stateAt(b, atMs);
  if (typeof first === 'string' || typeof second === 'string') return null;
  const axes = rtnAxes(first.rKm, first.vKms);
  if (axes === null) return null;
  const away = (axis: Vector): number => axis.reduce((sum, x, k) => sum + x * (second.rKm[k]! - first.rKm[k]!), 0);
  const speedKms = Math.hypot(...first.vKms.map((v, k) => second.vKms[k]! - v));
  return { radialKm: away(axes[0]), alongKm: away(axes[1]), acrossKm: away(axes[2]), speedKms };
}
