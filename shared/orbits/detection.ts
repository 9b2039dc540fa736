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
 */
import { perigeeAltitudeKm } from './elements.ts';
import type { Row } from './population.ts';

/** A piece that is down before this has no catalogue number, days. */
export const CATALOGUING_DELAY_DAYS = 30;
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

/** Is a piece large enough to be followed where it comes lowest? */
export const isTracked = (row: Row): boolean =>
  row.sizeM >= trackedSizeM(perigeeAltitudeKm(row.semiMajorAxisKm, row.eccentricity));
