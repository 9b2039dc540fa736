/**
 * A year of the sky played again on the elements of its end. Days count from that end, so the year runs from -YEAR_DAYS to 0.
 *
 * Planes drift back by J2 (secular.ts). Places along the orbits keep the map's own slow clock: at the pace of the year every
 * satellite would go round hundreds of times a second. What the elements of the year's end cannot tell is drawn by shortcuts, and
 * each says so where it stands.
 */

import { driftAngles, secularRates } from '../../shared/orbits/motion/secular.ts';
import { causalId, FIRST_CAUSAL_ID } from '../../shared/orbits/table/chance.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM, SECONDS_PER_DAY, TWO_PI } from '../../shared/orbits/table/elements.ts';
import { draftOf, indexOf, type Population, pick, rowAt, withRows } from '../../shared/orbits/table/population.ts';
import type { Motion, SkyObjects } from './motion.ts';

export const YEAR_MONTHS = 12;
export const YEAR_DAYS = YEAR_MONTHS * DAYS_PER_MONTH;
/** A cloud is drawn out from its point to its ring over so many days. */
const YOUNG_DAYS = 30;
/** A new satellite climbs for so many days, from this height in Earth radii. */
const CLIMB_DAYS = 20;
const CLIMB_FROM_RE = 1.02;
/** Launches of a month are spread over its first days. */
const LAUNCH_DAYS = 10;
const NEVER = 1e6;
const HASH_STEPS = 4096;

/** A sky with what left it within the year; days of birth and end of each row, -1e6 and 1e6 where outside the year. */
export type Year = {
  readonly population: Population;
  readonly bornDay: Float64Array;
  readonly endDay: Float64Array;
};

/** A share of 1 that is always the same for an object. */
const shareOf = (purpose: string, id: number): number => (causalId(purpose, id) % HASH_STEPS) / HASH_STEPS;

/**
 * The year that ends with `now`. `before`: the sky a year earlier, null when it is not known: then nothing ends.
 *
 * Births are known to the month: pieces of a break-up appear on its first day, satellites within its first ten days. The month in
 * which an object left is not in the elements. One that broke up leaves as its pieces appear; for all others the day is an
 * ESTIMATE, hashed from the object's number and even over the year: it shows that they left, not when.
 */
export function yearOf(now: Population, before: Population | null): Year {
  const gone: number[] = [];
  if (before) for (let i = 0; i < before.count; i++) if (indexOf(now, before.id[i]!) < 0) gone.push(i);
  let population = now;
  if (before && gone.length > 0) {
    const left = draftOf(pick(before, gone));
    driftAngles(left, (now.epochMonth - before.epochMonth) * DAYS_PER_MONTH);
    // Rows name their owner by its place in a list, and the two skies have lists of their own.
    const inNow = (of: readonly string[], here: readonly string[]) => of.map((name) => Math.max(0, here.indexOf(name)));
    const owners = inNow(before.owners, now.owners);
    const fleets = inNow(before.fleets, now.fleets);
    const rows = gone.map((_, i) => {
      const row = rowAt(left, i);
      return { ...row, owner: owners[row.owner]!, fleet: fleets[row.fleet]! };
    });
    population = withRows(now, rows);
  }
  const bornDay = new Float64Array(population.count).fill(-NEVER);
  const endDay = new Float64Array(population.count).fill(NEVER);
  const brokenOn = new Map<number, number>();
  for (let i = 0; i < now.count; i++) {
    if (!bornInYear(now, i)) continue;
    const row = population === now ? i : indexOf(population, now.id[i]!);
    const monthDay = (now.birthMonth[i]! - now.epochMonth) * DAYS_PER_MONTH;
    const piece = now.breakupId[i]! !== 0;
    bornDay[row] = piece ? monthDay : monthDay + LAUNCH_DAYS * shareOf('launch day', now.id[i]!);
    if (piece) brokenOn.set(now.parentId[i]!, monthDay);
  }
  for (const i of gone) {
    const id = before!.id[i]!;
    endDay[indexOf(population, id)] = brokenOn.get(id) ?? -YEAR_DAYS * (1 - shareOf('end day', id));
  }
  return { population, bornDay, endDay };
}

/**
 * Whether the game made a row within the year that its sky ends. Births count whole months from the scenario's start; a catalogue
 * object whose launch nobody knows has month 0 too.
 */
export const bornInYear = (p: Population, row: number): boolean =>
  p.id[row]! >= FIRST_CAUSAL_ID && p.birthMonth[row]! >= p.epochMonth - YEAR_MONTHS;

/** The month (1 to 12) that a day of the year falls in; the instant between two belongs to the first. */
export const monthOf = (day: number): number =>
  Math.min(YEAR_MONTHS, Math.max(1, Math.ceil((day + YEAR_DAYS) / DAYS_PER_MONTH - 1e-9)));

/** The day on which a month (1 to 12) of the year ends. */
export const endOfMonth = (month: number): number => (month - YEAR_MONTHS) * DAYS_PER_MONTH;

/** What a break-up's pieces are drawn out from: the circle in the middle of their planes, as of their birth. */
type Source = {
  readonly semiMajorAxisRe: number;
  readonly inclinationRad: number;
  readonly raanRad: number;
  readonly raanRate: number;
  readonly latitudeRad: number;
  readonly meanRate: number;
};

/**
 * A function that writes into `motion` where the year's new objects are on a day of the year; all others need nothing but their
 * drift. Call it whenever the day changes.
 *
 * Shortcut for break-ups: drag has moved the pieces since, so J2 alone brings their planes back together only to some degrees and
 * their places along the orbit not at all. During its first month a piece's shape, plane and place are therefore blended from one
 * point, the mean of the cloud's planes at birth, to its own; along the orbit that draws the point out to a closed ring. From then
 * on J2 alone spreads the ring to a shell.
 * Shortcut for launches: a satellite climbs from near the ground to its orbit, in its final plane, in 20 days.
 */
export function makePlayed(objects: SkyObjects, motion: Motion): (day: number) => void {
  const { bornDay, breakupId } = objects;
  if (!bornDay) return () => {};
  const rows: number[] = [];
  for (let i = 0; i < objects.count; i++) if (bornDay[i]! > -NEVER && motion.semiMajorAxisRe[i]! > 0) rows.push(i);
  const own = {
    semiMajorAxisRe: motion.semiMajorAxisRe.slice(),
    eccentricity: motion.eccentricity.slice(),
    inclinationRad: motion.inclinationRad.slice(),
    raanRad: motion.raanRad.slice(),
    meanAnomalyRad: motion.meanAnomalyRad.slice(),
    meanAnomalyRate: motion.meanAnomalyRate.slice(),
  };
  const clouds = new Map<number, number[]>();
  for (const i of rows) {
    const id = breakupId?.[i] ?? 0;
    if (id !== 0) clouds.set(id, [...(clouds.get(id) ?? []), i]);
  }
  const sources = new Map([...clouds].map(([id, pieces]) => [id, sourceOf(motion, pieces, bornDay[pieces[0]!]!)]));
  const names = Object.keys(own) as (keyof typeof own)[];
  const restore = (i: number): void => {
    for (const name of names) motion[name][i] = own[name][i]!;
  };

  return (day) => {
    for (const i of rows) {
      restore(i);
      const age = day - bornDay[i]!;
      if (age < 0) continue;
      const source = sources.get(breakupId?.[i] ?? 0);
      if (!source) {
        motion.semiMajorAxisRe[i] = mix(CLIMB_FROM_RE, own.semiMajorAxisRe[i]!, eased(age / CLIMB_DAYS));
        motion.eccentricity[i] = own.eccentricity[i]! * eased(age / CLIMB_DAYS);
        continue;
      }
      if (age >= YOUNG_DAYS) continue;
      const share = eased(age / YOUNG_DAYS);
      const perigee = motion.argPerigeeRad[i]! + motion.argPerigeeRate[i]! * day;
      // The shorter way round is chosen once, at birth: chosen anew each day, a piece would jump as it passes the far side.
      const [perigeeRate, raanRate] = [motion.argPerigeeRate[i]!, motion.raanRate[i]!];
      const raanApart =
        turned(own.raanRad[i]! + raanRate * (day - age) - source.raanRad) + (raanRate - source.raanRate) * age;
      const drawnRaan = source.raanRad + source.raanRate * age + share * raanApart;
      const apart =
        turned(perigee - perigeeRate * age + own.meanAnomalyRad[i]! - source.latitudeRad) + perigeeRate * age;
      const latitude = source.latitudeRad + share * apart;
      motion.semiMajorAxisRe[i] = mix(source.semiMajorAxisRe, own.semiMajorAxisRe[i]!, share);
      motion.eccentricity[i] = own.eccentricity[i]! * share;
      motion.inclinationRad[i] = mix(source.inclinationRad, own.inclinationRad[i]!, share);
      motion.raanRad[i] = drawnRaan - motion.raanRate[i]! * day;
      motion.meanAnomalyRad[i] = latitude - perigee;
      motion.meanAnomalyRate[i] = mix(source.meanRate, own.meanAnomalyRate[i]!, share);
    }
  };
}

/** Means over the pieces at the day of their birth; angles that turn are averaged as directions. */
function sourceOf(motion: Motion, pieces: readonly number[], bornDay: number): Source {
  const mean = (of: (i: number) => number): number => pieces.reduce((sum, i) => sum + of(i), 0) / pieces.length;
  const direction = (of: (i: number) => number): number =>
    Math.atan2(
      mean((i) => Math.sin(of(i))),
      mean((i) => Math.cos(of(i))),
    );
  // The median of the axes: a few pieces are thrown far up.
  const axes = pieces.map((i) => motion.semiMajorAxisRe[i]!).sort((a, b) => a - b);
  const semiMajorAxisRe = axes[axes.length >> 1]!;
  const inclinationRad = mean((i) => motion.inclinationRad[i]!);
  const rates = secularRates(semiMajorAxisRe * EARTH_RADIUS_KM, 0, inclinationRad);
  return {
    semiMajorAxisRe,
    inclinationRad,
    raanRad: direction((i) => motion.raanRad[i]! + motion.raanRate[i]! * bornDay),
    raanRate: rates.raanRadS * SECONDS_PER_DAY,
    latitudeRad: direction((i) => motion.argPerigeeRad[i]! + motion.meanAnomalyRad[i]!),
    meanRate: rates.meanAnomalyRadS * SECONDS_PER_DAY,
  };
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;
/** An angle in [-pi, pi). */
const turned = (angle: number): number => angle - TWO_PI * Math.floor(angle / TWO_PI + 0.5);
/** 0 to 1, slow at both ends. */
function eased(share: number): number {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}
