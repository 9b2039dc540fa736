/**
 * Keplerian elements, their units and conversions. Angles are radians in [0, 2 pi) unless said, lengths km, speeds km/s.
 *
 * Columns of a population and fields of `Elements` have the same names, so a row can be read as elements.
 */

/** Earth's gravitational parameter, km^3/s^2 (WGS-84 / EGM-96; D. A. Vallado, Fundamentals of Astrodynamics). */
export const MU_KM3_S2 = 398600.4418;
/** Earth's equatorial radius, km (WGS-84). */
export const EARTH_RADIUS_KM = 6378.137;
/** Second zonal harmonic of Earth's gravity field (EGM-96: 1.08263e-3). */
export const J2 = 1.08263e-3;
/** Earth's rotation rate, rad/s (WGS-84). */
export const EARTH_ROTATION_RAD_S = 7.292115e-5;
/** Semi-major axis of an orbit that turns with Earth, km: (mu / omega^2)^(1/3), rounded. */
export const GEO_RADIUS_KM = 42164;
export const TWO_PI = 2 * Math.PI;
export const SECONDS_PER_DAY = 86400;
/** A month of the game: a twelfth of a Julian year. */
export const DAYS_PER_MONTH = 365.25 / 12;

/** Mean or osculating elements, as the function that hands them out says. */
export type Elements = {
  semiMajorAxisKm: number;
  eccentricity: number;
  inclinationRad: number;
  raanRad: number;
  argPerigeeRad: number;
  meanAnomalyRad: number;
};

/** Position (km) and velocity (km/s) in an Earth-centred inertial frame. */
export type State = { rKm: [number, number, number]; vKms: [number, number, number] };

/** Kepler's third law: n = sqrt(mu / a^3), rad/s. */
export const meanMotionRadS = (semiMajorAxisKm: number): number =>
  Math.sqrt(MU_KM3_S2 / (semiMajorAxisKm * semiMajorAxisKm * semiMajorAxisKm));

/** Semi-major axis (km) of a mean motion (rad/s): the inverse of `meanMotionRadS`. */
export const semiMajorAxisOfMotionKm = (motionRadS: number): number => Math.cbrt(MU_KM3_S2 / (motionRadS * motionRadS));

/** Orbital period, minutes. */
export const periodMinutes = (semiMajorAxisKm: number): number => TWO_PI / meanMotionRadS(semiMajorAxisKm) / 60;

/** Perigee above the equatorial radius, km: a (1 - e) - Re. */
export const perigeeAltitudeKm = (semiMajorAxisKm: number, eccentricity: number): number =>
  semiMajorAxisKm * (1 - eccentricity) - EARTH_RADIUS_KM;

/** Apogee above the equatorial radius, km: a (1 + e) - Re. */
export const apogeeAltitudeKm = (semiMajorAxisKm: number, eccentricity: number): number =>
  semiMajorAxisKm * (1 + eccentricity) - EARTH_RADIUS_KM;

/** Speed of a circular orbit at an altitude above the equatorial radius, km/s. */
export const circularSpeedKms = (altitudeKm: number): number => Math.sqrt(MU_KM3_S2 / (EARTH_RADIUS_KM + altitudeKm));

/** An angle brought into [0, 2 pi). */
export function wrapAngle(angleRad: number): number {
  const wrapped = angleRad - TWO_PI * Math.floor(angleRad / TWO_PI);
  return wrapped >= TWO_PI ? 0 : wrapped;
}

/** An angle brought into [-pi, pi). */
export const wrapSigned = (angleRad: number): number => wrapAngle(angleRad + Math.PI) - Math.PI;

/**
 * Eccentric anomaly E of Kepler's equation M = E - e sin E for 0 <= e < 1, to about 1e-14 rad.
 * Newton's method from Danby's start M + 0.85 e sign(sin M) (J. M. A. Danby, Celestial Mechanics 20, 1987).
 * Result in the revolution of M wrapped to [-pi, pi).
 */
export function solveKepler(meanAnomalyRad: number, eccentricity: number): number {
  const m = wrapSigned(meanAnomalyRad);
  let anomaly = m + (m < 0 ? -0.85 : 0.85) * eccentricity;
  for (let i = 0; i < 30; i++) {
    const step = (anomaly - eccentricity * Math.sin(anomaly) - m) / (1 - eccentricity * Math.cos(anomaly));
    anomaly -= step;
    if (step < 1e-14 && step > -1e-14) break;
  }
  return anomaly;
}

/**
 * State of elements, written to out[0..5] = x, y, z (km), vx, vy, vz (km/s): no allocation, for inner loops.
 * Perifocal state turned by Rz(raan) Rx(i) Rz(argument of perigee) (Vallado, algorithm COE2RV).
 */
export function stateInto(
  out: Float64Array,
  semiMajorAxisKm: number,
  eccentricity: number,
  inclinationRad: number,
  raanRad: number,
  argPerigeeRad: number,
  meanAnomalyRad: number,
): void {
  const anomaly = solveKepler(meanAnomalyRad, eccentricity);
  const cosE = Math.cos(anomaly);
  const sinE = Math.sin(anomaly);
  const root = Math.sqrt(1 - eccentricity * eccentricity);
  const x = semiMajorAxisKm * (cosE - eccentricity);
  const y = semiMajorAxisKm * root * sinE;
  const rate = Math.sqrt(MU_KM3_S2 / semiMajorAxisKm) / (1 - eccentricity * cosE);
  const vx = -rate * sinE;
  const vy = rate * root * cosE;
  const cosO = Math.cos(raanRad);
  const sinO = Math.sin(raanRad);
  const cosW = Math.cos(argPerigeeRad);
  const sinW = Math.sin(argPerigeeRad);
  const cosI = Math.cos(inclinationRad);
  const sinI = Math.sin(inclinationRad);
  const px = cosO * cosW - sinO * sinW * cosI;
  const py = sinO * cosW + cosO * sinW * cosI;
  const pz = sinW * sinI;
  const qx = -cosO * sinW - sinO * cosW * cosI;
  const qy = -sinO * sinW + cosO * cosW * cosI;
  const qz = cosW * sinI;
  out[0] = px * x + qx * y;
  out[1] = py * x + qy * y;
  out[2] = pz * x + qz * y;
  out[3] = px * vx + qx * vy;
  out[4] = py * vx + qy * vy;
  out[5] = pz * vx + qz * vy;
}

/**
 * Elements of a state given as six numbers, written to out[0..5] = a, e, i, raan, argument of perigee, mean anomaly.
 * False, and nothing useful in `out`, when the orbit is not bound (energy >= 0) or runs straight through Earth's centre.
 * Circular orbits count anomalies from the node, equatorial ones the node from the x axis (Vallado, algorithm RV2COE).
 */
export function elementsInto(
  out: Float64Array,
  x: number,
  y: number,
  z: number,
  vx: number,
  vy: number,
  vz: number,
): boolean {
  const r = Math.sqrt(x * x + y * y + z * z);
  const v2 = vx * vx + vy * vy + vz * vz;
  const energy = v2 / 2 - MU_KM3_S2 / r;
  const hx = y * vz - z * vy;
  const hy = z * vx - x * vz;
  const hz = x * vy - y * vx;
  const h = Math.sqrt(hx * hx + hy * hy + hz * hz);
  if (!(energy < 0) || !(h > 0)) return false;
  const a = -MU_KM3_S2 / (2 * energy);
  // e cos E and e sin E of the state: no cancellation for small e, unlike the length of the eccentricity vector.
  const eCosE = 1 - r / a;
  const eSinE = (x * vx + y * vy + z * vz) / Math.sqrt(MU_KM3_S2 * a);
  const e = Math.sqrt(eCosE * eCosE + eSinE * eSinE);
  if (e >= 1) return false;
  const inNode = Math.sqrt(hx * hx + hy * hy);
  const equatorial = inNode < 1e-12 * h;
  const raan = equatorial ? 0 : Math.atan2(hx, -hy);
  const nodeX = Math.cos(raan);
  const nodeY = Math.sin(raan);
  // Angle from the node to the position, in the orbit's plane: u = argument of perigee + true anomaly.
  const along = x * nodeX + y * nodeY;
  const across = (z * (hx * nodeY - hy * nodeX) + hz * (y * nodeX - x * nodeY)) / h;
  const u = Math.atan2(across, along);
  const circular = e < 1e-12;
  const anomaly = circular ? u : Math.atan2(eSinE, eCosE);
  const trueAnomaly = circular ? u : Math.atan2(Math.sqrt(1 - e * e) * Math.sin(anomaly), Math.cos(anomaly) - e);
  out[0] = a;
  out[1] = e;
  out[2] = Math.atan2(inNode, hz);
  out[3] = wrapAngle(raan);
  out[4] = circular ? 0 : wrapAngle(u - trueAnomaly);
  out[5] = wrapAngle(anomaly - e * Math.sin(anomaly));
  return true;
}

/** The state of elements (see `stateInto`). */
export function stateOf(el: Elements): State {
  const s = new Float64Array(6);
  stateInto(s, el.semiMajorAxisKm, el.eccentricity, el.inclinationRad, el.raanRad, el.argPerigeeRad, el.meanAnomalyRad);
  return { rKm: [s[0]!, s[1]!, s[2]!], vKms: [s[3]!, s[4]!, s[5]!] };
}

/** The osculating elements of a state, or null when it is not a bound orbit (see `elementsInto`). */
export function elementsOf(
  rKm: readonly [number, number, number],
  vKms: readonly [number, number, number],
): Elements | null {
  const s = new Float64Array(6);
  if (!elementsInto(s, rKm[0], rKm[1], rKm[2], vKms[0], vKms[1], vKms[2])) return null;
  return {
    semiMajorAxisKm: s[0]!,
    eccentricity: s[1]!,
    inclinationRad: s[2]!,
    raanRad: s[3]!,
    argPerigeeRad: s[4]!,
    meanAnomalyRad: s[5]!,
  };
}

/** sqrt(mu / Re^3) in rad/min and J2 of the WGS-72 constants that element sets are made with (AIAA 2006-6753). */
const WGS72_XKE_RAD_MIN = 60 / Math.sqrt(6378.135 ** 3 / 398600.8);
const WGS72_J2 = 0.001082616;

/**
 * Brouwer mean motion (rad/min) of an element set's Kozai mean motion (rad/min), as SGP4's initialisation does it
 * (Hoots & Roehrich, Spacetrack Report No. 3; AIAA 2006-6753, procedure INITL).
 */
export function unKozai(noKozaiRadMin: number, eccentricity: number, inclinationRad: number): number {
  const cosI = Math.cos(inclinationRad);
  const oneLessE2 = 1 - eccentricity * eccentricity;
  const ak = (WGS72_XKE_RAD_MIN / noKozaiRadMin) ** (2 / 3);
  const d1 = (0.75 * WGS72_J2 * (3 * cosI * cosI - 1)) / (Math.sqrt(oneLessE2) * oneLessE2);
  const first = d1 / (ak * ak);
  const adel = ak * (1 - first * first - first * (1 / 3 + (134 * first * first) / 81));
  return noKozaiRadMin / (1 + d1 / (adel * adel));
}

/** Kozai mean motion (rad/min) of a Brouwer one (rad/min): the inverse of `unKozai`, to 1e-15 of it, by fixed point. */
export function kozai(noRadMin: number, eccentricity: number, inclinationRad: number): number {
  let kozaiRadMin = noRadMin;
  // Each round is a thousandth as far off as the one before.
  for (let round = 0; round < 6; round++) kozaiRadMin *= noRadMin / unKozai(kozaiRadMin, eccentricity, inclinationRad);
  return kozaiRadMin;
}

/** Where an orbit lies. */
export type Regime = 'leo' | 'meo' | 'geo' | 'heo';

/**
 * leo: apogee at most 2,000 km. geo: a within 300 km of 42,164 km and e < 0.1. meo: perigee above 2,000 km, apogee below
 * 35,786 km, e < 0.25. heo: the rest (transfer orbits, Molniya, beyond the geostationary ring).
 */
export function regimeOf(semiMajorAxisKm: number, eccentricity: number): Regime {
  const apogeeKm = apogeeAltitudeKm(semiMajorAxisKm, eccentricity);
  if (apogeeKm <= 2000) return 'leo';
  if (Math.abs(semiMajorAxisKm - GEO_RADIUS_KM) <= 300 && eccentricity < 0.1) return 'geo';
  const low = perigeeAltitudeKm(semiMajorAxisKm, eccentricity);
  return low > 2000 && apogeeKm < 35786 && eccentricity < 0.25 ? 'meo' : 'heo';
}
