/**
 * A break-up, step by step, after NASA's standard model (sources in fragments.ts):
 *
 *   1 energy        how hard was it hit, is it catastrophic            (projectile energy per target mass, 40 J/g)
 *   2 number        how many fragments of which size                   (power laws)
 *   3 fragments     size, parent, area-to-mass, mass, kick of each     (fragments.ts)
 *   4 mass          close each parent's mass: drop what is too much, place the rest in a few large pieces
 *   5 momentum      each parent's fragments together carry exactly its momentum
 *   6 orbits        position of the target, velocity of the parent plus the kick; what is not in orbit leaves
 *   7 rows          causal ids, pedigree, ballistic coefficient
 *
 * Mean elements are read as osculating ones here: the difference, some km, is less than the model's own spread.
 */

import { causalId, draw, type Key, narrow, streamOf } from './chance.ts';
import { EARTH_RADIUS_KM, elementsInto, MU_KM3_S2, stateInto } from './elements.ts';
import { sizeOfMassM } from './estimates.ts';
import {
  type BreakUpKind,
  ejectionSpeedKms,
  emptyFragments,
  type FragmentSource,
  type Fragments,
  fragmentAreaM2,
  sampleFragments,
} from './fragments.ts';
import { ACTIVE, CREWED, DEBRIS, MANOEUVRABLE, NO_ROW, type Row, STAGE } from './population.ts';

/** Specific energy above which both bodies shatter, J per kg of the heavier one (40 J/g). */
export const CATASTROPHIC_J_KG = 40_000;
/** Sizes from 1 m up are left to the large pieces of the mass closure. */
const LARGEST_FRAGMENT_M = 1;
/** No kick is faster than this share of the closing speed, nor than 3 km/s (the tails of the speed law are unphysical). */
const MAX_KICK_SHARE = 1.3;
const MAX_KICK_KMS = 3;
/** Fragments with a lower perigee re-enter within a revolution or two. */
const LOWEST_PERIGEE_KM = 120;
/** Beyond this share of the escape speed a fragment counts as gone. */
const ESCAPE_SHARE = 0.99;
/** Sizes at which the answer counts fragments, m. */
const COUNTED_SIZES_M = [0.1, 0.2, 0.5, 1] as const;

/** Scales that fit the model to real clouds, and how much of the cloud to keep. */
export type Tuning = {
  /** factor on the ballistic area-to-mass ratio alone; 2 fits the decay of real clouds */
  readonly amScale: number;
  /** factor on the kicks, before momentum is closed; 0.5 fits the spread of real clouds */
  readonly dvScale: number;
  /** smallest fragment that becomes a row, m */
  readonly minSizeM: number;
  /** rows stand for this many fragments each: 1, or 20 in the thin sky */
  readonly rowWeight: number;
};

/** As played: tracked fragments, and the two factors that match the clouds of 2007 and 2009 best. */
export const PLAY_TUNING: Tuning = { amScale: 2, dvScale: 0.5, minSizeM: 0.1, rowWeight: 1 };

/** What hits: a body on a suborbital path (its fragments rarely stay), or an object of the sky. */
type Projectile = { readonly massKg: number; readonly speedKms: number } | { readonly row: Row };

/**
 * What breaks up, where and how. The target's mean anomaly says where; a projectile row hits there with the velocity
 * it has at its own mean anomaly. `breakupId` is handed in and causal: an order's id, or the pair and month.
 */
export type BreakUpSpec =
  | {
      readonly kind: 'collision';
      readonly breakupId: number;
      readonly target: Row;
      readonly projectile: Projectile;
      readonly month: number;
    }
  | {
      readonly kind: 'explosion';
      readonly breakupId: number;
      readonly target: Row;
      readonly scaleS: number;
      readonly month: number;
    };

export type BreakUp = {
  readonly breakupId: number;
  /** new rows: fragments in orbit and, after a hit that is not catastrophic, the target itself, lighter */
  readonly rows: readonly Row[];
  readonly catastrophic: boolean;
  /** kinetic energy of the projectile per mass of the heavier body; 0 for an explosion */
  readonly energyJPerG: number;
  /** closing speed, km/s; 0 for an explosion */
  readonly speedKms: number;
  /** mass that came apart, kg */
  readonly massKg: number;
  /** fragments that the number law gave, before the masses were closed */
  readonly drawn: number;
  /** all pieces of at least each size, after the masses were closed, in orbit or not */
  readonly countBySize: readonly { readonly minSizeM: number; readonly count: number }[];
  /** pieces that are not in orbit: too low a perigee, or escaped */
  readonly left: number;
  /** pieces of 1-10 cm by the number law, for the statistics of shells */
  readonly smallCount: number;
};

/** Fragments after steps 1-5: kicks are relative to the parents' velocities. */
export type Cloud = {
  readonly fragments: Fragments;
  /** fragments drawn by the number law; the rest are the large pieces of the mass closure */
  readonly drawn: number;
  readonly catastrophic: boolean;
  readonly energyJPerG: number;
  readonly massKg: number;
  /** index of the piece that is the cratered target, or -1 */
  readonly remnant: number;
};

/** Step 1: specific energy, J/kg: half m_p v^2 over m_t, the lighter body over the heavier one. */
export const specificEnergyJKg = (massAKg: number, massBKg: number, speedKms: number): number =>
  (0.5 * Math.min(massAKg, massBKg) * speedKms * speedKms * 1e6) / Math.max(massAKg, massBKg);

/** The lightest projectile (kg) that shatters a target: 80,000 m_t / v^2 with v in m/s. */
export const catastrophicThresholdKg = (targetMassKg: number, speedKms: number): number =>
  (2 * CATASTROPHIC_J_KG * targetMassKg) / (speedKms * speedKms * 1e6);

/**
 * The mass M (kg) of the collision's number law: all of both bodies when catastrophic, else m_p v^2 with v in km/s, its
 * number read as kg (Krisko, ODQN 15(4), eq. 4), at most all of both.
 */
export function collisionMassKg(massAKg: number, massBKg: number, speedKms: number): number {
  const both = massAKg + massBKg;
  if (specificEnergyJKg(massAKg, massBKg, speedKms) >= CATASTROPHIC_J_KG) return both;
  return Math.min(both, Math.min(massAKg, massBKg) * speedKms * speedKms);
}

/**
 * Step 2: expected number of fragments of at least `sizeM`.
 * Collision: 0.1 M^0.75 Lc^-1.71, M in kg. Explosion: 6 S Lc^-1.6 (fitted to stages of 600-1,000 kg, up to about 1 m).
 */
export function expectedCounts(kind: BreakUpKind, massKgOrScale: number, sizeM: number): number {
  return kind === 'collision' ? 0.1 * massKgOrScale ** 0.75 * sizeM ** -1.71 : 6 * massKgOrScale * sizeM ** -1.6;
}

/** What steps 2-5 need to know. */
type Bodies = {
  readonly kind: BreakUpKind;
  readonly sources: readonly FragmentSource[];
  readonly lawMass: number;
  readonly maxKickKms: number;
  readonly energyJPerG: number;
  readonly catastrophic: boolean;
};

/** Step 1 for a specification: the bodies that come apart. */
function bodiesOf(spec: BreakUpSpec, speedKms: number): Bodies {
  const target = sourceOf(spec.target);
  if (spec.kind === 'explosion')
    return {
      kind: 'explosion',
      sources: [target],
      lawMass: spec.scaleS,
      maxKickKms: MAX_KICK_KMS,
      energyJPerG: 0,
      catastrophic: true,
    };
  const projectile =
    'row' in spec.projectile
      ? sourceOf(spec.projectile.row)
      : {
          massKg: spec.projectile.massKg,
          sizeM: sizeOfMassM(spec.projectile.massKg),
          fromStage: false,
        };
  const energy = specificEnergyJKg(target.massKg, projectile.massKg, speedKms);
  const catastrophic = energy >= CATASTROPHIC_J_KG;
  return {
    kind: 'collision',
    // A hit below the threshold leaves one body: the heavier one, with the other one buried in it.
    sources: catastrophic
      ? [target, projectile]
      : [
          {
            ...(target.massKg >= projectile.massKg ? target : projectile),
            massKg: target.massKg + projectile.massKg,
          },
        ],
    lawMass: collisionMassKg(target.massKg, projectile.massKg, speedKms),
    maxKickKms: Math.min(MAX_KICK_KMS, MAX_KICK_SHARE * speedKms),
    energyJPerG: energy / 1000,
    catastrophic,
  };
}

const sourceOf = (row: Row): FragmentSource => ({
  massKg: row.massKg,
  sizeM: row.sizeM > 0 ? row.sizeM : sizeOfMassM(row.massKg),
  fromStage: row.kind === STAGE,
});

/** Steps 1-5: the cloud in the frames of its parents. Depends on nothing but the specification, key and tuning. */
export function cloudOf(spec: BreakUpSpec, speedKms: number, key: Key, tuning: Tuning = PLAY_TUNING): Cloud {
  const bodies = bodiesOf(spec, speedKms);
  const next = streamOf(narrow(key, 'fragments', spec.breakupId));
  const largest = Math.max(LARGEST_FRAGMENT_M, 2 * tuning.minSizeM);
  const drawn = Math.round(
    expectedCounts(bodies.kind, bodies.lawMass, tuning.minSizeM) - expectedCounts(bodies.kind, bodies.lawMass, largest),
  );
  const sampled = sampleFragments(
    {
      kind: bodies.kind,
      count: drawn,
      minSizeM: tuning.minSizeM,
      maxSizeM: largest,
      sources: bodies.sources,
      dvScale: tuning.dvScale,
      maxKickKms: bodies.maxKickKms,
    },
    next,
  );
  const closed = closeMass(sampled, bodies, narrow(key, 'large pieces', spec.breakupId), tuning);
  closeMomentum(closed.fragments, bodies.sources.length);
  return {
    ...closed,
    drawn,
    catastrophic: bodies.catastrophic,
    energyJPerG: bodies.energyJPerG,
    massKg: bodies.kind === 'explosion' ? spec.target.massKg : bodies.lawMass,
  };
}

/**
 * Step 4. Each parent's fragments weigh at most what the parent (or, after a hit that is not catastrophic, the law's ejected
 * mass) weighed: the heaviest are dropped until they do. The rest of a parent becomes 2-8 compact pieces with random shares,
 * or the one cratered body. What is smaller than the smallest row is within those pieces' mass.
 */
function closeMass(
  sampled: Fragments,
  bodies: Bodies,
  key: Key,
  tuning: Tuning,
): { fragments: Fragments; remnant: number } {
  const dropped = new Uint8Array(sampled.count);
  const pieces: { massKg: number; parent: number; place: number }[] = [];
  const next = streamOf(key);
  let remnant = -1;
  for (let parent = 0; parent < bodies.sources.length; parent++) {
    const source = bodies.sources[parent]!;
    const budget = bodies.catastrophic ? source.massKg : Math.min(bodies.lawMass, source.massKg / 2);
    let sum = 0;
    for (let i = 0; i < sampled.count; i++) if (sampled.parent[i] === parent) sum += sampled.massKg[i]!;
    sum = dropHeaviest(sampled, parent, sum, budget, dropped);
    const rest = source.massKg - sum;
    if (!bodies.catastrophic) {
      pieces.push({ massKg: rest, parent, place: 0 });
      continue;
    }
    const count = 2 + Math.floor(7 * next());
    const shares = Array.from({ length: count }, () => -Math.log(1 - next()));
    const whole = shares.reduce((a, b) => a + b, 0);
    // Pieces too small for a row would be lost: then the rest is one piece.
    const split = sizeOfMassM((rest * Math.min(...shares)) / whole) >= tuning.minSizeM;
    if (split) pieces.push(...shares.map((share, place) => ({ massKg: (rest * share) / whole, parent, place })));
    else if (sizeOfMassM(rest) >= tuning.minSizeM) pieces.push({ massKg: rest, parent, place: 0 });
  }
  let kept = 0;
  for (let i = 0; i < sampled.count; i++) kept += 1 - dropped[i]!;
  const fragments = emptyFragments(kept + pieces.length);
  keepInto(fragments, sampled, dropped);
  let to = kept;
  for (const { massKg, parent, place } of pieces) {
    const sizeM = bodies.catastrophic ? sizeOfMassM(massKg) : bodies.sources[parent]!.sizeM;
    const areaM2 = fragmentAreaM2(sizeM);
    const chi = Math.log10(areaM2 / massKg);
    fragments.sizeM[to] = sizeM;
    fragments.areaM2[to] = areaM2;
    fragments.massKg[to] = massKg;
    fragments.chi[to] = chi;
    fragments.parent[to] = parent;
    if (bodies.catastrophic) {
      const uniform = (what: string): number => draw(key, what, parent, place);
      const z = Math.sqrt(-2 * Math.log(1 - uniform('speed'))) * Math.cos(2 * Math.PI * uniform('speed angle'));
      const kick = Math.min(bodies.maxKickKms, tuning.dvScale * ejectionSpeedKms(bodies.kind, chi, z));
      const cosPolar = 2 * uniform('polar') - 1;
      const sinPolar = Math.sqrt(1 - cosPolar * cosPolar);
      const around = 2 * Math.PI * uniform('around');
      fragments.kickX[to] = kick * sinPolar * Math.cos(around);
      fragments.kickY[to] = kick * sinPolar * Math.sin(around);
      fragments.kickZ[to] = kick * cosPolar;
    } else remnant = to;
    to++;
  }
  return { fragments, remnant };
}
/** Copies what is not dropped, column by column. */
function keepInto(out: Fragments, sampled: Fragments, dropped: Uint8Array): void {
  for (const column of COLUMNS) {
    const from = sampled[column];
    const into = out[column];
    let to = 0;
    for (let i = 0; i < sampled.count; i++) if (dropped[i] === 0) into[to++] = from[i]!;
  }
}

/** Marks the heaviest fragments of a parent, of equal ones the first, until the rest weigh at most `budget`; what those weigh. */
function dropHeaviest(sampled: Fragments, parent: number, sum: number, budget: number, dropped: Uint8Array): number {
  if (sum <= budget) return sum;
  const own = sampled.massKg.filter((_, i) => sampled.parent[i] === parent).sort();
  let left = own.length;
  let rest = sum;
  while (rest > budget && left > 0) rest -= own[--left]!;
  const lightest = own[left]!;
  // Of those as heavy as the lightest one to go, as many as the count of the others leaves.
  let ties = 0;
  for (let k = left; k < own.length && own[k] === lightest; k++) ties++;
  for (let i = 0; i < sampled.count; i++)
    if (
      sampled.parent[i] === parent &&
      (sampled.massKg[i]! > lightest || (sampled.massKg[i] === lightest && ties-- > 0))
    )
      dropped[i] = 1;
  return rest;
}

const COLUMNS = ['sizeM', 'chi', 'areaM2', 'massKg', 'kickX', 'kickY', 'kickZ', 'parent'] as const;

/** Step 5, in place: the mass-weighted mean kick of each parent's fragments is taken off all of them. */
function closeMomentum(fragments: Fragments, parents: number): void {
  const { massKg, parent, count } = fragments;
  const mass = new Float64Array(parents);
  for (let i = 0; i < count; i++) mass[parent[i]!] = mass[parent[i]!]! + massKg[i]!;
  const mean = new Float64Array(parents);
  for (const kick of [fragments.kickX, fragments.kickY, fragments.kickZ]) {
    mean.fill(0);
    for (let i = 0; i < count; i++) mean[parent[i]!] = mean[parent[i]!]! + massKg[i]! * kick[i]!;
    for (let p = 0; p < parents; p++) mean[p] = mean[p]! / mass[p]!;
    for (let i = 0; i < count; i++) kick[i] = kick[i]! - mean[parent[i]!]!;
  }
}

/** Where it happens: position of the target and velocities of both bodies, km and km/s, each as three numbers. */
export type Encounter = {
  readonly rKm: Float64Array;
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
  const rKm = state.subarray(0, 3);
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
  const [x, y, z] = encounter.rKm as unknown as [number, number, number];
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
  const [x, y, z] = encounter.rKm as unknown as [number, number, number];
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

/** The whole break-up, steps 1-7. Same specification, key and tuning: same rows. */
export function breakUp(spec: BreakUpSpec, key: Key, tuning: Tuning = PLAY_TUNING): BreakUp {
  const encounter = encounterOf(spec);
  const cloud = cloudOf(spec, encounter.speedKms, key, tuning);
  const elements = cloudElements(spec, encounter, cloud);
  const { fragments } = cloud;
  const other = spec.kind === 'collision' && 'row' in spec.projectile ? spec.projectile.row : null;
  const heavier = other && other.massKg > spec.target.massKg ? other : spec.target;
  const parents = cloud.catastrophic ? [spec.target, other ?? NO_ROW] : [heavier];
  const placeInParent = [0, 0];
  const rows: Row[] = [];
  let left = 0;
  for (let i = 0; i < fragments.count; i++) {
    const source = fragments.parent[i]!;
    const parent = parents[source]!;
    const place = placeInParent[source]!++;
    const el = elements.subarray(6 * i, 6 * i + 6);
    if (Number.isNaN(el[0]!)) {
      left++;
      continue;
    }
    const orbit = {
      semiMajorAxisKm: el[0]!,
      eccentricity: el[1]!,
      inclinationRad: el[2]!,
      raanRad: el[3]!,
      argPerigeeRad: el[4]!,
      meanAnomalyRad: el[5]!,
    };
    const massKg = fragments.massKg[i]!;
    if (i === cloud.remnant) {
      // Cratered: the same object, lighter and dead.
      const areaToMassM2Kg = (parent.areaToMassM2Kg * parent.massKg) / massKg;
      const flags = parent.flags & ~(ACTIVE | MANOEUVRABLE | CREWED);
      rows.push({ ...parent, ...orbit, massKg, areaToMassM2Kg, flags });
      continue;
    }
    const id = causalId('fragment', spec.breakupId, parent.id, place);
    if (tuning.rowWeight > 1 && draw(key, 'thin', id) * tuning.rowWeight >= 1) continue;
    const areaM2 = fragments.areaM2[i]!;
    rows.push({
      ...NO_ROW,
      ...orbit,
      id,
      breakupId: spec.breakupId,
      parentId: parent.id,
      massKg,
      areaM2,
      areaToMassM2Kg: (tuning.amScale * areaM2) / massKg,
      sizeM: fragments.sizeM[i]!,
      weight: tuning.rowWeight,
      birthMonth: spec.month,
      owner: parent.owner,
      fleet: parent.fleet,
      kind: DEBRIS,
    });
  }
  const law = spec.kind === 'collision' ? cloud.massKg : spec.scaleS;
  return {
    breakupId: spec.breakupId,
    rows,
    catastrophic: cloud.catastrophic,
    energyJPerG: cloud.energyJPerG,
    speedKms: encounter.speedKms,
    massKg: cloud.massKg,
    drawn: cloud.drawn,
    countBySize: COUNTED_SIZES_M.map((minSizeM) => ({
      minSizeM,
      count: fragments.sizeM.reduce((n, size) => n + (size >= minSizeM ? 1 : 0), 0),
    })),
    left,
    smallCount: expectedCounts(spec.kind, law, 0.01) - expectedCounts(spec.kind, law, 0.1),
  };
}
