/** Steps 1 to 5 of a break-up: the pieces in the frames of their parents, mass and momentum closed. */

import { draw, type Key, narrow, streamOf } from '../table/chance.ts';
import { sizeOfMassM } from '../table/estimates.ts';
import { type Row, STAGE } from '../table/population.ts';
import { CATASTROPHIC_J_KG, collisionMassKg, expectedCounts, specificEnergyJKg } from './breakup-laws.ts';
import { lightnessOf, pushDownrange, type Struck } from './downrange.ts';
import { encounterOf } from './encounter.ts';
import {
  type BreakUpKind,
  ejectionSpeedKms,
  emptyFragments,
  type FragmentSource,
  type Fragments,
  firstFragments,
  fragmentAreaM2,
  type SpeedLaw,
  sampleFragments,
} from './fragments.ts';
import type { BreakUpSpec, Cloud } from './specification.ts';
import { PLAY_TUNING, scalesOf, type Tuning } from './tuning.ts';

/** Sizes from 1 m up are left to the large pieces of the mass closure. */
const LARGEST_FRAGMENT_M = 1;
/** No kick is faster than this share of the closing speed, nor than 3 km/s (the tails of the speed law are unphysical). */
const MAX_KICK_SHARE = 1.3;
const MAX_KICK_KMS = 3;
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
  const { dvScale } = scalesOf(spec, tuning);
  const law: SpeedLaw = {
    kind: bodies.kind,
    scale: dvScale,
    floorMs: bodies.kind === 'collision' ? tuning.floorMs : 0,
  };
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
      dvScale,
      floorMs: law.floorMs,
      maxKickKms: bodies.maxKickKms,
    },
    next,
    drawnColumns(drawn),
  );
  const closed = closeMass(sampled, bodies, narrow(key, 'large pieces', spec.breakupId), {
    law,
    minSizeM: tuning.minSizeM,
  });
  closeMomentum(closed.fragments, bodies.sources.length);
  const struck = struckOf(spec, bodies.catastrophic);
  if (spec.kind === 'collision' && tuning.pushMs > 0)
    pushDownrange(closed.fragments, struck, tuning.pushMs, streamOf(narrow(key, 'downrange', spec.breakupId)));
  return {
    ...closed,
    lightness: struck.map(({ lightness }) => lightness),
    drawn,
    catastrophic: bodies.catastrophic,
    energyJPerG: bodies.energyJPerG,
    massKg: bodies.kind === 'explosion' ? spec.target.massKg : bodies.lawMass,
  };
}

/** Columns for what is drawn: the same ones for every cloud, which keeps none of them (`closeMass` copies what stays). */
const drawnColumns = (count: number): Fragments =>
  count > COLUMNS_FOR_DRAWN.count ? emptyFragments(count) : firstFragments(COLUMNS_FOR_DRAWN, count);
/** Enough for 20 t at 10 cm. */
const COLUMNS_FOR_DRAWN = emptyFragments(10_000);

/** The bodies that come apart, as the push sees them, in the order of the sources. */
function struckOf(spec: BreakUpSpec, catastrophic: boolean): readonly Struck[] {
  if (spec.kind === 'explosion') return [{ lightness: 1, downrange: [0, 0, 0] }];
  const lightness = lightnessOf(spec.target);
  const [target, other] = encounterOf(spec).vKms;
  const relative = target!.map((v, axis) => other![axis]! - v);
  const speed = Math.hypot(...relative) || 1;
  const projectile = 'row' in spec.projectile ? spec.projectile.row : null;
  const pair = [
    { lightness, downrange: relative.map((v) => v / speed) },
    { lightness: projectile ? lightnessOf(projectile) : 1, downrange: relative.map((v) => -v / speed) },
  ];
  if (catastrophic) return pair;
  const projectileKg = projectile?.massKg ?? ('massKg' in spec.projectile ? spec.projectile.massKg : 0);
  return [pair[spec.target.massKg >= projectileKg ? 0 : 1]!];
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
  { law, minSizeM }: { law: SpeedLaw; minSizeM: number },
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
    const split = sizeOfMassM((rest * Math.min(...shares)) / whole) >= minSizeM;
    if (split) pieces.push(...shares.map((share, place) => ({ massKg: (rest * share) / whole, parent, place })));
    else if (sizeOfMassM(rest) >= minSizeM) pieces.push({ massKg: rest, parent, place: 0 });
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
      const kick = Math.min(bodies.maxKickKms, ejectionSpeedKms(law, chi, z));
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
/** Copies what is not dropped, column by column, in whole runs: few are dropped. */
function keepInto(out: Fragments, sampled: Fragments, dropped: Uint8Array): void {
  for (const column of COLUMNS) {
    const from = sampled[column];
    const into = out[column];
    for (let first = 0, to = 0; first < sampled.count; ) {
      const gap = dropped.indexOf(1, first);
      const end = gap < 0 ? sampled.count : gap;
      into.set(from.subarray(first, end), to);
      to += end - first;
      first = end + 1;
    }
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

/**
 * Step 5, in place: the pieces of each parent together carry none of its momentum away. The largest pieces, those that are half of its
 * mass or a little more, take the recoil: taken off all alike, the kicks of a few heavy pieces would shift those of a thousand small
 * ones, whose law is known.
 */
function closeMomentum(fragments: Fragments, parents: number): void {
  const { massKg, parent, count, kickX, kickY, kickZ } = fragments;
  for (let p = 0; p < parents; p++) {
    let all = 0;
    let heaviest = 0;
    const momentum = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      if (parent[i] !== p) continue;
      const mass = massKg[i]!;
      all += mass;
      if (mass > heaviest) heaviest = mass;
      momentum[0] = momentum[0]! + mass * kickX[i]!;
      momentum[1] = momentum[1]! + mass * kickY[i]!;
      momentum[2] = momentum[2]! + mass * kickZ[i]!;
    }
    if (all === 0) continue;
    let least = 2 * heaviest;
    let large = 0;
    while (2 * large < all) {
      least /= 2;
      large = 0;
      for (let i = 0; i < count; i++) if (parent[i] === p && massKg[i]! >= least) large += massKg[i]!;
    }
    for (let i = 0; i < count; i++) {
      if (parent[i] !== p || massKg[i]! < least) continue;
      kickX[i] = kickX[i]! - momentum[0]! / large;
      kickY[i] = kickY[i]! - momentum[1]! / large;
      kickZ[i] = kickZ[i]! - momentum[2]! / large;
    }
  }
}
