/**
 * Which pieces of a cloud come into a catalogue: those a network of sensors can follow, and that stay up long enough to be
 * found again, told apart and named.
 *
 * Size by altitude: a radar that follows pieces of 5.5 cm up to 850 km follows larger ones farther out. Pieces smaller than its
 * wavelength return power as the sixth power of their size (Rayleigh), power falls with the fourth power of the range, so the
 * size grows as altitude^(2/3): 10 cm at 2,000 km, as the catalogue of the United States is usually described. Telescopes
 * see a metre in the geostationary ring; light falls with the square of the range, so their size grows as the altitude. They
 * take over where both laws meet, at about 10,500 km: telescopes do not survey low orbit, radars do not reach the ring.
 * Lower down nothing smaller is gained: passes are short and pieces come down before they are named. 5.5 cm is fitted to the
 * catalogued counts of Fengyun-1C and of Iridium 33 and Cosmos 2251, the delay to those of Microsat-R.
 *
 * Altitude of an eccentric orbit: its mean over time, because a piece is kept by the many passes on which it is seen, not by
 * those at perigee alone. The catalogue says so: of the debris of 2025 with a perigee of 450-750 km and an apogee of
 * 1,400-1,800 km, one in twenty has a radar cross-section below 58 cm^2; among nearly circular orbits that is 64 cm^2 at their
 * mean altitude (1,000-1,200 km) and 19 cm^2 at their perigee. What comes below 2,000 km is judged no higher than that:
 * pieces in transfer orbits are found on their passes through the surveyed region.
 */
import { EARTH_RADIUS_KM, perigeeAltitudeKm } from '../table/elements.ts';
import type { Row } from '../table/population.ts';

/** A piece that is down before this has no catalogue number, days. */
export const CATALOGUING_DELAY_DAYS = 35;
/** Smallest size that the radars follow, m, and up to which altitude, km. */
const RADAR_SIZE_M = 0.055;
const RADAR_ALTITUDE_KM = 850;
/** Size that the telescopes follow in the geostationary ring, m, and its altitude, km. */
const TELESCOPE_SIZE_M = 1;
const TELESCOPE_ALTITUDE_KM = 35_786;

/** Smallest characteristic length (m) that is followed at an altitude (km). */
export function trackedSizeM(altitudeKm: number): number {
  const byRadar = RADAR_SIZE_M * Math.max(1, altitudeKm / RADAR_ALTITUDE_KM) ** (2 / 3);
  const byTelescope = (TELESCOPE_SIZE_M * altitudeKm) / TELESCOPE_ALTITUDE_KM;
  return Math.max(byRadar, byTelescope);
}

/** Top of the region that the radars survey, km. */
const SURVEYED_ALTITUDE_KM = 2000;

/**
 * Altitude (km) at which a piece counts as seen: the mean over time, a (1 + e^2 / 2) - Re, or 2,000 km if that is less and
 * the perigee lies below it; the perigee where that is higher.
 */
export function seenAltitudeKm(semiMajorAxisKm: number, eccentricity: number): number {
  const mean = semiMajorAxisKm * (1 + (eccentricity * eccentricity) / 2) - EARTH_RADIUS_KM;
  return Math.max(perigeeAltitudeKm(semiMajorAxisKm, eccentricity), Math.min(mean, SURVEYED_ALTITUDE_KM));
}

/**
 * Smallest size (m) that sensors follow at an altitude (km) which follow pieces from `lowOrbitSizeM` on in low orbit: farther out
 * nobody does better than the laws above, a metre in the geostationary ring.
 */
export const followedSizeM = (lowOrbitSizeM: number, altitudeKm: number): number =>
  altitudeKm <= SURVEYED_ALTITUDE_KM ? lowOrbitSizeM : Math.max(lowOrbitSizeM, trackedSizeM(altitudeKm));

/** Is a piece large enough to be followed on its orbit? */
export const isTracked = (row: Row): boolean =>
  row.sizeM >= trackedSizeM(seenAltitudeKm(row.semiMajorAxisKm, row.eccentricity));
