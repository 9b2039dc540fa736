/** Conjunctions the slow way, sharing nothing with the search but SGP4: every pair at every few seconds. */

import { stateAt } from '../../shared/orbits/motion/propagate.ts';
import type { Conjunction, Tracked } from '../../shared/orbits/risk/conjunctions.ts';

const STEP_S = 10;
/** No two bodies in orbit near Earth pass each other faster, km/s. */
const FASTEST_KMS = 16;

/** All local minima of distance up to `thresholdKm` within [fromMs, fromMs + hours), by sampling and golden section. */
export function denseSearch(
  bodies: readonly Tracked[],
  fromMs: number,
  hours: number,
  thresholdKm: number,
): Conjunction[] {
  const found: Conjunction[] = [];
  const n = bodies.length;
  const nearKm = thresholdKm + FASTEST_KMS * STEP_S;
  const steps = Math.round((hours * 3600) / STEP_S);
  const at = (k: number): number => fromMs + 1000 * STEP_S * k;
  // Positions of three samples in turn; NaN for bodies that have come down.
  const samples = [0, 1, 2].map(() => new Float64Array(3 * n));
  const place = (k: number): Float64Array => samples[((k % 3) + 3) % 3]!;
  const sample = (k: number): void => {
    for (let i = 0; i < n; i++) {
      const state = stateAt(bodies[i]!.set, at(k));
      for (let axis = 0; axis < 3; axis++)
        place(k)[3 * i + axis] = typeof state === 'string' ? Number.NaN : state.rKm[axis]!;
    }
  };
  const order = Int32Array.from({ length: n }, (_, i) => i);
  sample(-1);
  sample(0);
  for (let k = 0; k <= steps; k++) {
    sample(k + 1);
    const [p, q, r] = [place(k - 1), place(k), place(k + 1)];
    order.sort((i, j) => q[3 * i]! - q[3 * j]!);
    for (let a = 0; a < n; a++)
      for (let b = a + 1; b < n; b++) {
        const [i, j] = [order[a]!, order[b]!];
        if (q[3 * j]! - q[3 * i]! > nearKm) break;
        const now = apartSquared(q, i, j);
        // A sample is a minimum of three where a minimum lies within a step of it; the later of two equal ones counts.
        if (!(now < nearKm ** 2 && now < apartSquared(p, i, j) && now <= apartSquared(r, i, j))) continue;
        const meeting = minimum(bodies[i]!, bodies[j]!, at(k - 1), at(k + 1));
        if (meeting && meeting.missKm <= thresholdKm && meeting.timeMs >= fromMs && meeting.timeMs < at(steps))
          found.push(meeting);
      }
  }
  return found.sort((x, y) => x.timeMs - y.timeMs || x.idA - y.idA);
}

/** Squares, km^2: roots of hundreds of millions of pairs would be half of the time. */
const apartSquared = (p: Float64Array, i: number, j: number): number =>
  (p[3 * i]! - p[3 * j]!) ** 2 + (p[3 * i + 1]! - p[3 * j + 1]!) ** 2 + (p[3 * i + 2]! - p[3 * j + 2]!) ** 2;

/** Golden section on the distance. */
function minimum(a: Tracked, b: Tracked, fromMs: number, toMs: number): Conjunction | null {
  const states = (ms: number) => [stateAt(a.set, ms), stateAt(b.set, ms)] as const;
  const distance = (ms: number): number => {
    const [p, q] = states(ms);
    return typeof p === 'string' || typeof q === 'string'
      ? Number.NaN
      : Math.hypot(...p.rKm.map((x, k) => x - q.rKm[k]!));
  };
  const share = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [fromMs, toMs];
  while (high - low > 0.01) {
    const [left, right] = [high - share * (high - low), low + share * (high - low)];
    if (distance(left) < distance(right)) high = right;
    else low = left;
  }
  const timeMs = (low + high) / 2;
  const [p, q] = states(timeMs);
  if (typeof p === 'string' || typeof q === 'string') return null;
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const speedKms = Math.hypot(...p.vKms.map((v, k) => v - q.vKms[k]!));
  return { idA: first.id, idB: second.id, timeMs, missKm: distance(timeMs), speedKms };
}
