/** Where the eye goes to see something. Pure. */
import type { View } from './camera.ts';
import { type Motion, positionInto } from './motion.ts';

/** Half a minute of an orbit tells which way it goes. */
const STEP_DAYS = 30 / 86_400;
/** Seen this much from the side of the plane: the orbit is a curve and no line, and the object stands before Earth. */
const FROM_PLANE = 0.5;

const towards = (x: number, y: number, z: number): Pick<View, 'lonRad' | 'latRad'> => ({
  lonRad: Math.atan2(y, x),
  latRad: Math.atan2(z, Math.hypot(x, y)),
});

/** The direction from which an object faces the eye. */
export function facing(motion: Motion, row: number, days: number): Pick<View, 'lonRad' | 'latRad'> {
  const at = new Float64Array(3);
  positionInto(at, motion, row, days);
  return towards(at[0]!, at[1]!, at[2]!);
}

/** The direction from which an object stands before Earth and its orbit is a curve. */
export function alongOrbit(motion: Motion, row: number, days: number): Pick<View, 'lonRad' | 'latRad'> {
  const at = new Float64Array(3);
  const next = new Float64Array(3);
  positionInto(at, motion, row, days);
  positionInto(next, motion, row, days + STEP_DAYS);
  const [x, y, z] = at as unknown as [number, number, number];
  const [u, v, w] = next as unknown as [number, number, number];
  const normal = [y * w - z * v, z * u - x * w, x * v - y * u] as const;
  const long = Math.hypot(...normal) || 1;
  const far = Math.hypot(x, y, z) || 1;
  // From the side on which the eye stays nearer to the equator: Earth is seen as people know it.
  const side = (Math.sign(normal[2]) === Math.sign(z) ? -1 : 1) * FROM_PLANE;
  return towards(
    x / far + (side * normal[0]) / long,
    y / far + (side * normal[1]) / long,
    z / far + (side * normal[2]) / long,
  );
}
