/** Which object is under the pointer: the shader's motion and projection, done once over all objects when asked. */
import { type Camera, projectInto, SEEN } from './camera.ts';
import { type Motion, positionInto } from './motion.ts';

const position = new Float64Array(3);
const screen = new Float64Array(4);

/**
 * The row nearest to (xPx, yPx) within `reachPx`, or -1. Rows of hidden groups, behind Earth or out of sight are not picked;
 * of two at the same distance the one nearer to the eye wins. `visible[g]` says whether group g is shown.
 */
export function pick(
  motion: Motion,
  group: Uint8Array,
  visible: readonly boolean[],
  camera: Camera,
  days: number,
  xPx: number,
  yPx: number,
  reachPx: number,
): number {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let i = 0; i < motion.count; i++) {
    if (visible[group[i]!] === false || motion.semiMajorAxisRe[i] === 0) continue;
    positionInto(position, motion, i, days);
    if (projectInto(screen, camera, position[0]!, position[1]!, position[2]!) !== SEEN) continue;
    const dx = screen[0]! - xPx;
    const dy = screen[1]! - yPx;
    const distance2 = dx * dx + dy * dy;
    if (distance2 > reachPx * reachPx) continue;
    const score = distance2 - 1e-3 * screen[2]!;
    if (score < bestScore) {
      bestScore = score;
      best = i;
    }
  }
  return best;
}

/** Where a row is on the picture: pixels from the top left, and SEEN, COVERED or OUT. */
export function locate(
  motion: Motion,
  i: number,
  camera: Camera,
  days: number,
): { xPx: number; yPx: number; sight: number } {
  positionInto(position, motion, i, days);
  const sight = projectInto(screen, camera, position[0]!, position[1]!, position[2]!);
  return { xPx: screen[0]!, yPx: screen[1]!, sight };
}
