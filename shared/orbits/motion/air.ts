/**
 * The air that drag is reckoned in: the density table, the Sun as the air feels it, and the season.
 *
 * Season: the semiannual variation, dense in April and October, thin in July, by altitude and activity (B. R. Bowman, JB2006:
 * AIAA 2006-6166; global model of 1978-2004). It is taken about its own mean of the year, because the table is a mean of the
 * seasons.
 *
 * Activity: the table's flux is reached from the measured one by three numbers, fitted to how far the same 1,100 dead bodies fell
 * between the skies of 2006, 2008 and 2021, and of 2021 and 2025: so read, each has one area-to-mass ratio in all three (medians
 * within 5 % at 550 to 1,000 km; with the table as it stands within 20 %; `kessler validate` prints them). They stand for what
 * the table leaves out: its Ap of 8, the extreme ultraviolet that does not keep up with a strong F10.7, the deep minimum of 2008.
 */
import { densityProfile, PROFILE_FLOOR_KM, PROFILE_LENGTH, PROFILE_STEP_KM, type Weather } from './atmosphere.ts';
import { USUAL_AP } from './solar-record.ts';

/** Air as functions take it: a bare number is an F10.7 at the usual Ap and in no season, an array a profile already made. */
export type Air = number | Weather | Float64Array;

/** A unit of Ap heats the air as much as this much flux, sfu. */
const FLUX_OF_AP = 0.7;
/** Flux above the first counts by the share after it; what is missing to the second counts that many times. */
const STRONG = { aboveSfu: 120, share: 0.8 };
const QUIET = { belowSfu: 85, times: 1.4 };

/** The flux (sfu) at which the density table has the air of a measured flux and Ap. */
export function tableFlux(f107: number, ap: number = USUAL_AP): number {
  const heated = f107 + FLUX_OF_AP * (ap - USUAL_AP);
  if (heated > STRONG.aboveSfu) return STRONG.aboveSfu + STRONG.share * (heated - STRONG.aboveSfu);
  if (heated < QUIET.belowSfu) return QUIET.belowSfu + QUIET.times * (heated - QUIET.belowSfu);
  return heated;
}

/** JB2006, FZM: height of the semiannual variation, polynomial in flux F (sfu) and altitude z (1,000 km): 1, F, Fz, Fz2, F2z, F2z2. */
const HEIGHT = [0.111613, -0.00159, 0.012619, -0.0100064, -2.37509e-5, 2.60759e-5] as const;
/** JB2006, GTM: its course over the year: coefficients of 1, sin and cos of 1-4 turns; the same times F; F2 times the first five. */
const COURSE = [
  [-0.833646, -0.26545, 0.467603, -0.299906, -0.105451, -0.0165537, -0.0380037, -0.0150991, -0.054128],
  [0.0119554, 0.00437544, -0.00369016, 0.00206763, -0.00142888, -0.867124e-5, 0.189032e-4, 0.156988e-3, 0.491286e-3],
  [-0.391484e-4, -0.126854e-4, 0.134078e-4, -0.614176e-5, 0.343423e-5],
] as const;
/** The variation was fitted to satellites between about 200 and 1,100 km under 65 to 220 sfu; farther out it is held. */
const SEASON_KM = [200, 1100] as const;
const SEASON_SFU = [65, 220] as const;

const clamp = (x: number, [low, high]: readonly [number, number]): number => (x < low ? low : x > high ? high : x);

/** Course of the year about its mean: the constant terms are left out. */
function courseOf(year: number, f: number): number {
  const turn = 2 * Math.PI * (year - Math.floor(year));
  let sum = 0;
  for (let k = 1; k < 9; k++) {
    const harmonic = Math.ceil(k / 2) * turn;
    const weight = COURSE[0][k]! + f * COURSE[1][k]! + f * f * (COURSE[2][k] ?? 0);
    sum += weight * (k % 2 === 1 ? Math.sin(harmonic) : Math.cos(harmonic));
  }
  return sum;
}

/** Coefficients of the height's parabola in z at a flux. */
function heightAt(f: number): readonly [number, number, number] {
  const [c0, c1, c2, c3, c4, c5] = HEIGHT;
  return [c0 + c1 * f, f * (c2 + c4 * f), f * (c3 + c5 * f)];
}

function heightOf(altitudeKm: number, [constant, linear, square]: readonly [number, number, number]): number {
  const z = clamp(altitudeKm, SEASON_KM) / 1000;
  return Math.max(0, constant + z * (linear + z * square));
}

/** Density at a date over the mean of the year, by altitude (km) and flux (sfu): 0.6 to 1.5. */
export function seasonFactor(altitudeKm: number, f107: number, year: number): number {
  const f = clamp(f107, SEASON_SFU);
  return 10 ** (heightOf(altitudeKm, heightAt(f)) * courseOf(year, f));
}

/** The density profile (kg/m^3 every PROFILE_STEP_KM from PROFILE_FLOOR_KM) of an air. Only to be read: it may be shared. */
export function profileOf(air: Air): Float64Array {
  if (air instanceof Float64Array) return air;
  const { f107, ap, year } = typeof air === 'number' ? { f107: air, ap: undefined, year: undefined } : air;
  const mean = densityProfile(tableFlux(f107, ap));
  if (year === undefined) return mean;
  const f = clamp(f107, SEASON_SFU);
  const course = courseOf(year, f) * Math.LN10;
  const height = heightAt(f);
  const profile = new Float64Array(PROFILE_LENGTH);
  for (let k = 0; k < PROFILE_LENGTH; k++)
    profile[k] = mean[k]! * Math.exp(course * heightOf(PROFILE_FLOOR_KM + k * PROFILE_STEP_KM, height));
  return profile;
}
