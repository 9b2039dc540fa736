/**
 * What one strike at 850 km does to those who fly there within its year: same seed, same orders, with and without it.
 *
 * The game plays pieces of 10 cm and more. Of what a catalogue follows at this height, 5.5 cm and more, one tonne gives 44 %
 * and three give 109 % (`kessler validate`): the counter shows 0.4 of what would be seen.
 */
import { expect, it } from 'vitest';
import type { Game } from '../../shared/game/state.ts';
import { closePassesPerYear } from '../../shared/orbits/risk/collisions.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { ACTIVE } from '../../shared/orbits/table/population.ts';
import { firstTalk, ordered, strikeOrder, yearLater } from './table.ts';

/** Close passes under 1 km per satellite-year of everybody's working satellites between two altitudes. */
function passes({ sky }: Game, fromKm: number, toKm: number): number {
  const inside = (row: number): boolean => {
    const altitudeKm = sky.semiMajorAxisKm[row]! - EARTH_RADIUS_KM;
    return (sky.flags[row]! & ACTIVE) !== 0 && altitudeKm >= fromKm && altitudeKm < toKm;
  };
  return closePassesPerYear(
    sky,
    Int8Array.from({ length: sky.count }, (_, row) => (inside(row) ? 0 : -1)),
    1,
  )[0]!;
}

const before = firstTalk('passes', { whole: true });
const calm = yearLater(before);
const after = (seat: string): Game => yearLater(ordered(before, seat, 'security', strikeOrder('high', 6)));
const more = (game: Game, fromKm: number, toKm: number): number =>
  passes(game, fromKm, toKm) / passes(calm, fromKm, toKm) - 1;

// Deneb's target is a dead satellite of 3,250 kg at 842 km, Vega's a satellite of 950 kg at 856 km.
const heavy = after('RU');
const light = after('CN');

it('a strike on three tonnes at 850 km gives 20 to 80 % more close passes at 800-900 km within the year', () => {
  const share = more(heavy, 800, 900);
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.8);
});

it('a strike on one tonne gives as much less as the law of masses says', () => {
  // Pieces of a catastrophic break-up grow with mass^0.75 (Johnson et al. 2001): (950 / 3250)^0.75 = 0.40.
  expect(more(light, 800, 900) / more(heavy, 800, 900)).toBeGreaterThan(0.3);
  expect(more(light, 800, 900) / more(heavy, 800, 900)).toBeLessThan(0.5);
});

it('it is felt where it happened: less in the shells beside, hardly at 450-500 km', () => {
  const there = more(heavy, 800, 900);
  expect(more(heavy, 900, 1000)).toBeLessThan(there / 2);
  expect(more(heavy, 700, 800)).toBeLessThan(there / 2);
  expect(more(heavy, 450, 500)).toBeLessThan(0.03);
  expect(more(heavy, 450, 500)).toBeGreaterThan(0);
});
