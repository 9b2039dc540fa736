import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, drawPair, drawRow, keyOf, narrow, streamOf } from '../../shared/orbits/table/chance.ts';

const id = fc.oneof(fc.maxSafeNat(), fc.nat(50));

test('a draw depends on its key, purpose and ids alone: not on what was drawn before it', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(id, id), { minLength: 2, maxLength: 20 }), (seed, pairs) => {
      const key = keyOf(seed);
      const forwards = pairs.map(([a, b]) => [drawPair(key, a, b), draw(key, 'purpose', a, b)]);
      const backwards = pairs.toReversed().map(([a, b]) => [drawPair(key, a, b), draw(key, 'purpose', a, b)]);
      expect(backwards.toReversed()).toEqual(forwards);
      for (const u of forwards.flat()) expect(u >= 0 && u < 1).toBe(true);
    }),
  );
});

test('another key, purpose, id or order of ids is another draw', () => {
  const key = keyOf('one');
  const draws = [
    draw(key, 'a', 1, 2),
    draw(key, 'b', 1, 2),
    draw(key, 'a', 2, 1),
    draw(key, 'a', 12),
    draw(keyOf('two'), 'a', 1, 2),
    draw(narrow(key, 'a'), 'a', 1, 2),
    drawPair(key, 1, 2),
    drawPair(key, 2, 1),
    // The words of an id beyond 32 bits count.
    drawPair(key, 1 + 2 ** 32, 2),
    drawPair(key, 1, 2 + 2 ** 40),
  ];
  expect(new Set(draws).size).toBe(draws.length);
});

test('a row of draws is the draws of its places', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(2 ** 31 - 1), (seed, a) => {
      const row = new Float64Array(40);
      drawRow(row, keyOf(seed), a);
      expect(Array.from(row)).toEqual(Array.from(row, (_, k) => drawPair(keyOf(seed), a, k)));
    }),
  );
});

test('draws of neighbouring ids are spread evenly and do not follow each other', () => {
  const key = keyOf('even');
  const n = 40_000;
  const bins = new Float64Array(16);
  let product = 0;
  for (let k = 0; k < n; k++) {
    const u = drawPair(key, k, 7);
    bins[Math.floor(16 * u)]!++;
    product += (u - 0.5) * (drawPair(key, k + 1, 7) - 0.5);
  }
  // Standard deviation of a bin: 48; of the mean product: 1 / (12 sqrt n).
  for (const count of bins) expect(Math.abs(count - n / 16)).toBeLessThan(5 * 48);
  expect(Math.abs(product / n)).toBeLessThan(5 / (12 * Math.sqrt(n)));
});

test('a stream filled in pieces gives what it gives one by one', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(30), { maxLength: 5 }), (seed, lengths) => {
      const pieces = streamOf(keyOf(seed));
      const single = streamOf(keyOf(seed));
      for (const length of lengths) {
        const out = new Float64Array(length);
        pieces.fill(out);
        expect(Array.from(out)).toEqual(Array.from(out, () => single()));
      }
    }),
  );
});
