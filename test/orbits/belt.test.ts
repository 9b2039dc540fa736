/** The geostationary belt of September 2025 against the slots that its operators publish. */
import { describe, expect, it } from 'vitest';
import { greenwichAngleRad, START_DAYS_J2000 } from '../../client/sky/earth.ts';
import { beltPlaces, beltSince, GRAVEYARD_KM } from '../../shared/orbits/motion/belt.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { SHELL_COUNT, shellCounts, shellCountsBy } from '../../shared/orbits/table/altitudes.ts';
import { FIRST_CAUSAL_ID, keyOf } from '../../shared/orbits/table/chance.ts';
import { ACTIVE, indexOf } from '../../shared/orbits/table/population.ts';
import { withSuccessors } from '../../shared/orbits/table/traffic.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const { sky } = readSkyOf2025(rowsOf2025());
const places = beltPlaces(sky, greenwichAngleRad(START_DAYS_J2000));
const DEGREES = 180 / Math.PI;
const works = ({ row }: { readonly row: number }): boolean => (sky.flags[row]! & ACTIVE) !== 0;

describe('the geostationary belt', () => {
  // Slots as their operators and the ITU list them, degrees east.
  for (const [name, id, slot] of [
    ['GOES 18', 51850, -137],
    ['GOES 19', 60133, -75.2],
    ['HOTBIRD 13F', 54048, 13],
    ['HOTBIRD 13G', 54225, 13],
    ['ASTRA 3B', 36581, 23.5],
    ['INTELSAT 37E', 42950, -18],
  ] as const)
    it(`has ${name} in its slot`, () => {
      const place = places.find(({ row }) => row === indexOf(sky, id))!;
      expect(Math.abs(place.longitudeRad * DEGREES - slot)).toBeLessThan(0.25);
      expect(Math.abs(place.driftRadDay * DEGREES)).toBeLessThan(0.05);
    });

  it('holds its working satellites still, near the equator, and its retired ones above', () => {
    const working = places.filter(works);
    expect(working.length).toBeGreaterThan(450);
    const drifts = working.map((p) => Math.abs(p.driftRadDay * DEGREES)).sort((a, b) => a - b);
    expect(drifts[drifts.length >> 1]!).toBeLessThan(0.02);
    expect(working.filter((p) => p.heightKm > GRAVEYARD_KM).length).toBeLessThan(0.05 * working.length);
    const retired = places.filter((p) => !works(p));
    expect(retired.filter((p) => p.heightKm > GRAVEYARD_KM).length).toBeGreaterThan(0.3 * retired.length);
    // Left alone, an orbit swings to 15 degrees and back in 53 years (Allan & Cook 1964).
    expect(Math.max(...retired.map((p) => p.inclinationRad * DEGREES))).toBeGreaterThan(13);
  });

  it('drifts west above the belt and east below: 0.0128 degrees a day for each km', () => {
    for (const { heightKm, driftRadDay, inclinationRad } of places)
      if (inclinationRad < 0.02 && Math.abs(heightKm) > 100 && heightKm < 600)
        expect((driftRadDay * DEGREES) / heightKm).toBeCloseTo(-0.0128, 3);
  });
});

describe('the belt years later', () => {
  it('has as many working as at the start, each successor in the slot of the one it follows, and all the retired', () => {
    let now = sky;
    for (let month = 0; month < 24; month++) {
      const { sky: next, events } = evolveMonth(
        now,
        { month, f107: 150, collisions: false, explosions: false },
        keyOf('belt'),
      );
      now = withSuccessors(now, next, events, { takesOver: true }).sky;
    }
    const greenwich = greenwichAngleRad(START_DAYS_J2000);
    const later = beltSince(sky, now, greenwich);
    const working = later.filter(({ row }) => (now.flags[row]! & ACTIVE) !== 0);
    const then = places.filter(works);
    expect(working).toHaveLength(then.length);
    const slots = (some: readonly { readonly longitudeRad: number }[]) => some.map((p) => p.longitudeRad).sort();
    expect(slots(working)).toEqual(slots(then));
    expect(working.filter(({ row }) => now.id[row]! >= FIRST_CAUSAL_ID).length).toBeGreaterThan(50);
    const raised = later.filter(({ heightKm }) => heightKm > GRAVEYARD_KM).length;
    expect(raised).toBeGreaterThan(places.filter(({ heightKm }) => heightKm > GRAVEYARD_KM).length + 40);
  });
});

describe('shells by class', () => {
  it('add up to the count of all, row for row', () => {
    const classes = shellCountsBy(sky, 3, (row) => (row % 4) - 1);
    const left = shellCountsBy(sky, 1, (row) => (row % 4 === 0 ? 0 : -1));
    const all = shellCounts(sky);
    for (let shell = 0; shell < SHELL_COUNT; shell++) {
      const sum = [0, 1, 2].reduce((n, c) => n + classes[c * SHELL_COUNT + shell]!, left[shell]!);
      expect(sum).toBeCloseTo(all[shell]!, 6);
    }
  });
});
