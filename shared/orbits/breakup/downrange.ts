/**
 * What the published law of a collision leaves out: the push downrange, and how light the bodies were built.
 *
 * The law throws pieces evenly in all directions and treats all spacecraft alike. Real clouds say otherwise. Of the pieces of
 * Fengyun-1C, with A/M read from their decay between October 2008 and November 2021, the small and dense ones flew slower
 * than their parent, the others did not: mean along-track speed -26, -16, -10 and -2 m/s for radar cross-sections up to 0.01,
 * 0.02 and 0.05 m^2 and above where A/M was under 0.025 m^2/kg, but +19 to +29 m/s where it was 0.1-0.2 m^2/kg. Cosmos 2251
 * (2021 to 2025) is alike: -37, -39, -19 and -13 m/s. Both were hit from ahead, so backwards is downrange: where the
 * projectile flew, seen from the body. The debris behind a pierced wall leaves so in every hypervelocity test. The largest
 * piece of Fengyun-1C went the other way, by 7 m/s.
 *
 * Rule, the same for all collisions: a piece smaller than 0.3 m with A/M (by the law, times the lightness of its body) under
 * 0.045 m^2/kg is pushed downrange by a speed drawn from an exponential law of mean `pushMs` x (0.1 m / size) / lightness;
 * the large remains of the same body give that momentum back, so each body's pieces together still carry exactly its own.
 * `pushMs` and the threshold are fitted to the spread of the real clouds (server/validation/clouds.ts). This step stands in
 * no published model; others that balance momentum let the bodies exchange some of it (M. E. Sorge, Satellite Fragmentation
 * Modeling with IMPACT, AIAA/AAS Astrodynamics Specialist Conference, 2008). An exchange in proportion to the projectile's
 * mass cannot be read in the clouds: the pieces of Cosmos 2251 were pushed as hard by 560 kg as those of Fengyun-1C by an
 * interceptor, those of Iridium 33 by 900 kg hardly at all.
 */
import type { Stream } from '../table/chance.ts';
import { bulkAreaToMass } from '../table/estimates.ts';
import { PAYLOAD, type Row, STAGE } from '../table/population.ts';
import type { Fragments } from './fragments.ts';

/**
 * Spacecraft and stages have about this share of the A/M that the bulk density law gives for their mass: those not at work
 * in low orbit, by their decay 2006-2008, 2008-2021 and 2021-2025; medians by mass class are mostly 0.6 to 0.8.
 */
const TYPICAL_OF_BULK = 0.7;
/** One reading of a decay may be off by a factor of two; so may the lightness, not more. */
const LIGHTEST = 2;
/** Two A/M that differ by less than this share are one. */
const SAME = 1e-3;

/**
 * How light a body is built: its A/M over the typical one of its mass, 0.5 to 2. It multiplies the ballistic A/M of its
 * pieces: Iridium satellites have 1.7 of the typical A/M, and the pieces of Iridium 33 come down as much faster than those
 * of Cosmos 2251. 1 for a body whose A/M nobody measured (then it is its estimated area by its mass) and for debris.
 */
export function lightnessOf({ kind, massKg, areaM2, areaToMassM2Kg }: Row): number {
  if ((kind !== PAYLOAD && kind !== STAGE) || areaToMassM2Kg <= 0 || massKg <= 0) return 1;
  if (Math.abs((areaToMassM2Kg * massKg) / areaM2 - 1) < SAME) return 1;
  const lightness = areaToMassM2Kg / (TYPICAL_OF_BULK * bulkAreaToMass(massKg));
  return Math.min(LIGHTEST, Math.max(1 / LIGHTEST, lightness));
}

/** Pieces from this size on are remains: not pushed, they recoil, m. */
const REMAINS_M = 0.3;
/** Pieces with a larger A/M, after lightness, are not pushed, m^2/kg. */
const DENSE_M2_KG = 0.045;
/** Size for which the mean push is given, m. */
const REFERENCE_M = 0.1;

/** One body of a collision: how light it is, and the unit vector along which the other one flies, seen from it. */
export type Struck = { readonly lightness: number; readonly downrange: ArrayLike<number> };

/** Pushes the small dense pieces of each body downrange, in place, and takes the momentum from its remains. */
export function pushDownrange(fragments: Fragments, struck: readonly Struck[], pushMs: number, next: Stream): void {
  const { count, sizeM, chi, massKg, parent, kickX, kickY, kickZ } = fragments;
  const densest = struck.map(({ lightness }) => Math.log10(DENSE_M2_KG / lightness));
  const meanKmsM = struck.map(({ lightness }) => ((pushMs / 1000) * REFERENCE_M) / lightness);
  const given = new Float64Array(struck.length);
  const remainsKg = new Float64Array(struck.length);
  const allKg = new Float64Array(struck.length);
  const draws = new Float64Array(count);
  next.fill(draws);
  let used = 0;
  for (let i = 0; i < count; i++) {
    const from = parent[i]!;
    allKg[from] = allKg[from]! + massKg[i]!;
    if (sizeM[i]! >= REMAINS_M) {
      remainsKg[from] = remainsKg[from]! + massKg[i]!;
      continue;
    }
    if (chi[i]! >= densest[from]!) continue;
    const pushKms = (-Math.log(1 - draws[used++]!) * meanKmsM[from]!) / sizeM[i]!;
    const { downrange } = struck[from]!;
    kickX[i] = kickX[i]! + pushKms * downrange[0]!;
    kickY[i] = kickY[i]! + pushKms * downrange[1]!;
    kickZ[i] = kickZ[i]! + pushKms * downrange[2]!;
    given[from] = given[from]! + massKg[i]! * pushKms;
  }
  for (let i = 0; i < count; i++) {
    const from = parent[i]!;
    // A body without remains recoils as a whole.
    const whole = remainsKg[from] === 0;
    if (!whole && sizeM[i]! < REMAINS_M) continue;
    const recoilKms = given[from]! / (whole ? allKg[from]! : remainsKg[from]!);
    const { downrange } = struck[from]!;
    kickX[i] = kickX[i]! - recoilKms * downrange[0]!;
    kickY[i] = kickY[i]! - recoilKms * downrange[1]!;
    kickZ[i] = kickZ[i]! - recoilKms * downrange[2]!;
  }
}
