/**
 * Where the fragments of a break-up in a shell go: shares over shells and debris classes, from break-ups of a standard body
 * drawn with a fixed key. How pieces spread does not depend on the body's mass, only how many there are.
 */

import { expectedCounts } from '../breakup/breakup-laws.ts';
import { cloudOf } from '../breakup/cloud.ts';
import { cloudOrbits, encounterOf } from '../breakup/encounter.ts';
import type { BreakUpKind } from '../breakup/fragments.ts';
import type { BreakUpSpec, Cloud } from '../breakup/specification.ts';
import { ballisticFactor, PLAY_TUNING, scalesOf } from '../breakup/tuning.ts';
import { densityKgM3 } from '../motion/atmosphere.ts';
import { addResidence, SHELL_COUNT, SHELL_FLOOR_KM, SHELL_STEP_KM, shellFloorKm, shellOf } from '../table/altitudes.ts';
import { keyOf } from '../table/chance.ts';
import { EARTH_RADIUS_KM } from '../table/elements.ts';
import { NO_ROW, type Row, STAGE } from '../table/population.ts';

/** Debris classes by ballistic area-to-mass ratio, m^2/kg: below 0.03, 0.1, 0.3, and above. */
const BIN_EDGES = [0.03, 0.1, 0.3] as const;
const DEBRIS_BINS = BIN_EDGES.length + 1;

/** Debris class of a ballistic area-to-mass ratio. */
export function debrisBinOf(areaToMassM2Kg: number): number {
  let bin = 0;
  while (bin < BIN_EDGES.length && areaToMassM2Kg >= BIN_EDGES[bin]!) bin++;
  return bin;
}

/** Orbits whose apsides differ by less count as circular here, km. */
const NEARLY_CIRCULAR_KM = 80;
/** Density scale height at each shell's middle at F10.7 = 130 sfu, km. */
const SCALE_HEIGHTS_KM = Float64Array.from({ length: SHELL_COUNT }, (_, k) => {
  const low = shellFloorKm(k);
  return SHELL_STEP_KM / Math.log(densityKgM3(low, 130) / densityKgM3(low + SHELL_STEP_KM, 130));
});

/**
 * Residence for a model in which everything sinks as circular orbits do: an eccentric orbit's time in the shells is put where a
 * circular orbit lives as long. With perigee height h_p, scale height H and z = a e / H the lifetime is that of a circular
 * orbit at h_p times g(z), g ~ 1 + z for small z and 2/3 sqrt(2 pi) z^1.5 for large (from King-Hele's
 * de/dt = -B a n rho_p exp(-z) I_1(z)), so the altitude is h_p + H ln g.
 */
export function addSinkingResidence(
  out: Float64Array,
  offset: number,
  semiMajorAxisKm: number,
  eccentricity: number,
  weight: number,
): void {
  const perigee = semiMajorAxisKm * (1 - eccentricity) - EARTH_RADIUS_KM;
  if (2 * semiMajorAxisKm * eccentricity < NEARLY_CIRCULAR_KM || perigee < SHELL_FLOOR_KM || shellOf(perigee) < 0) {
    addResidence(out, offset, semiMajorAxisKm, eccentricity, weight);
    return;
  }
  scratch.fill(0);
  addResidence(scratch, 0, semiMajorAxisKm, eccentricity, weight);
  let inside = 0;
  for (let k = 0; k < SHELL_COUNT; k++) inside += scratch[k]!;
  const height = SCALE_HEIGHTS_KM[shellOf(perigee)]!;
  const z = (semiMajorAxisKm * eccentricity) / height;
  const lived = Math.log(1 + z + (2 / 3) * Math.sqrt(2 * Math.PI) * z * Math.sqrt(z));
  const altitude = Math.min(perigee + height * lived, semiMajorAxisKm - EARTH_RADIUS_KM);
  const shell = Math.min(SHELL_COUNT - 1, Math.floor((altitude - SHELL_FLOOR_KM) / SHELL_STEP_KM));
  out[offset + shell] = out[offset + shell]! + inside;
}

const scratch = new Float64Array(SHELL_COUNT);

/** Shares by place, without the places that have none. */
export type Shares = { readonly places: Int32Array; readonly shares: Float64Array };

export type FragmentKernel = {
  /** residence of tracked pieces per piece of the number law: place = debris class x SHELL_COUNT + shell */
  readonly tracked: Shares;
  /** residence of pieces of 1-10 cm per piece of the number law, by shell */
  readonly small: Shares;
};

const KERNEL_KEY = keyOf('fragment kernel');
/** Break-ups per kernel. */
const SAMPLES = 4;
/** Standard bodies: heavy enough for many tracked pieces, light enough for few small ones. */
const TRACKED_FROM_KG = 1000;
const SMALL_FROM_KG = 10;
/** A projectile that just shatters the body and adds no mass worth counting. */
const PROJECTILE = { share: 1e-3, speedKms: 10 } as const;

/** Kernels made so far: a pure function's values, kept because each takes about a millisecond. */
const made: { readonly [K in BreakUpKind]: (FragmentKernel | undefined)[] } = { collision: [], explosion: [] };

/** The kernel of a kind of break-up in the middle of a shell, with the scales as played. */
export function fragmentKernel(kind: BreakUpKind, shell: number): FragmentKernel {
  const known = made[kind][shell];
  if (known) return known;
  const tracked = new Float64Array(DEBRIS_BINS * SHELL_COUNT);
  const small = new Float64Array(SHELL_COUNT);
  for (const standard of standardClouds(kind)) addCloud(standard.tracked ? tracked : small, standard, shell);
  const kernel = { tracked: sharesOf(tracked), small: sharesOf(small) };
  made[kind][shell] = kernel;
  return kernel;
}

/** The means of sums over samples. */
function sharesOf(sums: Float64Array): Shares {
  const places = Int32Array.from(sums.keys()).filter((n) => sums[n]! > 0);
  return { places, shares: Float64Array.from(places, (n) => sums[n]! / SAMPLES) };
}

/** A cloud in the frames of its parents, which is the same in every shell. */
type StandardCloud = { readonly spec: BreakUpSpec; readonly cloud: Cloud; readonly tracked: boolean };

const clouds = new Map<BreakUpKind, readonly StandardCloud[]>();

/** The standard break-ups of a kind: SAMPLES with tracked pieces, SAMPLES with small ones. */
function standardClouds(kind: BreakUpKind): readonly StandardCloud[] {
  const known = clouds.get(kind);
  if (known) return known;
  const list = Array.from({ length: 2 * SAMPLES }, (_, n): StandardCloud => {
    const tracked = n < SAMPLES;
    const spec = specOf(kind, n % SAMPLES, tracked ? TRACKED_FROM_KG : SMALL_FROM_KG);
    const tuning = { ...PLAY_TUNING, minSizeM: tracked ? 0.1 : 0.01 };
    const speedKms = kind === 'collision' ? PROJECTILE.speedKms : 0;
    return { spec, cloud: cloudOf(spec, speedKms, KERNEL_KEY, tuning), tracked };
  });
  clouds.set(kind, list);
  return list;
}

/** The standard break-up: a near-polar circular orbit, where most mass is. */
function specOf(kind: BreakUpKind, sample: number, massKg: number): BreakUpSpec {
  const target: Row = {
    ...NO_ROW,
    // Any orbit gives the directions; `addCloud` places it.
    semiMajorAxisKm: EARTH_RADIUS_KM + SHELL_FLOOR_KM,
    eccentricity: 1e-4,
    inclinationRad: 1.5,
    massKg,
    kind: kind === 'explosion' ? STAGE : NO_ROW.kind,
  };
  const common = { breakupId: sample, target, month: 0 };
  return kind === 'explosion'
    ? { ...common, kind, scaleS: massKg / TRACKED_FROM_KG }
    : { ...common, kind, projectile: { massKg: massKg * PROJECTILE.share, speedKms: PROJECTILE.speedKms } };
}

/** Adds the residence of a cloud's pieces in the size range of its kernel, per piece of the number law, from a shell's middle. */
function addCloud(out: Float64Array, { spec, cloud, tracked }: StandardCloud, shell: number): void {
  const semiMajorAxisKm = EARTH_RADIUS_KM + shellFloorKm(shell) + SHELL_STEP_KM / 2;
  const placed: BreakUpSpec = { ...spec, target: { ...spec.target, semiMajorAxisKm } };
  const orbits = cloudOrbits(placed, encounterOf(placed), cloud);
  const { fragments } = cloud;
  const scales = scalesOf(spec, PLAY_TUNING);
  const law = spec.kind === 'collision' ? cloud.massKg : spec.scaleS;
  const counted = tracked
    ? expectedCounts(spec.kind, law, 0.1)
    : expectedCounts(spec.kind, law, 0.01) - expectedCounts(spec.kind, law, 0.1);
  for (let i = 0; i < fragments.count; i++) {
    if (Number.isNaN(orbits[2 * i]!) || fragments.sizeM[i]! >= 0.1 !== tracked) continue;
    const bin = tracked
      ? debrisBinOf((ballisticFactor(scales, fragments.chi[i]!) * fragments.areaM2[i]!) / fragments.massKg[i]!)
      : 0;
    addSinkingResidence(out, bin * SHELL_COUNT, orbits[2 * i]!, orbits[2 * i + 1]!, 1 / counted);
  }
}
