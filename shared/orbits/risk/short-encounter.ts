/**
 * Does the model of a short encounter hold? It lets the bodies pass each other on straight lines, in a time in which nothing else
 * moves them. They are in reach of each other while the spread of their errors along the relative velocity passes by; in that
 * time their paths bend. Two bodies at one place fall alike, so what bends one against the other is the tide: at most
 * 2 mu / r^3 times their distance v t, which after t is mu / r^3 v t^3 / 3.
 */

import { MU_KM3_S2 } from '../table/elements.ts';
import type { Encounter, UncertainState } from './probability.ts';

/** Errors along the relative velocity reach this many standard deviations. */
const REACH_SIGMAS = 3;

export type Shortness = {
  /** from when to when, about closest approach, the bodies are in reach of each other, s */
  readonly reachS: number;
  /** by how much their relative path bends until then, km */
  readonly bendKm: number;
  /** the bend is under the smaller standard deviation across: straight lines will do */
  readonly holds: boolean;
};

/** How short an encounter is. The published cases for which it says no are those that a Monte Carlo run decides otherwise. */
export function shortnessOf(a: UncertainState, b: UncertainState, encounter: Encounter, hardBodyKm: number): Shortness {
  const along = b.vKms.map((v, axis) => (v - a.vKms[axis]!) / encounter.speedKms);
  let variance = 0;
  for (const { covarianceKm2 } of [a, b])
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) variance += along[i]! * covarianceKm2[i]![j]! * along[j]!;
  const reachS = (REACH_SIGMAS * Math.sqrt(Math.max(0, variance)) + hardBodyKm) / encounter.speedKms;
  const tide = MU_KM3_S2 / Math.hypot(...a.rKm) ** 3;
  const bendKm = (tide * encounter.speedKms * reachS ** 3) / 3;
  return { reachS, bendKm, holds: bendKm < encounter.sigmaKm[0] };
}
