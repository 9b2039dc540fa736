/** Step 6 of a break-up: where it happens, how fast the bodies are, and the orbits of the pieces. */

import { EARTH_RADIUS_KM, elementsInto, MU_KM3_S2, stateInto } from '../table/elements.ts';
import type { Row } from '../table/population.ts';
import type { BreakUpSpec, Cloud } from './specification.ts';

/** Fragments with a lower perigee re-enter within a revolution or two. */
const LOWEST_PERIGEE_KM = 120;
/** Beyond this share of the escape speed a fragment counts as gone. */
const ESCAPE_SHARE = 0.99;
/** Where it happens: position of the target and velocities of both bodies, km and km/s, each as three numbers. */
export type Encounter = {
  readonly rKm: readonly [x: number, y: number, z: number];
  /** target's, then projectile's */
  readonly vKms: readonly Float64Array[];
  readonly speedKms: number;
};

/**
 * State of the encounter. A suborbital projectile is taken head-on: v_p = v_t (1 - closing speed / |v_t|). For an explosion
 * there is one velocity.
 */
export function encounterOf(spec: BreakUpSpec): Encounter {
  const state = stateAt(spec.target);
  const rKm = [state[0]!, state[1]!, state[2]!] as const;
  const target = state.subarray(3, 6);
  if (spec.kind === 'explosion') return { rKm, vKms: [target], speedKms: 0 };
  if ('row' in spec.projectile) {
    const other = stateAt(spec.projectile.row).subarray(3, 6);
    return { rKm, vKms: [target, other], speedKms: Math.hypot(...target.map((v, i) => v - other[i]!)) };
  }
  const { speedKms } = spec.projectile;
  const factor = 1 - speedKms / Math.hypot(...target);
  return { rKm, vKms: [target, target.map((v) => v * factor)], speedKms };
}

function stateAt(row: Row): Float64Array {
  const out = new Float64Array(6);
  stateInto(
    out,
    row.semiMajorAxisKm,
    row.eccentricity,
    row.inclinationRad,
    row.raanRad,
    row.argPerigeeRad,
    row.meanAnomalyRad,
  );
  return out;
}

/** Velocity of each source: its own, or that of the two bodies' common centre of mass after a hit that leaves one body. */
function sourceVelocities(spec: BreakUpSpec, encounter: Encounter, catastrophic: boolean): readonly Float64Array[] {
  if (catastrophic || spec.kind === 'explosion') return encounter.vKms;
  const massA = spec.target.massKg;
  const massB = 'row' in spec.projectile ? spec.projectile.row.massKg : spec.projectile.massKg;
  const [a, b] = encounter.vKms;
  return [a!.map((v, i) => (massA * v + massB * b![i]!) / (massA + massB))];
}

/**
 * Step 6: elements of each fragment, six numbers per fragment (a, e, i, node, perigee, mean anomaly), NaN where it is not in
 * orbit: perigee below 120 km, or faster than 0.99 of the escape speed.
 */
export function cloudElements(spec: BreakUpSpec, encounter: Encounter, cloud: Cloud): Float64Array {
  const { fragments } = cloud;
  const velocities = sourceVelocities(spec, encounter, cloud.catastrophic);
  const [x, y, z] = encounter.rKm;
  const fastest2 = (ESCAPE_SHARE * ESCAPE_SHARE * 2 * MU_KM3_S2) / Math.hypot(x, y, z);
  const out = new Float64Array(6 * fragments.count);
  const one = new Float64Array(6);
  for (let i = 0; i < fragments.count; i++) {
    const v = velocities[fragments.parent[i]!]!;
    const vx = v[0]! + fragments.kickX[i]!;
    const vy = v[1]! + fragments.kickY[i]!;
    const vz = v[2]! + fragments.kickZ[i]!;
    const bound = vx * vx + vy * vy + vz * vz < fastest2 && elementsInto(one, x, y, z, vx, vy, vz);
    if (!bound || one[0]! * (1 - one[1]!) < EARTH_RADIUS_KM + LOWEST_PERIGEE_KM) one.fill(Number.NaN);
    out.set(one, 6 * i);
  }
  return out;
}

/** As `cloudElements`, but semi-major axis and eccentricity alone, two numbers per fragment: four times faster. */
export function cloudOrbits(spec: BreakUpSpec, encounter: Encounter, cloud: Cloud): Float64Array {
  const { kickX, kickY, kickZ, parent, count } = cloud.fragments;
  const velocities = sourceVelocities(spec, encounter, cloud.catastrophic);
  const [x, y, z] = encounter.rKm;
  const r = Math.hypot(x, y, z);
  const fastest2 = (ESCAPE_SHARE * ESCAPE_SHARE * 2 * MU_KM3_S2) / r;
  const out = new Float64Array(2 * count).fill(Number.NaN);
  for (let i = 0; i < count; i++) {
    const v = velocities[parent[i]!]!;
    const vx = v[0]! + kickX[i]!;
    const vy = v[1]! + kickY[i]!;
    const vz = v[2]! + kickZ[i]!;
    const v2 = vx * vx + vy * vy + vz * vz;
    if (v2 >= fastest2) continue;
    // Vis-viva, and e from e cos E = 1 - r / a and e sin E = r . v / sqrt(mu a).
    const a = 1 / (2 / r - v2 / MU_KM3_S2);
    const eCosE = 1 - r / a;
    const radial = x * vx + y * vy + z * vz;
    const e = Math.sqrt(eCosE * eCosE + (radial * radial) / (MU_KM3_S2 * a));
    if (e >= 1 || a * (1 - e) < EARTH_RADIUS_KM + LOWEST_PERIGEE_KM) continue;
    out[2 * i] = a;
    out[2 * i + 1] = e;
  }
  return out;
}
