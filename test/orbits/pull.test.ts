import { describe, expect, it } from 'vitest';
import { isModelled, pullOrbits } from '../../shared/orbits/motion/pull.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import { moonAt, sunAt } from '../../shared/orbits/motion/sun-and-moon.ts';
import {
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  elementsInto,
  J2,
  MU_KM3_S2,
  stateInto,
} from '../../shared/orbits/table/elements.ts';
import { ACTIVE, draftOf, fromRows, MANOEUVRABLE, NO_ROW, type Row } from '../../shared/orbits/table/population.ts';

const DEGREE = Math.PI / 180;
const skyOf = (...rows: Partial<Row>[]) =>
  draftOf(
    fromRows(
      rows.map((row, k) => ({ ...NO_ROW, id: k + 1, ...row })),
      { epochMonth: 0, owners: [''], fleets: [''] },
    ),
  );

describe('Sun and Moon', () => {
  it('stand where the almanac has them', () => {
    // Equinox of 20 March 2024, 03:06 UT: the Sun crosses the equator northward.
    const equinox = sunAt(1970 + (Date.UTC(2024, 2, 20, 3, 6) / 86_400_000 - 0) / 365.2425);
    expect(Math.abs(equinox[2])).toBeLessThan(0.002);
    expect(equinox[0]).toBeGreaterThan(0.9999);
    // Eclipse of 8 April 2024, 18:18 UT: the Moon stands before the Sun, near its closest.
    const eclipse = 1970 + Date.UTC(2024, 3, 8, 18, 18) / 86_400_000 / 365.2425;
    const [sun, moon] = [sunAt(eclipse), moonAt(eclipse)];
    expect(Math.acos(sun[0] * moon[0] + sun[1] * moon[1] + sun[2] * moon[2]) / DEGREE).toBeLessThan(0.7);
    expect(moon[3]).toBeGreaterThan(355_000);
    expect(moon[3]).toBeLessThan(362_000);
  });
});

/** Acceleration (km/s2) by Earth with J2, Sun, Moon and sunlight, the equations of motion themselves. */
function accelerationOf(r: readonly number[], year: number, areaToMass: number): number[] {
  const [x, y, z] = r as [number, number, number];
  const r2 = x * x + y * y + z * z;
  const r3 = r2 ** 1.5;
  const k = (1.5 * J2 * MU_KM3_S2 * EARTH_RADIUS_KM ** 2) / (r2 * r3);
  const z2 = (5 * z * z) / r2;
  const sum = [
    (-MU_KM3_S2 * x) / r3 - k * x * (1 - z2),
    (-MU_KM3_S2 * y) / r3 - k * y * (1 - z2),
    (-MU_KM3_S2 * z) / r3 - k * z * (3 - z2),
  ];
  const sun = sunAt(year);
  for (const [place, mu] of [
    [sun, 1.32712440018e11],
    [moonAt(year), 4902.800066],
  ] as const) {
    const to = [0, 1, 2].map((axis) => place[axis]! * place[3] - r[axis]!);
    const to3 = Math.hypot(...to) ** 3;
    for (let axis = 0; axis < 3; axis++)
      sum[axis] = sum[axis]! + mu * (to[axis]! / to3 - place[axis]! / (place[3] * place[3]));
  }
  for (let axis = 0; axis < 3; axis++) sum[axis] = sum[axis]! - 4.56e-6 * 1.3e-3 * areaToMass * sun[axis]!;
  return sum;
}

/** Perigee (km), inclination (deg) after months of integrating those equations by Runge-Kutta, and by the mean terms. */
function bothWays(row: Partial<Row>, startYear: number, months: number) {
  const sky = skyOf(row);
  const { semiMajorAxisKm: a, areaToMassM2Kg } = { ...NO_ROW, ...row };
  const out = new Float64Array(6);
  stateInto(
    out,
    a,
    sky.eccentricity[0]!,
    sky.inclinationRad[0]!,
    sky.raanRad[0]!,
    sky.argPerigeeRad[0]!,
    sky.meanAnomalyRad[0]!,
  );
  let state = Array.from(out);
  const period = 2 * Math.PI * Math.sqrt(a ** 3 / MU_KM3_S2);
  const end = months * DAYS_PER_MONTH * 86_400;
  const rate = (s: readonly number[], t: number): number[] => [
    ...s.slice(3),
    ...accelerationOf(s, startYear + t / 86_400 / 365.2425, areaToMassM2Kg),
  ];
  const add = (s: readonly number[], d: readonly number[], h: number): number[] => s.map((x, k) => x + h * d[k]!);
  for (let t = 0; t < end; ) {
    const h = (period / 150) * (Math.hypot(state[0]!, state[1]!, state[2]!) / a) ** 1.5;
    const k1 = rate(state, t);
    const k2 = rate(add(state, k1, h / 2), t + h / 2);
    const k3 = rate(add(state, k2, h / 2), t + h / 2);
    const k4 = rate(add(state, k3, h), t + h);
    state = state.map((x, k) => x + (h / 6) * (k1[k]! + 2 * k2[k]! + 2 * k3[k]! + k4[k]!));
    t += h;
  }
  elementsInto(out, state[0]!, state[1]!, state[2]!, state[3]!, state[4]!, state[5]!);
  for (let month = 0; month < months; month++) {
    pullOrbits(sky, DAYS_PER_MONTH, startYear + month / 12);
    driftAngles(sky, DAYS_PER_MONTH);
  }
  const altitude = (semiMajor: number, e: number): number => semiMajor * (1 - e) - EARTH_RADIUS_KM;
  return {
    whole: { perigeeKm: altitude(out[0]!, out[1]!), inclinationDeg: out[2]! / DEGREE },
    mean: {
      perigeeKm: altitude(sky.semiMajorAxisKm[0]!, sky.eccentricity[0]!),
      inclinationDeg: sky.inclinationRad[0]! / DEGREE,
    },
    startKm: altitude(a, row.eccentricity!),
  };
}

describe('the pull of Sun and Moon, and sunlight', () => {
  it.each([
    // Low and inclined transfer orbits, a Molniya orbit, light pieces.
    [
      'transfer',
      { semiMajorAxisKm: 24_400, eccentricity: 0.73, inclinationRad: 7 * DEGREE, raanRad: 1, argPerigeeRad: 2 },
      12,
    ],
    [
      'Molniya',
      { semiMajorAxisKm: 26_560, eccentricity: 0.74, inclinationRad: 63.4 * DEGREE, raanRad: 1, argPerigeeRad: 4.7 },
      12,
    ],
    [
      'light',
      {
        semiMajorAxisKm: 12_000,
        eccentricity: 0.4,
        inclinationRad: 50 * DEGREE,
        raanRad: 0.5,
        argPerigeeRad: 1,
        areaToMassM2Kg: 3,
      },
      6,
    ],
  ])('%s: a perigee moves as the equations of motion move it', (_, row, months) => {
    const { whole, mean, startKm } = bothWays(row, 2010.3, months);
    // Osculating elements are off the mean ones by some km.
    expect(Math.abs(whole.perigeeKm - startKm)).toBeGreaterThan(25);
    expect(Math.abs(mean.perigeeKm - whole.perigeeKm)).toBeLessThan(15);
    expect(Math.abs(mean.inclinationDeg - whole.inclinationDeg)).toBeLessThan(0.05);
  });

  it.each([
    [2004, 0.88, 0.97],
    [2013, 0.72, 0.81],
  ])(
    'a geostationary plane tilts by 0.75 to 0.95 degrees a year, as the node of the Moon has it: from %d',
    (from, low, high) => {
      const sky = skyOf({ semiMajorAxisKm: 42_164, eccentricity: 0.0005, inclinationRad: 1e-4 });
      for (let month = 0; month < 48; month++) {
        pullOrbits(sky, DAYS_PER_MONTH, from + month / 12);
        driftAngles(sky, DAYS_PER_MONTH);
      }
      const perYear = sky.inclinationRad[0]! / DEGREE / 4;
      expect(perYear).toBeGreaterThan(low);
      expect(perYear).toBeLessThan(high);
      expect(sky.semiMajorAxisKm[0]).toBe(42_164);
      expect(sky.eccentricity[0]).toBeLessThan(0.002);
    },
  );

  it('leaves alone what keeps its station and what stays low, and knows how far out it holds', () => {
    const high = { semiMajorAxisKm: 24_400, eccentricity: 0.7, inclinationRad: 1 };
    const sky = skyOf({ ...high, flags: ACTIVE | MANOEUVRABLE }, high, { semiMajorAxisKm: 7500, inclinationRad: 1 });
    pullOrbits(sky, DAYS_PER_MONTH, 2020);
    expect([...sky.inclinationRad].map((i) => i !== 1)).toEqual([false, true, false]);
    expect(isModelled(24_400, 0.73)).toBe(true);
    expect(isModelled(150_000, 0.5)).toBe(false);
  });
});
