/**
 * Orbital decay by air drag, averaged over a revolution.
 *
 * With B = Cd A / m, x = e cos E and means over the eccentric anomaly E (Gauss's equations with drag along the velocity;
 * D. King-Hele, Theory of Satellite Orbits in an Atmosphere, 1964):
 *   da/dt = -B F sqrt(mu a) mean[ rho (1 + x)^1.5 / (1 - x)^0.5 ]
 *   de/dt = -B F sqrt(mu / a) (1 - e^2) mean[ rho sqrt((1 + x) / (1 - x)) cos E ]
 * which for perigee and apogee radius, r_p = a (1 - e) and r_a = a (1 + e), is
 *   dr_p/dt = -B F sqrt(mu a) (1 - e) mean[ rho sqrt((1 + x) / (1 - x)) (1 - cos E) ]
 *   dr_a/dt = -B F sqrt(mu a) (1 + e) mean[ rho sqrt((1 + x) / (1 - x)) (1 + cos E) ]
 * This second pair is what is integrated: every term has one sign, so neither end of an orbit can rise, and nothing cancels
 * for nearly circular orbits.
 * F = (1 - r_p omega cos i / v_p)^2 for an atmosphere that turns with Earth. Altitudes for the density are above
 * R = Re (1 - sin^2 i / 596.5), Earth's mean radius under the orbit (half its flattening, 1/298.25).
 */

import {
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  EARTH_ROTATION_RAD_S,
  MU_KM3_S2,
  SECONDS_PER_DAY,
} from '../table/elements.ts';
import { ACTIVE, MANOEUVRABLE, type Population } from '../table/population.ts';
import { type Air, profileOf } from './air.ts';
import { PROFILE_FLOOR_KM, PROFILE_LENGTH, PROFILE_STEP_KM } from './atmosphere.ts';

/** Usual drag coefficient of the literature for a tumbling body in free molecular flow. */
export const DRAG_COEFFICIENT = 2.2;
/** An object whose perigee is lower than this has re-entered, km above Earth's mean radius under the orbit. */
const REENTRY_ALTITUDE_KM = 120;
/** Perigees above this feel no drag worth counting (metres per year), km above the equatorial radius. */
const DRAG_CEILING_KM = 1500;

/**
 * A sub-step lowers the apogee by at most this, km, or this share of the distance between apogee and perigee radius. The perigee
 * falls no faster: air is densest at perigee, so the mean of (1 + cos E) is the larger one in the rates above.
 */
const APOGEE_STEP_KM = 4;
const APOGEE_STEP_SHARE = 0.05;
/**
 * Where the whole step lowers the apogee, and so the perigee, by less than this, km, one evaluation is enough: the rate changes by less than
 * 0.05 km / 50 km over it, so the step is right to 1 in 1,000.
 */
const ONE_EVALUATION_KM = 0.05;

/** kg/m^3 to kg/km^3 times m^2/kg to km^2/kg. */
const UNITS = 1e9 * 1e-6;

/** cos E at the midpoints (j - 1/2) pi / n of n equal parts of half a revolution. */
const midpointCosines = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, j) => Math.cos(((j + 0.5) * Math.PI) / n));

/**
 * Nodes of the mean, by z = a e / H with H the scale height at perigee. The midpoint rule with n nodes errs by about
 * I_2n(z) / I_0(z), roughly exp(-2 n^2 / z), and by the kinks of the density table: together below 2 % of da/dt here.
 * Transfer orbits need the most, because their drag is a short spell at perigee.
 */
const NODE_COUNTS = [
  { upToZ: 0.35, cosines: midpointCosines(2) },
  { upToZ: 1.5, cosines: midpointCosines(4) },
  { upToZ: 4, cosines: midpointCosines(8) },
  { upToZ: 16, cosines: midpointCosines(16) },
  { upToZ: 64, cosines: midpointCosines(24) },
  { upToZ: 200, cosines: midpointCosines(32) },
  { upToZ: Number.POSITIVE_INFINITY, cosines: midpointCosines(64) },
] as const;

function cosinesFor(z: number): Float64Array {
  for (const row of NODE_COUNTS) if (z <= row.upToZ) return row.cosines;
  return NODE_COUNTS[NODE_COUNTS.length - 1]!.cosines;
}

/** Earth's mean radius under an orbit, km: Re (1 - sin^2 i / 596.5). */
export function meanRadiusUnderOrbitKm(inclinationRad: number): number {
  const sinI = Math.sin(inclinationRad);
  return EARTH_RADIUS_KM * (1 - (sinI * sinI) / 596.5);
}

/** F = (1 - r_p omega cos i / v_p)^2 with v_p = sqrt(mu r_a / (a r_p)), the speed at perigee. */
export function rotationFactor(perigeeKm: number, apogeeKm: number, cosInclination: number): number {
  const speed = Math.sqrt((2 * MU_KM3_S2 * apogeeKm) / ((perigeeKm + apogeeKm) * perigeeKm));
  const less = 1 - (perigeeKm * EARTH_ROTATION_RAD_S * cosInclination) / speed;
  return less * less;
}

/** out[0], out[1] = dr_p/dt, dr_a/dt in km/s; `scale` = B F in km^2/kg with the density's kg/km^3 folded in. */
function radiusRates(
  out: Float64Array,
  perigeeKm: number,
  apogeeKm: number,
  surfaceKm: number,
  scale: number,
  profile: Float64Array,
  cosines: Float64Array,
): void {
  const a = (perigeeKm + apogeeKm) / 2;
  const e = (apogeeKm - perigeeKm) / (apogeeKm + perigeeKm);
  const perStep = 1 / PROFILE_STEP_KM;
  const middle = (a - surfaceKm - PROFILE_FLOOR_KM) * perStep;
  const swing = a * e * perStep;
  const last = PROFILE_LENGTH - 1;
  const n = cosines.length;
  let atPerigee = 0;
  let atApogee = 0;
  for (let j = 0; j < n; j++) {
    const cosE = cosines[j]!;
    let place = middle - swing * cosE;
    if (place >= last) continue;
    if (place < 0) place = 0;
    const k = place | 0;
    const low = profile[k]!;
    const rho = low + (place - k) * (profile[k + 1]! - low);
    const x = e * cosE;
    const weight = rho * Math.sqrt((1 + x) / (1 - x));
    atPerigee += weight * (1 - cosE);
    atApogee += weight * (1 + cosE);
  }
  const factor = (-scale * Math.sqrt(MU_KM3_S2 * a)) / n;
  out[0] = factor * (1 - e) * atPerigee;
  out[1] = factor * (1 + e) * atApogee;
}

const rates = new Float64Array(2);
/** The orbit being integrated: perigee and apogee radius, km. */
const orbit = new Float64Array(2);

/** Rates of perigee and apogee radius by drag, km/s; never positive. */
export type AirDrag = { perigeeKmS: number; apogeeKmS: number };

/** Drag on one orbit (altitudes above the equatorial radius) with ballistic A/M, in a density profile. */
export function airDrag(
  perigeeAltitudeKm: number,
  apogeeAltitudeKm: number,
  inclinationRad: number,
  areaToMassM2Kg: number,
  profile: Float64Array,
): AirDrag {
  const perigee = EARTH_RADIUS_KM + perigeeAltitudeKm;
  const apogee = EARTH_RADIUS_KM + apogeeAltitudeKm;
  const surface = meanRadiusUnderOrbitKm(inclinationRad);
  const factor = rotationFactor(perigee, apogee, Math.cos(inclinationRad));
  const scale = DRAG_COEFFICIENT * areaToMassM2Kg * UNITS * factor;
  radiusRates(
    rates,
    perigee,
    apogee,
    surface,
    scale,
    profile,
    cosinesFor(elongation(perigee, apogee, surface, profile)),
  );
  return { perigeeKmS: rates[0]!, apogeeKmS: rates[1]! };
}

/** z = a e / H with the scale height H at perigee, from the profile's slope there. */
function elongation(perigeeKm: number, apogeeKm: number, surfaceKm: number, profile: Float64Array): number {
  const place = (perigeeKm - surfaceKm - PROFILE_FLOOR_KM) / PROFILE_STEP_KM;
  const k = Math.max(0, Math.min(place, PROFILE_LENGTH - 3)) | 0;
  return ((apogeeKm - perigeeKm) / (2 * PROFILE_STEP_KM)) * (1 - profile[k + 1]! / profile[k]!);
}

/**
 * Integrates `orbit` over `seconds` by the midpoint rule, in sub-steps bounded by the fall of the apogee.
 * Returns the seconds that were left when it re-entered, or -1 when it is still up.
 */
function integrate(
  seconds: number,
  ballisticM2Kg: number,
  surfaceKm: number,
  cosInclination: number,
  profile: Float64Array,
): number {
  let perigee = orbit[0]!;
  let apogee = orbit[1]!;
  let left = seconds;
  const floor = surfaceKm + REENTRY_ALTITUDE_KM;
  while (perigee >= floor) {
    const scale = ballisticM2Kg * UNITS * rotationFactor(perigee, apogee, cosInclination);
    const cosines = cosinesFor(elongation(perigee, apogee, surfaceKm, profile));
    radiusRates(rates, perigee, apogee, surfaceKm, scale, profile, cosines);
    const apogeeLimit = Math.max(APOGEE_STEP_KM, APOGEE_STEP_SHARE * (apogee - perigee));
    let step = left;
    if (-rates[1]! * step > apogeeLimit) step = -apogeeLimit / rates[1]!;
    if (-rates[1]! * step > ONE_EVALUATION_KM) {
      const half = step / 2;
      const p = perigee + rates[0]! * half;
      const q = Math.max(p, apogee + rates[1]! * half);
      radiusRates(rates, p, q, surfaceKm, scale, profile, cosines);
    }
    perigee += rates[0]! * step;
    apogee += rates[1]! * step;
    // A nearly circular orbit may overshoot to r_a < r_p by rounding: it is circular then.
    if (apogee < perigee) perigee = apogee = (perigee + apogee) / 2;
    left -= step;
    if (left <= 0) break;
  }
  orbit[0] = perigee;
  orbit[1] = apogee;
  return perigee >= floor ? -1 : left;
}

/**
 * Lowers all orbits by `days` of drag in one air (an F10.7 in sfu, or more of it), in place, and returns the indices of the
 * rows that re-entered, ascending; their elements stay where the integration left them. Rows that keep their station
 * (working and manoeuvrable) and perigees above DRAG_CEILING_KM are left alone. `draft` must not be shared yet.
 */
export function decayOrbits(draft: Population, days: number, air: Air): number[] {
  const { semiMajorAxisKm, eccentricity, inclinationRad, areaToMassM2Kg, flags } = draft;
  const profile = profileOf(air);
  const seconds = days * SECONDS_PER_DAY;
  const keepsStation = ACTIVE | MANOEUVRABLE;
  const ceiling = EARTH_RADIUS_KM + DRAG_CEILING_KM;
  const reentered: number[] = [];
  for (let i = 0; i < draft.count; i++) {
    if ((flags[i]! & keepsStation) === keepsStation) continue;
    const a = semiMajorAxisKm[i]!;
    const e = eccentricity[i]!;
    const perigee = a * (1 - e);
    if (perigee > ceiling) continue;
    orbit[0] = perigee;
    orbit[1] = a * (1 + e);
    const inclination = inclinationRad[i]!;
    const surface = meanRadiusUnderOrbitKm(inclination);
    if (integrate(seconds, DRAG_COEFFICIENT * areaToMassM2Kg[i]!, surface, Math.cos(inclination), profile) >= 0)
      reentered.push(i);
    semiMajorAxisKm[i] = (orbit[0]! + orbit[1]!) / 2;
    eccentricity[i] = (orbit[1]! - orbit[0]!) / (orbit[1]! + orbit[0]!);
  }
  return reentered;
}

/**
 * Years until an object re-enters by drag, or `limitYears` if it is still up then. Altitudes are above the equatorial
 * radius; `airAt` gives the air of each month from now.
 */
export function lifetimeYears(
  perigeeAltitudeKm: number,
  apogeeAltitudeKm: number,
  inclinationRad: number,
  areaToMassM2Kg: number,
  airAt: (month: number) => Air,
  limitYears: number,
): number {
  orbit[0] = EARTH_RADIUS_KM + perigeeAltitudeKm;
  orbit[1] = EARTH_RADIUS_KM + apogeeAltitudeKm;
  const surface = meanRadiusUnderOrbitKm(inclinationRad);
  const cosInclination = Math.cos(inclinationRad);
  const ballistic = DRAG_COEFFICIENT * areaToMassM2Kg;
  for (let month = 0; month < limitYears * 12; month++) {
    const profile = profileOf(airAt(month));
    const left = integrate(DAYS_PER_MONTH * SECONDS_PER_DAY, ballistic, surface, cosInclination, profile);
    if (left >= 0) return (month + 1) / 12 - left / (DAYS_PER_MONTH * SECONDS_PER_DAY * 12);
  }
  return limitYears;
}
