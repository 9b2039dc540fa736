/**
 * Conjunctions: when do two bodies pass each other closer than a distance, by SGP4, within days of their elements' epoch?
 *
 *   sieve    one fleet against all: bodies whose range of radius never meets the fleet's are left out
 *   tracks   SGP4 states every ten minutes, polynomials in between (tracks.ts)
 *   grid     in each step of half a minute, pairs whose chords come near (nearby.ts), with a pad for what the chords leave out
 *   refine   where the distance turns from falling to rising: Newton's method on dr . dv = 0 with SGP4 itself
 *
 * A conjunction is a local minimum of distance within the span; bodies that fly together have one or two a revolution, those
 * with the same elements none. A body without a state at either end of ten minutes is left out for these minutes.
 */

import { type BulkStates, bulkStates, type ElementSet, semiMajorAxisAtKm, stateAt } from '../motion/propagate.ts';
import { placeOn, slopeOn, TRACK_LENGTH, trackInto } from '../motion/tracks.ts';
import { MU_KM3_S2 } from '../table/elements.ts';
import { gridFor, STEP_SECONDS } from './nearby.ts';

export type Conjunction = {
  /** ids of both, the lower one first */
  readonly idA: number;
  readonly idB: number;
  /** time of closest approach, ms since 1970 with fraction */
  readonly timeMs: number;
  readonly missKm: number;
  readonly speedKms: number;
};

export type ConjunctionSearch = {
  /** start of the span, whole ms since 1970 */
  readonly fromMs: number;
  readonly hours: number;
  readonly thresholdKm: number;
  /** ids of one fleet: only pairs with one of them; else all against all */
  readonly fleet?: ReadonlySet<number>;
  /** pairs of two of the fleet are left out: its owner keeps them apart */
  readonly apart?: boolean;
  /** called now and then with the share that is done, 0..1 */
  readonly onProgress?: (share: number) => void;
};

/** A body to search: any stable number, and its element set. */
export type Tracked = { readonly id: number; readonly set: ElementSet };

const STEPS_PER_NODE = 20;
const NODE_SECONDS = STEPS_PER_NODE * STEP_SECONDS;
/** A track whose velocities disagree with its positions by more than this (km in ten minutes) is off by at most this share of it. */
const SOUND_LAG_KM = 2;
const DOUBT_SHARE = 0.1;
/** Nodes asked for at once: fewer calls, less memory than a day. */
const NODES_AT_ONCE = 8;
/**
 * Tracks are right to 0.5 km each, but for those in doubt, and chords of two bodies that meet bend alike: at 470 km apart, the
 * most they can be half a minute from meeting, their accelerations differ by 8e-4 km/s^2, 0.1 km over the step.
 */
const PAD_KM = 1.1;
/** Mean radii and eccentricities of element sets leave out swings of some 20 km, and what Sun and Moon do to a perigee in days. */
const SIEVE_PAD_KM = 60;
/** All conjunctions of a span, in order of time. Memory: about 1.5 kB per body. */
export async function findConjunctions(bodies: readonly Tracked[], search: ConjunctionSearch): Promise<Conjunction[]> {
  const chosen = search.fleet ? sieved(bodies, search.fleet, search) : bodies;
  if (chosen.length < 2) return [];
  const states = await bulkStates(chosen.map((body) => body.set));
  try {
    return await searchSpan(chosen, search, states);
  } finally {
    states.dispose();
  }
}

/** Lowest perigee and highest apogee radius of an element set's mean orbits over a span, which drag brings down, km. */
function radiiOf(set: ElementSet, { fromMs, hours }: ConjunctionSearch): { perigeeKm: number; apogeeKm: number } {
  const first = semiMajorAxisAtKm(set, fromMs);
  const last = semiMajorAxisAtKm(set, fromMs + hours * 3_600_000);
  const { ecco } = set.satrec;
  return { perigeeKm: Math.min(first, last) * (1 - ecco), apogeeKm: Math.max(first, last) * (1 + ecco) };
}

/** Bodies of the fleet, and those whose range of radius meets that of one of them. */
function sieved(bodies: readonly Tracked[], fleet: ReadonlySet<number>, search: ConjunctionSearch): readonly Tracked[] {
  const pad = SIEVE_PAD_KM + search.thresholdKm;
  const ranges = bodies
    .filter((body) => fleet.has(body.id))
    .map((body) => radiiOf(body.set, search))
    .sort((p, q) => p.perigeeKm - q.perigeeKm);
  const merged: { perigeeKm: number; apogeeKm: number }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.perigeeKm <= last.apogeeKm) last.apogeeKm = Math.max(last.apogeeKm, range.apogeeKm);
    else merged.push({ ...range });
  }
  return bodies.filter((body) => {
    const own = radiiOf(body.set, search);
    return merged.some((r) => own.perigeeKm - pad <= r.apogeeKm && own.apogeeKm + pad >= r.perigeeKm);
  });
}

async function searchSpan(
  bodies: readonly Tracked[],
  search: ConjunctionSearch,
  states: BulkStates,
): Promise<Conjunction[]> {
  const n = bodies.length;
  const perigees = bodies.map((body) => radiiOf(body.set, search).perigeeKm);
  const eccentricities = bodies.map((body) => body.set.satrec.ecco);
  const fleet = search.fleet ? Uint8Array.from(bodies, (body) => (search.fleet?.has(body.id) ? 1 : 0)) : null;
  const closeKm = search.thresholdKm + PAD_KM;
  const grid = await gridFor(perigees, eccentricities, STEPS_PER_NODE, closeKm, fleet, search.apart);
  const found: Conjunction[] = [];
  const untilMs = search.fromMs + search.hours * 3_600_000;
  const nodes = Math.ceil((search.hours * 3600 + 1) / NODE_SECONDS) + 1;
  // SGP4 in bulk knows whole seconds.
  const firstMs = 1000 * Math.floor(search.fromMs / 1000);
  const node = (k: number): number => firstMs + k * NODE_SECONDS * 1000;
  let last = new Float64Array(6 * n);
  const batch = Array.from({ length: NODES_AT_ONCE }, () => new Float64Array(6 * n));
  for (let first = 0; first < nodes; first += NODES_AT_ONCE) {
    const count = Math.min(NODES_AT_ONCE, nodes - first);
    states.statesAt(
      Array.from({ length: count }, (_, k) => node(first + k)),
      batch,
    );
    for (let k = 0; k < count; k++) {
      const next = batch[k]!;
      if (first + k > 0) {
        const segment = { from: last, to: next, startMs: node(first + k - 1) };
        spread(grid.places, segment, grid.doubtKm);
        for (let step = 0; step < STEPS_PER_NODE; step++) {
          if (segment.startMs + step * STEP_SECONDS * 1000 >= untilMs) break;
          grid.forClosePairs(step, (i, j) => {
            const meeting = refine(bodies, segment, step, i, j, search, untilMs);
            if (meeting) found.push(meeting);
          });
        }
      }
      batch[k] = last;
      last = next;
    }
    search.onProgress?.(Math.min(1, (first + count) / nodes));
  }
  return found.sort((p, q) => p.timeMs - q.timeMs || p.idA - q.idA || p.idB - q.idB);
}

/** States (six numbers per body) at both ends of ten minutes. */
type Segment = { readonly from: Float64Array; readonly to: Float64Array; readonly startMs: number };

const track = new Float64Array(TRACK_LENGTH);

/**
 * x, y, z and distance from Earth's centre of all bodies at the steps of a segment, km (NaN for those without a state), and by
 * how much each may be off besides the usual.
 */
function spread(places: readonly Float32Array[], { from, to }: Segment, doubtKm: Float32Array): void {
  for (let i = 0; i < doubtKm.length; i++) {
    const lagKm = trackInto(track, from, to, i, NODE_SECONDS);
    doubtKm[i] = lagKm > SOUND_LAG_KM ? DOUBT_SHARE * lagKm : 0;
    for (let step = 0; step <= STEPS_PER_NODE; step++) {
      const u = step / STEPS_PER_NODE;
      const x = placeOn(track, 0, u);
      const y = placeOn(track, 1, u);
      const z = placeOn(track, 2, u);
      const place = places[step]!;
      place[4 * i] = x;
      place[4 * i + 1] = y;
      place[4 * i + 2] = z;
      place[4 * i + 3] = Math.sqrt(x * x + y * y + z * z);
    }
  }
}

const trackA = new Float64Array(TRACK_LENGTH);
const trackB = new Float64Array(TRACK_LENGTH);

/** dr . dv of two tracks at u, times h. */
function closing(u: number): number {
  let sum = 0;
  for (let axis = 0; axis < 3; axis++)
    sum +=
      (placeOn(trackB, axis, u) - placeOn(trackA, axis, u)) * (slopeOn(trackB, axis, u) - slopeOn(trackA, axis, u));
  return sum;
}

/** A step of Newton's method is the last one when it is shorter, s: a hundredth of a millisecond. */
const LAST_CORRECTION_S = 1e-5;
const MOST_CORRECTIONS = 20;

/** The conjunction of a pair in a step, if its distance has a minimum there and that is below the threshold. */
function refine(
  bodies: readonly Tracked[],
  segment: Segment,
  step: number,
  i: number,
  j: number,
  search: ConjunctionSearch,
  untilMs: number,
): Conjunction | null {
  trackInto(trackA, segment.from, segment.to, i, NODE_SECONDS);
  trackInto(trackB, segment.from, segment.to, j, NODE_SECONDS);
  const u0 = step / STEPS_PER_NODE;
  const u1 = (step + 1) / STEPS_PER_NODE;
  const before = closing(u0);
  const after = closing(u1);
  if (!(before < 0 && after >= 0)) return null;
  const a = bodies[i]!;
  const b = bodies[j]!;
  const startMs = segment.startMs + 1000 * NODE_SECONDS * (u0 + (u1 - u0) * (before / (before - after)));
  let timeMs = startMs;
  for (let n = 0; n < MOST_CORRECTIONS; n++) {
    const first = stateAt(a.set, timeMs);
    const second = stateAt(b.set, timeMs);
    if (typeof first === 'string' || typeof second === 'string') return null;
    const [x, y, z] = first.rKm.map((r, axis) => second.rKm[axis]! - r) as [number, number, number];
    const [vx, vy, vz] = first.vKms.map((v, axis) => second.vKms[axis]! - v) as [number, number, number];
    const speed2 = vx * vx + vy * vy + vz * vz;
    // dr . da by the pull of a point mass: what bends the approach of bodies that fly together.
    const pullA = MU_KM3_S2 / Math.hypot(...first.rKm) ** 3;
    const pullB = MU_KM3_S2 / Math.hypot(...second.rKm) ** 3;
    const bend =
      x * (pullA * first.rKm[0] - pullB * second.rKm[0]) +
      y * (pullA * first.rKm[1] - pullB * second.rKm[1]) +
      z * (pullA * first.rKm[2] - pullB * second.rKm[2]);
    const correctionS = -(x * vx + y * vy + z * vz) / Math.max(speed2 + bend, speed2 / 4);
    if (Math.abs(correctionS) < LAST_CORRECTION_S || n === MOST_CORRECTIONS - 1) {
      const missKm = Math.hypot(x, y, z);
      if (missKm > search.thresholdKm || timeMs < search.fromMs || timeMs >= untilMs) return null;
      const [low, high] = a.id < b.id ? [a, b] : [b, a];
      return { idA: low.id, idB: high.id, timeMs, missKm, speedKms: Math.sqrt(speed2) };
    }
    timeMs += 1000 * Math.min(Math.max(correctionS, -STEP_SECONDS), STEP_SECONDS);
  }
  return null;
}
