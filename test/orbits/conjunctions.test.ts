import { describe, expect, test } from 'vitest';
import { bulkStates, satrecOf, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { type Conjunction, findConjunctions, type Tracked } from '../../shared/orbits/risk/conjunctions.ts';
import { denseSearch } from './dense-search.ts';
import { rowsOf2025, START_2025_MS } from './skies.ts';

const rows = rowsOf2025();
const bodies: Tracked[] = rows.map((row) => ({ id: Number(row.noradId), set: satrecOf(row)! }));
const name = (c: Conjunction): string => `${c.idA} ${c.idB} ${Math.round(c.timeMs / 10_000)}`;

/** Each of `expected` has its like in `found`: same pair, time to `ms`, distance to `km`. */
function missing(expected: readonly Conjunction[], found: readonly Conjunction[], ms: number, km: number): string[] {
  return expected
    .filter(
      (e) =>
        !found.some(
          (f) =>
            f.idA === e.idA &&
            f.idB === e.idB &&
            Math.abs(f.timeMs - e.timeMs) < ms &&
            Math.abs(f.missKm - e.missKm) < km,
        ),
    )
    .map(name);
}

describe('against a dense search', () => {
  test('800 objects over three hours at 25 km: the same conjunctions, times and distances', async () => {
    const some = bodies.filter((_, i) => i % 35 === 11);
    const dense = denseSearch(some, START_2025_MS, 3, 25);
    const found = await findConjunctions(some, { fromMs: START_2025_MS, hours: 3, thresholdKm: 25 });
    expect(dense.length).toBeGreaterThan(60);
    // At 15 km/s a millisecond is 15 m.
    const fast = dense.filter((c) => c.speedKms > 0.1 && c.missKm < 24.99);
    expect(missing(fast, found, 1, 1e-3)).toEqual([]);
    expect(
      missing(
        found.filter((c) => c.speedKms > 0.1 && c.missKm < 24.99),
        dense,
        1,
        1e-3,
      ),
    ).toEqual([]);
  });

  test('objects that fly together have a minimum once or twice a revolution, in both', async () => {
    // Two satellites launched together that stay within some tens of km.
    const pair = bodies.filter(({ id }) => id === 39452 || id === 39453);
    expect(pair).toHaveLength(2);
    const dense = denseSearch(pair, START_2025_MS, 6, 150);
    const found = await findConjunctions(pair, { fromMs: START_2025_MS, hours: 6, thresholdKm: 150 });
    expect(missing(dense, found, 5000, 0.01)).toEqual([]);
    expect(missing(found, dense, 5000, 0.01)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('laws', () => {
  const some = bodies.filter((_, i) => i % 9 === 4);
  const span = { fromMs: START_2025_MS, hours: 1, thresholdKm: 10 };

  test('a fleet against all gives the pairs of all against all that have one of it', async () => {
    const all = await findConjunctions(some, span);
    const fleet = new Set(some.filter((_, i) => i % 10 === 3).map(({ id }) => id));
    const ofFleet = await findConjunctions(some, { ...span, fleet });
    expect(ofFleet.length).toBeGreaterThan(3);
    expect(ofFleet).toEqual(all.filter((c) => fleet.has(c.idA) || fleet.has(c.idB)));
  });

  test.each([
    ['a piece of NOAA 16, 36 km lower than its elements', 41414, 46360, 23.5],
    ['the same five days later, 112 km lower', 41414, 57047, 6 * 24 + 21],
    ['one on a transfer orbit, whose perigee Sun and Moon have moved by 26 km', 27593, 60131, 6 * 24 + 16],
  ])('%s: asked about either, it is found', async (_, idA, idB, afterHours) => {
    const pair = bodies.filter((body) => body.id === idA || body.id === idB);
    const search = { fromMs: START_2025_MS + afterHours * 3_600_000, hours: 1, thresholdKm: 4 };
    const all = await findConjunctions(pair, search);
    expect(all).toHaveLength(1);
    for (const one of [idA, idB])
      expect(await findConjunctions(pair, { ...search, fleet: new Set([one]) })).toEqual(all);
  });

  test('the order of the bodies does not matter; two spans end to end give what one gives', async () => {
    const all = await findConjunctions(some, span);
    const turned = await findConjunctions([...some].reverse(), span);
    expect(turned.map(name)).toEqual(all.map(name));
    const shares: number[] = [];
    const halves = [
      await findConjunctions(some, { ...span, hours: 0.4, onProgress: (share) => shares.push(share) }),
      await findConjunctions(some, { ...span, fromMs: START_2025_MS + 0.4 * 3_600_000, hours: 0.6 }),
    ].flat();
    expect(halves.map(name)).toEqual(all.map(name));
    expect(shares.at(-1)).toBe(1);
  });

  test('each is where the bodies are: distance by SGP4 at its time, and across the relative velocity', async () => {
    const byId = new Map(bodies.map((body) => [body.id, body]));
    for (const c of await findConjunctions(some, span)) {
      const a = stateAt(byId.get(c.idA)!.set, c.timeMs);
      const b = stateAt(byId.get(c.idB)!.set, c.timeMs);
      if (typeof a === 'string' || typeof b === 'string') throw new Error('no state');
      const dr = a.rKm.map((x, k) => x - b.rKm[k]!);
      const dv = a.vKms.map((x, k) => x - b.vKms[k]!);
      expect(Math.hypot(...dr)).toBeCloseTo(c.missKm, 6);
      expect(c.missKm).toBeLessThanOrEqual(span.thresholdKm);
      // Time to closest approach, s.
      if (c.speedKms > 0.1)
        expect(Math.abs(dr.reduce((s, x, k) => s + x * dv[k]!, 0) / c.speedKms ** 2)).toBeLessThan(1e-4);
    }
  });

  test('one body, or none, meets nobody', async () => {
    expect(await findConjunctions(bodies.slice(0, 1), span)).toEqual([]);
    expect(await findConjunctions([], span)).toEqual([]);
  });
});

test('SGP4 in bulk is SGP4: within 0.5 m of the states one by one, failures alike', async () => {
  const sets = bodies.map(({ set }) => set);
  const bulk = await bulkStates(sets);
  const instants = [START_2025_MS, START_2025_MS + 86_400_000, START_2025_MS + 7 * 86_400_000 - 1000];
  const out = instants.map(() => new Float64Array(6 * sets.length));
  bulk.statesAt(instants, out);
  bulk.dispose();
  let worstKm = 0;
  instants.forEach((ms, k) => {
    sets.forEach((set, i) => {
      const state = stateAt(set, ms);
      const none = typeof state === 'string';
      expect(Number.isNaN(out[k]![6 * i]!)).toBe(none);
      if (none) return;
      for (let axis = 0; axis < 3; axis++)
        worstKm = Math.max(worstKm, Math.abs(out[k]![6 * i + axis]! - state.rKm[axis]!));
    });
  });
  expect(worstKm).toBeLessThan(5e-4);
});
