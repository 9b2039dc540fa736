/**
 * Launches for a sky that is carried on by itself: routine replacement, as the game has it. Where a satellite comes to the end of
 * its mission, or comes down while it works, an equal one is flown, so that fleets stay as large as they are but for what
 * collisions take.
 *
 * In 2025 some 4,500 satellites were launched while 14,000 worked (J. McDowell): replacement and growth. Growth is not in it, nor
 * are the stages that launches leave.
 */
import { causalId } from './chance.ts';
import { EARTH_RADIUS_KM, TWO_PI } from './elements.ts';
import type { SkyEvent } from './evolve.ts';
import { ACTIVE, indexOf, MANOEUVRABLE, type Population, type Row, rowAt, withRows } from './population.ts';

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
    const left = event.kind === 'reentry' || event.disposed;
    const id = left && options.takesOver ? event.id : successorId(event.id, event.month);
    rows.push(successorOf(rowAt(before, at), id, event.month));
  }
  return { sky: withRows(after, rows), launched: rows.length };
}

/** The satellite that takes another one's place; half a revolution from where that was, unless it is that one's number too. */
function successorOf(old: Row, id: number, month: number): Row {
  const keepsOrbit = (old.flags & MANOEUVRABLE) !== 0 || old.semiMajorAxisKm >= RELEASED.semiMajorAxisKm;
  return {
    ...old,
    ...(keepsOrbit ? {} : RELEASED),
    id,
    meanAnomalyRad: id === old.id ? old.meanAnomalyRad : opposite(old.meanAnomalyRad),
    birthMonth: month,
    missionEndMonth: month + LIFE_MONTHS,
  };
}

/** Half a revolution on, rad. */
export const opposite = (meanAnomalyRad: number): number => (meanAnomalyRad + Math.PI) % TWO_PI;
