/**
 * A conjunction as a warning: how likely is a hit, with the errors that catalogue elements have?
 *
 * Standard deviations of a catalogue position (estimates, order of magnitude; an operator's own ephemeris has 10-50 m): 0.1 km
 * radially and across the orbit; along it 0.5 km for each day from the elements' epoch, at least 0.2 km. The probability is
 * Foster's (probability.ts). Usual thresholds for moving away: 1e-4; large constellations 1e-5 and less.
 */

import { type ElementSet, stateAt } from '../motion/propagate.ts';
import type { Conjunction, Tracked } from './conjunctions.ts';
import {
  encounterPlane,
  fosterProbability,
  type Matrix3,
  maximumProbability,
  type UncertainState,
} from './probability.ts';

const RADIAL_KM = 0.1;
const ACROSS_KM = 0.1;
const ALONG_KM_DAY = 0.5;
const ALONG_LEAST_KM = 0.2;

/** A body that may be hit: its elements, and its mean cross-section. */
export type Exposed = { readonly set: ElementSet; readonly areaM2: number };

export type Warning = {
  /** standard deviations of the relative position across the relative velocity, the smaller one first, km */
  readonly sigmaKm: readonly [number, number];
  /** radii of both bodies together, km */
  readonly hardBodyKm: number;
  /** that they hit (Foster), and the most it could be with errors of another size */
  readonly probability: number;
  readonly probabilityMost: number;
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
    probabilityMost: maximumProbability(encounter, hardBodyKm),
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
  const [x, y, z] = rKm;
  const [u, v, w] = vKms;
  const r = Math.hypot(x, y, z);
  const normal = [y * w - z * v, z * u - x * w, x * v - y * u] as const;
  const h = Math.hypot(...normal);
  const radial = [x / r, y / r, z / r] as const;
  const across = [normal[0] / h, normal[1] / h, normal[2] / h] as const;
  const along = [
    across[1] * radial[2] - across[2] * radial[1],
    across[2] * radial[0] - across[0] * radial[2],
    across[0] * radial[1] - across[1] * radial[0],
  ] as const;
  const days = Math.abs(atMs - set.epochMs) / 86_400_000;
  const alongKm = Math.max(ALONG_LEAST_KM, ALONG_KM_DAY * days);
  const entry = (i: 0 | 1 | 2, j: 0 | 1 | 2): number =>
    RADIAL_KM ** 2 * radial[i] * radial[j] +
    alongKm ** 2 * along[i] * along[j] +
    ACROSS_KM ** 2 * across[i] * across[j];
  const row = (i: 0 | 1 | 2) => [entry(i, 0), entry(i, 1), entry(i, 2)] as const;
  const covarianceKm2: Matrix3 = [row(0), row(1), row(2)];
  return { rKm, vKms, covarianceKm2 };
}
