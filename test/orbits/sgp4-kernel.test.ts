import { beforeAll, describe, expect, it } from 'vitest';
import { verificationSets } from '../../server/validation/sgp4.ts';
import { bulkStates, type ElementSet, satrecOf, satrecOfLines, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { isKernels } from '../../shared/orbits/motion/sgp4-kernel/sets.ts';
import { rowsOf2025, START_2025_MS } from './skies.ts';

const DAY_MS = 86_400_000;

/** States of sets at instants by the bulk call: [instant][6 x set]. */
async function statesOf(sets: readonly ElementSet[], instantsMs: readonly number[]): Promise<Float64Array[]> {
  const out = instantsMs.map(() => new Float64Array(6 * sets.length));
  const bulk = await bulkStates(sets);
  bulk.statesAt(instantsMs, out);
  bulk.dispose();
  return out;
}

/** Largest difference from the states one by one in place (km) and speed (km/s), and what has a state in one of them only. */
async function differences(sets: readonly ElementSet[], instantsMs: readonly number[]) {
  const out = await statesOf(sets, instantsMs);
  let km = 0;
  let kms = 0;
  let states = 0;
  const unlike: number[] = [];
  for (const [k, ms] of instantsMs.entries())
    for (const [i, set] of sets.entries()) {
      const own = out[k]!.subarray(6 * i, 6 * i + 6);
      const state = stateAt(set, ms);
      const none = typeof state === 'string';
      if (own.some(Number.isNaN) !== none || (none && !own.every(Number.isNaN))) unlike.push(i);
      if (none) continue;
      states++;
      for (let axis = 0; axis < 3; axis++) {
        km = Math.max(km, Math.abs(own[axis]! - state.rKm[axis]!));
        kms = Math.max(kms, Math.abs(own[3 + axis]! - state.vKms[axis]!));
      }
    }
  return { km, kms, states, unlike };
}

describe('the vector kernel against the verification vectors of AIAA 2006-6753', () => {
  // Counted from zero: instants of these sets are minutes of the file, to the digit.
  const sets = verificationSets().map(({ lines, states }) => ({
    set: { ...satrecOfLines(...lines), epochMs: 0 },
    states,
  }));
  const near = sets.filter(({ set }) => isKernels(set.satrec));

  it('gives every state of the near-earth sets within 1e-6 km and 1e-9 km/s', async () => {
    let km = 0;
    let kms = 0;
    let compared = 0;
    for (const { set, states } of near) {
      const out = await statesOf(
        [set],
        states.map(([minutes]) => 60_000 * minutes!),
      );
      for (const [k, [, ...expected]] of states.entries()) {
        compared++;
        for (let axis = 0; axis < 3; axis++) {
          km = Math.max(km, Math.abs(out[k]![axis]! - expected[axis]!));
          kms = Math.max(kms, Math.abs(out[k]![3 + axis]! - expected[3 + axis]!));
        }
      }
    }
    expect(near.length).toBe(9);
    expect(compared).toBe(158);
    expect(km).toBeLessThan(1e-6);
    expect(kms).toBeLessThan(1e-9);
  });

  it('gives none where the theory has none, years before and after the epochs too', async () => {
    const days = [-3000, -400, -30, -1, 0, 1, 10, 30, 100, 400, 1000, 3000].map((day) => day * DAY_MS);
    const { unlike, states } = await differences(
      near.map(({ set }) => set),
      days,
    );
    expect(unlike).toEqual([]);
    expect(states).toBeLessThan(near.length * days.length);
  });
});

describe('the bulk call on the catalogue', () => {
  let sets: ElementSet[];
  beforeAll(() => {
    sets = rowsOf2025().map((row) => satrecOf(row)!);
  });

  it('is SGP4 one by one: near-earth sets within 1e-6 km and 1e-9 km/s from a week before to a month after, and where there is none', async () => {
    const near = sets.filter(({ satrec }) => isKernels(satrec));
    expect(near.length).toBeGreaterThan(0.8 * sets.length);
    const instants = [-7 * DAY_MS, 0, DAY_MS + 1234.5, 30 * DAY_MS].map((ms) => START_2025_MS + ms);
    const { km, kms, unlike } = await differences(near, instants);
    expect(unlike).toEqual([]);
    expect(km).toBeLessThan(1e-6);
    expect(kms).toBeLessThan(1e-9);
  });

  it('gives deep-space sets their own places, whoever stands between', async () => {
    const few = sets.filter(({ satrec }, i) => satrec.method === 'd' || i % 40 === 7);
    const { km, unlike } = await differences(few, [START_2025_MS, START_2025_MS + DAY_MS]);
    expect(unlike).toEqual([]);
    // Instants of these are good to 40 microseconds.
    expect(km).toBeLessThan(5e-4);
  });

  it('gives a set the same bits whatever stands beside it and however many instants are asked for', async () => {
    const some = sets.filter(({ satrec }, i) => isKernels(satrec) && i % 12 === 5);
    const instants = Array.from({ length: 19 }, (_, k) => START_2025_MS + 600_000 * k);
    const all = await statesOf(some, instants);
    const turned = await statesOf(some.toReversed(), instants.slice(18));
    const from = 6 * some.length;
    for (let i = 0; i < some.length; i++) {
      const at = from - 6 * (i + 1);
      expect(turned[0]!.subarray(at, at + 6)).toEqual(all[18]!.subarray(6 * i, 6 * i + 6));
    }
  });

  it('takes one set, an odd number of sets, deep-space ones alone, and none', async () => {
    const deep = sets.filter(({ satrec }) => satrec.method === 'd').slice(0, 3);
    for (const few of [sets.slice(0, 1), sets.slice(0, 3), deep]) {
      const { km, unlike, states } = await differences(few, [START_2025_MS]);
      expect(states).toBe(few.length);
      expect(unlike).toEqual([]);
      expect(km).toBeLessThan(5e-4);
    }
    expect(await statesOf([], [START_2025_MS])).toEqual([new Float64Array(0)]);
  });
});
