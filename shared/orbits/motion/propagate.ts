/**
 * SGP4: exact positions of catalogue objects near their epoch (days to a few weeks). The only file that calls satellite.js.
 *
 * Frame of all states: TEME of date. Constants: WGS-72, which the element sets are made with.
 * Source of the theory: Vallado, Crawford, Hujsak, Kelso, "Revisiting Spacetrack Report #3", AIAA 2006-6753.
 */
import {
  BulkPropagator,
  checkForDecay,
  createSingleThreadRuntime,
  EciBaseCalculator,
  invjday,
  json2satrec,
  type SatRec,
  sgp4,
  twoline2satrec,
} from 'satellite.js';
import { type Elements, kozai, MU_KM3_S2, meanMotionRadS, type State, TWO_PI } from '../table/elements.ts';
import { instantMs } from '../table/time.ts';
import { kernelStates, type Placed } from './sgp4-kernel/kernel.ts';
import { isKernels } from './sgp4-kernel/sets.ts';

/** An element set that is ready to propagate. */
export type ElementSet = { readonly satrec: SatRec; readonly epochMs: number };

/** Why SGP4 gives no state, in the theory's own error codes; 'decayed' also when the mean orbit is long under ground. */
export type Sgp4Failure =
  | 'mean-eccentricity' // 1
  | 'mean-motion' // 2
  | 'perturbed-eccentricity' // 3
  | 'semi-latus-rectum' // 4
  | 'decayed'; // 6
const FAILURES: Readonly<Record<number, Sgp4Failure>> = {
  1: 'mean-eccentricity',
  2: 'mean-motion',
  3: 'perturbed-eccentricity',
  4: 'semi-latus-rectum',
  6: 'decayed',
};

/** A catalogue row (columns: shared/data/README.md) as an element set; null when its epoch is not an instant. */
export function satrecOf(row: Readonly<Record<string, string>>): ElementSet | null {
  const epoch = row.epoch ?? '';
  const epochMs = instantMs(epoch);
  if (epochMs === null) return null;
  const satrec = json2satrec({
    OBJECT_NAME: row.name ?? '',
    OBJECT_ID: row.intlDesignator ?? '',
    EPOCH: epoch.replace(/Z$/, ''),
    MEAN_MOTION: row.meanMotion ?? '',
    ECCENTRICITY: row.eccentricity ?? '',
    INCLINATION: row.inclinationDeg ?? '',
    RA_OF_ASC_NODE: row.raanDeg ?? '',
    ARG_OF_PERICENTER: row.argPericenterDeg ?? '',
    MEAN_ANOMALY: row.meanAnomalyDeg ?? '',
    NORAD_CAT_ID: row.noradId ?? '',
    ELEMENT_SET_NO: 0,
    BSTAR: row.bstar ?? '',
    MEAN_MOTION_DOT: row.meanMotionDot ?? '',
    MEAN_MOTION_DDOT: 0,
  });
  return { satrec, epochMs };
}

const DEGREES = 360 / TWO_PI;

/**
 * Mean elements of a population's row at an instant (ms since 1970; its fraction of a second is dropped for the places of Sun and
 * Moon) as an element set without drag. The way back of records.ts: a catalogue row that was read and is written so has the mean
 * motion it had.
 */
export function setOfElements(elements: Elements, epochMs: number): ElementSet {
  const { semiMajorAxisKm, eccentricity, inclinationRad, raanRad, argPerigeeRad, meanAnomalyRad } = elements;
  const radMin = kozai(60 * meanMotionRadS(semiMajorAxisKm), eccentricity, inclinationRad);
  const satrec = json2satrec({
    OBJECT_NAME: '',
    OBJECT_ID: '',
    EPOCH: invjday(epochMs / 86_400_000 + 2440587.5).toISOString(),
    MEAN_MOTION: (1440 * radMin) / TWO_PI,
    ECCENTRICITY: eccentricity,
    INCLINATION: DEGREES * inclinationRad,
    RA_OF_ASC_NODE: DEGREES * raanRad,
    ARG_OF_PERICENTER: DEGREES * argPerigeeRad,
    MEAN_ANOMALY: DEGREES * meanAnomalyRad,
    NORAD_CAT_ID: 0,
    ELEMENT_SET_NO: 0,
    BSTAR: 0,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  });
  return { satrec, epochMs };
}

/** Two lines (TLE) as an element set. */
export function satrecOfLines(line1: string, line2: string): ElementSet {
  const satrec = twoline2satrec(line1, line2);
  return { satrec, epochMs: (satrec.jdsatepoch - 2440587.5) * 86_400_000 };
}

/**
 * The state some minutes from the element set's own epoch, by SGP4 as published, or why there is none. Counting from the
 * epoch keeps every digit of it (satellite.js cuts epochs to a millisecond, up to 8 m).
 */
export function stateAfter(set: ElementSet, minutes: number): State | Sgp4Failure {
  const result = sgp4(set.satrec, minutes);
  if (result === null) return FAILURES[set.satrec.error] ?? 'decayed';
  const { position, velocity } = result;
  return { rKm: [position.x, position.y, position.z], vKms: [velocity.x, velocity.y, velocity.z] };
}

/** The state at an instant (ms since 1970), or why there is none; orbits that have long decayed count as decayed. */
export function stateAt(set: ElementSet, atMs: number): State | Sgp4Failure {
  const state = stateAfter(set, (atMs - set.epochMs) / 60_000);
  return typeof state !== 'string' && checkForDecay(set.satrec) ? 'decayed' : state;
}

/**
 * Semi-major axis (km) to which SGP4's drag has brought the mean orbit at an instant (ms since 1970):
 * a0 (1 - C1 t - D2 t^2 - D3 t^3 - D4 t^4)^2, t in minutes since the epoch; 0 where the bracket is below zero.
 */
export function semiMajorAxisAtKm({ satrec, epochMs }: ElementSet, atMs: number): number {
  const t = (atMs - epochMs) / 60_000;
  // The theory leaves the higher powers out for low perigees and deep space.
  const high = satrec.isimp === 1 ? 0 : t * t * (satrec.d2 + t * (satrec.d3 + t * satrec.d4));
  return Math.cbrt(MU_KM3_S2 / (satrec.nokozai / 60) ** 2) * Math.max(0, 1 - satrec.cc1 * t - high) ** 2;
}

/**
 * Positions (km) of many element sets at one instant: x, y, z per set in `out` (length 3 x sets), NaN where SGP4 gives none.
 * Returns how many it gave none for.
 */
export function positionsAt(sets: readonly ElementSet[], atMs: number, out: Float64Array): number {
  let failed = 0;
  for (let i = 0; i < sets.length; i++) {
    const state = stateAt(sets[i]!, atMs);
    const none = typeof state === 'string';
    if (none) failed++;
    for (let axis = 0; axis < 3; axis++) out[3 * i + axis] = none ? Number.NaN : state.rKm[axis]!;
  }
  return failed;
}

/** SGP4 for many element sets at many instants, in WebAssembly: several times as fast as one by one. */
export type BulkStates = {
  /**
   * States of all sets: out[k] gets six numbers per set (x, y, z km; vx, vy, vz km/s) at the k-th instant (whole seconds, given
   * in ms since 1970), NaN where there is none. For deep space instants are Julian dates inside, good to 40 microseconds or 0.3 m.
   */
  readonly statesAt: (instantsMs: readonly number[], out: readonly Float64Array[]) => void;
  /** gives the memory back; call it once, at the end */
  readonly dispose: () => void;
};

/** Makes sets ready for `statesAt` (some microseconds each): near-earth ones by the kernel, the rest by satellite.js. */
export async function bulkStates(sets: readonly ElementSet[]): Promise<BulkStates> {
  const placed = sets.map((set, place) => ({ ...set, place }));
  const near = placed.filter(({ satrec }) => isKernels(satrec));
  const rest = placed.filter(({ satrec }) => !isKernels(satrec));
  const nearAt = await kernelStates(near, sets.length);
  const library = rest.length === 0 ? null : await libraryStates(rest);
  const statesAt = (instantsMs: readonly number[], out: readonly Float64Array[]): void => {
    nearAt(instantsMs, out);
    library?.statesAt(instantsMs, out);
  };
  return { statesAt, dispose: () => library?.dispose() };
}

/** One runtime for all: ending one would end the whole process. */
let runtime: ReturnType<typeof createSingleThreadRuntime> | undefined;

/** Makes sets ready for satellite.js's own bulk call (about 20 microseconds each); each set's state goes to its place. */
async function libraryStates(sets: readonly Placed[]): Promise<BulkStates> {
  runtime ??= createSingleThreadRuntime();
  const bulk = new BulkPropagator({
    runtime: await runtime,
    calculators: [new EciBaseCalculator()],
    satRecsCount: sets.length,
    datesCount: 1,
  });
  // The epoch to the digit, as in stateAt.
  bulk.setSatRecs(sets.map(({ satrec, epochMs }) => ({ ...satrec, jdsatepoch: epochMs / 86_400_000 + 2440587.5 })));
  const statesAt = (instantsMs: readonly number[], out: readonly Float64Array[]): void => {
    // The library takes calendar dates only; its own conversion rounds down to a second, hence the half one.
    bulk.setDates(instantsMs.map((ms) => invjday((ms + 500) / 86_400_000 + 2440587.5)));
    bulk.run({ eci: { communityDecayCheckEnabled: true } });
    const { position, velocity, error } = bulk.getRawOutput().eci;
    const dates = instantsMs.length;
    for (let k = 0; k < dates; k++) {
      const states = out[k]!;
      for (let i = 0; i < sets.length; i++) {
        const from = i * dates + k;
        const to = 6 * sets[i]!.place;
        const none = error[from] !== 0;
        for (let axis = 0; axis < 3; axis++) {
          states[to + axis] = none ? Number.NaN : position[3 * from + axis]!;
          states[to + 3 + axis] = none ? Number.NaN : velocity[3 * from + axis]!;
        }
      }
    }
  };
  return { statesAt, dispose: () => bulk.dispose() };
}
