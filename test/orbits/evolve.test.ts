import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { GRAVEYARD_KM } from '../../shared/orbits/motion/belt.ts';
import type { BreakUpEvent, SkyEvent } from '../../shared/orbits/motion/events.ts';
import { applyBreakUps, evolveMonth, explosionsPerYear, type Month } from '../../shared/orbits/motion/evolve.ts';
import { causalId, keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM, TWO_PI } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  fromRows,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  PASSIVATED,
  PAYLOAD,
  type Population,
  pick,
  type Row,
  rowAt,
  STAGE,
} from '../../shared/orbits/table/population.ts';
import { encode } from '../../shared/orbits/table/population-codec.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const HEAD = { epochMonth: 0, owners: [''], fleets: ['', 'First'] };
const real = readSkyOf2025(rowsOf2025()).sky;

const bodies = (count: number, firstId: number, change: Partial<Row>): Row[] =>
  Array.from({ length: count }, (_, n) => ({
    ...NO_ROW,
    id: firstId + n,
    semiMajorAxisKm: EARTH_RADIUS_KM + 775,
    eccentricity: 1e-3,
    inclinationRad: 1.5,
    raanRad: (TWO_PI * n) / count,
    massKg: 500,
    areaM2: 4,
    areaToMassM2Kg: 0.008,
    sizeM: 2.3,
    kind: DEBRIS,
    ...change,
  }));

/** Equatorial orbits, every second one against the others. */
const twoWays = (rows: Row[]): Row[] => rows.map((row) => ({ ...row, inclinationRad: row.id % 2 ? 0.003 : 3.1386 }));

/** Several months of a sky. */
function evolve(sky: Population, months: number, step: Partial<Month>, seed: string) {
  let now = sky;
  const events: SkyEvent[] = [];
  for (let month = 0; month < months; month++) {
    const next = evolveMonth(now, { month, f107: 145, ...step }, keyOf(seed));
    now = next.sky;
    events.push(...next.events);
  }
  return { sky: now, events };
}

const without = (sky: Population, id: number): Population =>
  pick(
    sky,
    Array.from({ length: sky.count }, (_, i) => i).filter((i) => i !== indexOf(sky, id)),
  );
const breakUps = (events: readonly SkyEvent[]): BreakUpEvent[] =>
  events.filter((event): event is BreakUpEvent => event.kind === 'collision' || event.kind === 'explosion');
const massOf = (sky: Population): number => sky.massKg.reduce((sum, mass, i) => sum + mass * sky.weight[i]!, 0);

/** A sky in which things happen: barns that meet, and stages that burst. */
const lively = fromRows(
  [
    ...twoWays(bodies(80, 1, { areaM2: 4e4, massKg: 40 })),
    ...bodies(40, 1000, { kind: STAGE, birthMonth: -50, semiMajorAxisKm: EARTH_RADIUS_KM + 1005 }),
    ...bodies(20, 2000, { semiMajorAxisKm: EARTH_RADIUS_KM + 250, areaToMassM2Kg: 0.05 }),
  ],
  HEAD,
);
const LIVELY = {
  explosions: { unpassivatedStage: 0.3, passivatedStage: 0, deadPayload: 0, stageMonths: 240 },
} as const;

describe('one month', () => {
  test('the sky handed in stays as it is, and time moves on', () => {
    const before = encode(lively);
    const { sky } = evolveMonth(lively, { month: 6, f107: 145 }, keyOf('still'));
    expect(encode(lively)).toEqual(before);
    expect(sky.epochMonth).toBe(7);
  });

  test('low things come down and say so', () => {
    const { sky, events } = evolve(lively, 6, { explosions: false }, 'low');
    const down = events.filter((event) => event.kind === 'reentry');
    expect(down.map((event) => event.id)).toEqual(expect.arrayContaining([2000, 2019]));
    for (const { id } of down) expect(indexOf(sky, id)).toBe(-1);
  });

  test('same sky, month and key: same bytes; another key: others', () => {
    const bytes = (seed: string) => encode(evolve(lively, 3, LIVELY, seed).sky);
    expect(bytes('a')).toEqual(bytes('a'));
    expect(bytes('b')).not.toEqual(bytes('a'));
  });

  test('the order in which rows were given does not matter', () => {
    const rows = Array.from({ length: lively.count }, (_, i) => rowAt(lively, i));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const again = evolveMonth(fromRows(shuffled, HEAD), { month: 0, f107: 145, ...LIVELY }, keyOf('order'));
        const first = evolveMonth(lively, { month: 0, f107: 145, ...LIVELY }, keyOf('order'));
        expect(encode(again.sky)).toEqual(encode(first.sky));
        expect(again.events).toEqual(first.events);
      }),
      { numRuns: 5 },
    );
  });

  test('mass never grows', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        let sky = lively;
        for (let month = 0; month < 3; month++) {
          const next = evolveMonth(sky, { month, f107: 145, ...LIVELY }, keyOf(seed)).sky;
          expect(massOf(next)).toBeLessThanOrEqual(massOf(sky) * (1 + 1e-6));
          sky = next;
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('break-ups', () => {
  const { sky, events } = evolve(lively, 3, LIVELY, 'events');

  test('both kinds happen; the bodies are gone and the pieces carry the break-up', () => {
    const kinds = new Set(breakUps(events).map((event) => event.kind));
    expect(kinds).toEqual(new Set(['collision', 'explosion']));
    for (const event of breakUps(events)) {
      if (event.catastrophic) for (const id of event.ids) expect(indexOf(sky, id)).toBe(-1);
      const pieces = sky.breakupId.filter((id) => id === event.breakupId).length;
      expect(pieces).toBeLessThanOrEqual(event.fragments);
      if (event.month === 2) expect(pieces).toBe(event.fragments);
    }
  });

  test('taking an object out leaves all events that do not name it or a piece of it', () => {
    const victim = breakUps(events)[0]!;
    const id = victim.ids[0]!;
    const other = evolve(without(lively, id), victim.month + 1, LIVELY, 'events').events;
    // Its partner may meet another body in the same month now; nothing else may change.
    const unrelated = (list: readonly SkyEvent[]) =>
      list.filter(
        (event) => event.month <= victim.month && !('ids' in event && event.ids.some((x) => victim.ids.includes(x))),
      );
    expect(unrelated(other)).toEqual(unrelated(events));
    expect(other.some((event) => 'ids' in event && event.ids.includes(id))).toBe(false);
  });

  test('stages burst at their rate; passivated, old and working ones do not', () => {
    const rate = { unpassivatedStage: 0.12, passivatedStage: 0, deadPayload: 0, stageMonths: 240 };
    const high = { semiMajorAxisKm: EARTH_RADIUS_KM + 1400, areaM2: 0.01, kind: STAGE, birthMonth: -10 };
    const sky = fromRows(
      [
        ...bodies(2000, 1, high),
        ...bodies(500, 5000, { ...high, flags: PASSIVATED }),
        ...bodies(500, 6000, { ...high, birthMonth: -300 }),
        ...bodies(500, 7000, { ...high, kind: PAYLOAD, flags: ACTIVE }),
      ],
      HEAD,
    );
    const { events } = evolveMonth(sky, { month: 0, f107: 145, explosions: rate }, keyOf('rate'));
    const burst = breakUps(events).filter((event) => event.kind === 'explosion');
    expect(burst.every((event) => event.ids[0]! <= 2000)).toBe(true);
    // Mean 20, standard deviation 4.5.
    expect(burst.length).toBeGreaterThan(7);
    expect(burst.length).toBeLessThan(38);
  });

  test('a row of the thin sky loses one of its objects', () => {
    const heavy = fromRows(twoWays(bodies(60, 1, { areaM2: 1e4, weight: 20 })), HEAD);
    const thin = { ...PLAY_TUNING, rowWeight: 20 };
    const { sky, events } = evolve(heavy, 1, { explosions: false, tuning: thin }, 'thin');
    const hit = new Set(breakUps(events).flatMap((event) => (event.catastrophic ? event.ids : [])));
    expect(hit.size).toBeGreaterThan(0);
    for (const id of hit) expect(sky.weight[indexOf(sky, id)]).toBe(19);
    // Small pieces stand for twenty, large ones for themselves, and all together never weigh more than what broke.
    const pieces = Array.from(sky.breakupId.keys()).filter((i) => sky.breakupId[i]! > 0);
    expect(new Set(pieces.map((i) => sky.weight[i]))).toEqual(new Set([1, 20]));
    const brokenKg = Array.from(hit, (id) => heavy.massKg[indexOf(heavy, id)]!).reduce((a, b) => a + b, 0);
    expect(pieces.reduce((sum, i) => sum + sky.weight[i]! * sky.massKg[i]!, 0)).toBeLessThanOrEqual(
      brokenKg * (1 + 1e-6),
    );
  });
});

describe('background explosions', () => {
  test('2.7 a year are expected in the sky of 2025', () => {
    expect(explosionsPerYear(real, 0)).toBeCloseTo(2.7, 1);
  });

  test('as often as the rate says; their scale is 0.7 in the middle, e^0.9 either way, less for a light body', () => {
    const scales = (massKg: number): Float64Array => {
      const stages = bodies(2000, 1, { kind: STAGE, massKg, semiMajorAxisKm: EARTH_RADIUS_KM + 1500 });
      const rates = { unpassivatedStage: 6, passivatedStage: 0, deadPayload: 0, stageMonths: 240 };
      const { events } = evolve(fromRows(stages, HEAD), 1, { explosions: rates, collisions: false }, 'bursts');
      // The law gives 9,270 pieces of 1-10 cm for a scale of one.
      return Float64Array.from(breakUps(events), (event) => event.smallCount / 9270).sort();
    };
    const heavy = scales(1400);
    expect(Math.abs(heavy.length - 1000)).toBeLessThan(80);
    expect(heavy[heavy.length >> 1]! / 0.7).toBeCloseTo(1, 0.7);
    expect(Math.log(heavy[Math.floor(0.8413 * heavy.length)]! / heavy[heavy.length >> 1]!) / 0.9).toBeCloseTo(1, 0.7);
    expect(heavy.at(-1)).toBeCloseTo(5, 2);
    expect(scales(150)[500]! / heavy[500]!).toBeCloseTo(0.25, 6);
  });
});

describe('ends of missions', () => {
  const working = {
    kind: PAYLOAD,
    flags: ACTIVE | MANOEUVRABLE,
    fleet: 1,
    missionEndMonth: 0,
    areaM2: 0.01,
  };

  test('a constellation leaves as often as its rate says, the rest stay and are dead', () => {
    const sky = fromRows(bodies(1000, 1, working), HEAD);
    const { sky: after, events } = evolve(sky, 1, { explosions: false }, 'end');
    const ends = events.filter((event) => event.kind === 'missionEnd');
    expect(ends).toHaveLength(1000);
    const left = ends.filter((event) => event.disposal === 'down').length;
    expect(after.count).toBe(1000 - left);
    expect(Math.abs(left - 900)).toBeLessThan(40);
    expect(after.flags.every((flags) => (flags & (ACTIVE | MANOEUVRABLE)) === 0)).toBe(true);
  });

  test('from the geostationary belt 85 % rise to the graveyard above, clear of it all the way round', () => {
    const belt = { ...working, fleet: 0, semiMajorAxisKm: 42_165, eccentricity: 0.01, inclinationRad: 0.001 };
    const sky = fromRows(bodies(1000, 1, belt), HEAD);
    const { sky: after, events } = evolve(sky, 1, { explosions: false }, 'end');
    const raised = new Set(
      events.flatMap((event) => (event.kind === 'missionEnd' && event.disposal === 'graveyard' ? [event.id] : [])),
    );
    expect(Math.abs(raised.size - 850)).toBeLessThan(35);
    expect(after.count).toBe(1000);
    for (let i = 0; i < after.count; i++) {
      const perigeeKm = after.semiMajorAxisKm[i]! * (1 - after.eccentricity[i]!);
      expect(perigeeKm > 42_164 + GRAVEYARD_KM).toBe(raised.has(after.id[i]!));
      if (!raised.has(after.id[i]!)) expect(after.semiMajorAxisKm[i]).toBe(42_165);
      expect(after.flags[i]! & (ACTIVE | MANOEUVRABLE)).toBe(0);
    }
  });

  test('what cannot manoeuvre, and what flies between low orbit and the belt, stays where it is', () => {
    const rows = [
      ...bodies(100, 1, { ...working, fleet: 0, flags: ACTIVE, semiMajorAxisKm: 42_165 }),
      ...bodies(100, 200, { ...working, fleet: 0, semiMajorAxisKm: 26_560 }),
    ];
    const { sky, events } = evolve(fromRows(rows, HEAD), 1, { explosions: false }, 'end');
    expect(events.every((event) => event.kind === 'missionEnd' && event.disposal === 'none')).toBe(true);
    expect(new Set(sky.semiMajorAxisKm)).toEqual(new Set([42_165, 26_560]));
  });

  test('nothing ends before its month', () => {
    const sky = fromRows(bodies(100, 1, { ...working, missionEndMonth: 5 }), HEAD);
    const { events } = evolve(sky, 5, { explosions: false }, 'later');
    expect(events.filter((event) => event.kind === 'missionEnd')).toHaveLength(0);
  });
});

test('without a strike on the full catalogue only what the strike caused is different', () => {
  const target = rowAt(real, indexOf(real, 27_431));
  const breakupId = causalId('strike', 'test');
  const spec = { kind: 'collision', breakupId, target, projectile: { massKg: 20, speedKms: 9.4 }, month: 0 } as const;
  const made: SkyEvent[] = [];
  const struck = applyBreakUps(real, [spec], keyOf('strike'), PLAY_TUNING, made);
  expect(made).toMatchObject([{ kind: 'collision', ids: [27_431], breakupId, catastrophic: true }]);
  expect(struck.count).toBe(real.count - 1 + breakUps(made)[0]!.fragments);
  const withStrike = evolve(struck, 4, {}, 'same luck');
  const without = evolve(real, 4, {}, 'same luck');
  const pieces = new Set([27_431, ...struck.id.filter((_, i) => struck.breakupId[i] === breakupId)]);
  const concerns = (event: SkyEvent) => ('ids' in event ? event.ids : [event.id]).some((id) => pieces.has(id));
  expect(withStrike.events.filter((event) => !concerns(event))).toEqual(
    without.events.filter((event) => !concerns(event)),
  );
  expect(withStrike.events.some(concerns)).toBe(true);
  // Every object that the strike did not touch is where it would have been.
  let compared = 0;
  for (let i = 0; i < without.sky.count; i++) {
    if (without.sky.id[i] === 27_431) continue;
    const j = indexOf(withStrike.sky, without.sky.id[i]!);
    if (j < 0 || withStrike.sky.semiMajorAxisKm[j] !== without.sky.semiMajorAxisKm[i]) throw new Error(`row ${i}`);
    compared++;
  }
  expect(compared).toBe(without.sky.count - 1);
});

test('a year of the full catalogue: re-entries by the hundred, break-ups by ones', () => {
  const { sky, events } = evolve(real, 12, {}, 'year');
  const down = events.filter((event) => event.kind === 'reentry').length;
  expect(down).toBeGreaterThan(300);
  expect(down).toBeLessThan(2500);
  expect(breakUps(events).length).toBeLessThan(12);
  expect(sky.count + down - breakUps(events).reduce((sum, event) => sum + event.fragments, 0)).toBeLessThanOrEqual(
    real.count,
  );
});
