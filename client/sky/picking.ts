/** Which object is under the pointer: the shader's motion and projection on the CPU, over all objects, only when asked. */
import { type Camera, EYE_DISTANCE, NEAR, projectInto, SEEN } from './camera.ts';
import { anomalyAt, isThere, type Motion, planesDay, positionInto } from './motion.ts';

/**
 * The row nearest to (xPx, yPx) within `reachPx`, or -1. Rows of hidden groups, behind Earth, out of sight or not there on the played day are not picked;
 * of two at the same place the one nearer to the eye wins. `visible[g] === false` hides group g. Only the share of the rows
 * from `fromShare` to `toShare` is searched (all if not given), so that a search can be spread over frames.
 */
export type Pick = (
  group: Uint8Array,
  visible: readonly boolean[],
  camera: Camera,
  days: number,
  xPx: number,
  yPx: number,
  reachPx: number,
  fromShare?: number,
  toShare?: number,
) => number;

/** The orientation of the orbits is kept this long (days of drift) before it is worked out anew. */
const KEEP_DAYS = 0.05;
/** No orbit of the catalogue turns faster than this by J2, rad/day. */
const FASTEST_TURN = 0.35;
/** Below this eccentricity cos E and sin E come from M to first order in e: error e^2, 0.0004. */
const NEARLY_CIRCULAR = 0.02;
/** Allowance for that error, Earth radii. */
const COARSE_RADII = 0.004;

const position = new Float64Array(3);
const screen = new Float64Array(4);

/**
 * A pick over a motion. A coarse pass (orbit planes a little old, nearly circular orbits to first order) leaves a handful of rows
 * near the pointer; only those are placed exactly, so that a pick of 30,000 objects takes a few milliseconds.
 */
export function makePick(motion: Motion): Pick {
  const { count, eccentricity, meanAnomalyRad, meanAnomalyRate, semiMajorAxisRe } = motion;
  // Six numbers per row: the major and the minor half axis as vectors, Earth radii.
  const axes = new Float64Array(6 * count);
  let axesDay = Number.NaN;

  return (group, visible, camera, days, xPx, yPx, reachPx, fromShare = 0, toShare = 1) => {
    const drift = planesDay(motion, days);
    if (!(Math.abs(drift - axesDay) <= KEEP_DAYS)) {
      axesInto(axes, motion, drift);
      axesDay = drift;
    }
    const { right, up, toEye, scalePx } = camera;
    const [rx, ry] = right;
    const [ux, uy, uz] = up;
    const [ex, ey, ez] = toEye;
    const grown = EYE_DISTANCE * scalePx;
    const atX = xPx - camera.widthPx / 2;
    const atY = camera.heightPx / 2 - yPx;
    const slack = FASTEST_TURN * Math.abs(drift - axesDay) + COARSE_RADII;
    let best = -1;
    let bestScore = Number.POSITIVE_INFINITY;
    const end = Math.floor(count * toShare);
    for (let i = Math.floor(count * fromShare); i < end; i++) {
      const a = semiMajorAxisRe[i]!;
      if (a === 0 || visible[group[i]!] === false || !isThere(motion, i)) continue;
      const e = eccentricity[i]!;
      let cosE: number;
      let sinE: number;
      if (e < NEARLY_CIRCULAR) {
        const mean = meanAnomalyRad[i]! + meanAnomalyRate[i]! * days;
        const sinM = Math.sin(mean);
        const cosM = Math.cos(mean);
        cosE = cosM - e * sinM * sinM;
        sinE = sinM + e * sinM * cosM;
      } else {
        const anomaly = anomalyAt(motion, i, days);
        cosE = Math.cos(anomaly);
        sinE = Math.sin(anomaly);
      }
      const k = 6 * i;
      const along = cosE - e;
      const x = axes[k]! * along + axes[k + 3]! * sinE;
      const y = axes[k + 1]! * along + axes[k + 4]! * sinE;
      const z = axes[k + 2]! * along + axes[k + 5]! * sinE;
      const away = EYE_DISTANCE - (ex * x + ey * y + ez * z);
      if (away < NEAR) continue;
      const scale = grown / away;
      const near = reachPx + slack * (1 + e) * a * scale * 2;
      const dx = (rx * x + ry * y) * scale - atX;
      if (dx > near || dx < -near) continue;
      const dy = (ux * x + uy * y + uz * z) * scale - atY;
      if (dy > near || dy < -near) continue;
      positionInto(position, motion, i, days);
      if (projectInto(screen, camera, position[0]!, position[1]!, position[2]!) !== SEEN) continue;
      const distance2 = (screen[0]! - xPx) ** 2 + (screen[1]! - yPx) ** 2;
      const score = distance2 - 1e-3 * screen[2]!;
      if (distance2 > reachPx * reachPx || score >= bestScore) continue;
      bestScore = score;
      best = i;
    }
    return best;
  };
}

/** Half axes of every orbit after `days` of drift: a P and a sqrt(1 - e^2) Q, P and Q being the perifocal axes (see `positionInto`). */
function axesInto(out: Float64Array, motion: Motion, days: number): void {
  for (let i = 0; i < motion.count; i++) {
    const a = motion.semiMajorAxisRe[i]!;
    const b = a * Math.sqrt(1 - motion.eccentricity[i]! ** 2);
    const raan = motion.raanRad[i]! + motion.raanRate[i]! * days;
    const perigee = motion.argPerigeeRad[i]! + motion.argPerigeeRate[i]! * days;
    const cosO = Math.cos(raan);
    const sinO = Math.sin(raan);
    const cosW = Math.cos(perigee);
    const sinW = Math.sin(perigee);
    const cosI = Math.cos(motion.inclinationRad[i]!);
    const sinI = Math.sin(motion.inclinationRad[i]!);
    const k = 6 * i;
    out[k] = a * (cosO * cosW - sinO * sinW * cosI);
    out[k + 1] = a * (sinO * cosW + cosO * sinW * cosI);
    out[k + 2] = a * sinW * sinI;
    out[k + 3] = b * (-cosO * sinW - sinO * cosW * cosI);
    out[k + 4] = b * (-sinO * sinW + cosO * cosW * cosI);
    out[k + 5] = b * cosW * sinI;
  }
}

/** The one of some rows (-1: none) that is nearest to (xPx, yPx), or -1. */
export function nearestOf(
  rows: readonly number[],
  motion: Motion,
  camera: Camera,
  days: number,
  xPx: number,
  yPx: number,
): number {
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row < 0) continue;
    const at = locate(motion, row, camera, days);
    const distance = Math.hypot(at.xPx - xPx, at.yPx - yPx);
    if (distance >= nearest) continue;
    nearest = distance;
    best = row;
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
