import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { type Population, pick } from '../../shared/orbits/table/population.ts';
import { decode, encode } from '../../shared/orbits/table/population-codec.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const whole = readSkyOf2025(rowsOf2025()).sky;
const some = pick(
  whole,
  Array.from({ length: whole.count }, (_, i) => i).filter((i) => i % 12 === 5),
);
/** Break-ups that happen within months: the months without any prove little. */
const LIVELY = { unpassivatedStage: 0.05, passivatedStage: 0.02, deadPayload: 0.02, stageMonths: 1200 };
const MONTHS = 6;

const run = (sky: Population, from: number, to: number, seed: string): Population => {
  let now = sky;
  for (let month = from; month < to; month++)
    now = evolveMonth(now, { month, f107: 150 + month, explosions: LIVELY }, keyOf(seed)).sky;
  return now;
};
const massKg = (sky: Population): number => sky.massKg.reduce((sum, m, i) => sum + m * sky.weight[i]!, 0);

test('a run cut at any month boundary, stored and read again, ends in the same bytes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MONTHS - 1 }), fc.string(), (cut, seed) => {
      const stored = decode(encode(run(some, 0, cut, seed)));
      expect(encode(run(stored, cut, MONTHS, seed))).toEqual(encode(run(some, 0, MONTHS, seed)));
    }),
    { numRuns: 6 },
  );
});

test('on the real sky, mass never appears: break-ups only share it out', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      let now = some;
      let grown = 0;
      for (let month = 0; month < MONTHS; month++) {
        const next = run(now, month, month + 1, seed);
        expect(massKg(next)).toBeLessThanOrEqual(massKg(now) * (1 + 1e-9));
        if (next.count > now.count) grown++;
        now = next;
      }
      expect(grown).toBeGreaterThan(0);
    }),
    { numRuns: 4 },
  );
});
