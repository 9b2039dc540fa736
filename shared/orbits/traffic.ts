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

/**
 * The sky `after` a month, which had these events, with a successor for each satellite that worked `before` it and was retired
 * or came down, and how many were flown.
 */
export function withSuccessors(
  before: Population,
  after: Population,
  events: readonly SkyEvent[],
): { sky: Population; launched: number } {
  const rows: Row[] = [];
  for (const event of events) {
    if (event.kind !== 'missionEnd' && event.kind !== 'reentry') continue;
    const at = indexOf(before, event.id);
    if (at >= 0 && (before.flags[at]! & ACTIVE) !== 0) rows.push(successorOf(rowAt(before, at), event.month));
  }
  return { sky: withRows(after, rows), launched: rows.length };
}

/** The satellite that takes another one's place, half a revolution from where that was. */
function successorOf(old: Row, month: number): Row {
  const keepsOrbit = (old.flags & MANOEUVRABLE) !== 0 || old.semiMajorAxisKm >= RELEASED.semiMajorAxisKm;
  return {
    ...old,
    ...(keepsOrbit ? {} : RELEASED),
    id: causalId('successor', old.id, month),
    meanAnomalyRad: (old.meanAnomalyRad + Math.PI) % TWO_PI,
    birthMonth: month,
    missionEndMonth: month + LIFE_MONTHS,
  };
}
