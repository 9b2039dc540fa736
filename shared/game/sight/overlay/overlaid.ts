/** An overlay put together with the catalogue of the start: the sky as its viewer knows it. */

import { driftAngles } from '../../../orbits/motion/secular.ts';
import { DAYS_PER_MONTH } from '../../../orbits/table/elements.ts';
import {
  ACTIVE,
  draftOf,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  type Population,
  pick,
  type Row,
  rowAt,
  withRows,
} from '../../../orbits/table/population.ts';
import { opposite, successorId } from '../../../orbits/table/traffic.ts';
import type { Ended, Overlay } from './overlay-codec.ts';

/** An overlay as it was some months earlier, as far as it tells: without what was not born yet, with what had not ended. */
export const asOfMonth = (overlay: Overlay, month: number): Overlay => ({
  ...overlay,
  made: overlay.made.filter((row) => row.birthMonth < month),
  ended: overlay.ended.filter((end) => end.month < month),
});

/** The catalogue of the start and an overlay as one sky at the overlay's month, objects drifted by J2. */
export function withOverlay(start: Population, overlay: Overlay): Population {
  const rows = overlay.present
    ? Int32Array.from(overlay.present, (id) => indexOf(start, id)).filter((row) => row >= 0)
    : Int32Array.from({ length: start.count }, (_, row) => row);
  const sky = draftOf({ ...pick(start, rows), epochMonth: overlay.month });
  driftAngles(sky, (overlay.month - start.epochMonth) * DAYS_PER_MONTH);
  // Before drag is taken in: a successor flies where the old one was meant to.
  const successors = overlay.ended.flatMap((end) => successorOf(sky, end) ?? []);
  for (const orbit of overlay.moved) {
    const row = indexOf(sky, orbit.id);
    if (row < 0) continue;
    sky.semiMajorAxisKm[row] = orbit.semiMajorAxisKm;
    sky.eccentricity[row] = orbit.eccentricity;
    sky.raanRad[row] = orbit.raanRad;
    sky.argPerigeeRad[row] = orbit.argPerigeeRad;
    sky.meanAnomalyRad[row] = orbit.meanAnomalyRad;
  }
  for (const { id } of overlay.ended) {
    const row = indexOf(sky, id);
    if (row >= 0) sky.flags[row] = sky.flags[row]! & ~(ACTIVE | MANOEUVRABLE);
  }
  const owners = [...sky.owners];
  const fleets = [...sky.fleets];
  const made = overlay.made.map((row) => ({
    ...row,
    owner: placeIn(owners, overlay.owners[row.owner]!),
    fleet: placeIn(fleets, overlay.fleets[row.fleet]!),
  }));
  return withRows({ ...sky, owners, fleets, epochMonth: overlay.month }, [...made, ...successors]);
}

/** The row of the one that took the place of a catalogue object: equal to it but for number, age and perhaps orbit. */
function successorOf(sky: Population, { id, month, successor }: Ended): Row | null {
  const row = indexOf(sky, id);
  if (successor === null || row < 0) return null;
  const old = rowAt(sky, row);
  return {
    ...old,
    ...(successor === 'same-orbit' ? { meanAnomalyRad: opposite(old.meanAnomalyRad) } : successor),
    id: successorId(id, month),
    birthMonth: month,
    missionEndMonth: NO_ROW.missionEndMonth,
  };
}

/** Index of a name in a list, which gets it if it lacks it. */
function placeIn(names: string[], name: string): number {
  const at = names.indexOf(name);
  return at >= 0 ? at : names.push(name) - 1;
}
