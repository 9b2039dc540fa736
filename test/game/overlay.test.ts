import { describe, expect, it } from 'vitest';
import { withOverlay } from '../../shared/game/sight/overlay/overlaid.ts';
import { overlayOf, overlayVersion, skyFor } from '../../shared/game/sight/overlay/overlay.ts';
import { decodeOverlay, encodeOverlay } from '../../shared/game/sight/overlay/overlay-codec.ts';
import { fleetIndex } from '../../shared/game/turn/fleets.ts';
import { apogeeAltitudeKm, EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { indexOf } from '../../shared/orbits/table/population.ts';
import { firstTalk, launchOrder, ordered, strikeOrder, yearLater } from './table.ts';

const start = firstTalk('overlay', { whole: true });
const later = yearLater(
  ordered(ordered(start, 'OP', 'p1', launchOrder(480, 2)), 'CN', 'security', strikeOrder('high')),
);
const bytes = skyFor(later, { kind: 'facilitator' });
const overlay = decodeOverlay(bytes);

describe('overlay', () => {
  it('is empty before anything has happened', () => {
    const nothing = decodeOverlay(skyFor(start, { kind: 'guest' }));
    expect(nothing).toMatchObject({ present: null, moved: [], made: [] });
    expect(withOverlay(start.sky, nothing).count).toBe(start.sky.count);
  });

  it('with the catalogue makes the sky again: the same objects, heights within 100 m', () => {
    const sky = withOverlay(start.sky, overlay);
    expect(Array.from(sky.id)).toEqual(Array.from(later.sky.id));
    expect(sky.epochMonth).toBe(12);
    for (const row of overlay.made) {
      const at = indexOf(later.sky, row.id);
      expect(Math.abs(later.sky.semiMajorAxisKm[at]! - row.semiMajorAxisKm)).toBeLessThanOrEqual(0.051);
      expect(Math.abs(later.sky.eccentricity[at]! - row.eccentricity)).toBeLessThan(1e-5);
      expect(Math.abs(later.sky.inclinationRad[at]! - row.inclinationRad)).toBeLessThan(1e-4);
    }
  });

  it('moves what drag has moved: no object is more than 15 km off in height', () => {
    const sky = withOverlay(start.sky, overlay);
    const worst = Array.from(sky.semiMajorAxisKm, (a, i) => Math.abs(a - later.sky.semiMajorAxisKm[i]!)).reduce(
      (x, y) => Math.max(x, y),
      0,
    );
    expect(overlay.moved.length).toBeGreaterThan(1000);
    expect(worst).toBeLessThan(15);
  });

  it('names the fragments of a strike by their causal ids, with owner and break-up', () => {
    const sky = withOverlay(start.sky, overlay);
    const pieces = overlay.made.filter((row) => row.parentId === 27431);
    expect(pieces.length).toBeGreaterThan(500);
    const one = pieces[0]!;
    const at = indexOf(sky, one.id);
    expect(sky.owners[sky.owner[at]!]).toBe('CN');
    expect(sky.breakupId[at]).toBe(later.sky.breakupId[indexOf(later.sky, one.id)]);
    expect(one.sizeM).toBeGreaterThan(0.09);
    expect(one.semiMajorAxisKm).toBeGreaterThan(EARTH_RADIUS_KM + 200);
  });

  it('tells no mass and no ballistic data', () => {
    for (const row of overlay.made)
      expect([row.massKg, row.areaM2, row.areaToMassM2Kg, row.missionEndMonth]).toEqual([0, 0, 0, 32767]);
  });

  it('takes less than 150 kB after a year with a high strike', () => {
    expect(bytes.length).toBeLessThan(150_000);
  });

  it('leaves out what a viewer cannot see', () => {
    const small = overlayOf(later.sky, 0.3, false).made.length;
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(overlay.made.length);
  });

  it('comes back from its bytes as it went in, twice over', () => {
    expect(encodeOverlay(decodeOverlay(bytes)).length).toBe(bytes.length);
    expect(decodeOverlay(encodeOverlay(overlay)).present).toEqual(overlay.present);
  });

  it('refuses bytes that are no overlay, cut short, or too long', () => {
    expect(() => decodeOverlay(new Uint8Array([1, 2, 3]))).toThrow();
    expect(() => decodeOverlay(new Uint8Array(64))).toThrow('wrong first bytes');
    expect(() => decodeOverlay(bytes.slice(0, bytes.length - 5))).toThrow('too early');
    expect(() => decodeOverlay(new Uint8Array([...bytes, 0]))).toThrow('left over');
  });

  it('has a version that changes with the year and not with what is said', () => {
    const us = { kind: 'seat', seat: 'US' } as const;
    expect(overlayVersion(start.state, us)).not.toBe(overlayVersion(later.state, us));
    const talked = { ...later.state, offers: [], seed: 'another' };
    expect(overlayVersion(talked, us)).toBe(overlayVersion(later.state, us));
  });
});

describe('overlay after four years', () => {
  let game = firstTalk('overlay, long', { whole: true });
  for (let year = 1; year <= 4; year++) game = yearLater(ordered(game, 'OP', 'p1', launchOrder(480, 2)));
  const { scenario, seats } = game.state;

  it.each([{ kind: 'guest' }, { kind: 'seat', seat: 'EU' }, { kind: 'facilitator' }] as const)(
    'shows $kind as many working satellites of each seat as its card says',
    (viewer) => {
      const sky = withOverlay(start.sky, decodeOverlay(skyFor(game, viewer)));
      const fleet = fleetIndex(scenario, sky);
      scenario.seats.forEach(({ id }, index) => {
        expect(fleet.filter((of) => of === index).length, id).toBe(seats[id]!.active);
      });
    },
  );

  it('knows every object of the sky, those that took the place of others too, no height more than 15 km off', () => {
    const sky = withOverlay(start.sky, decodeOverlay(skyFor(game, { kind: 'facilitator' })));
    expect(Array.from(sky.id)).toEqual(Array.from(game.sky.id));
    const off = Array.from(sky.semiMajorAxisKm, (a, i) => Math.abs(a - game.sky.semiMajorAxisKm[i]!));
    expect(off.reduce((x, y) => Math.max(x, y), 0)).toBeLessThan(15);
    // Planes stay as the catalogue has them; those that Sun and Moon tilt, by some degrees in four years, are high.
    const tilted = Array.from(sky.inclinationRad, (a, i) => Math.abs(a - game.sky.inclinationRad[i]!));
    const isLow = (i: number): boolean => {
      const at = indexOf(start.sky, game.sky.id[i]!);
      const { semiMajorAxisKm, eccentricity } = at < 0 ? game.sky : start.sky;
      const row = at < 0 ? i : at;
      return apogeeAltitudeKm(semiMajorAxisKm[row]!, eccentricity[row]!) < 2000;
    };
    expect(tilted.reduce((most, x, i) => (isLow(i) ? Math.max(most, x) : most), 0)).toBeLessThan(1e-4);
    for (const [i, x] of tilted.entries())
      if (x > 0.1)
        expect(apogeeAltitudeKm(game.sky.semiMajorAxisKm[i]!, game.sky.eccentricity[i]!)).toBeGreaterThan(45_000);
  });

  it('keeps every fleet at least as large as at the start but for what was hit', () => {
    const fleet = fleetIndex(scenario, start.sky);
    scenario.seats.forEach(({ id }, index) => {
      const atStart = fleet.filter((of) => of === index).length;
      expect(seats[id]!.active, id).toBeGreaterThanOrEqual(atStart - 2);
    });
  });

  it('goes to the browser in less than 150 kB', () => {
    expect(skyFor(game, { kind: 'facilitator' }).length).toBeLessThan(150_000);
  });
});
