import { describe, expect, test } from 'vitest';
import type { SkyEvent } from '../../shared/orbits/motion/events.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  fromRows,
  MANOEUVRABLE,
  NO_ROW,
  PAYLOAD,
  type Row,
  rowAt,
  STAGE,
} from '../../shared/orbits/table/population.ts';
import { successorId, trafficOf, withSuccessors, withTraffic } from '../../shared/orbits/table/traffic.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const HEAD = { epochMonth: 0, owners: [''], fleets: [''] };
const KEY = keyOf('traffic');
const at = (altitudeKm: number): Partial<Row> => ({
  semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
  eccentricity: 0.002,
  massKg: 200,
  meanAnomalyRad: 1,
});
const working: Row = { ...NO_ROW, ...at(550), id: 1, kind: PAYLOAD, flags: ACTIVE | MANOEUVRABLE, missionEndMonth: 40 };

describe('routine replacement', () => {
  const lowered: Row = { ...working, ...at(330), id: 2, flags: ACTIVE };
  const sky = fromRows([working, lowered, { ...working, id: 3, flags: 0 }], HEAD);
  const ends: SkyEvent[] = [
    { kind: 'missionEnd', id: 1, month: 6, disposal: 'graveyard' },
    { kind: 'reentry', id: 2, month: 6, massKg: 200 },
    { kind: 'reentry', id: 3, month: 6, massKg: 200 },
  ];

  test('one for each that worked: on its orbit, half a revolution on, for seven years; what drag lowered starts at 500 km', () => {
    const { sky: after, launched } = withSuccessors(sky, fromRows([rowAt(sky, 0)], HEAD), ends);
    expect(launched).toBe(2);
    const rows = Array.from(after.id, (_, i) => rowAt(after, i));
    const first = rows.find(({ id }) => id === successorId(1, 6))!;
    expect(first).toEqual({
      ...working,
      id: first.id,
      meanAnomalyRad: 1 + Math.PI,
      birthMonth: 6,
      missionEndMonth: 90,
    });
    const second = rows.find(({ id }) => id === successorId(2, 6))!;
    expect(second.semiMajorAxisKm - EARTH_RADIUS_KM).toBe(500);
  });

  test('takes over the number of one that left orbit, not of one that is still up', () => {
    const after = fromRows([rowAt(sky, 0)], HEAD);
    const { sky: served } = withSuccessors(sky, after, ends, { takesOver: true });
    expect([...served.id]).toEqual([1, 2, successorId(1, 6)].sort((a, b) => a - b));
  });
});

describe('repeated traffic', () => {
  const rows: Row[] = [
    { ...working, birthMonth: -20 },
    { ...working, ...at(300), id: 2, flags: 0, birthMonth: -20, missionEndMonth: NO_ROW.missionEndMonth },
    { ...NO_ROW, ...at(700), id: 3, kind: STAGE, birthMonth: -20 },
    { ...NO_ROW, ...at(700), id: 4, kind: DEBRIS, birthMonth: -20 },
    { ...working, id: 5, birthMonth: -97 },
    { ...working, id: 6, birthMonth: 0 },
  ];
  const sky = fromRows(rows, HEAD);

  test('satellites and stages of the last eight years fly again in their month of the cycle, every cycle', () => {
    const traffic = trafficOf(sky);
    const launched = Array.from({ length: 200 }, (_, month) => withTraffic(sky, traffic, month, KEY).launched);
    expect(launched.flatMap((n, month) => (n > 0 ? [[month, n]] : []))).toEqual([
      [76, 3],
      [172, 3],
    ]);
  });

  test('satellites are new and work as long as those they repeat; stages stay as they are', () => {
    const { sky: after } = withTraffic(sky, trafficOf(sky), 76, KEY);
    const [first, second, stage] = Array.from(after.id, (_, i) => rowAt(after, i))
      .filter(({ birthMonth }) => birthMonth === 76)
      .sort((a, b) => a.semiMajorAxisKm - b.semiMajorAxisKm);
    expect(first).toMatchObject({ semiMajorAxisKm: EARTH_RADIUS_KM + 300, flags: ACTIVE | MANOEUVRABLE });
    expect(first!.missionEndMonth).toBe(76 + 84);
    expect(second).toMatchObject({ semiMajorAxisKm: working.semiMajorAxisKm, missionEndMonth: 76 + 60 });
    expect(stage).toMatchObject({ kind: STAGE, flags: 0, semiMajorAxisKm: EARTH_RADIUS_KM + 700 });
    expect(after.count).toBe(sky.count + 3);
  });

  test('eight years of the sky of 2025: as many as it has that were launched in them', () => {
    const real = readSkyOf2025(rowsOf2025()).sky;
    const traffic = trafficOf(real);
    let now = real;
    let launched = 0;
    for (let month = 0; month < 96; month++) {
      const next = withTraffic(now, traffic, month, KEY);
      now = next.sky;
      launched += next.launched;
    }
    const recent = real.birthMonth.filter(
      (month, i) => month >= -96 && month < 0 && (real.kind[i] === PAYLOAD || real.kind[i] === STAGE),
    ).length;
    expect(launched).toBe(recent);
    expect(now.count).toBe(real.count + recent);
    expect(launched).toBeGreaterThan(10_000);
  });
});
