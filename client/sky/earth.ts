/** Where Earth and Sun are at an instant, to the accuracy a picture needs. Time: days since J2000.0 (2000-01-01 12:00). */

const DEGREE = Math.PI / 180;

/** The instant of month 0 of First test's sky: 2025-09-01 00:00. */
export const START_DAYS_J2000 = 9374.5;

/** Greenwich mean sidereal angle, rad: 280.46061837 + 360.98564736629 d degrees (Meeus, Astronomical Algorithms, eq. 12.4, linear part). */
export const greenwichAngleRad = (daysJ2000: number): number =>
  (((280.46061837 + 360.98564736629 * daysJ2000) % 360) + 360) * DEGREE;

/**
 * Unit vector from Earth to the Sun in the equatorial inertial frame, within 0.01 degree from 1950 to 2050
 * (The Astronomical Almanac, "low precision formulas for the Sun").
 */
export function sunDirection(daysJ2000: number): [number, number, number] {
  const meanLongitude = 280.46 + 0.9856474 * daysJ2000;
  const anomaly = (357.528 + 0.9856003 * daysJ2000) * DEGREE;
  const longitude = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEGREE;
  const obliquity = (23.439 - 4e-7 * daysJ2000) * DEGREE;
  return [Math.cos(longitude), Math.cos(obliquity) * Math.sin(longitude), Math.sin(obliquity) * Math.sin(longitude)];
}
