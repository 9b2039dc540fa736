/**
 * The kernel (kernel.as) at work: states of near-earth sets at many instants, a block of two sets at a time. satellite.js does the
 * rest (propagate.ts).
 */
import type { SatRec } from 'satellite.js';
import { kernelMemory, kernelOn } from '../../table/web-assembly.ts';
import { KERNEL_BYTES } from './bytes.ts';
import { FIELDS, writeSet } from './sets.ts';

type StatesAt = (
  sets: number,
  blocks: number,
  places: number,
  instants: number,
  count: number,
  out: number,
  stride: number,
) => void;

/** Numbers of a state: x, y, z km; vx, vy, vz km/s. */
const STATE = 6;
/** A set's numbers are in the cache for so many instants; more would only need more memory. */
const INSTANTS_AT_ONCE = 8;

/** A set of the kernel's, and its place among all sets. */
export type Placed = { readonly satrec: SatRec; readonly epochMs: number; readonly place: number };

/** Writes states at instants (ms since 1970) into out[k], six numbers at each set's place, NaN for none; other places become 0. */
export type KernelStates = (instantsMs: readonly number[], out: readonly Float64Array[]) => void;

/** Makes sets ready, of which each has its place below `places`. What it holds goes when the function does. */
export async function kernelStates(sets: readonly Placed[], places: number): Promise<KernelStates> {
  const blocks = Math.ceil(sets.length / 2);
  const placesAt = 16 * FIELDS * blocks;
  const instantsAt = placesAt + 8 * blocks;
  const outAt = instantsAt + 8 * INSTANTS_AT_ONCE;
  // One place more than there are: for the second half of a block with one set.
  const stride = 8 * STATE * (places + 1);
  const memory = kernelMemory(outAt + INSTANTS_AT_ONCE * stride);
  const { statesAt } = await kernelOn<{ readonly statesAt: StatesAt }>(KERNEL_BYTES, memory);
  const numbers = new Float64Array(memory.buffer, 0, 2 * FIELDS * blocks);
  const placeOf = new Uint32Array(memory.buffer, placesAt, 2 * blocks);
  for (let n = 0; n < 2 * blocks; n++) {
    const { satrec, epochMs, place } = sets[Math.min(n, sets.length - 1)]!;
    writeSet(numbers, n >> 1, n % 2 === 0 ? 0 : 1, satrec, epochMs);
    placeOf[n] = n < sets.length ? place : places;
  }
  const instants = new Float64Array(memory.buffer, instantsAt, INSTANTS_AT_ONCE);
  const states = Array.from(
    { length: INSTANTS_AT_ONCE },
    (_, k) => new Float64Array(memory.buffer, outAt + k * stride, STATE * places),
  );
  return (instantsMs, out) => {
    for (let from = 0; from < instantsMs.length; from += INSTANTS_AT_ONCE) {
      const now = instantsMs.slice(from, from + INSTANTS_AT_ONCE);
      instants.set(now);
      statesAt(0, blocks, placesAt, instantsAt, now.length, outAt, stride);
      for (let k = 0; k < now.length; k++) out[from + k]!.set(states[k]!);
    }
  };
}
