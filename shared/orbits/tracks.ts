/**
 * Motion between two SGP4 states some minutes apart, as one polynomial of the fifth degree per axis through position, velocity
 * and acceleration at both ends (quintic Hermite).
 *
 * Acceleration is that of Earth's point mass and J2. SGP4's velocity is not quite the derivative of its position (drag moves
 * the mean orbit, not the velocity), so the mean of both velocities is first brought in line with the positions by
 * p1 - p0 = h/2 (v0 + v1) + h^2/10 (a0 - a1) + h^3/120 (j0 + j1), exact for polynomials of the fifth degree, j the jerk of the
 * point mass. Error against SGP4 in between over 300 s, catalogue of 2025: median 2 m, 13 m for 99 %, 50 m for 99.9 %; 0.2 km for
 * a body hours before its re-entry.
 */
import { MU_KM3_S2 } from './elements.ts';

/** Coefficients of a track: six powers of u in [0, 1] for each of three axes. */
export const TRACK_LENGTH = 18;

/** 3/2 J2 Re^2, km^2. */
const OBLATENESS_KM2 = 1.5 * 1.08263e-3 * 6378.137 * 6378.137;

const accelerations = new Float64Array(6);
const jerks = new Float64Array(6);

/** Acceleration by point mass and J2 (Vallado, eq. 8-30 for J2) and the point mass's jerk, of set i's state. */
function forcesInto(offset: number, states: Float64Array, i: number): void {
  const at = 6 * i;
  const x = states[at]!;
  const y = states[at + 1]!;
  const z = states[at + 2]!;
  const r2 = x * x + y * y + z * z;
  const pull = -MU_KM3_S2 / (r2 * Math.sqrt(r2));
  const oblate = OBLATENESS_KM2 / r2;
  const lift = (5 * z * z) / r2;
  const level = pull * (1 - oblate * (lift - 1));
  accelerations[offset] = level * x;
  accelerations[offset + 1] = level * y;
  accelerations[offset + 2] = pull * (1 - oblate * (lift - 3)) * z;
  const vx = states[at + 3]!;
  const vy = states[at + 4]!;
  const vz = states[at + 5]!;
  const radial = (3 * (x * vx + y * vy + z * vz)) / r2;
  jerks[offset] = pull * (vx - radial * x);
  jerks[offset + 1] = pull * (vy - radial * y);
  jerks[offset + 2] = pull * (vz - radial * z);
}

/** Track of set i from its states (six numbers per set) at two instants h seconds apart, into out[0..17]. */
export function trackInto(out: Float64Array, from: Float64Array, to: Float64Array, i: number, h: number): void {
  forcesInto(0, from, i);
  forcesInto(3, to, i);
  for (let axis = 0; axis < 3; axis++) {
    const p0 = from[6 * i + axis]!;
    const d = to[6 * i + axis]! - p0;
    const a0 = h * h * accelerations[axis]!;
    const a1 = h * h * accelerations[3 + axis]!;
    const j = h * h * h * (jerks[axis]! + jerks[3 + axis]!);
    const u0 = h * from[6 * i + 3 + axis]!;
    const u1 = h * to[6 * i + 3 + axis]!;
    const lag = d - (a0 - a1) / 10 - j / 120 - (u0 + u1) / 2;
    const v0 = u0 + lag;
    const v1 = u1 + lag;
    const c = 6 * axis;
    out[c] = p0;
    out[c + 1] = v0;
    out[c + 2] = a0 / 2;
    out[c + 3] = 10 * d - 6 * v0 - 4 * v1 - 1.5 * a0 + 0.5 * a1;
    out[c + 4] = -15 * d + 8 * v0 + 7 * v1 + 1.5 * a0 - a1;
    out[c + 5] = 6 * d - 3 * v0 - 3 * v1 - 0.5 * a0 + 0.5 * a1;
  }
}

/** Position on a track along one axis at u in [0, 1], km. */
export function placeOn(track: Float64Array, axis: number, u: number): number {
  const c = 6 * axis;
  return (
    track[c]! +
    u * (track[c + 1]! + u * (track[c + 2]! + u * (track[c + 3]! + u * (track[c + 4]! + u * track[c + 5]!))))
  );
}

/** Derivative of `placeOn` by u, km: velocity times h. */
export function slopeOn(track: Float64Array, axis: number, u: number): number {
  const c = 6 * axis;
  return (
    track[c + 1]! + u * (2 * track[c + 2]! + u * (3 * track[c + 3]! + u * (4 * track[c + 4]! + u * 5 * track[c + 5]!)))
  );
}
