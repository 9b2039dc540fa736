/** The three dots of the first page: the file that the page draws from is what the engine computes now, and it shows the rule. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf, threeDots } from '../../server/cli/altitudes.ts';
import { KEPT_YEARS, threeAltitudes } from '../../shared/orbits/motion/three-altitudes.ts';

const FILE = new URL('../../client/panels/parts/three-dots.json', import.meta.url);
const MOST_BYTES = 40_000;

const fallen = threeAltitudes();
const upAfter = (k: number, years: number): number =>
  fallen[k]!.down.filter((month) => month === 0 || month > 12 * years).length;

test('the file is what the engine computes (mend: npx kessler altitudes --out client/panels/parts/three-dots.json)', () => {
  const text = readFileSync(FILE, 'utf8');
  expect(text.length).toBeLessThan(MOST_BYTES);
  // Not the texts themselves: what differs would be told in 40 kB.
  expect(text === textOf(threeDots(fallen))).toBe(true);
});

test('the higher it breaks, the longer its pieces stay', () => {
  expect(fallen.map(({ altitudeKm }) => altitudeKm)).toEqual([280, 500, 850]);
  for (const years of [1, 5, 25]) {
    expect(upAfter(0, years)).toBeLessThanOrEqual(upAfter(1, years));
    expect(upAfter(1, years)).toBeLessThan(upAfter(2, years));
  }
  // The first of the three rules that a class hears: gone within months; within years; many still up.
  expect(upAfter(0, 1)).toBeLessThan(0.02 * upAfter(0, 0));
  expect(upAfter(1, 25)).toBeLessThan(0.02 * upAfter(1, 0));
  expect(upAfter(2, 25)).toBeGreaterThan(0.3 * upAfter(2, 0));
});

test('orbits are those of the pieces that are up, and each piece only falls lower', () => {
  fallen.forEach(({ altitudeKm, orbits }, k) => {
    expect(orbits.length).toBe(KEPT_YEARS.length);
    orbits.forEach(({ perigeeKm, apogeeKm }, n) => {
      expect(perigeeKm.length).toBe(upAfter(k, KEPT_YEARS[n]!));
      perigeeKm.forEach((km, i) => {
        expect(km).toBeLessThanOrEqual(apogeeKm[i]!);
        if (n > 0)
          expect(km + apogeeKm[i]!).toBeLessThanOrEqual(orbits[n - 1]!.perigeeKm[i]! + orbits[n - 1]!.apogeeKm[i]! + 2);
      });
    });
    // They all left from one place.
    for (const [i, km] of orbits[0]!.perigeeKm.entries()) {
      expect(km).toBeLessThan(altitudeKm + 15);
      expect(orbits[0]!.apogeeKm[i]!).toBeGreaterThan(altitudeKm - 15);
    }
  });
});
