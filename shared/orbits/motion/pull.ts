/**
 * The pull of Sun and Moon and the pressure of sunlight on orbits that reach above 2,000 km, averaged over a revolution.
 *
 * With d the direction of the body, A, B, C its components along perigee, along the velocity at perigee and along the normal of
 * the orbit, h = sqrt(1 - e^2), n the mean motion and K = 3 mu' / (2 n d^3) (quadrupole of a third body; the vectors of
 * eccentricity and angular momentum: A. J. Rosengren, D. J. Scheeres, Celest. Mech. Dyn. Astr. 118, 2014; the semi-major axis
 * stays):
 *   eccentricity along perigee         -5 K e h A B
 *   eccentricity across it              K e h (4 A^2 - B^2 - 1)
 *   normal turned along perigee         K h B C
 *   normal turned across it            -K (1 + 4 e^2) / h A C
 * Sunlight, a constant acceleration s away from the Sun, with q = 1.5 sqrt(a / mu) s:
 *   eccentricity                       -q h B along perigee, +q h A across it
 *   normal                             -q e C / h across
 * The Earth's shadow, which takes up to a third of the light of a low orbit, is left out, as is what is beyond the quadrupole (of
 * weight a / d: a hundredth for an apogee of 10,000 km, a tenth of geostationary).
 *
 * Each part of a month sees Sun and Moon where they stand in its middle, and the orbit turned there by J2.
 */

import { DAYS_PER_MONTH, EARTH_RADIUS_KM, J2, MU_KM3_S2, SECONDS_PER_DAY, TWO_PI } from '../table/elements.ts';
import { ACTIVE, MANOEUVRABLE, type Population } from '../table/population.ts';
import { moonAt, sunAt } from './sun-and-moon.ts';

/** Orbits with a lower apogee are left alone, km: there the pull moves a perigee by metres. */
export const PULLED_ABOVE_KM = 2000;
/** An apogee from here on is too far out for the quadrupole, km: such orbits are left alone, and count as not modelled. */
const FARTHEST_APOGEE_KM = 150_000;
/** Orbits with a higher perigee feel no air: half as many parts of a month do. */
const AIRLESS_KM = 2000;

const SUN_MU = 1.32712440018e11;
const MOON_MU = 4902.800066;
/** Pressure of sunlight at 1 AU (N/m^2) times 1.3, a usual coefficient of reflection, in km/s^2 per m^2/kg. */
const SUNLIGHT_KM_S2 = 4.56e-6 * 1.3 * 1e-3;
const YEARS_PER_DAY = 1 / 365.2425;

/** Parts of a month. */
const PARTS = 4;

/** Does `pullOrbits` move an orbit as it should? Not those that reach far beyond the geostationary belt. */
export const isModelled = (semiMajorAxisKm: number, eccentricity: number): boolean =>
  semiMajorAxisKm * (1 + eccentricity) - EARTH_RADIUS_KM < FARTHEST_APOGEE_KM;

/** Changes of an orbit in its own frame: eccentricity along and across perigee, normal along and across, rad. */
const change = new Float64Array(4);

/** Adds a body's pull over some seconds; `strength` = 3 mu' / (2 d^3). */
function addPull(strength: number, e: number, h: number, a: number, b: number, c: number): void {
  change[0] = change[0]! - 5 * strength * e * h * a * b;
  change[1] = change[1]! + strength * e * h * (4 * a * a - b * b - 1);
  change[2] = change[2]! + strength * h * b * c;
  change[3] = change[3]! - ((strength * (1 + 4 * e * e)) / h) * a * c;
}

/**
 * Changes eccentricity, inclination, node and perigee of the rows that reach above 2,000 km by `days` from `year` (decimal) on, in
 * place; rows that keep their station are left alone. To be followed by `driftAngles` over the same days. `draft` must not be
 * shared yet.
 */
export function pullOrbits(draft: Population, days: number, year: number): void {
  const {
    semiMajorAxisKm,
    eccentricity,
    inclinationRad,
    raanRad,
    argPerigeeRad,
    meanAnomalyRad,
    areaToMassM2Kg,
    flags,
  } = draft;
  const parts = Math.max(2, 2 * Math.ceil(((PARTS / 2) * days) / DAYS_PER_MONTH - 1e-6));
  const keepsStation = ACTIVE | MANOEUVRABLE;
  const fine = bodiesIn(year, days, parts);
  const coarse = bodiesIn(year, days, parts / 2);
  for (let i = 0; i < draft.count; i++) {
    const a = semiMajorAxisKm[i]!;
    let e = eccentricity[i]!;
    if (a * (1 + e) < EARTH_RADIUS_KM + PULLED_ABOVE_KM || (flags[i]! & keepsStation) === keepsStation) continue;
    if (!isModelled(a, e)) continue;
    const bodies = a * (1 - e) > EARTH_RADIUS_KM + AIRLESS_KM ? coarse : fine;
    const n = Math.sqrt(MU_KM3_S2 / a) / a;
    const seconds = (days * SECONDS_PER_DAY) / (bodies.length / BODY_NUMBERS);
    const light = 1.5 * Math.sqrt(a / MU_KM3_S2) * SUNLIGHT_KM_S2 * areaToMassM2Kg[i]! * seconds;
    let inclination = inclinationRad[i]!;
    let node = raanRad[i]!;
    let perigee = argPerigeeRad[i]!;
    let anomaly = meanAnomalyRad[i]!;
    for (let at = 0, elapsed = seconds / 2; at < bodies.length; at += BODY_NUMBERS, elapsed += seconds) {
      const oneLessE2 = 1 - e * e;
      const h = Math.sqrt(oneLessE2);
      const ratio = EARTH_RADIUS_KM / (a * oneLessE2);
      const k = 0.75 * n * elapsed * J2 * ratio * ratio;
      const cosI = Math.cos(inclination);
      const sinI = Math.sin(inclination);
      const cosNode = Math.cos(node - 2 * k * cosI);
      const sinNode = Math.sin(node - 2 * k * cosI);
      const w = perigee + k * (5 * cosI * cosI - 1);
      const cosW = Math.cos(w);
      const sinW = Math.sin(w);
      change.fill(0);
      for (let body = 0; body < 2; body++) {
        const x = bodies[at + 4 * body]!;
        const y = bodies[at + 4 * body + 1]!;
        const z = bodies[at + 4 * body + 2]!;
        // Components along the node, across it in the plane, and along the normal; then along and across perigee.
        const along = x * cosNode + y * sinNode;
        const flat = y * cosNode - x * sinNode;
        const across = flat * cosI + z * sinI;
        const c = z * cosI - flat * sinI;
        const A = along * cosW + across * sinW;
        const B = across * cosW - along * sinW;
        addPull((bodies[at + 4 * body + 3]! * seconds) / n, e, h, A, B, c);
        if (body === 0) {
          change[0] = change[0]! - light * h * B;
          change[1] = change[1]! + light * h * A;
          change[3] = change[3]! - ((light * e) / h) * c;
        }
      }
      const turnedE = Math.atan2(change[1]!, e + change[0]!);
      e = Math.hypot(e + change[0]!, change[1]!);
      const tilt = inclination - (change[2]! * sinW + change[3]! * cosW);
      const aside = change[2]! * cosW - change[3]! * sinW;
      const turnedNode = Math.atan2(aside, Math.sin(tilt));
      inclination = Math.hypot(tilt, tilt > 0.1 ? 0 : aside);
      node += turnedNode;
      perigee += turnedE - Math.cos(inclination) * turnedNode;
      anomaly -= turnedE;
    }
    eccentricity[i] = Math.min(e, 0.999);
    inclinationRad[i] = inclination;
    raanRad[i] = node - TWO_PI * Math.floor(node / TWO_PI);
    argPerigeeRad[i] = perigee - TWO_PI * Math.floor(perigee / TWO_PI);
    meanAnomalyRad[i] = anomaly - TWO_PI * Math.floor(anomaly / TWO_PI);
  }
}

/** Numbers of Sun and Moon together: direction and 3 mu' / (2 d^3) of each. */
const BODY_NUMBERS = 8;

/** Sun and Moon in the middles of equal parts of some days. */
function bodiesIn(year: number, days: number, parts: number): Float64Array {
  const out = new Float64Array(BODY_NUMBERS * parts);
  for (let part = 0; part < parts; part++) {
    const at = year + ((part + 0.5) / parts) * days * YEARS_PER_DAY;
    [sunAt(at), moonAt(at)].forEach(([x, y, z, km], body) => {
      out.set([x, y, z, (1.5 * (body === 0 ? SUN_MU : MOON_MU)) / (km * km * km)], BODY_NUMBERS * part + 4 * body);
    });
  }
  return out;
}
