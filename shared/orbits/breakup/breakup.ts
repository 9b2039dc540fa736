/**
 * A break-up, step by step, after NASA's standard model (sources in fragments.ts):
 *
 *   1 energy        how hard was it hit, is it catastrophic            (projectile energy per target mass, 40 J/g)
 *   2 number        how many fragments of which size                   (power laws)
 *   3 fragments     size, parent, area-to-mass, mass, kick of each     (fragments.ts)
 *   4 mass          close each parent's mass: drop what is too much, place the rest in a few large pieces
 *   5 momentum      small dense pieces are pushed downrange (downrange.ts); each parent's fragments together carry exactly its
 *                   momentum, the large ones taking the recoil
 *   6 orbits        position of the target, velocity of the parent plus the kick; what is not in orbit leaves
 *   7 rows          causal ids, pedigree, ballistic coefficient (the body's lightness counts)
 *
 * Mean elements are read as osculating ones here: the difference, some km, is less than the model's own spread.
 */

import { causalId, draw, type Key } from '../table/chance.ts';
import { ACTIVE, CREWED, DEBRIS, MANOEUVRABLE, NO_ROW, type Row } from '../table/population.ts';
import { expectedCounts } from './breakup-laws.ts';
import { cloudOf } from './cloud.ts';
import { cloudElements, encounterOf } from './encounter.ts';
import type { BreakUpSpec } from './specification.ts';
import { ballisticFactor, PLAY_TUNING, scalesOf, type Tuning } from './tuning.ts';

/** Sizes at which the answer counts fragments, m. */
const COUNTED_SIZES_M = [0.1, 0.2, 0.5, 1] as const;

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

/**
 * In a thinned sky small pieces are sampled, each standing for `rowWeight`; a large one would carry the mass of a whole body
 * so, and stays as it is. The sample never weighs more than the small pieces it stands for.
 */
const isLarge = (massKg: number, cloudKg: number, { rowWeight }: Tuning): boolean =>
  massKg * rowWeight * LARGE_SHARE >= cloudKg;
const LARGE_SHARE = 20;

/** The whole break-up, steps 1-7. Same specification, key and tuning: same rows. */
export function breakUp(spec: BreakUpSpec, key: Key, tuning: Tuning = PLAY_TUNING): BreakUp {
  const encounter = encounterOf(spec);
  const cloud = cloudOf(spec, encounter.speedKms, key, tuning);
  const elements = cloudElements(spec, encounter, cloud);
  const { fragments } = cloud;
  const scales = scalesOf(spec, tuning);
  const other = spec.kind === 'collision' && 'row' in spec.projectile ? spec.projectile.row : null;
  const heavier = other && other.massKg > spec.target.massKg ? other : spec.target;
  const parents = cloud.catastrophic ? [spec.target, other ?? NO_ROW] : [heavier];
  const placeInParent = [0, 0];
  const rows: Row[] = [];
  let left = 0;
  let smallKg = 0;
  let sampledKg = 0;
  for (const massKg of fragments.massKg.subarray(0, fragments.count))
    if (!isLarge(massKg, cloud.massKg, tuning)) smallKg += massKg;
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
    const weight = isLarge(massKg, cloud.massKg, tuning) ? 1 : tuning.rowWeight;
    if (weight > 1) {
      if (draw(key, 'thin', id) * weight >= 1 || sampledKg + weight * massKg > smallKg) continue;
      sampledKg += weight * massKg;
    }
    const areaM2 = fragments.areaM2[i]!;
    rows.push({
      ...NO_ROW,
      ...orbit,
      id,
      breakupId: spec.breakupId,
      parentId: parent.id,
      massKg,
      areaM2,
      areaToMassM2Kg: (ballisticFactor(scales, fragments.chi[i]!) * cloud.lightness[source]! * areaM2) / massKg,
      sizeM: fragments.sizeM[i]!,
      weight,
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
