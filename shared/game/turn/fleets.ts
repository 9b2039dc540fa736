/** Which row of the sky belongs to which seat: by programme first, then by owner code, as the scenario's seats say. */
import { addResidence, SHELL_COUNT } from '../../orbits/table/altitudes.ts';
import { EARTH_RADIUS_KM } from '../../orbits/table/elements.ts';
import { ACTIVE, type Population } from '../../orbits/table/population.ts';
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';

/** For each row the index of its seat in the scenario's list, or -1. Fragments belong where their parent did. */
export function seatIndex(scenario: Scenario, sky: Population): Int8Array {
  const ofFleet = sky.fleets.map((name) =>
    name === '' ? -1 : scenario.seats.findIndex((seat) => seat.fleets.includes(name)),
  );
  const ofOwner = sky.owners.map((code) =>
    code === '' ? -1 : scenario.seats.findIndex((seat) => seat.owners.includes(code)),
  );
  const out = new Int8Array(sky.count);
  for (let i = 0; i < sky.count; i++) {
    const byFleet = ofFleet[sky.fleet[i]!]!;
    out[i] = byFleet >= 0 ? byFleet : ofOwner[sky.owner[i]!]!;
  }
  return out;
}

/** Seat index of the working satellites, -1 for all other rows. */
export function fleetIndex(scenario: Scenario, sky: Population): Int8Array {
  const out = seatIndex(scenario, sky);
  for (let i = 0; i < sky.count; i++) if ((sky.flags[i]! & ACTIVE) === 0) out[i] = -1;
  return out;
}

/** Time-weighted number of the chosen objects in each 50 km shell, to a tenth. */
export function byShell(sky: Population, chosen: (row: number) => boolean): number[] {
  const out = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++)
    if (chosen(i)) addResidence(out, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]!);
  return Array.from(out, (n) => Math.round(n * 10) / 10);
}

/** Mean of perigee and apogee above the equatorial radius, km. */
export const meanAltitudeKm = (sky: Population, row: number): number => sky.semiMajorAxisKm[row]! - EARTH_RADIUS_KM;

/** What a seat's new objects carry as owner and fleet: a sky whose tables know both, and the two indices. */
export function marksOf(sky: Population, seat: SeatSpec): { sky: Population; owner: number; fleet: number } {
  const ownerCode = seat.owners[0] ?? '';
  const fleetName = seat.fleets[0] ?? '';
  const owners = sky.owners.includes(ownerCode) ? sky.owners : [...sky.owners, ownerCode];
  const fleets = sky.fleets.includes(fleetName) ? sky.fleets : [...sky.fleets, fleetName];
  return { sky: { ...sky, owners, fleets }, owner: owners.indexOf(ownerCode), fleet: fleets.indexOf(fleetName) };
}
