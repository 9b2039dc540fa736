/**
 * Launches for a sky that is carried on by itself, in two ways.
 *
 * Routine replacement, as the game has it: where a satellite comes to the end of its mission, or comes down while it works, an
 * equal one is flown, so that fleets stay as large as they are but for what collisions take. In 2025 some 4,500 satellites were
 * launched while 14,000 worked (J. McDowell): replacement and growth. Growth is not in it, nor are the stages that launches leave.
 *
 * Repeated traffic, as studies have it (IADC-12-08, 2013): the launches of the last eight years again and again, month by month,
 * satellites and stages. It holds growth and stages, but not what was launched and has come down since.
 */

import type { SkyEvent } from '../motion/events.ts';
import { causalId, draw, type Key } from './chance.ts';
import { EARTH_RADIUS_KM, TWO_PI } from './elements.ts';
import { isManoeuvrable } from './estimates.ts';
import {
  ACTIVE,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  PAYLOAD,
  type Population,
  type Row,
  rowAt,
  STAGE,
  withRows,
} from './population.ts';

/** Working life of a replacement, months. */
const LIFE_MONTHS = 84;
/** Where a satellite without propulsion, which drag has lowered, is released anew, km: an estimate, the usual height of shared launches. */
const RELEASED = { semiMajorAxisKm: EARTH_RADIUS_KM + 500, eccentricity: 0.001 } as const;

/** The number of the satellite that takes the place of one that was retired or came down in a month. */
export const successorId = (id: number, month: number): number => causalId('successor', id, month);

/**
 * The sky `after` a month, which had these events, with a successor for each satellite that worked `before` it and was retired
 * or came down, and how many were flown. `takesOver`: where the old one left orbit, its successor flies under its number.
 */
export function withSuccessors(
  before: Population,
  after: Population,
  events: readonly SkyEvent[],
  options: { readonly takesOver?: boolean } = {},
): { sky: Population; launched: number } {
  const rows: Row[] = [];
  for (const event of events) {
    if (event.kind !== 'missionEnd' && event.kind !== 'reentry') continue;
    const at = indexOf(before, event.id);
    if (at < 0 || (before.flags[at]! & ACTIVE) === 0) continue;
    const left = event.kind === 'reentry' || event.disposal === 'down';
    const id = left && options.takesOver ? event.id : successorId(event.id, event.month);
    rows.push(successorOf(rowAt(before, at), id, event.month));
  }
  return { sky: withRows(after, rows), launched: rows.length };
}

/** The satellite that takes another one's place; half a revolution from where that was, unless it is that one's number too. */
function successorOf(old: Row, id: number, month: number): Row {
  return {
    ...released(old),
    id,
    meanAnomalyRad: id === old.id ? old.meanAnomalyRad : opposite(old.meanAnomalyRad),
    birthMonth: month,
    missionEndMonth: month + LIFE_MONTHS,
  };
}

/** A satellite on the orbit on which its like is released. */
const released = (old: Row): Row =>
  (old.flags & MANOEUVRABLE) !== 0 || old.semiMajorAxisKm >= RELEASED.semiMajorAxisKm ? old : { ...old, ...RELEASED };

/** Half a revolution on, rad. */
export const opposite = (meanAnomalyRad: number): number => (meanAnomalyRad + Math.PI) % TWO_PI;

/** The traffic that is repeated: as much as studies repeat, months. */
const CYCLE_MONTHS = 96;

/** Satellites and stages launched in each of the 96 months before month 0 of a sky, as they are there. */
export type Traffic = readonly (readonly Row[])[];

/** Read from the months of birth of the sky; what has come down since is not in it. */
export function trafficOf(sky: Population): Traffic {
  const months = Array.from({ length: CYCLE_MONTHS }, (): Row[] => []);
  for (let i = 0; i < sky.count; i++) {
    if (sky.kind[i] !== PAYLOAD && sky.kind[i] !== STAGE) continue;
    months[sky.birthMonth[i]! + CYCLE_MONTHS]?.push(rowAt(sky, i));
  }
  return months;
}

/**
 * The sky with the launches of a month (from 0) of repeated traffic, and how many satellites and stages they left in orbit. A
 * satellite is new, works as long as the one it repeats, and flies in the same plane at a place of its own; a stage is left
 * where that one is now.
 */
export function withTraffic(
  sky: Population,
  traffic: Traffic,
  month: number,
  key: Key,
): { sky: Population; launched: number } {
  const rows = traffic[month % CYCLE_MONTHS]!.map((old): Row => {
    const id = causalId('repeated launch', old.id, month);
    const again = { ...old, id, birthMonth: month, meanAnomalyRad: TWO_PI * draw(key, 'repeated launch', id) };
    if (old.kind === STAGE) return again;
    const dead = (old.flags & ACTIVE) === 0;
    const keepsOrbit = dead && isManoeuvrable(old.id, old.massKg, '', sky.fleets[old.fleet]!);
    const months = old.missionEndMonth < NO_ROW.missionEndMonth ? old.missionEndMonth - old.birthMonth : LIFE_MONTHS;
    const flags = old.flags | ACTIVE | (keepsOrbit ? MANOEUVRABLE : 0);
    return released({ ...again, flags, missionEndMonth: month + months });
  });
  return { sky: withRows(sky, rows), launched: rows.length };
}
