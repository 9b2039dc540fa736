import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityKgM3, densityProfile } from '../../shared/orbits/motion/atmosphere.ts';
import {
  airDrag,
  DRAG_COEFFICIENT,
  decayOrbits,
  lifetimeYears,
  meanRadiusUnderOrbitKm,
  rotationFactor,
} from '../../shared/orbits/motion/decay.ts';
import {
  apogeeAltitudeKm,
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  MU_KM3_S2,
  perigeeAltitudeKm,
} from '../../shared/orbits/table/elements.ts';
import { ACTIVE, fromRows, MANOEUVRABLE, NO_ROW, type Row } from '../../shared/orbits/table/population.ts';

const POLAR = Math.PI / 2;
const skyOf = (...rows: Partial<Row>[]) =>
  fromRows(
    rows.map((row, k) => ({ ...NO_ROW, id: k + 1, areaToMassM2Kg: 0.01, ...row })),
    { epochMonth: 0, owners: [''], fleets: [''] },
  );

describe('decay rates', () => {
  // Circular, A/M 0.01 m^2/kg, Cd 2.2, no rotation (polar): km/yr at F10.7 of 70, 130, 200.
  it.each([
    [400, [27, 111, 268]],
    [550, [1.42, 9.5, 32.5]],
    [600, [0.66, 4.6, 17]],
    [800, [0.11, 0.42, 1.73]],
    [1000, [0.044, 0.11, 0.32]],
  ])('at %d km', (altitudeKm, expected) => {
    const radius = meanRadiusUnderOrbitKm(POLAR) + altitudeKm;
    [70, 130, 200].forEach((flux, k) => {
      const sky = skyOf({ semiMajorAxisKm: radius, inclinationRad: POLAR });
      decayOrbits(sky, 0.01, densityProfile(flux));
      const kmPerYear = ((radius - sky.semiMajorAxisKm[0]!) / 0.01) * 365.25;
      expect(Math.abs(kmPerYear / expected[k]! - 1)).toBeLessThan(0.03);
    });
  });

  it('the atmosphere turns with Earth: less drag for prograde orbits, more for retrograde', () => {
    const r = EARTH_RADIUS_KM + 500;
    expect(rotationFactor(r, r, 0)).toBe(1);
    expect(rotationFactor(r, r, 1)).toBeCloseTo((1 - (r * 7.292115e-5) / Math.sqrt(MU_KM3_S2 / r)) ** 2, 12);
    expect(rotationFactor(r, r, -1)).toBeGreaterThan(1);
  });
});

/** da/dt and de/dt of the orbit-averaged equations in a and e, by a midpoint rule with many nodes: km/s, 1/s. */
function reference(
  perigeeKm: number,
  apogeeKm: number,
  inclinationRad: number,
  ballistic: number,
  flux: number,
  nodes: number,
) {
  const a = (perigeeKm + apogeeKm) / 2;
  const e = (apogeeKm - perigeeKm) / (apogeeKm + perigeeKm);
  const surface = meanRadiusUnderOrbitKm(inclinationRad);
  let forA = 0;
  let forE = 0;
  for (let j = 1; j <= nodes; j++) {
    const c = Math.cos(((j - 0.5) * Math.PI) / nodes);
    const h = a * (1 - e * c) - surface;
    const rho = h < 2000 ? densityKgM3(h, flux) * 1e9 : 0;
    forA += (rho * (1 + e * c) ** 1.5) / (1 - e * c) ** 0.5 / nodes;
    forE += (rho * Math.sqrt((1 + e * c) / (1 - e * c)) * c) / nodes;
  }
  const scale = ballistic * 1e-6 * rotationFactor(perigeeKm, apogeeKm, Math.cos(inclinationRad));
  return {
    a: -scale * Math.sqrt(MU_KM3_S2 * a) * forA,
    e: -scale * Math.sqrt(MU_KM3_S2 / a) * (1 - e * e) * forE,
  };
}

describe('the average over a revolution', () => {
  /** Largest relative difference of da/dt, and of the perigee's rate, from a mean over `nodes` nodes. */
  const compare = (nodes: number, perigees: readonly number[], apogeesAbove: readonly number[]) => {
    let ofA = 0;
    let ofPerigee = 0;
    for (const flux of [75, 150, 230]) {
      const profile = densityProfile(flux);
      for (const perigee of perigees)
        for (const above of apogeesAbove) {
          const found = airDrag(perigee, perigee + above, 1, 0.01, profile);
          const rp = EARTH_RADIUS_KM + perigee;
          const exact = reference(rp, rp + above, 1, DRAG_COEFFICIENT * 0.01, flux, nodes);
          const e = above / (2 * rp + above);
          const exactPerigee = (1 - e) * exact.a - (rp + above / 2) * exact.e;
          ofA = Math.max(ofA, Math.abs((found.perigeeKmS + found.apogeeKmS) / 2 / exact.a - 1));
          ofPerigee = Math.max(ofPerigee, Math.abs(found.perigeeKmS / exactPerigee - 1));
        }
    }
    return { ofA, ofPerigee };
  };
  const perigees = [125, 130, 150, 180, 250, 400, 600, 850];

  it('is within 1 % of 16 nodes for nearly circular orbits, where fewer are taken', () => {
    const worst = compare(16, perigees, [0, 1, 3, 8, 15, 25, 40, 60, 80, 120]);
    expect(worst.ofA).toBeLessThan(0.01);
    expect(worst.ofPerigee).toBeLessThan(0.015);
  });

  it('is within 2 % of 4,000 nodes for every orbit, transfer orbits included, where 16 miss most of the drag', () => {
    const elongated = [200, 400, 1000, 2000, 5000, 10000, 20000, 35700];
    expect(compare(4000, perigees, elongated).ofA).toBeLessThan(0.02);
    expect(compare(4000, [125, 150, 180, 250], elongated).ofPerigee).toBeLessThan(0.05);
    const [rp, above] = [EARTH_RADIUS_KM + 180, 35700];
    const few = reference(rp, rp + above, 1, 0.022, 150, 16);
    const many = reference(rp, rp + above, 1, 0.022, 150, 4000);
    expect(few.a / many.a).toBeLessThan(0.5);
  });
});

// Against the tables of lifetimes: `kessler validate --quick` (validate.test.ts).
describe('lifetimes', () => {
  it('is the limit for what stays up', () => {
    expect(lifetimeYears(1400, 1400, 1, 0.01, () => 70, 25)).toBe(25);
  });
});

describe('decayOrbits', () => {
  const anyRow = fc.record({
    perigee: fc.double({ min: 100, max: 1600, noNaN: true }),
    above: fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 36000, noNaN: true })),
    inclinationRad: fc.double({ min: 0, max: 3.1, noNaN: true }),
    areaToMassM2Kg: fc.double({ min: 0.001, max: 5, noNaN: true }),
    flux: fc.double({ min: 60, max: 280, noNaN: true }),
    days: fc.double({ min: 0.1, max: 60, noNaN: true }),
  });

  it('never raises a perigee or an apogee, and says exactly what has re-entered', () => {
    fc.assert(
      fc.property(anyRow, ({ perigee, above, inclinationRad, areaToMassM2Kg, flux, days }) => {
        const a = EARTH_RADIUS_KM + perigee + above / 2;
        const sky = skyOf({ semiMajorAxisKm: a, eccentricity: above / 2 / a, inclinationRad, areaToMassM2Kg });
        const gone = decayOrbits(sky, days, flux);
        const low = perigeeAltitudeKm(sky.semiMajorAxisKm[0]!, sky.eccentricity[0]!);
        const high = apogeeAltitudeKm(sky.semiMajorAxisKm[0]!, sky.eccentricity[0]!);
        expect(low).toBeLessThanOrEqual(perigee + 1e-8);
        expect(high).toBeLessThanOrEqual(perigee + above + 1e-8);
        expect(sky.eccentricity[0]).toBeGreaterThanOrEqual(0);
        const surface = meanRadiusUnderOrbitKm(inclinationRad) - EARTH_RADIUS_KM;
        expect(gone).toEqual(low - surface < 120 ? [0] : []);
      }),
      { numRuns: 1500 },
    );
  });

  it('more drag brings an orbit no higher', () => {
    fc.assert(
      fc.property(anyRow, ({ perigee, above, inclinationRad, areaToMassM2Kg, flux, days }) => {
        const a = EARTH_RADIUS_KM + perigee + above / 2;
        const row = { semiMajorAxisKm: a, eccentricity: above / 2 / a, inclinationRad };
        const sky = skyOf({ ...row, areaToMassM2Kg }, { ...row, areaToMassM2Kg: 2 * areaToMassM2Kg });
        if (decayOrbits(sky, days, flux).length === 0)
          expect(sky.semiMajorAxisKm[1]).toBeLessThanOrEqual(sky.semiMajorAxisKm[0]! + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('a month in one step is a month in days', () => {
    const rows = [300, 450, 600, 800].flatMap((altitudeKm) =>
      [0, 0.002, 0.03, 0.3].map((eccentricity) => ({
        semiMajorAxisKm: (EARTH_RADIUS_KM + altitudeKm) / (1 - eccentricity),
        eccentricity,
        inclinationRad: 1,
        areaToMassM2Kg: 0.02,
      })),
    );
    const whole = skyOf(...rows);
    const daily = skyOf(...rows);
    const gone = decayOrbits(whole, DAYS_PER_MONTH, 150);
    for (let day = 0; day < 100; day++) decayOrbits(daily, DAYS_PER_MONTH / 100, 150);
    rows.forEach((row, k) => {
      if (gone.includes(k)) return;
      const fall = row.semiMajorAxisKm - whole.semiMajorAxisKm[k]!;
      const fallDaily = row.semiMajorAxisKm - daily.semiMajorAxisKm[k]!;
      expect(Math.abs(fall - fallDaily), `row ${k}`).toBeLessThan(0.003 * fallDaily + 1e-6);
    });
  });

  it('leaves alone what keeps its station and what is above the air', () => {
    const low = { semiMajorAxisKm: EARTH_RADIUS_KM + 350, inclinationRad: 1 };
    const sky = skyOf(
      { ...low, flags: ACTIVE | MANOEUVRABLE },
      { ...low, flags: MANOEUVRABLE },
      { ...low, flags: ACTIVE },
      { ...low, semiMajorAxisKm: EARTH_RADIUS_KM + 1501 },
    );
    const before = [...sky.semiMajorAxisKm];
    decayOrbits(sky, 30, 150);
    expect([...sky.semiMajorAxisKm].map((a, k) => a < before[k]!)).toEqual([false, true, true, false]);
  });
});
