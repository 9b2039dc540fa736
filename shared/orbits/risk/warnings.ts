/**
 * A conjunction as a warning: how likely is a hit, with the errors that catalogue elements have?
 *
 * Standard deviations of a catalogue position by regime and age, of the order of published comparisons with precise orbits
 * (T. Flohrer, H. Krag, H. Klinkrad, AMOS 2008, by height, eccentricity and inclination); estimates, an operator's own ephemeris
 * has 10-50 m. Along the orbit they grow by the day and by what drag may do. The probability is Foster's (probability.ts). Usual
 * thresholds for moving away: 1e-4; large constellations 1e-5 and less.
 */

import { type ElementSet, semiMajorAxisAtKm, stateAt } from '../motion/propagate.ts';
import { type Regime, regimeOf } from '../table/elements.ts';
import type { Conjunction, Tracked } from './conjunctions.ts';
import { type Encounter, encounterPlane, fosterProbability, type Matrix3, type UncertainState } from './probability.ts';
import { rtnAxes } from './rtn.ts';
import { shortnessOf } from './short-encounter.ts';

/** Standard deviations at the epoch, km, and by how much that along the orbit grows in a day. */
const ERRORS: Readonly<Record<Regime, { radial: number; along: number; across: number; alongDay: number }>> = {
  leo: { radial: 0.1, along: 0.4, across: 0.1, alongDay: 0.5 },
  meo: { radial: 0.1, along: 0.4, across: 0.1, alongDay: 0.2 },
  geo: { radial: 0.4, along: 0.4, across: 0.1, alongDay: 0.2 },
  heo: { radial: 1.5, along: 3, across: 1, alongDay: 1.5 },
};
/** Growth across and up, km in a day. */
const ASIDE_KM_DAY = 0.03;
/** What the air will do is known to this share: what drag moves along the orbit grows as the square of the time. */
const DRAG_SHARE = 0.15;

/** A body that may be hit: its elements, and its mean cross-section. */
export type Exposed = { readonly set: ElementSet; readonly areaM2: number };

export type Warning = {
  /** standard deviations of the relative position across the relative velocity, the smaller one first, km */
  readonly sigmaKm: readonly [number, number];
  /** radii of both bodies together, km */
  readonly hardBodyKm: number;
  /** that they hit (Foster) */
  readonly probability: number;
  /** what it is computed from: `maximumProbability` says the most it could be with errors of another size */
  readonly encounter: Encounter;
  /** straight lines will do for it (short-encounter.ts) */
  readonly isShort: boolean;
};

/** The warning of a conjunction; null where SGP4 gives no state, or both fly as one. */
export function warningOf({ timeMs }: Conjunction, a: Exposed, b: Exposed): Warning | null {
  const first = uncertain(a.set, timeMs);
  const second = uncertain(b.set, timeMs);
  if (first === null || second === null) return null;
  const encounter = encounterPlane(first, second);
  if (typeof encounter === 'string') return null;
  const hardBodyKm = (Math.sqrt(a.areaM2 / Math.PI) + Math.sqrt(b.areaM2 / Math.PI)) / 1000;
  return {
    sigmaKm: encounter.sigmaKm,
    hardBodyKm,
    probability: fosterProbability(encounter, hardBodyKm),
    encounter,
    isShort: shortnessOf(first, second, encounter, hardBodyKm).holds,
  };
}

/** A conjunction with its warning. */
export type Warned = { readonly conjunction: Conjunction; readonly warning: Warning };

/** The conjunctions of bodies with a probability from `from` up, as they come. Those without a warning are left out. */
export function warningsAmong(
  found: readonly Conjunction[],
  bodies: readonly (Tracked & Exposed)[],
  from: number,
): Warned[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return found.flatMap((conjunction) => {
    const warning = warningOf(conjunction, byId.get(conjunction.idA)!, byId.get(conjunction.idB)!);
    return warning !== null && warning.probability >= from ? [{ conjunction, warning }] : [];
  });
}

/** The state of elements at an instant with the errors of a catalogue; null where there is none. */
export function uncertain(set: ElementSet, atMs: number): UncertainState | null {
  const state = stateAt(set, atMs);
  if (typeof state === 'string') return null;
  const { rKm, vKms } = state;
  const axes = rtnAxes(rKm, vKms);
  if (axes === null) return null;
  const [radial, along, across] = axes;
  const sigma = errorsOf(set, Math.abs(atMs - set.epochMs) / 86_400_000);
  const entry = (i: 0 | 1 | 2, j: 0 | 1 | 2): number =>
    sigma.radialKm ** 2 * radial[i] * radial[j] +
    sigma.alongKm ** 2 * along[i] * along[j] +
    sigma.acrossKm ** 2 * across[i] * across[j];
  const row = (i: 0 | 1 | 2) => [entry(i, 0), entry(i, 1), entry(i, 2)] as const;
  const covarianceKm2: Matrix3 = [row(0), row(1), row(2)];
  return { rKm, vKms, covarianceKm2 };
}

/** Standard deviations of a catalogue position so many days from its epoch, km. */
export function errorsOf(set: ElementSet, days: number): { radialKm: number; alongKm: number; acrossKm: number } {
  const semiMajorAxisKm = semiMajorAxisAtKm(set, set.epochMs);
  const { radial, along, across, alongDay } = ERRORS[regimeOf(semiMajorAxisKm, set.satrec.ecco)];
  const asideKm = ASIDE_KM_DAY * days;
  // SGP4's drag takes 2 C1 of the semi-major axis in a minute, so the mean anomaly runs ahead by 3/2 C1 n t^2.
  const dragKm = 1.5 * set.satrec.cc1 * set.satrec.nokozai * (days * 1440) ** 2 * semiMajorAxisKm;
  return {
    radialKm: Math.hypot(radial, asideKm),
    alongKm: Math.hypot(along, alongDay * days, DRAG_SHARE * dragKm),
    acrossKm: Math.hypot(across, asideKm),
  };
}
