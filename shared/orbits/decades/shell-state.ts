/** Low orbit as the model of shells sees it: numbers by class of object and altitude, and what the classes are like. */

import { EXPLOSION_RATES } from '../motion/evolve.ts';
import { SHELL_COUNT } from '../table/altitudes.ts';
import { ACTIVE, PASSIVATED, PAYLOAD, type Population, STAGE } from '../table/population.ts';
import { addSinkingResidence, debrisBinOf } from './kernels.ts';

/** Classes of the model: debris by ballistic area-to-mass ratio (kernels.ts), last the pieces of 1-10 cm. */
export const SHELL_CLASSES = [
  'live',
  'derelict',
  'stage',
  'debris-0',
  'debris-1',
  'debris-2',
  'debris-3',
  'small',
] as const;
export const LIVE = 0;
export const DERELICT = 1;
export const STAGES = 2;
export const FIRST_DEBRIS = 3;
export const SMALL = SHELL_CLASSES.length - 1;
export const CLASS_COUNT = SHELL_CLASSES.length;
/** Classes that a catalogue holds. */
export const TRACKED = SHELL_CLASSES.length - 1;

/** Pieces of 1-10 cm per tracked fragment: ESA's 1.2 million against some 50,000 of 10 cm and more (2025). */
const SMALL_PER_DEBRIS = 24;

/** Low orbit at one moment, by class and shell. Plain data. */
export type ShellState = {
  /** objects: CLASS x SHELL, class-major */
  readonly counts: Float64Array;
  /** typical of each class (see `shellState`) */
  readonly massKg: Float64Array;
  readonly radiusKm: Float64Array;
  readonly areaToMassM2Kg: Float64Array;
  /** expected explosions per object and year, of stages and derelicts (mean over those there are) */
  readonly explosionsPerYear: Float64Array;
};

/** Class of a row. */
function classOf(kind: number, flags: number, areaToMassM2Kg: number): number {
  if (kind === PAYLOAD) return flags & ACTIVE ? LIVE : DERELICT;
  return kind === STAGE ? STAGES : FIRST_DEBRIS + debrisBinOf(areaToMassM2Kg);
}

/** The scale on which the mass of a class is averaged: logarithmic for pieces. */
const massOn = (c: number, massKg: number): number =>
  c < FIRST_DEBRIS ? massKg : Math.log(Math.max(massKg, LIGHTEST_PIECE_KG));
/** Keeps a mass of zero, which some rows have, out of the logarithm. */
const LIGHTEST_PIECE_KG = 1e-3;

/** Usual values of a class that a sky has no member of. */
const USUAL_MASS_KG = [500, 500, 1400, 2, 1, 0.5, 0.2, 0.002] as const;
export const USUAL_AREA_TO_MASS = [0.01, 0.01, 0.01, 0.02, 0.06, 0.17, 0.6, 0.2] as const;
const USUAL_RADIUS_KM = [1e-3, 1e-3, 2e-3, 1e-4, 1e-4, 1e-4, 1e-4, 1e-5] as const;

/**
 * The state of a sky: residence-weighted counts; mean radius of each class and mean mass of whole bodies; geometric mean of its
 * area-to-mass ratio (a decay time is proportional to 1 / (A/M), and classes are wide) and of the mass of pieces. The plain
 * mean of pieces is that of a few heavy ones, 30 kg, with which every hit would shatter both bodies; the geometric one, about
 * 1 kg, does as most pieces do. `month` dates the stages' age.
 */
export function shellState(sky: Population, month: number = sky.epochMonth): ShellState {
  const counts = new Float64Array(CLASS_COUNT * SHELL_COUNT);
  const sums = { weight: new Float64Array(CLASS_COUNT), mass: new Float64Array(CLASS_COUNT) };
  const radius = new Float64Array(CLASS_COUNT);
  const logRatio = new Float64Array(CLASS_COUNT);
  const ratioWeight = new Float64Array(CLASS_COUNT);
  const explosions = new Float64Array(CLASS_COUNT);
  const share = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++) {
    const flags = sky.flags[i]!;
    const c = classOf(sky.kind[i]!, flags, sky.areaToMassM2Kg[i]!);
    share.fill(0);
    addSinkingResidence(share, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]!);
    let w = 0;
    for (let k = 0; k < SHELL_COUNT; k++) {
      w += share[k]!;
      counts[c * SHELL_COUNT + k] = counts[c * SHELL_COUNT + k]! + share[k]!;
    }
    sums.weight[c] = sums.weight[c]! + w;
    sums.mass[c] = sums.mass[c]! + w * massOn(c, sky.massKg[i]!);
    radius[c] = radius[c]! + (w * Math.sqrt(sky.areaM2[i]! / Math.PI)) / 1000;
    if (sky.areaToMassM2Kg[i]! > 0) {
      logRatio[c] = logRatio[c]! + w * Math.log(sky.areaToMassM2Kg[i]!);
      ratioWeight[c] = ratioWeight[c]! + w;
    }
    if (c === DERELICT && !(flags & PASSIVATED)) explosions[c] = explosions[c]! + w * EXPLOSION_RATES.deadPayload;
    if (c === STAGES) {
      const quiet = (flags & PASSIVATED) !== 0 || month - sky.birthMonth[i]! > EXPLOSION_RATES.stageMonths;
      explosions[c] =
        explosions[c]! + w * (quiet ? EXPLOSION_RATES.passivatedStage : EXPLOSION_RATES.unpassivatedStage);
    }
  }
  for (let c = FIRST_DEBRIS; c < SMALL; c++)
    for (let k = 0; k < SHELL_COUNT; k++)
      counts[SMALL * SHELL_COUNT + k] =
        counts[SMALL * SHELL_COUNT + k]! + SMALL_PER_DEBRIS * counts[c * SHELL_COUNT + k]!;
  const meanOf = (sum: Float64Array, weight: Float64Array, usual: readonly number[]): Float64Array =>
    sum.map((x, c) => (weight[c]! > 0 ? x / weight[c]! : usual[c]!));
  return {
    counts,
    massKg: meanOf(
      sums.mass,
      sums.weight,
      USUAL_MASS_KG.map((m, c) => massOn(c, m)),
    ).map((x, c) => (c < FIRST_DEBRIS ? x : Math.exp(x))),
    radiusKm: meanOf(radius, sums.weight, USUAL_RADIUS_KM),
    areaToMassM2Kg: meanOf(logRatio, ratioWeight, USUAL_AREA_TO_MASS.map(Math.log)).map(Math.exp),
    explosionsPerYear: explosions.map((x, c) => (sums.weight[c]! > 0 ? x / sums.weight[c]! : 0)),
  };
}
