import { describe, expect, it } from 'vitest';
import { greenwichAngleRad, sunDirection } from '../../client/sky/earth.ts';
import {
  drawOrder,
  EMPTY_SKY,
  FLOATS_PER_OBJECT,
  motionOf,
  packInto,
  positionInto,
  REPACK_DAYS,
  type SkyObjects,
} from '../../client/sky/motion.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import { EARTH_RADIUS_KM, stateOf } from '../../shared/orbits/table/elements.ts';
import { emptyPopulation, type Population } from '../../shared/orbits/table/population.ts';

/** Orbits of every kind: low, sun-synchronous, navigation, geostationary, Molniya, transfer, one of e = 0.9. */
const ORBITS = [
  [6778, 0.0004, 0.9, 1.1, 2.2, 3.3],
  [7228, 0.001, 1.72, 4.4, 0.2, 6.1],
  [6650, 0, 0, 0, 0, 0],
  [26560, 0.01, 0.96, 2.5, 5.9, 0.4],
  [42164, 0.0002, 0.001, 3.1, 1.0, 2.0],
  [26560, 0.74, 1.107, 0.3, 4.71, 0.05],
  [24400, 0.73, 0.12, 5.5, 3.1, Math.PI],
  [68000, 0.9, 2.0, 1.0, 1.5, 0.01],
] as const;

function population(): Population {
  const table = emptyPopulation(ORBITS.length, { epochMonth: 0, owners: [''], fleets: [''] });
  ORBITS.forEach(([a, e, i, raan, perigee, anomaly], row) => {
    table.id[row] = row + 1;
    table.semiMajorAxisKm[row] = a;
    table.eccentricity[row] = e;
    table.inclinationRad[row] = i;
    table.raanRad[row] = raan;
    table.argPerigeeRad[row] = perigee;
    table.meanAnomalyRad[row] = anomaly;
  });
  return table;
}
const skyOf = (table: Population): SkyObjects => ({
  ...table,
  group: new Uint8Array(table.count),
  fresh: new Uint8Array(table.count),
});
const distanceKm = (p: ArrayLike<number>, q: ArrayLike<number>): number =>
  Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!, p[2]! - q[2]!) * EARTH_RADIUS_KM;

describe('motion on the map', () => {
  it('is that of the engine: J2 drift, then the state of the elements, to a metre after a year', () => {
    const motion = motionOf(skyOf(population()));
    const at = new Float64Array(3);
    for (const days of [0, 0.1, 30, 365, -12]) {
      const moved = population();
      driftAngles(moved, days);
      for (let row = 0; row < moved.count; row++) {
        const state = stateOf({
          semiMajorAxisKm: moved.semiMajorAxisKm[row]!,
          eccentricity: moved.eccentricity[row]!,
          inclinationRad: moved.inclinationRad[row]!,
          raanRad: moved.raanRad[row]!,
          argPerigeeRad: moved.argPerigeeRad[row]!,
          meanAnomalyRad: moved.meanAnomalyRad[row]!,
        });
        positionInto(at, motion, row, days);
        const there = state.rKm.map((km) => km / EARTH_RADIUS_KM);
        expect(distanceKm(at, there), `row ${row}, day ${days}`).toBeLessThan(1e-3);
      }
    }
  });

  it('survives the shader: 32 bits, five Newton steps and an old buffer stay within 1.5 km', () => {
    const motion = motionOf(skyOf(population()));
    const order = drawOrder(skyOf(population()), [1]);
    const packed = new Float32Array(FLOATS_PER_OBJECT * motion.count);
    const at = new Float64Array(3);
    for (const packedDay of [0, 200]) {
      packInto(packed, motion, order, packedDay);
      for (const days of [-REPACK_DAYS, -0.7, 0, 1.234, REPACK_DAYS]) {
        order.forEach((row, k) => {
          positionInto(at, motion, row, packedDay + days);
          const drawn = shaderPosition(packed.subarray(FLOATS_PER_OBJECT * k, FLOATS_PER_OBJECT * (k + 1)), days);
          expect(distanceKm(at, drawn), `row ${row}, day ${packedDay} + ${days}`).toBeLessThan(1.5);
        });
      }
    }
  });

  it('leaves out rows that are no orbits', () => {
    const table = population();
    table.semiMajorAxisKm[0] = Number.NaN;
    table.eccentricity[1] = 1.2;
    table.semiMajorAxisKm[2] = -7000;
    table.raanRad[3] = Number.NaN;
    const motion = motionOf(skyOf(table));
    expect([...motion.semiMajorAxisRe.slice(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(motion.semiMajorAxisRe[4]).toBeGreaterThan(6);
  });

  it('draws faint groups first and new objects last', () => {
    const sky: SkyObjects = {
      ...EMPTY_SKY,
      count: 5,
      group: Uint8Array.of(0, 1, 0, 1, 0),
      fresh: Uint8Array.of(0, 0, 1, 1, 0),
    };
    expect([...drawOrder(sky, [1, 0.4])]).toEqual([1, 0, 4, 3, 2]);
  });
});

/** The vertex shader's arithmetic (shaders.ts, OBJECTS_VERTEX), rounded to 32 bits at each step. */
function shaderPosition(row: Float32Array, daysAway: number): [number, number, number] {
  const f = Math.fround;
  const [a, e, inclination, raan0, perigee0, anomaly0, meanRate, raanRate, perigeeRate] = row as unknown as number[];
  const days = f(daysAway);
  const tau = f(6.283185307);
  let mean = f(anomaly0! + f(meanRate! * days));
  mean = f(mean - f(tau * Math.floor(f(f(mean / tau) + 0.5))));
  let anomaly = f(mean + f((mean < 0 ? -0.85 : 0.85) * e!));
  for (let i = 0; i < 5; i++) {
    const error = f(f(anomaly - f(e! * f(Math.sin(anomaly)))) - mean);
    anomaly = f(anomaly - f(error / f(1 - f(e! * f(Math.cos(anomaly))))));
  }
  const raan = f(raan0! + f(raanRate! * days));
  const perigee = f(perigee0! + f(perigeeRate! * days));
  const x = f(a! * f(f(Math.cos(anomaly)) - e!));
  const y = f(f(a! * f(Math.sqrt(f(1 - f(e! * e!))))) * f(Math.sin(anomaly)));
  const alongNode = f(f(x * f(Math.cos(perigee))) - f(y * f(Math.sin(perigee))));
  const across = f(f(x * f(Math.sin(perigee))) + f(y * f(Math.cos(perigee))));
  const flat = f(across * f(Math.cos(inclination!)));
  return [
    f(f(alongNode * f(Math.cos(raan))) - f(flat * f(Math.sin(raan)))),
    f(f(alongNode * f(Math.sin(raan))) + f(flat * f(Math.cos(raan)))),
    f(across * f(Math.sin(inclination!))),
  ];
}

describe('Earth and Sun', () => {
  it('turn as the almanac says', () => {
    // Meeus, example 12.a: 1987 April 10, 0h UT, mean sidereal time 13h 10m 46.3668s.
    const sidereal = ((greenwichAngleRad(2446895.5 - 2451545) * 12) / Math.PI) % 24;
    expect(sidereal).toBeCloseTo(13 + 10 / 60 + 46.3668 / 3600, 4);
    // Meeus, example 25.a: 1992 October 13, 0h TD, apparent right ascension 198.381 deg, declination -7.785 deg.
    const [x, y, z] = sunDirection(2448908.5 - 2451545);
    expect(((Math.atan2(y, x) * 180) / Math.PI + 360) % 360).toBeCloseTo(198.381, 1);
    expect((Math.asin(z) * 180) / Math.PI).toBeCloseTo(-7.785, 1);
  });
});
