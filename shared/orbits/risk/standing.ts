/**
 * Pairs that are close within a span without a closest approach in it: they fly as one, or are closest at its start or end. With
 * the local minima of conjunctions.ts this is every pair that comes within the distance.
 */

import { stateAt } from '../motion/propagate.ts';
import type { Conjunction, ConjunctionSearch, Tracked } from './conjunctions.ts';

/** A pair that is closest at an end of the span. */
export type Standing = Conjunction & { readonly at: 'start' | 'end' };

/** Pairs within the distance at the start or the end of a span that are in none of its conjunctions, in order of ids. */
export function standingPairs(
  bodies: readonly Tracked[],
  search: ConjunctionSearch,
  found: readonly Conjunction[],
): Standing[] {
  const met = new Set(found.map(({ idA, idB }) => pairOf(idA, idB)));
  const untilMs = search.fromMs + search.hours * 3_600_000;
  const standing = new Map<string, Standing>();
  for (const at of ['start', 'end'] as const)
    for (const pair of closeAt(bodies, search, at === 'start' ? search.fromMs : untilMs)) {
      const key = pairOf(pair.idA, pair.idB);
      const other = standing.get(key);
      if (!met.has(key) && (other === undefined || pair.missKm < other.missKm)) standing.set(key, { ...pair, at });
    }
  return [...standing.values()].sort((p, q) => p.idA - q.idA || p.idB - q.idB);
}

const pairOf = (idA: number, idB: number): string => `${idA} ${idB}`;

/** Pairs within the distance at one instant: bodies in order of x, each against those that follow within the distance. */
function closeAt(
  bodies: readonly Tracked[],
  { thresholdKm, fleet, apart }: ConjunctionSearch,
  timeMs: number,
): Conjunction[] {
  const placed = bodies.flatMap(({ id, set }) => {
    const state = stateAt(set, timeMs);
    return typeof state === 'string' ? [] : [{ id, state, own: fleet?.has(id) ?? true }];
  });
  placed.sort((a, b) => a.state.rKm[0] - b.state.rKm[0]);
  const close: Conjunction[] = [];
  for (const [i, a] of placed.entries())
    for (let j = i + 1; j < placed.length; j++) {
      const b = placed[j]!;
      const x = b.state.rKm[0] - a.state.rKm[0];
      if (x > thresholdKm) break;
      if (!a.own && !b.own) continue;
      if (apart && fleet && a.own && b.own) continue;
      const missKm = Math.hypot(x, b.state.rKm[1] - a.state.rKm[1], b.state.rKm[2] - a.state.rKm[2]);
      if (missKm > thresholdKm) continue;
      const speedKms = Math.hypot(...a.state.vKms.map((v, axis) => b.state.vKms[axis]! - v));
      close.push({ idA: Math.min(a.id, b.id), idB: Math.max(a.id, b.id), timeMs, missKm, speedKms });
    }
  return close;
}
