/**
 * Re-entry windows: when an object may come down, by how well its drag and the Sun are known.
 *
 * Drag: the logarithm of the area-to-mass ratio has the spread with which it was read (estimates.ts), and in quadrature DRAG_SPREAD,
 * by which single bodies fall otherwise than their elements of one day say (attitude, days of strong air, the model of the air).
 * Sun: what no record says yet is the expected cycle's excess over a quiet Sun times a factor of the spread of the recorded cycles.
 * More drag means sooner, so the date at a percentile of the drag is the date of that percentile; the two sources add in
 * quadrature in the logarithm of the time left.
 */

import { DAYS_PER_MONTH } from '../table/elements.ts';
import { ACTIVE, draftOf, MANOEUVRABLE, type Population, pick } from '../table/population.ts';
import type { Weather } from './atmosphere.ts';
import { decayOrbits } from './decay.ts';
import { pullOrbits } from './pull.ts';
import { driftAngles } from './secular.ts';

/**
 * One sigma of the logarithm of how single bodies fall, beside the noise of their elements: with it nine in ten of a hundred bodies of
 * the sky of 2021 came down in their windows (`kessler validate`; those of 2006 and 2008 were not used).
 */
const DRAG_SPREAD = 0.3;
/** One sigma of the logarithm of a cycle's mean F10.7 above a quiet Sun, over the five whole cycles of the record. */
export const SUN_SPREAD = 0.34;
/** Sigmas of the 95th percentile of a normal law. */
const SIGMAS_95 = 1.6449;
const QUIET_SFU = 70;
/** Steps grow with the time gone, as windows do, from a day to a month. */
const STEP_SHARE = 0.02;
const DAYS_PER_YEAR = 365.25;

/** The air in a decimal year, and whether it is a recorded one. */
export type AirOfYear = (year: number) => Weather & { readonly recorded: boolean };

/** Years until each row is down, Infinity for what is still up after `limitYears`; drag and Sun so many sigmas above what is expected. */
function yearsUntilDown(
  sky: Population,
  spreads: readonly number[],
  airOf: AirOfYear,
  fromYear: number,
  limitYears: number,
  sigmas: { readonly drag: number; readonly sun: number },
): Float64Array {
  const out = new Float64Array(sky.count).fill(Number.POSITIVE_INFINITY);
  let draft = draftOf(sky);
  for (let i = 0; i < draft.count; i++)
    draft.areaToMassM2Kg[i] = draft.areaToMassM2Kg[i]! * Math.exp(sigmas.drag * Math.hypot(DRAG_SPREAD, spreads[i]!));
  let places = Array.from({ length: sky.count }, (_, i) => i);
  const ends = Array.from(sky.missionEndMonth);
  for (let gone = 0; gone < limitYears * DAYS_PER_YEAR && places.length > 0; ) {
    const days = Math.min(DAYS_PER_MONTH, Math.max(1, STEP_SHARE * gone));
    const month = sky.epochMonth + gone / DAYS_PER_MONTH;
    for (const [i, place] of places.entries())
      if (ends[place]! <= month) draft.flags[i] = draft.flags[i]! & ~(ACTIVE | MANOEUVRABLE);
    const year = fromYear + (gone + days / 2) / DAYS_PER_YEAR;
    const air = airOf(year);
    const factor = air.recorded ? 1 : Math.exp(sigmas.sun * SUN_SPREAD);
    pullOrbits(draft, days, fromYear + gone / DAYS_PER_YEAR);
    driftAngles(draft, days);
    const down = new Set(
      decayOrbits(draft, days, { ...air, f107: QUIET_SFU + Math.max(0, air.f107 - QUIET_SFU) * factor }),
    );
    for (const i of down) out[places[i]!] = (gone + days / 2) / DAYS_PER_YEAR;
    if (down.size > 0) {
      const stay = places.flatMap((_, i) => (down.has(i) ? [] : [i]));
      places = stay.map((i) => places[i]!);
      draft = draftOf(pick(draft, stay));
    }
    gone += days;
  }
  return out;
}

/** Years until a row is down: the 5th, 50th and 95th percentile; Infinity where that is after the limit. */
export type ReentryWindow = readonly [p5: number, p50: number, p95: number];

/** The windows of all rows of a sky whose area-to-mass ratios have these spreads. Working satellites keep their orbit until their mission ends. */
export function reentryWindows(
  sky: Population,
  spreads: readonly number[],
  airOf: AirOfYear,
  fromYear: number,
  limitYears: number,
): ReentryWindow[] {
  const at = (drag: number, sun: number) => yearsUntilDown(sky, spreads, airOf, fromYear, limitYears, { drag, sun });
  const middle = at(0, 0);
  const [dragEarly, dragLate, sunEarly, sunLate] = [
    at(SIGMAS_95, 0),
    at(-SIGMAS_95, 0),
    at(0, SIGMAS_95),
    at(0, -SIGMAS_95),
  ];
  return Array.from(middle, (years, i): ReentryWindow => {
    const early = Math.hypot(Math.log(years / dragEarly[i]!), Math.log(years / sunEarly[i]!));
    const late = Math.hypot(Math.log(dragLate[i]! / years), Math.log(sunLate[i]! / years));
    if (years === Number.POSITIVE_INFINITY) return [dragEarly[i]!, years, years];
    return [years * Math.exp(-early), years, years * Math.exp(late)];
  });
}
