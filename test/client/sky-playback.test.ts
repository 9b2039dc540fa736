/** A year played again: a real break-up, a launch and a loss, evolved by the engine for the rest of the year. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cameraOf, SEEN } from '../../client/sky/camera.ts';
import { FLOATS_PER_OBJECT, isThere, type Motion, motionOf, packInto, positionInto } from '../../client/sky/motion.ts';
import { locate, makePick } from '../../client/sky/picking.ts';
import {
  bornInYear,
  endOfMonth,
  makePlayed,
  monthOf,
  YEAR_DAYS,
  type Year,
  yearOf,
} from '../../client/sky/playback.ts';
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { causalId, keyOf } from '../../shared/orbits/table/chance.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  fromRows,
  indexOf,
  NO_ROW,
  PAYLOAD,
  type Population,
  type Row,
  withRows,
} from '../../shared/orbits/table/population.ts';

const HEAD = { epochMonth: 0, owners: [''], fleets: [''] };
const KEY = keyOf('a year played again');
const STRUCK = 4711;
const LOST = 4712;
const CLOUD = 77;
/** Month 6 of 12, counted from 0 as the engine does. */
const BROKEN_IN = 5;
const LAUNCHED = causalId('launch', 'test', 0);

const satellite = (id: number, change: Partial<Row> = {}): Row => ({
  ...NO_ROW,
  id,
  semiMajorAxisKm: EARTH_RADIUS_KM + 850,
  eccentricity: 5e-4,
  inclinationRad: 1.72,
  raanRad: 2,
  argPerigeeRad: 1,
  meanAnomalyRad: 1,
  massKg: 900,
  areaM2: 4,
  areaToMassM2Kg: 4 / 900,
  sizeM: 2.2,
  kind: PAYLOAD,
  flags: ACTIVE,
  ...change,
});

let before: Population;
let now: Population;
let year: Year;
let motion: Motion;
let show: (day: number) => void;
let pieces: number[];
const at = new Float64Array(3);
const place = (row: number, day: number): [number, number, number] => {
  motion.played.day = day;
  show(day);
  positionInto(at, motion, row, 0.01);
  return [at[0]!, at[1]!, at[2]!];
};
const group = (): Uint8Array => new Uint8Array(year.population.count);

beforeAll(() => {
  before = fromRows([satellite(STRUCK), satellite(LOST, { raanRad: 1 }), satellite(9, { raanRad: 4 })], HEAD);
  let sky = before;
  for (let month = 0; month < 12; month++) {
    if (month === BROKEN_IN) {
      const target = satellite(STRUCK, { raanRad: sky.raanRad[indexOf(sky, STRUCK)]! });
      const projectile = { massKg: 20, speedKms: 7.4 };
      const { rows } = breakUp({ kind: 'collision', breakupId: CLOUD, target, projectile, month }, KEY);
      const rest = fromRows([satellite(9, { raanRad: 4 })], { ...HEAD, epochMonth: month });
      sky = withRows(rest, [...rows, satellite(LAUNCHED, { birthMonth: month, raanRad: 5 })]);
    }
    sky = evolveMonth(sky, { month, f107: 150, collisions: false }, KEY).sky;
  }
  now = sky;
  year = yearOf(now, before);
  const fresh = Uint8Array.from(year.bornDay, (day) => (day > -YEAR_DAYS - 1 ? 1 : 0));
  const objects = { ...year.population, ...year, group: group(), fresh };
  motion = motionOf(objects);
  show = makePlayed(objects, motion);
  pieces = [...Array(year.population.count).keys()].filter((i) => year.population.breakupId[i] === CLOUD);
});

describe('the days of a year', () => {
  it('count from its end; an instant between months belongs to the first', () => {
    expect([-YEAR_DAYS, -YEAR_DAYS + 1, endOfMonth(1), endOfMonth(1) + 1, -1, 0].map(monthOf)).toEqual([
      1, 1, 1, 2, 12, 12,
    ]);
    expect(endOfMonth(12)).toBe(0);
  });

  it('pieces are born on the first day of their month, satellites within its first ten', () => {
    expect(pieces.length).toBeGreaterThan(300);
    for (const i of pieces) expect(year.bornDay[i]).toBeCloseTo(endOfMonth(BROKEN_IN), 6);
    const launched = year.bornDay[indexOf(year.population, LAUNCHED)]!;
    expect(launched).toBeGreaterThanOrEqual(endOfMonth(BROKEN_IN));
    expect(launched).toBeLessThan(endOfMonth(BROKEN_IN) + 10);
  });

  it('a catalogue object whose launch nobody knows is there all year', () => {
    const old = indexOf(now, 9);
    expect(now.birthMonth[old]).toBe(0);
    expect(bornInYear(now, old)).toBe(false);
    expect(year.bornDay[indexOf(year.population, 9)]!).toBeLessThan(-YEAR_DAYS);
  });

  it('what left is there before: the broken one until its pieces, others until a day that is always the same', () => {
    expect(year.population.count).toBe(now.count + 2);
    expect(year.endDay[indexOf(year.population, STRUCK)]).toBeCloseTo(endOfMonth(BROKEN_IN), 6);
    const end = year.endDay[indexOf(year.population, LOST)]!;
    expect(end).toBeGreaterThanOrEqual(-YEAR_DAYS);
    expect(end).toBeLessThan(0);
    expect(yearOf(now, before).endDay).toEqual(year.endDay);
    expect(yearOf(now, null).population).toBe(now);
  });

  it('what left stands where it stood a year before', () => {
    const row = indexOf(year.population, LOST);
    const then = motionOf({ ...before, group: new Uint8Array(3), fresh: new Uint8Array(3) });
    expect(motion.raanRad[row]! + motion.raanRate[row]! * -YEAR_DAYS).toBeCloseTo(
      then.raanRad[indexOf(before, LOST)]! + 2 * Math.PI * turnsBetween(row, then),
      6,
    );
  });
});

/** Whole turns of the node that two notations of the same angle differ by. */
const turnsBetween = (row: number, then: Motion): number =>
  Math.round(
    (motion.raanRad[row]! + motion.raanRate[row]! * -YEAR_DAYS - then.raanRad[indexOf(before, LOST)]!) / (2 * Math.PI),
  );

/** Length of the mean of directions: 1 where all agree, near 0 where they are all round. */
function together(angles: readonly number[]): number {
  const mean = (of: (angle: number) => number): number => angles.reduce((sum, a) => sum + of(a), 0) / angles.length;
  return Math.hypot(mean(Math.cos), mean(Math.sin));
}

describe('a cloud', () => {
  const planes = (day: number) => pieces.map((i) => motion.raanRad[i]! + motion.raanRate[i]! * day);

  it('has its planes brought together by J2 backwards: within degrees at its birth, wide apart at the end', () => {
    show(0);
    const [birth, end] = [together(planes(endOfMonth(BROKEN_IN))), together(planes(0))];
    expect(birth).toBeGreaterThan(0.98);
    expect(end).toBeLessThan(birth - 0.015);
  });

  it('starts as a point, is a ring after a month, and a shell later', () => {
    const spread = (day: number) => {
      const places = pieces.map((i) => place(i, day));
      const middle = [0, 1, 2].map((k) => places.reduce((sum, p) => sum + p[k]!, 0) / places.length);
      return Math.max(...places.map((p) => Math.hypot(p[0] - middle[0]!, p[1] - middle[1]!, p[2] - middle[2]!)));
    };
    const birth = endOfMonth(BROKEN_IN);
    expect(spread(birth)).toBeLessThan(1e-9);
    expect(spread(birth + 3)).toBeLessThan(0.4);
    expect(spread(birth + 30)).toBeGreaterThan(0.9);
    expect(together(planes(birth + 30))).toBeGreaterThan(together(planes(0)));
  });

  it('is drawn by the elements of the year end once it is a month old', () => {
    const row = pieces[0]!;
    show(endOfMonth(BROKEN_IN) + 12);
    expect(motion.semiMajorAxisRe[row]).not.toBe(
      now.semiMajorAxisKm[indexOf(now, year.population.id[row]!)]! / EARTH_RADIUS_KM,
    );
    show(0);
    expect(motion.semiMajorAxisRe[row]).toBe(
      now.semiMajorAxisKm[indexOf(now, year.population.id[row]!)]! / EARTH_RADIUS_KM,
    );
  });

  it('moves without a jump from day to day', () => {
    const row = pieces[7]!;
    const birth = endOfMonth(BROKEN_IN);
    for (let day = birth; day < birth + 40; day += 0.25) {
      const [one, next] = [place(row, day), place(row, day + 0.25)];
      expect(Math.hypot(one[0] - next[0], one[1] - next[1], one[2] - next[2]), `day ${day - birth}`).toBeLessThan(0.15);
    }
  });
});

describe('a launch', () => {
  it('climbs from near the ground to its orbit', () => {
    const row = indexOf(year.population, LAUNCHED);
    const height = (age: number) => Math.hypot(...place(row, year.bornDay[row]! + age));
    expect(height(0)).toBeCloseTo(1.02, 6);
    expect(height(10)).toBeGreaterThan(1.04);
    expect(height(20)).toBeCloseTo(1 + 850 / EARTH_RADIUS_KM, 2);
  });
});

describe('objects that are not there', () => {
  it('are not picked before their birth or after their end', () => {
    const pick = makePick(motion);
    const camera = cameraOf({ lonRad: 0, latRad: 0, zoom: 1 }, 1000, 800);
    const row = indexOf(year.population, LOST);
    const end = year.endDay[row]!;
    const found = (day: number): number => {
      motion.played.day = day;
      show(day);
      // The clock along the orbit is turned until the object is in front of Earth; its day of the year stays.
      for (let clock = 0; clock < 0.08; clock += 0.001) {
        const seen = locate(motion, row, camera, clock);
        if (seen.sight === SEEN) return pick(group(), [], camera, clock, seen.xPx, seen.yPx, 2);
      }
      return -2;
    };
    expect(found(end - 1)).toBe(row);
    expect(found(end + 1)).not.toBe(row);
    expect(isThere(motion, row)).toBe(false);
    motion.played.day = null;
    expect(isThere(motion, row)).toBe(true);
  });

  it('tell the shader their days', () => {
    const row = indexOf(year.population, LAUNCHED);
    const out = new Float32Array(FLOATS_PER_OBJECT);
    packInto(out, motion, Uint32Array.of(row), 0);
    expect(out[9]).toBeCloseTo(year.bornDay[row]!, 3);
    expect(out[10]).toBe(1e6);
    expect(monthOf(out[9]!)).toBe(BROKEN_IN + 1);
    expect(DAYS_PER_MONTH * 12).toBe(YEAR_DAYS);
  });
});
