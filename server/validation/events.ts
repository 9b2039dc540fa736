/** The break-ups that the clouds are checked on: bodies as they were, from the skies just before. */
import { type BreakUp, breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { isTracked, trackedSizeM } from '../../shared/orbits/breakup/detection.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { fromRows, indexOf, NO_ROW, type Population, type Row, rowAt } from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';

export type CloudName = 'Fengyun-1C' | 'Cosmos 2251' | 'Iridium 33' | 'Cosmos 1408' | 'Microsat-R' | 'USA-193';
export type RealEvent = {
  readonly clouds: readonly { readonly name: CloudName; readonly parent: number }[];
  /** decimal year */
  readonly year: number;
  readonly spec: BreakUpSpec;
};

/** A suborbital interceptor's mass is not published; the number of pieces hardly depends on it. */
const INTERCEPTOR_KG = 20;

/**
 * A body of a past sky at the instant of its break-up, with the mass it had then, and the A/M by which it or its sister ships
 * came down with the model's drag: the mean of 2006-2008, 2008-2021 and 2021-2025, which says more than one element set.
 */
function bodyOf(sky: Population, id: number, massKg: number, areaToMassM2Kg: number): Row {
  return { ...rowAt(sky, indexOf(sky, id)), massKg, areaToMassM2Kg };
}
/** Fengyun-1A and 1B; 50 payloads of the class of Cosmos 2251; 13-29 dead Iridiums; 42 of the class of Cosmos 1408. */
const FENGYUN_1_M2_KG = 0.0083;
const STRELA_2M_M2_KG = 0.0075;
const IRIDIUM_M2_KG = 0.0142;
const TSELINA_D_M2_KG = 0.0066;

/** Unit normal of an orbit's plane. */
const normalOf = ({ inclinationRad: i, raanRad: raan }: Row): [number, number, number] => [
  Math.sin(i) * Math.sin(raan),
  -Math.sin(i) * Math.cos(raan),
  Math.cos(i),
];

const cross = (a: readonly number[], b: readonly number[]): [number, number, number] => [
  a[1]! * b[2]! - a[2]! * b[1]!,
  a[2]! * b[0]! - a[0]! * b[2]!,
  a[0]! * b[1]! - a[1]! * b[0]!,
];

/** A row put where its orbit crosses a direction of its plane. */
function placedAt(row: Row, direction: readonly number[]): Row {
  const node = [Math.cos(row.raanRad), Math.sin(row.raanRad), 0];
  const ahead = cross(normalOf(row), node);
  const along = (axis: readonly number[]): number => axis.reduce((sum, x, k) => sum + x * direction[k]!, 0);
  const fromPerigee = Math.atan2(along(ahead), along(node)) - row.argPerigeeRad;
  const { eccentricity: e } = row;
  const anomaly = 2 * Math.atan(Math.sqrt((1 - e) / (1 + e)) * Math.tan(fromPerigee / 2));
  return { ...row, meanAnomalyRad: anomaly - e * Math.sin(anomaly) };
}

const yearOf = (instant: string): number => decimalYear(instantMs(instant)!);
const strike = (target: Row, speedKms: number, breakupId: number): BreakUpSpec => ({
  kind: 'collision',
  breakupId,
  target,
  projectile: { massKg: INTERCEPTOR_KG, speedKms },
  month: 0,
});

/** A body of which no sky is at hand: published orbit (km above the equatorial radius, deg) and mass. */
const bodyAt = (
  id: number,
  perigeeKm: number,
  apogeeKm: number,
  inclinationDeg: number,
  massKg: number,
  sizeM: number,
): Row => ({
  ...NO_ROW,
  id,
  semiMajorAxisKm: EARTH_RADIUS_KM + (perigeeKm + apogeeKm) / 2,
  eccentricity: (apogeeKm - perigeeKm) / 2 / (EARTH_RADIUS_KM + (perigeeKm + apogeeKm) / 2),
  inclinationRad: (inclinationDeg * Math.PI) / 180,
  meanAnomalyRad: 2,
  massKg,
  sizeM,
});

/** The strikes on low orbits, of 2019 and 2008. */
export const lowEvents = (): RealEvent[] => [
  {
    clouds: [{ name: 'Microsat-R', parent: 43947 }],
    year: yearOf('2019-03-27'),
    spec: strike(bodyAt(43947, 265, 294, 96.6, 740, 2), 9.8, 4),
  },
  {
    clouds: [{ name: 'USA-193', parent: 29651 }],
    year: yearOf('2008-02-21'),
    spec: strike(bodyAt(29651, 242, 252, 58.5, 2300, 4.5), 9.8, 5),
  },
];

/** The events. Reads three skies. */
export function realEvents(): RealEvent[] {
  const skyAt = (file: string, instant: string): Population =>
    readSky(shippedSky(file), { startMs: instantMs(instant)! }).sky;
  const in2007 = '2007-01-11T22:26:00Z';
  // Struck at about 863 km, near its apogee.
  const fengyun = { ...bodyOf(skyAt('sky-2006-11.csv', in2007), 25730, 880, FENGYUN_1_M2_KG), meanAnomalyRad: Math.PI };

  const in2009 = '2009-02-10T16:56:00Z';
  const before2009 = skyAt('sky-2008-10.csv', in2009);
  const cosmos = bodyOf(before2009, 22675, 900, STRELA_2M_M2_KG);
  const iridium = bodyOf(before2009, 24946, 560, IRIDIUM_M2_KG);
  // They met where their planes cross over northern Siberia.
  const line = cross(normalOf(cosmos), normalOf(iridium));
  const north = line[2] < 0 ? line.map((x) => -x) : line;

  const in2021 = '2021-11-15T02:47:00Z';
  const cosmos1408 = bodyOf(skyAt('sky-2021.csv', in2021), 13552, 1750, TSELINA_D_M2_KG);

  return [
    { clouds: [{ name: 'Fengyun-1C', parent: 25730 }], year: yearOf(in2007), spec: strike(fengyun, 9.36, 1) },
    {
      clouds: [
        { name: 'Cosmos 2251', parent: 22675 },
        { name: 'Iridium 33', parent: 24946 },
      ],
      year: yearOf(in2009),
      spec: {
        kind: 'collision',
        breakupId: 2,
        target: placedAt(cosmos, north),
        projectile: { row: placedAt(iridium, north) },
        month: 0,
      },
    },
    { clouds: [{ name: 'Cosmos 1408', parent: 13552 }], year: yearOf(in2021), spec: strike(cosmos1408, 7.5, 3) },
    ...lowEvents(),
  ];
}

/** An event's break-up by one seed, with the scales as played, down to the smallest piece that any sensor follows. */
export const breakUpOf = (event: RealEvent, seed: number): BreakUp =>
  breakUp(event.spec, keyOf(`real event ${seed}`), { ...PLAY_TUNING, minSizeM: trackedSizeM(0) });

/** The pieces of one body of a break-up that the sensors can follow. */
export const followedPieces = (broken: BreakUp, parent: number): Population =>
  fromRows(
    broken.rows.filter((row) => row.parentId === parent && isTracked(row)),
    { epochMonth: 0, owners: [''], fleets: [''] },
  );
