/**
 * Where Sun and Moon stand, to what their pull on orbits needs: 0.01 deg and 0.5 deg, in the mean equator of date (O. Montenbruck,
 * E. Gill, Satellite Orbits, 3.3.2: series in the ecliptic of date). Decimal years in, unit vectors and distances out.
 */

const DEGREE = Math.PI / 180;
const DAYS_PER_CENTURY = 36_525;
const DAYS_PER_YEAR = 365.2425;
const OBLIQUITY = 23.4393 * DEGREE;

/** A direction and a distance: x, y, z of the unit vector, km. */
export type Place = readonly [x: number, y: number, z: number, km: number];

/** Days since noon of 2000-01-01. */
const daysSince2000 = (year: number): number => (year - 1970) * DAYS_PER_YEAR - 10_957.5;

function equatorial(longitude: number, latitude: number, km: number): Place {
  const flat = Math.cos(latitude);
  const y = flat * Math.sin(longitude);
  const z = Math.sin(latitude);
  const cos = Math.cos(OBLIQUITY);
  const sin = Math.sin(OBLIQUITY);
  return [flat * Math.cos(longitude), y * cos - z * sin, y * sin + z * cos, km];
}

/** The Sun: longitude = mean longitude + 6892" sin M + 72" sin 2M. */
export function sunAt(year: number): Place {
  const days = daysSince2000(year);
  const anomaly = (357.5256 + (35_999.049 * days) / DAYS_PER_CENTURY) * DEGREE;
  const precession = ((1.3972 * days) / DAYS_PER_CENTURY) * DEGREE;
  const longitude =
    282.94 * DEGREE + precession + anomaly + (1.9146 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEGREE;
  const millionKm = 149.619 - 2.499 * Math.cos(anomaly) - 0.021 * Math.cos(2 * anomaly);
  return equatorial(longitude, 0, millionKm * 1e6);
}

/** The Moon, by the largest terms of Brown's theory. */
export function moonAt(year: number): Place {
  const t = daysSince2000(year) / DAYS_PER_CENTURY;
  const mean = (218.31617 + 481_267.88088 * t) * DEGREE;
  const l = (134.96292 + 477_198.86753 * t) * DEGREE;
  const s = (357.52543 + 35_999.04944 * t) * DEGREE;
  const f = (93.27283 + 483_202.01873 * t) * DEGREE;
  const d = (297.85027 + 445_267.11135 * t) * DEGREE;
  const arcsec = DEGREE / 3600;
  const longitude =
    mean +
    arcsec *
      (22_640 * Math.sin(l) +
        769 * Math.sin(2 * l) -
        4586 * Math.sin(l - 2 * d) +
        2370 * Math.sin(2 * d) -
        668 * Math.sin(s) -
        412 * Math.sin(2 * f) -
        212 * Math.sin(2 * l - 2 * d) -
        206 * Math.sin(l + s - 2 * d) +
        192 * Math.sin(l + 2 * d) -
        165 * Math.sin(s - 2 * d));
  const latitude =
    arcsec *
    (18_520 * Math.sin(f + longitude - mean + arcsec * (412 * Math.sin(2 * f) + 541 * Math.sin(s))) -
      526 * Math.sin(f - 2 * d));
  const km =
    385_000 -
    20_905 * Math.cos(l) -
    3699 * Math.cos(2 * d - l) -
    2956 * Math.cos(2 * d) -
    570 * Math.cos(2 * l) +
    246 * Math.cos(2 * l - 2 * d);
  return equatorial(longitude, latitude, km);
}
