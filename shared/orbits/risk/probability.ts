/**
 * Probability that two bodies hit each other in one encounter, from their states and position covariances.
 *
 * Short-encounter model: at closest approach the bodies move past each other on straight lines, so the relative position at
 * the passage is normal in the plane across the relative velocity, and they hit if it falls within the hard-body circle.
 *
 *   Foster            the normal density integrated over the circle (J. L. Foster, H. S. Estes, NASA JSC-25898, 1992)
 *   Alfriend-Akella   the density at the circle's centre times its area (K. T. Alfriend, M. R. Akella, J. Frisbee, J. L. Foster,
 *                     D.-J. Lee, M. Wilkins, Space Debris 1(1), 1999)
 *   Chan              a circle of equal area in the scaled plane, as a series (F. K. Chan, Spacecraft Collision Probability, 2008)
 *   diluted           Alfriend-Akella for the worst size of the covariance, its shape kept: d^2 / 2 = 1; no bound on Foster where the
 *                     circle is not small against the errors
 *   maximum           Foster for the worst size of the covariance, its shape kept
 */

type Vector = readonly [number, number, number];
/** A symmetric 3 x 3 matrix by rows. */
export type Matrix3 = readonly [Vector, Vector, Vector];

/** One body at the time of closest approach, in the frame of the other. */
export type UncertainState = {
  readonly rKm: Vector;
  readonly vKms: Vector;
  /** covariance of the position, km^2, in the same axes as the state */
  readonly covarianceKm2: Matrix3;
};

/** The encounter on the principal axes of the combined covariance in the plane across the relative velocity. */
export type Encounter = {
  /** standard deviations, km, the smaller one first */
  readonly sigmaKm: readonly [number, number];
  /** relative position on the same axes, km, not negative (the density is even in both) */
  readonly missKm: readonly [number, number];
  readonly speedKms: number;
  /** d^2 = mx^2 / sx^2 + my^2 / sy^2 (squared Mahalanobis distance) */
  readonly distance2: number;
};

/** Why there is no encounter to speak of. */
export type NoEncounter = 'no-relative-speed' | 'covariance-not-positive';

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vector): Vector => {
  const length = Math.sqrt(dot(a, a));
  return [a[0] / length, a[1] / length, a[2] / length];
};
const times = (m: Matrix3, a: Vector): Vector => [dot(m[0], a), dot(m[1], a), dot(m[2], a)];

/**
 * The encounter plane of two bodies. Axes y = dv / |dv|, z = dr x dv normalised, x = y x z; errors of the two are taken
 * as independent, so their covariances add; the 2 x 2 part across dv is turned to its principal axes.
 */
export function encounterPlane(a: UncertainState, b: UncertainState): Encounter | NoEncounter {
  const dr = minus(b.rKm, a.rKm);
  const dv = minus(b.vKms, a.vKms);
  const speedKms = Math.sqrt(dot(dv, dv));
  if (!(speedKms > 0)) return 'no-relative-speed';
  const y = unit(dv);
  const across = cross(dr, dv);
  // Head-on, every direction across dv will do: the one furthest from a coordinate axis.
  const steady: Vector = Math.abs(y[0]) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  const z = unit(dot(across, across) > 0 ? across : cross(steady, y));
  const x = cross(y, z);
  const sum = (p: Vector, q: Vector): number => dot(p, times(a.covarianceKm2, q)) + dot(p, times(b.covarianceKm2, q));
  const xx = sum(x, x);
  const xz = (sum(x, z) + sum(z, x)) / 2;
  const zz = sum(z, z);
  const middle = (xx + zz) / 2;
  const half = Math.hypot((xx - zz) / 2, xz);
  // The determinant over the larger eigenvalue: no cancellation for a long thin ellipse.
  const large = middle + half;
  const small = (xx * zz - xz * xz) / large;
  if (!(small > 0 && Number.isFinite(large))) return 'covariance-not-positive';
  const angle = Math.atan2(2 * xz, xx - zz) / 2;
  const missX = dot(dr, x);
  const missZ = dot(dr, z);
  const alongLarge = Math.abs(missX * Math.cos(angle) + missZ * Math.sin(angle));
  const alongSmall = Math.abs(missZ * Math.cos(angle) - missX * Math.sin(angle));
  return {
    sigmaKm: [Math.sqrt(small), Math.sqrt(large)],
    missKm: [alongSmall, alongLarge],
    speedKms,
    distance2: alongSmall ** 2 / small + alongLarge ** 2 / large,
  };
}

/**
 * erfc(x) for x >= 0, to about 1e-15 relative: Maclaurin series of erf below 2.5, Lentz's continued fraction above
 * (Abramowitz & Stegun 7.1.6 and 7.1.14).
 */
function erfcPositive(x: number): number {
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/** Share of a standard normal law between low and high; tails keep their relative precision. */
function normalBetween(low: number, high: number): number {
  if (low > 0) return (erfcPositive(low / Math.SQRT2) - erfcPositive(high / Math.SQRT2)) / 2;
  return (2 - erfcPositive(-low / Math.SQRT2) - erfcPositive(Math.abs(high) / Math.SQRT2)) / 2;
}

/**
 * Nodes of Foster's outer integral per standard deviation of the narrow axis, and at least and at most. Over a normal law in steps
 * of h standard deviations the midpoint rule errs by 2 exp(-2 pi^2 / h^2): 1e-34 for two of them.
 */
const NODES_PER_SIGMA = 2;
const LEAST_NODES = 48;
const MOST_NODES = 200_000;

/**
 * Foster's integral (1 / (2 pi sx sy)) over x^2 + y^2 <= R^2 of exp(-((x - mx)^2 / sx^2 + (y - my)^2 / sy^2) / 2): the long
 * axis in closed form by the error function, the narrow one with x = R sin(t) by the midpoint rule in t, which for this
 * smooth periodic integrand converges faster than any power.
 */
export function fosterProbability(encounter: Encounter, hardBodyKm: number): number {
  const [sx, sy] = encounter.sigmaKm;
  const [mx, my] = encounter.missKm;
  // Beyond 40 standard deviations the density is zero in double precision.
  const from = Math.asin(Math.max(-1, Math.min(1, (mx - 40 * sx) / hardBodyKm)));
  const to = Math.asin(Math.max(-1, Math.min(1, (mx + 40 * sx) / hardBodyKm)));
  const nodes = Math.min(MOST_NODES, LEAST_NODES + Math.ceil((NODES_PER_SIGMA * hardBodyKm * (to - from)) / sx));
  const step = (to - from) / nodes;
  let sum = 0;
  for (let n = 0; n < nodes; n++) {
    const t = from + (n + 0.5) * step;
    const halfChord = hardBodyKm * Math.cos(t);
    const away = (hardBodyKm * Math.sin(t) - mx) / sx;
    sum += Math.exp(-0.5 * away * away) * halfChord * normalBetween((my - halfChord) / sy, (my + halfChord) / sy);
  }
  return Math.min(1, (sum * step) / (sx * Math.sqrt(2 * Math.PI)));
}

/** The same over the square of half side R about the circle: what some operators use as the cautious value. */
export function squareProbability(encounter: Encounter, hardBodyKm: number): number {
  const [x, y] = [0, 1].map((axis) => {
    const sigma = encounter.sigmaKm[axis]!;
    const miss = encounter.missKm[axis]!;
    return normalBetween((miss - hardBodyKm) / sigma, (miss + hardBodyKm) / sigma);
  });
  return x! * y!;
}

/** Alfriend-Akella: R^2 / (2 sx sy) exp(-d^2 / 2), at most 1; right when R is small against both sigmas. */
export const alfriendAkellaProbability = (encounter: Encounter, hardBodyKm: number): number =>
  Math.min(1, areaRatio(encounter, hardBodyKm) * Math.exp(-encounter.distance2 / 2));

/**
 * The largest Alfriend-Akella value over all sizes of the covariance, its shape kept: R^2 / (e sx sy d^2), reached where it is
 * scaled by d^2 / 2; at most 1 (a miss of nothing can be certain). Right when R is small against both sigmas and the miss.
 */
export const dilutedProbability = (encounter: Encounter, hardBodyKm: number): number =>
  Math.min(1, (2 * areaRatio(encounter, hardBodyKm)) / (Math.E * encounter.distance2));

/** An encounter with its standard deviations times a factor. */
export const scaled = (encounter: Encounter, factor: number): Encounter => ({
  ...encounter,
  sigmaKm: [encounter.sigmaKm[0] * factor, encounter.sigmaKm[1] * factor],
  distance2: encounter.distance2 / factor ** 2,
});

/** The best factor is looked for in steps of this ratio first, then to this share of itself: the maximum is flat. */
const COARSE_RATIO = 1.25;
const FINE_SHARE = 1e-4;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The largest of Foster's probability over all sizes of the covariance, its shape kept: never below Foster's for the size it has.
 * A point of the circle at Mahalanobis distance d has most density at the factor d / sqrt 2, so the best factor lies between
 * those of its nearest and its farthest point. 1 where the circle holds the point of no error.
 */
export function maximumProbability(encounter: Encounter, hardBodyKm: number): number {
  const missKm = Math.hypot(...encounter.missKm);
  if (missKm <= hardBodyKm) return 1;
  const [sx, sy] = encounter.sigmaKm;
  const distance = Math.sqrt(encounter.distance2);
  const nearest = Math.max(distance - hardBodyKm / sx, (missKm - hardBodyKm) / sy);
  const low = nearest / Math.SQRT2;
  const high = Math.max(low, (distance + hardBodyKm / sx) / Math.SQRT2);
  const at = (factor: number): number => fosterProbability(scaled(encounter, factor), hardBodyKm);
  const steps = Math.ceil(Math.log(high / low) / Math.log(COARSE_RATIO));
  const ratio = steps > 0 ? (high / low) ** (1 / steps) : 1;
  let most = Math.max(fosterProbability(encounter, hardBodyKm), at(low));
  let best = 0;
  let found = at(low);
  for (let step = 1; step <= steps; step++) {
    const value = at(low * ratio ** step);
    if (value > found) [best, found] = [step, value];
  }
  most = Math.max(most, found);
  let from = low * ratio ** Math.max(0, best - 1);
  let to = low * ratio ** Math.min(steps, best + 1);
  while (to - from > FINE_SHARE * to) {
    const [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
    const [atLeft, atRight] = [at(left), at(right)];
    most = Math.max(most, atLeft, atRight);
    if (atLeft > atRight) to = right;
    else from = left;
  }
  return most;
}

/** R^2 / (2 sx sy). */
const areaRatio = ({ sigmaKm: [sx, sy] }: Encounter, hardBodyKm: number): number => hardBodyKm ** 2 / (2 * sx * sy);

/** Chan's series has about as many terms as this is large; beyond it the same integral is taken as one over a circle. */
const MOST_CHAN = 10_000;

/**
 * Chan's series with u = R^2 / (sx sy), v = d^2:
 * exp(-v/2) sum_k (v/2)^k / k! [1 - exp(-u/2) sum_(j<=k) (u/2)^j / j!]. The bracket is the tail of a Poisson law, summed from its
 * far end on, and terms run as logarithms, so that nothing cancels or underflows on the way. What the series sums is the normal
 * density of unit errors over a circle of radius sqrt u at sqrt v.
 */
export function chanProbability(encounter: Encounter, hardBodyKm: number): number {
  const half = areaRatio(encounter, hardBodyKm);
  const halfV = encounter.distance2 / 2;
  if (Math.max(half, halfV) > MOST_CHAN) {
    const round: Encounter = { ...encounter, sigmaKm: [1, 1], missKm: [0, Math.sqrt(encounter.distance2)] };
    return fosterProbability(round, Math.sqrt(2 * half));
  }
  // Both laws have their weight below this to more digits than a double has.
  const terms = Math.ceil(Math.max(half, halfV) + 12 * Math.sqrt(Math.max(half, halfV)) + 80);
  const logHalf = Math.log(half);
  const logHalfV = Math.log(halfV);
  const logFactorials = new Float64Array(terms + 2);
  for (let k = 1; k < logFactorials.length; k++) logFactorials[k] = logFactorials[k - 1]! + Math.log(k);
  let tail = 0;
  let sum = 0;
  for (let k = terms; k >= 0; k--) {
    tail += Math.exp((k + 1) * logHalf - half - logFactorials[k + 1]!);
    sum += Math.exp((k === 0 ? 0 : k * logHalfV) - halfV - logFactorials[k]!) * tail;
  }
  return Math.min(1, sum);
}
