/** The geostationary belt: who is where round it, how far above or below it, how tilted and how fast it drifts along. */
import { EARTH_ROTATION_RAD_S, GEO_RADIUS_KM, SECONDS_PER_DAY, TWO_PI } from '../table/elements.ts';
import { ACTIVE, indexOf, type Population } from '../table/population.ts';
import { successorId } from '../table/traffic.ts';
import { secularRates } from './secular.ts';

/**
 * What is near the belt by mean distance from it: from 300 km below to 1,500 km above, where retired satellites are put
 * (IADC-02-01, 5.3.1: at least 235 km plus an allowance for sunlight pressure above the belt), nearly circular and nearly over the equator.
 */
export const BELT_LOW_KM = -300;
export const BELT_HIGH_KM = 1500;
const BELT_ECCENTRICITY = 0.1;
/** Sun and Moon tilt what nobody holds to 15 degrees and back (Allan & Cook 1964); steeper orbits were meant so. */
const BELT_TILT_RAD = (16 * Math.PI) / 180;
/** The height above which a satellite keeps clear of the belt for good, km (IADC-02-01, 5.3.1). */
export const GRAVEYARD_KM = 235;
/**
 * Where satellites that clear the belt are put, km above it: the median of the 230 that went there between the skies of 2006
 * and 2025; and how round their orbit is at least (IADC-02-01, 5.3.1). Together they keep the perigee above GRAVEYARD_KM.
 */
const RETIRED_KM = 365;
const RETIRED_ECCENTRICITY = 0.003;

/** Raises row i from the belt to the graveyard above it, in place. `draft` must not be shared yet. */
export function raiseToGraveyard(draft: Population, i: number): void {
  draft.semiMajorAxisKm[i] = GEO_RADIUS_KM + RETIRED_KM;
  draft.eccentricity[i] = Math.min(draft.eccentricity[i]!, RETIRED_ECCENTRICITY);
}

export type BeltPlace = {
  readonly row: number;
  /** mean longitude, east of Greenwich, from -pi to pi */
  readonly longitudeRad: number;
  readonly inclinationRad: number;
  /** semi-major axis less that of the belt */
  readonly heightKm: number;
  /** along the belt, east positive, as gravity alone moves it */
  readonly driftRadDay: number;
};

/**
 * The objects near the belt, in the order of their rows, at the instant of the sky's elements. `greenwichRad`: the sidereal angle
 * of Greenwich at that instant. Mean longitude = node + perigee + mean anomaly - sidereal angle.
 */
export function beltPlaces(sky: Population, greenwichRad: number): BeltPlace[] {
  const places: BeltPlace[] = [];
  for (let row = 0; row < sky.count; row++) {
    const a = sky.semiMajorAxisKm[row]!;
    const e = sky.eccentricity[row]!;
    const heightKm = a - GEO_RADIUS_KM;
    if (heightKm < BELT_LOW_KM || heightKm > BELT_HIGH_KM || e >= BELT_ECCENTRICITY) continue;
    const inclinationRad = sky.inclinationRad[row]!;
    if (inclinationRad > BELT_TILT_RAD) continue;
    const rates = secularRates(a, e, inclinationRad);
    const turn = sky.raanRad[row]! + sky.argPerigeeRad[row]! + sky.meanAnomalyRad[row]! - greenwichRad;
    places.push({
      row,
      longitudeRad: turn - TWO_PI * Math.floor(turn / TWO_PI + 0.5),
      inclinationRad,
      heightKm,
      driftRadDay:
        (rates.raanRadS + rates.argPerigeeRadS + rates.meanAnomalyRadS - EARTH_ROTATION_RAD_S) * SECONDS_PER_DAY,
    });
  }
  return places;
}

/**
 * The belt of a sky by the slots of the catalogue that it grew from: `row` and height are those of `now`, longitude, tilt and drift
 * those of the catalogue's day. What has left the sky is left out; one that took the place of a retired satellite has its slot.
 */
export function beltSince(start: Population, now: Population, greenwichRad: number): BeltPlace[] {
  return beltPlaces(start, greenwichRad).flatMap((place) => {
    const old = indexOf(now, start.id[place.row]!);
    const stopped = old >= 0 && (start.flags[place.row]! & ACTIVE) !== 0 && (now.flags[old]! & ACTIVE) === 0;
    const next = stopped ? indexOf(now, successorId(now.id[old]!, start.missionEndMonth[place.row]!)) : -1;
    return [old, next]
      .filter((row) => row >= 0)
      .map((row) => ({ ...place, row, heightKm: now.semiMajorAxisKm[row]! - GEO_RADIUS_KM }));
  });
}
