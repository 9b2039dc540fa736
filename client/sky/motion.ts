/**
 * How objects move on the map: Kepler's ellipse with the secular J2 drift of node, perigee and mean anomaly.
 * The vertex shader (shaders.ts) evaluates the same equations on the same numbers in 32 bits; lengths here are Earth radii,
 * time is days since the sky's epoch.
 */

import { secularRates } from '../../shared/orbits/motion/secular.ts';
import { EARTH_RADIUS_KM, SECONDS_PER_DAY, solveKepler, TWO_PI } from '../../shared/orbits/table/elements.ts';

/** The objects of a sky as columns of equal length: mean elements at day 0, colour group (an index), 1 where new. */
export type SkyObjects = {
  readonly count: number;
  readonly id: Float64Array;
  readonly semiMajorAxisKm: ArrayLike<number>;
  readonly eccentricity: ArrayLike<number>;
  readonly inclinationRad: ArrayLike<number>;
  readonly raanRad: ArrayLike<number>;
  readonly argPerigeeRad: ArrayLike<number>;
  readonly meanAnomalyRad: ArrayLike<number>;
  readonly group: Uint8Array;
  readonly fresh: Uint8Array;
  /** where a year is played (playback.ts): days of birth and end, and the break-up a row comes from (0: none) */
  readonly bornDay?: Float64Array;
  readonly endDay?: Float64Array;
  readonly breakupId?: ArrayLike<number>;
};

/** Elements at day 0 and their rates (rad/day), one row per object. */
export type Motion = {
  readonly count: number;
  readonly semiMajorAxisRe: Float64Array;
  readonly eccentricity: Float64Array;
  readonly inclinationRad: Float64Array;
  readonly raanRad: Float64Array;
  readonly argPerigeeRad: Float64Array;
  readonly meanAnomalyRad: Float64Array;
  readonly raanRate: Float64Array;
  readonly argPerigeeRate: Float64Array;
  readonly meanAnomalyRate: Float64Array;
  readonly bornDay: Float64Array;
  readonly endDay: Float64Array;
  /** the day of the year that is played, null where none is: planes and lives are of that day, not of the map's clock */
  readonly played: { day: number | null };
};

/** The day that planes have drifted to when the map's clock stands at `days`. */
export const planesDay = (motion: Motion, days: number): number => motion.played.day ?? days;

/** Whether row `i` is there on the day that is played; always, where none is. */
export function isThere(motion: Motion, i: number): boolean {
  const { day } = motion.played;
  return day === null || (day >= motion.bornDay[i]! && day < motion.endDay[i]!);
}

/** Days of birth and end of what has neither. */
const ALWAYS = 1e6;

/**
 * Motion of a sky's objects, with the J2 rates of secular.ts. A row that is no ellipse (a <= 0, e outside [0, 1), an angle that is
 * not a number) gets a = 0: it is never drawn or picked.
 */
export function motionOf(objects: SkyObjects): Motion {
  const { count } = objects;
  const motion: Motion = {
    count,
    semiMajorAxisRe: new Float64Array(count),
    eccentricity: new Float64Array(count),
    inclinationRad: Float64Array.from(objects.inclinationRad),
    raanRad: Float64Array.from(objects.raanRad),
    argPerigeeRad: Float64Array.from(objects.argPerigeeRad),
    meanAnomalyRad: Float64Array.from(objects.meanAnomalyRad),
    raanRate: new Float64Array(count),
    argPerigeeRate: new Float64Array(count),
    meanAnomalyRate: new Float64Array(count),
    bornDay: objects.bornDay ?? new Float64Array(count).fill(-ALWAYS),
    endDay: objects.endDay ?? new Float64Array(count).fill(ALWAYS),
    played: { day: null },
  };
  for (let i = 0; i < count; i++) {
    const aKm = objects.semiMajorAxisKm[i]!;
    const e = objects.eccentricity[i]!;
    const angles = objects.raanRad[i]! + objects.argPerigeeRad[i]! + objects.meanAnomalyRad[i]!;
    const rates = secularRates(aKm, e, objects.inclinationRad[i]!);
    if (!(aKm > 0 && e >= 0 && e < 1) || !Number.isFinite(rates.meanAnomalyRadS + angles)) continue;
    motion.semiMajorAxisRe[i] = aKm / EARTH_RADIUS_KM;
    motion.eccentricity[i] = e;
    motion.raanRate[i] = rates.raanRadS * SECONDS_PER_DAY;
    motion.argPerigeeRate[i] = rates.argPerigeeRadS * SECONDS_PER_DAY;
    motion.meanAnomalyRate[i] = rates.meanAnomalyRadS * SECONDS_PER_DAY;
  }
  return motion;
}

/** No objects. */
export const EMPTY_SKY: SkyObjects = {
  count: 0,
  id: new Float64Array(0),
  semiMajorAxisKm: [],
  eccentricity: [],
  inclinationRad: [],
  raanRad: [],
  argPerigeeRad: [],
  meanAnomalyRad: [],
  group: new Uint8Array(0),
  fresh: new Uint8Array(0),
};

/** Eccentric anomaly (rad) of row `i` at `days`. */
export const anomalyAt = (motion: Motion, i: number, days: number): number =>
  solveKepler(motion.meanAnomalyRad[i]! + motion.meanAnomalyRate[i]! * days, motion.eccentricity[i]!);

/**
 * Inertial position of row `i` at `days`, Earth radii, written to out[0..2].
 * Perifocal position turned by Rz(raan) Rx(i) Rz(argument of perigee).
 */
export function positionInto(out: Float64Array, motion: Motion, i: number, days: number): void {
  const e = motion.eccentricity[i]!;
  const a = motion.semiMajorAxisRe[i]!;
  const anomaly = anomalyAt(motion, i, days);
  const x = a * (Math.cos(anomaly) - e);
  const y = a * Math.sqrt(1 - e * e) * Math.sin(anomaly);
  const drift = planesDay(motion, days);
  const w = motion.argPerigeeRad[i]! + motion.argPerigeeRate[i]! * drift;
  const cosW = Math.cos(w);
  const sinW = Math.sin(w);
  const alongNode = x * cosW - y * sinW;
  const across = x * sinW + y * cosW;
  const raan = motion.raanRad[i]! + motion.raanRate[i]! * drift;
  const cosO = Math.cos(raan);
  const sinO = Math.sin(raan);
  const flat = across * Math.cos(motion.inclinationRad[i]!);
  out[0] = alongNode * cosO - flat * sinO;
  out[1] = alongNode * sinO + flat * cosO;
  out[2] = across * Math.sin(motion.inclinationRad[i]!);
}

/** Floats per object in the vertex buffer: a, e, i, raan, argPerigee, M, M', raan', argPerigee', days of birth and end. */
export const FLOATS_PER_OBJECT = 11;

/**
 * How far the shader's clock may run from the buffer's day before the buffer is packed anew. 32 bits hold 4 days of mean motion
 * (17 revolutions a day: 430 rad) to 3e-5 rad, 0.2 km in low orbit: below a pixel at any zoom.
 */
export const REPACK_DAYS = 4;

/**
 * How far the played day may run from the buffer's: planes turn by a third of a radian a day at most, so 60 days cost 32 bits no
 * more than 4 days of mean motion do.
 */
export const REPACK_PLANES_DAYS = 60;

/**
 * Writes the vertex buffer: rows in `order`, anomalies moved to `days`, planes to `drift` days, angles in [0, 2 pi). `out` holds
 * FLOATS_PER_OBJECT floats per row.
 */
export function packInto(out: Float32Array, motion: Motion, order: Uint32Array, days: number, drift = days): void {
  let at = 0;
  for (const i of order) {
    out[at++] = motion.semiMajorAxisRe[i]!;
    out[at++] = motion.eccentricity[i]!;
    out[at++] = motion.inclinationRad[i]!;
    out[at++] = wrapped(motion.raanRad[i]! + motion.raanRate[i]! * drift);
    out[at++] = wrapped(motion.argPerigeeRad[i]! + motion.argPerigeeRate[i]! * drift);
    out[at++] = wrapped(motion.meanAnomalyRad[i]! + motion.meanAnomalyRate[i]! * days);
    out[at++] = motion.meanAnomalyRate[i]!;
    out[at++] = motion.raanRate[i]!;
    out[at++] = motion.argPerigeeRate[i]!;
    out[at++] = motion.bornDay[i]!;
    out[at++] = motion.endDay[i]!;
  }
}

const wrapped = (angle: number): number => angle - TWO_PI * Math.floor(angle / TWO_PI);

/** Drawing order: faint groups below, strong ones above, new objects on top. Ties keep the caller's order. */
export function drawOrder(objects: SkyObjects, emphasis: readonly number[]): Uint32Array {
  const rank = (i: number): number => objects.fresh[i]! * 16 + (emphasis[objects.group[i]!] ?? 1);
  return Uint32Array.from({ length: objects.count }, (_, i) => i).sort((p, q) => rank(p) - rank(q) || p - q);
}
