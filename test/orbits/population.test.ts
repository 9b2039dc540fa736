import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import {
  COLUMN_NAMES,
  draftOf,
  fromRows,
  indexOf,
  NO_ROW,
  pick,
  rowAt,
  withRows,
} from '../../shared/orbits/table/population.ts';
import { decode, encode } from '../../shared/orbits/table/population-codec.ts';

const head = { epochMonth: 7, owners: ['', 'CN'], fleets: ['', 'Flotte é 😀'] };
const rowOf = (id: number) => ({
  ...NO_ROW,
  id,
  massKg: id * 2,
  eccentricity: id / 1000,
  birthMonth: -id,
  flags: id % 64,
});
const skyOf = (ids: readonly number[]) => fromRows(ids.map(rowOf), head);
const idSets = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 60 });

describe('a population', () => {
  it('is sorted by id and found by id', () => {
    const sky = skyOf([5, 3, 9]);
    expect([...sky.id]).toEqual([3, 5, 9]);
    expect([3, 4, 9].map((id) => indexOf(sky, id))).toEqual([0, -1, 2]);
    expect(rowAt(sky, 1)).toEqual(rowOf(5));
    expect(() => skyOf([1, 1])).toThrow('two rows with id 1');
  });

  it('a draft is a copy of its own', () => {
    const sky = skyOf([1, 2]);
    const draft = draftOf(sky);
    for (const name of COLUMN_NAMES) expect(draft[name]).not.toBe(sky[name]);
    draft.massKg[0] = 99;
    expect(sky.massKg[0]).toBe(2);
    expect(encode(draftOf(sky))).toEqual(encode(sky));
  });

  it('picking and adding rows gives the rows of the sets, and leaves the source as it was', () => {
    fc.assert(
      fc.property(idSets, idSets, (ids, more) => {
        const sky = skyOf(ids);
        const before = contentHash(encode(sky));
        const odd = [...sky.id.keys()].filter((i) => sky.id[i]! % 3 !== 0);
        const picked = pick(sky, odd);
        expect(odd.map((_, k) => rowAt(picked, k))).toEqual(odd.map((i) => rowAt(sky, i)));
        expect(picked).toMatchObject({ count: odd.length, ...head });
        const added = more.filter((id) => !ids.includes(id));
        const whole = withRows(sky, added.map(rowOf));
        expect(contentHash(encode(whole))).toBe(contentHash(encode(skyOf([...ids, ...added]))));
        expect(contentHash(encode(sky))).toBe(before);
      }),
    );
  });

  it('comes back from its bytes, and broken bytes are refused', () => {
    const sky = skyOf([1, 2, 300]);
    const bytes = encode(sky);
    expect(decode(bytes)).toEqual(sky);
    expect(() => decode(bytes.slice(0, -8))).toThrow('expected');
    expect(() => decode(new Uint8Array(4))).toThrow('not a sky');
    expect(() => decode(new Uint8Array(64))).toThrow('not a sky');
    const other = bytes.slice();
    other[other.length - 1]! ^= 1;
    expect(contentHash(other)).not.toBe(contentHash(bytes));
  });
});
