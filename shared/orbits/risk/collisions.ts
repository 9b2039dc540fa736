/**
 * How often objects of the sky pass close to each other and how often they hit, by altitude shell.
 *
 * Two methods, both of the literature. Kinetic gas in shells gives expectations: an object sweeps through the others' mean
 * density at a mean relative speed. Cube sampling (J.-C. Liou, D. T. Hall, P. H. Krisko, J. N. Opiela, Advances in Space
 * Research 34(5), 2004) says which pair hits: objects at random places of their orbits that share a cube.
 */

import { addResidence, SHELL_COUNT, SHELL_TOP_KM, SHELL_VOLUMES_KM3 } from '../table/altitudes.ts';
import { drawPair, type Key, narrow } from '../table/chance.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM, SECONDS_PER_DAY, stateInto, TWO_PI } from '../table/elements.ts';
import { ACTIVE, MANOEUVRABLE, type Population, STAGE } from '../table/population.ts';

/**
 * Mean relative speed of two objects that meet in low orbit, km/s: the constant of MOCAT and pyssem, and the mean of
 * 2 v sin(phi / 2) over the crossing angles of near-polar orbits.
 */
export const RELATIVE_SPEED_KMS = 10;
/**
 * Share of the collision risk that is left for each body of a pair that watches and moves away (1 - eta; MOCAT-MC's
 * quick start takes 0.01; the literature has 0.001-0.01).
 */
export const AVOIDANCE_RESIDUAL = 0.01;

const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
const SECONDS_PER_MONTH = DAYS_PER_MONTH * SECONDS_PER_DAY;
const KEEPS_CLEAR = ACTIVE | MANOEUVRABLE;

/**
 * Mean close passes under `missKm` per satellite-year of each group: the time-weighted mean of n v_r pi d^2 over the
 * group's satellites, n the density of all objects but the satellite itself and its own fleet (`fleet` > 0).
 * `group` has the group of each row, or -1 for rows that are not asked about. Groups without satellites get 0.
 */
export function closePassesPerYear(
  sky: Population,
  group: ArrayLike<number>,
  groupCount: number,
  missKm = 1,
): Float64Array {
  const { semiMajorAxisKm, eccentricity, weight, fleet } = sky;
  const all = new Float64Array(SHELL_COUNT);
  const own = new Float64Array(SHELL_COUNT * sky.fleets.length);
  for (let i = 0; i < sky.count; i++) {
    const fleetOffset = SHELL_COUNT * fleet[i]!;
    addResidence(own, fleetOffset, semiMajorAxisKm[i]!, eccentricity[i]!, weight[i]!);
  }
  for (let k = 0; k < own.length; k++) all[k % SHELL_COUNT] = all[k % SHELL_COUNT]! + own[k]!;
  const swept = RELATIVE_SPEED_KMS * Math.PI * missKm * missKm * SECONDS_PER_YEAR;
  const passes = new Float64Array(groupCount);
  const satellites = new Float64Array(groupCount);
  const shares = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++) {
    const g = group[i]!;
    if (g < 0) continue;
    shares.fill(0);
    addResidence(shares, 0, semiMajorAxisKm[i]!, eccentricity[i]!, 1);
    const fleetOffset = SHELL_COUNT * fleet[i]!;
    let rate = 0;
    for (let k = 0; k < SHELL_COUNT; k++) {
      const share = shares[k]!;
      if (share === 0) continue;
      const others = all[k]! - (fleetOffset > 0 ? own[fleetOffset + k]! : share);
      rate += (share * Math.max(0, others) * swept) / SHELL_VOLUMES_KM3[k]!;
    }
    passes[g] = passes[g]! + weight[i]! * rate;
    satellites[g] = satellites[g]! + weight[i]!;
  }
  return passes.map((sum, g) => (satellites[g]! > 0 ? sum / satellites[g]! : 0));
}

/** What an object is to the risk table. */
const RISK_CLASSES = ['avoiding', 'payload', 'stage', 'debris'] as const;

/** Index in RISK_CLASSES of a row; kinds that are not known count as debris. */
function riskClassOf(kind: number, flags: number): number {
  if ((flags & KEEPS_CLEAR) === KEEPS_CLEAR) return 0;
  return kind === 0 ? 1 : kind === STAGE ? 2 : 3;
}

export type CollisionRisk = {
  /** expected collisions a month in all shells */
  readonly perMonth: number;
  /** ... in each shell */
  readonly byShell: Float64Array;
  /** ... between two classes, RISK_CLASSES.length x RISK_CLASSES.length, lower index first */
  readonly byClasses: Float64Array;
};

/**
 * Expected collisions a month: in each shell the sum over pairs of sigma v_r / V times both residence shares, with
 * sigma = pi (r_i + r_j)^2 and r = sqrt(area / pi), times AVOIDANCE_RESIDUAL for each body that keeps clear. Pairs inside
 * one fleet of bodies that keep clear are left out, they fly in formation.
 */
export function collisionRisk(sky: Population, residual: number = AVOIDANCE_RESIDUAL): CollisionRisk {
  const classes = RISK_CLASSES.length;
  const stride = SHELL_COUNT * 3;
  const radii = radiiKm(sky);
  // Per class, and per fleet of avoiding bodies: sums of share, share r, share r^2 in each shell.
  const sums = new Float64Array(classes * stride);
  const fleets = new Float64Array(sky.fleets.length * stride);
  const alone = new Float64Array(classes * SHELL_COUNT);
  const shares = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++) {
    const c = riskClassOf(sky.kind[i]!, sky.flags[i]!);
    const w = sky.weight[i]!;
    const r = radii[i]!;
    shares.fill(0);
    addResidence(shares, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, 1);
    for (let k = 0; k < SHELL_COUNT; k++) {
      const share = shares[k]!;
      if (share === 0) continue;
      addMoments(sums, c * stride + 3 * k, w * share, r);
      const inFleet = c === 0 && sky.fleet[i]! > 0;
      if (inFleet) addMoments(fleets, sky.fleet[i]! * stride + 3 * k, w * share, r);
      // A row meets the others of its weight, not itself.
      else alone[c * SHELL_COUNT + k] = alone[c * SHELL_COUNT + k]! + 4 * w * share * share * r * r;
    }
  }
  const byShell = new Float64Array(SHELL_COUNT);
  const byClasses = new Float64Array(classes * classes);
  for (let k = 0; k < SHELL_COUNT; k++) {
    const perPair = (Math.PI * RELATIVE_SPEED_KMS * SECONDS_PER_MONTH) / SHELL_VOLUMES_KM3[k]!;
    for (let a = 0; a < classes; a++)
      for (let b = a; b < classes; b++) {
        let pairs = crossMoments(sums, a * stride + 3 * k, b * stride + 3 * k);
        if (a === b) {
          pairs -= alone[a * SHELL_COUNT + k]!;
          if (a === 0)
            for (let f = 1; f < sky.fleets.length; f++)
              pairs -= crossMoments(fleets, f * stride + 3 * k, f * stride + 3 * k);
          pairs /= 2;
        }
        const clear = (a === 0 ? residual : 1) * (b === 0 ? residual : 1);
        const rate = Math.max(0, pairs) * perPair * clear;
        byShell[k] = byShell[k]! + rate;
        byClasses[a * classes + b] = byClasses[a * classes + b]! + rate;
      }
  }
  return { perMonth: byShell.reduce((x, y) => x + y, 0), byShell, byClasses };
}

function addMoments(sums: Float64Array, at: number, share: number, r: number): void {
  sums[at] = sums[at]! + share;
  sums[at + 1] = sums[at + 1]! + share * r;
  sums[at + 2] = sums[at + 2]! + share * r * r;
}

/** Sum over pairs of (r_i + r_j)^2 = n_a s2_b + 2 s1_a s1_b + s2_a n_b. */
const crossMoments = (sums: Float64Array, a: number, b: number): number =>
  sums[a]! * sums[b + 2]! + 2 * sums[a + 1]! * sums[b + 1]! + sums[a + 2]! * sums[b]!;

/** Collision radius of each row, km: sqrt(area / pi). */
function radiiKm(sky: Population): Float64Array {
  return Float64Array.from(sky.areaM2, (area) => Math.sqrt(area / Math.PI) / 1000);
}

/** Side of a cube, km (MOCAT-MC's; large enough that one pair's probability stays small over a month). */
const CUBE_KM = 50;
/** Snapshots a month; each stands for its share of the month. A thinned sky takes more, to keep probabilities small. */
const SAMPLES_PER_MONTH = 1;
/** Bodies above this distance from Earth's centre are not sampled: their risk is a thousandth of low orbit's. */
const CUBE_TOP_KM = EARTH_RADIUS_KM + SHELL_TOP_KM;

/** Two rows that hit each other, and where on their orbits. */
export type Hit = {
  /** indices of the rows, the lower id first */
  readonly a: number;
  readonly b: number;
  readonly meanAnomalyARad: number;
  readonly meanAnomalyBRad: number;
  readonly speedKms: number;
  readonly probability: number;
};

/**
 * Cube sampling of a month: in each of k snapshots every object stands at a random mean anomaly; a pair in one cube of side
 * L hits with probability w_i w_j sigma |v_i - v_j| dt / (k L^3), against a uniform keyed by month, snapshot and both ids.
 * Avoidance and fleets as in `collisionRisk`. `pairs` and `expected` (summed probability) are for tests and statistics.
 * Taking an object away changes its own pairs only.
 */
export function cubePairs(sky: Population, key: Key, month: number): { hits: Hit[]; pairs: number; expected: number } {
  const samples = samplesFor(sky);
  const radii = radiiKm(sky);
  const rows = lowRows(sky);
  const hits: Hit[] = [];
  let pairs = 0;
  let expected = 0;
  const states = new Float64Array(6 * rows.length);
  const anomalies = new Float64Array(rows.length);
  const cells = new Int32Array(rows.length);
  const nextInChain = new Int32Array(rows.length);
  const tableBits = 32 - Math.clz32(rows.length * 2);
  const heads = new Int32Array(2 ** tableBits);
  const perPair = (SECONDS_PER_MONTH / samples / CUBE_KM ** 3) * Math.PI;
  for (let sample = 0; sample < samples; sample++) {
    const places = narrow(key, 'cube place', month, sample);
    const chances = narrow(key, 'cube hit', month, sample);
    heads.fill(-1);
    for (let n = 0; n < rows.length; n++) {
      const i = rows[n]!;
      const anomaly = TWO_PI * drawPair(places, sky.id[i]!, 0);
      anomalies[n] = anomaly;
      if (!placeAt(states, n, sky, i, anomaly)) continue;
      const cell = cellOf(states[6 * n]!, states[6 * n + 1]!, states[6 * n + 2]!);
      cells[n] = cell;
      const slot = Math.imul(cell, 0x9e3779b1) >>> (32 - tableBits);
      for (let m = heads[slot]!; m >= 0; m = nextInChain[m]!) {
        if (cells[m] !== cell) continue;
        const j = rows[m]!;
        const clear = clearance(sky, i, j);
        if (clear === 0) continue;
        pairs++;
        const speedKms = relativeSpeed(states, n, m);
        const reach = radii[i]! + radii[j]!;
        const probability = sky.weight[i]! * sky.weight[j]! * clear * reach * reach * speedKms * perPair;
        expected += probability;
        if (drawPair(chances, sky.id[j]!, sky.id[i]!) >= probability) continue;
        hits.push({ a: j, b: i, meanAnomalyARad: anomalies[m]!, meanAnomalyBRad: anomaly, speedKms, probability });
      }
      nextInChain[n] = heads[slot]!;
      heads[slot] = n;
    }
  }
  hits.sort((p, q) => p.a - q.a || p.b - q.b);
  return { hits, pairs, expected };
}

/** Snapshots for a sky: SAMPLES_PER_MONTH, more in proportion to the mean weight of its rows. */
function samplesFor(sky: Population): number {
  let weight = 0;
  for (let i = 0; i < sky.count; i++) weight += sky.weight[i]!;
  return SAMPLES_PER_MONTH * Math.max(1, Math.round(weight / Math.max(1, sky.count)));
}

/** Rows whose perigee is below the top of the shells, ascending, hence by id. */
function lowRows(sky: Population): Int32Array {
  const out = new Int32Array(sky.count);
  let n = 0;
  for (let i = 0; i < sky.count; i++)
    if (sky.semiMajorAxisKm[i]! * (1 - sky.eccentricity[i]!) < CUBE_TOP_KM) out[n++] = i;
  return out.subarray(0, n);
}

const one = new Float64Array(6);

/** State of row i at a mean anomaly into place n; false when it is above the sampled space. */
function placeAt(states: Float64Array, n: number, sky: Population, i: number, anomalyRad: number): boolean {
  stateInto(
    one,
    sky.semiMajorAxisKm[i]!,
    sky.eccentricity[i]!,
    sky.inclinationRad[i]!,
    sky.raanRad[i]!,
    sky.argPerigeeRad[i]!,
    anomalyRad,
  );
  if (one[0]! * one[0]! + one[1]! * one[1]! + one[2]! * one[2]! >= CUBE_TOP_KM * CUBE_TOP_KM) return false;
  for (let k = 0; k < 6; k++) states[6 * n + k] = one[k]!;
  return true;
}

const CELLS_ACROSS = 2 * Math.ceil(CUBE_TOP_KM / CUBE_KM);

/** Number of the cube that holds a point. */
function cellOf(x: number, y: number, z: number): number {
  const half = CELLS_ACROSS / 2;
  const ix = Math.floor(x / CUBE_KM) + half;
  const iy = Math.floor(y / CUBE_KM) + half;
  const iz = Math.floor(z / CUBE_KM) + half;
  return ix + CELLS_ACROSS * (iy + CELLS_ACROSS * iz);
}

/** Factor of a pair's probability: 0 inside a fleet that keeps clear, else the residual for each body that does. */
function clearance(sky: Population, i: number, j: number): number {
  const first = (sky.flags[i]! & KEEPS_CLEAR) === KEEPS_CLEAR;
  const second = (sky.flags[j]! & KEEPS_CLEAR) === KEEPS_CLEAR;
  if (first && second) return sky.fleet[i]! > 0 && sky.fleet[i] === sky.fleet[j] ? 0 : AVOIDANCE_RESIDUAL ** 2;
  return first || second ? AVOIDANCE_RESIDUAL : 1;
}

function relativeSpeed(states: Float64Array, n: number, m: number): number {
  const x = states[6 * n + 3]! - states[6 * m + 3]!;
  const y = states[6 * n + 4]! - states[6 * m + 4]!;
  const z = states[6 * n + 5]! - states[6 * m + 5]!;
  return Math.sqrt(x * x + y * y + z * z);
}
