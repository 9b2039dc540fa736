import { describe, expect, it } from 'vitest';
import { bearer, botSecret, hashOfKey, newCode, newKey, readCode, requestId } from '../../server/games/keys.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { bucket } from '../../server/http/buckets.ts';
import { notNumber } from '../../server/sim/numbers.ts';
import { packSky, readStartSky, unpackSky } from '../../server/skies.ts';
import { jsonInSlices } from '../../server/slices.ts';
import { stateHash } from '../../shared/game/hash.ts';
import type { State } from '../../shared/game/state.ts';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import { indexOf } from '../../shared/orbits/table/population.ts';
import { encode } from '../../shared/orbits/table/population-codec.ts';

describe('keys and codes', () => {
  it('are long, or easy to read aloud', () => {
    expect(new Set(Array.from({ length: 200 }, newKey)).size).toBe(200);
    for (let i = 0; i < 200; i++) {
      const code = newCode();
      expect(code).not.toMatch(/[ILOU0-9]/);
      expect(readCode(` ${code.toLowerCase()} `)).toBe(code);
    }
    for (const wrong of ['', 'ABCDE', 'ABCDEFG', 'ABCDE1', 'ABCDEO', 7, null]) expect(readCode(wrong)).toBeNull();
  });

  it('are told apart by person and stored as hashes', () => {
    expect(requestId('delegate a', 'x')).toBe(requestId('delegate a', 'x'));
    expect(requestId('delegate a', 'x')).not.toBe(requestId('delegate b', 'x'));
    expect(botSecret('seed a')).toMatch(/^[0-9a-f]{64}$/);
    expect(botSecret('seed a')).not.toBe(botSecret('seed b'));
    const key = newKey();
    expect(bearer(`Bearer ${key}`)).toBe(key);
    for (const wrong of [undefined, key, 'Bearer ', `Basic ${key}`, 'Bearer a b']) expect(bearer(wrong)).toBeNull();
    expect(hashOfKey(key)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a bucket', () => {
  it('gives so many at once and fills up with time', () => {
    let now = 0;
    const tokens = bucket(3, 2, () => now);
    expect([tokens.take(), tokens.take(), tokens.take(), tokens.take()]).toEqual([true, true, true, false]);
    now = 499;
    expect(tokens.take()).toBe(false);
    now = 999;
    expect([tokens.take(), tokens.take()]).toEqual([true, false]);
    now = 60_000;
    expect([tokens.take(), tokens.take(), tokens.take(), tokens.take()]).toEqual([true, true, true, false]);
  });
});

describe('JSON in slices', () => {
  it('is the same text as JSON in one go', async () => {
    const value = {
      a: [1, { b: 'x"y' }],
      gone: undefined,
      n: null,
      long: 'z'.repeat(50_000),
      t: { u: undefined, v: -0 },
    };
    expect(await jsonInSlices(value)).toBe(JSON.stringify(value));
  });
});

describe('the hash of a state', () => {
  it('does not depend on the order of fields and sees every value', () => {
    const hash = (value: unknown): string => stateHash(value as State);
    expect(hash({ a: 1, b: { c: [1, 2], d: null } })).toBe(hash({ b: { d: null, c: [1, 2] }, a: 1, e: undefined }));
    expect(hash({ a: [1, 2] })).not.toBe(hash({ a: [2, 1] }));
    expect(hash({ a: 'é' })).not.toBe(hash({ a: 'e' }));
    expect(hash({ a: 1 })).not.toBe(hash({ a: '1' }));
  });
});

describe('starting skies', () => {
  const scenario = builtInScenarios().get('first-test')!;

  it('are the whole catalogue, or a fixed twentieth that keeps what the scenario names', () => {
    const whole = readStartSky(scenario, false);
    expect(whole.sky.count).toBeGreaterThan(28_000);
    expect(whole.names.names).toHaveLength(whole.sky.count);
    const thin = readStartSky(scenario, true);
    const total = thin.sky.weight.reduce((sum, w) => sum + w, 0);
    expect(Math.abs(total / whole.sky.count - 1)).toBeLessThan(0.05);
    for (const seat of scenario.seats)
      for (const id of seat.targets ? [seat.targets.mid, seat.targets.high] : []) {
        const row = indexOf(thin.sky, id);
        expect(thin.sky.weight[row]).toBe(1);
        expect(thin.names.names[row]).toBe(whole.names.names[indexOf(whole.sky, id)]);
      }
    expect(thin.hash).toBe(contentHash(encode(readStartSky(scenario, true).sky)));
  });

  it('come back from their packed form with the same hash', () => {
    const { sky, hash } = readStartSky(scenario, true);
    const packed = packSky(sky);
    expect(packed.hash).toBe(hash);
    expect(contentHash(encode(unpackSky(packed)))).toBe(hash);
  });
});

describe('an outcome', () => {
  it('is looked through for what is not a number, and where it stands', () => {
    expect(notNumber({ seats: { US: { standing: 50, lists: [1, null, 'x', true] } } })).toBeNull();
    expect(notNumber({ seats: { US: { standing: Number.NaN } } })).toBe('seats.US.standing');
    expect(notNumber({ lists: [0, [1, 1 / 0]] })).toBe('lists.1.1');
  });
});
