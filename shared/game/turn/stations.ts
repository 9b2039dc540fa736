/** Pieces of break-ups at the altitude of crewed stations. */
import { apogeeAltitudeKm, perigeeAltitudeKm } from '../../orbits/table/elements.ts';
import type { Population } from '../../orbits/table/population.ts';
import { cloudOf, type Fact, type IncidentId, isIntercept } from '../../vocabulary/index.ts';
import type { Incident } from '../incident.ts';

/** Altitudes at which crewed stations fly, km. */
const STATION_LOW_KM = 380;
const STATION_HIGH_KM = 420;

/** Pieces of a break-up whose orbits cross the altitude of crewed stations. */
export function piecesAtStations(sky: Population, breakupId: number): number {
  let sum = 0;
  for (let i = 0; i < sky.count; i++) {
    if (sky.breakupId[i] !== breakupId) continue;
    const a = sky.semiMajorAxisKm[i]!;
    const e = sky.eccentricity[i]!;
    if (perigeeAltitudeKm(a, e) < STATION_HIGH_KM && apogeeAltitudeKm(a, e) > STATION_LOW_KM) sum += sky.weight[i]!;
  }
  return sum;
}

/** The first strike of some facts whose pieces are at the stations' altitude in a sky; null where there is none. */
export function strikeCloudAtStations(facts: readonly Fact[], sky: Population): IncidentId | null {
  for (const fact of facts)
    if (isIntercept(fact) && piecesAtStations(sky, cloudOf(fact.target)) > 0) return fact.incident;
  return null;
}

/** Whether everybody knows that a break-up was a strike. */
export const isPublic = (incidents: readonly Incident[], id: IncidentId | null): boolean =>
  incidents.some((i) => i.id === id && i.settled === 'intercept');
