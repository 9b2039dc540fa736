/**
 * Density of the upper atmosphere by altitude and solar activity, and the solar cycle.
 *
 * Density: global means of NRLMSISE-00 (Picone et al. 2002) over latitude, local time and season, by altitude and F10.7;
 * shared/data/README.md says how they were made. Activity is the 81-day mean solar radio flux at 10.7 cm, in sfu.
 */
import { draw, type Key } from '../table/chance.ts';
import {
  endOfRecord,
  recordCovers,
  recordedAp,
  recordedF107,
  SUN_RECORD,
  type SunRecord,
  USUAL_AP,
} from './solar-record.ts';

/** F10.7 of the density columns, sfu. */
export const DENSITY_FLUXES = [70, 100, 130, 160, 200, 250] as const;

/** Altitude (km), then density (kg/m^3) at each flux of DENSITY_FLUXES. */
export const DENSITY_TABLE = [
  [150, 1.7062e-9, 1.8052e-9, 1.8826e-9, 1.9625e-9, 2.072e-9, 2.2124e-9],
  [180, 4.0076e-10, 4.6489e-10, 5.1702e-10, 5.6879e-10, 6.3848e-10, 7.2759e-10],
  [200, 1.8166e-10, 2.2647e-10, 2.6416e-10, 3.0162e-10, 3.5218e-10, 4.1698e-10],
  [250, 3.4119e-11, 5.0814e-11, 6.6619e-11, 8.3092e-11, 1.0608e-10, 1.3618e-10],
  [300, 8.3704e-12, 1.4594e-11, 2.1237e-11, 2.8635e-11, 3.9467e-11, 5.4114e-11],
  [350, 2.4021e-12, 4.8386e-12, 7.7376e-12, 1.1187e-11, 1.6495e-11, 2.3933e-11],
  [400, 7.6043e-13, 1.7563e-12, 3.0698e-12, 4.7369e-12, 7.434e-12, 1.1355e-11],
  [450, 2.5943e-13, 6.7883e-13, 1.2913e-12, 2.1205e-12, 3.5315e-12, 5.6628e-12],
  [500, 9.5567e-14, 2.7635e-13, 5.6806e-13, 9.8963e-13, 1.7448e-12, 2.9323e-12],
  [550, 3.9014e-14, 1.1887e-13, 2.6041e-13, 4.786e-13, 8.9047e-13, 1.5658e-12],
  [600, 1.808e-14, 5.4401e-14, 1.2432e-13, 2.39e-13, 4.6707e-13, 8.5744e-13],
  [650, 9.7088e-15, 2.6932e-14, 6.222e-14, 1.2345e-13, 2.5154e-13, 4.8048e-13],
  [700, 5.9821e-15, 1.4644e-14, 3.2947e-14, 6.6222e-14, 1.3918e-13, 2.7523e-13],
  [750, 4.0929e-15, 8.8044e-15, 1.8648e-14, 3.7117e-14, 7.9296e-14, 1.612e-13],
  [800, 2.9997e-15, 5.8112e-15, 1.1363e-14, 2.1887e-14, 4.6688e-14, 9.6639e-14],
  [850, 2.2934e-15, 4.1364e-15, 7.458e-15, 1.3657e-14, 2.853e-14, 5.9417e-14],
  [900, 1.7999e-15, 3.1101e-15, 5.2362e-15, 9.0393e-15, 1.8171e-14, 3.7559e-14],
  [1000, 1.1633e-15, 1.9414e-15, 3.0064e-15, 4.6672e-15, 8.4302e-15, 1.6486e-14],
  [1200, 5.5136e-16, 9.0234e-16, 1.3514e-15, 1.9196e-15, 2.9297e-15, 4.7826e-15],
  [1500, 2.3355e-16, 3.4924e-16, 5.257e-16, 7.5213e-16, 1.1015e-15, 1.5823e-15],
] as const;

/** Limits within which a flux is used, sfu: a little beyond the table on both sides. */
const FLUX_LIMITS = [50, 260] as const;
/** Scale height below the table, km: re-entry is hours away there. */
const LOW_SCALE_HEIGHT_KM = 20;
const LOWEST_KM = DENSITY_TABLE[0]![0];

/** ln density of a table row at a flux: linear in F10.7, the outer intervals extended to FLUX_LIMITS. */
function logDensityAtNode(row: readonly number[], f107: number): number {
  const flux = Math.min(Math.max(f107, FLUX_LIMITS[0]), FLUX_LIMITS[1]);
  let k = 0;
  while (k < DENSITY_FLUXES.length - 2 && flux > DENSITY_FLUXES[k + 1]!) k++;
  const low = DENSITY_FLUXES[k]!;
  const share = (flux - low) / (DENSITY_FLUXES[k + 1]! - low);
  return Math.log(row[k + 1]!) * (1 - share) + Math.log(row[k + 2]!) * share;
}

/**
 * Density (kg/m^3) at an altitude (km) and F10.7 (sfu): ln rho linear in altitude and in flux. Above 1,500 km the last
 * interval goes on, below 150 km a scale height of 20 km.
 */
export function densityKgM3(altitudeKm: number, f107: number): number {
  if (altitudeKm < LOWEST_KM)
    return Math.exp(logDensityAtNode(DENSITY_TABLE[0]!, f107) + (LOWEST_KM - altitudeKm) / LOW_SCALE_HEIGHT_KM);
  let k = 0;
  while (k < DENSITY_TABLE.length - 2 && altitudeKm > DENSITY_TABLE[k + 1]![0]) k++;
  const low = DENSITY_TABLE[k]!;
  const high = DENSITY_TABLE[k + 1]!;
  const share = (altitudeKm - low[0]) / (high[0] - low[0]);
  return Math.exp(logDensityAtNode(low, f107) * (1 - share) + logDensityAtNode(high, f107) * share);
}

/** Where a density profile starts and ends, and its spacing, km. Linear between entries: within 1e-4 of `densityKgM3`. */
export const PROFILE_FLOOR_KM = 80;
const PROFILE_TOP_KM = 2000;
export const PROFILE_STEP_KM = 0.5;
/** Entries of a profile; the last one is zero, so that there is no air above the top. */
export const PROFILE_LENGTH = (PROFILE_TOP_KM - PROFILE_FLOOR_KM) / PROFILE_STEP_KM + 1;

/** Profiles made last, by F10.7: a year's twelve months, and the lifetimes of many objects, use the same few. */
const profiles = new Map<number, Float64Array>();
const MOST_PROFILES = 32;

/** Density (kg/m^3) every PROFILE_STEP_KM from PROFILE_FLOOR_KM for one F10.7. Shared by all who ask: only to be read. */
export function densityProfile(f107: number): Float64Array {
  const known = profiles.get(f107);
  if (known) return known;
  const profile = new Float64Array(PROFILE_LENGTH);
  for (let k = 0; k < PROFILE_LENGTH - 1; k++) profile[k] = densityKgM3(PROFILE_FLOOR_KM + k * PROFILE_STEP_KM, f107);
  if (profiles.size === MOST_PROFILES) profiles.delete(profiles.keys().next().value!);
  profiles.set(f107, profile);
  return profile;
}

/** Solar minimum at which the first cycle of a `SolarCycle` begins: December 2019. */
const MINIMUM_YEAR = 2019.96;
const PERIOD_YEARS = 11;
const RISE_YEARS = 4;
const QUIET_SFU = 70;
/** Amplitude of the cycle that began in December 2019, from the mean of its highest year. */
const CYCLE_25_SFU = 122;
/** How fast the model forgets how far the Sun was from it when knowledge ended, years. */
const MEMORY_YEARS = 1;

/** The Sun of one game: a record up to a date, then drawn cycles. Plain data. */
export type SolarCycle = {
  /** decimal year of month 0 */
  readonly startYear: number;
  /** decimal year up to which the record is used, at most its end; before its start the cycles are used too */
  readonly knownUntilYear: number;
  /** amplitude of each cycle from the one that began in December 2019, sfu */
  readonly amplitudesSfu: readonly number[];
  /** another record than what was observed */
  readonly record?: SunRecord;
};

/**
 * The Sun of a game: the present cycle as observed, twenty more with amplitudes uniform in 60-150 sfu (cycle 24 had about
 * 76, cycle 25 about 122).
 */
export function drawCycle(
  key: Key,
  startYear: number,
  options: { knownUntilYear?: number; record?: SunRecord } = {},
): SolarCycle {
  const { record } = options;
  const end = endOfRecord(record ?? SUN_RECORD);
  const amplitudesSfu = [CYCLE_25_SFU];
  for (let n = 1; n <= 20; n++) amplitudesSfu.push(60 + 90 * draw(key, 'solar cycle', n));
  const knownUntilYear = Math.min(options.knownUntilYear ?? end, end);
  return { startYear, knownUntilYear, amplitudesSfu, ...(record && { record }) };
}

/** F = 70 + A s: s rises as sin^2 over 4 years and falls as cos^2 over 7. Cycles before December 2019 are as that one. */
function modelledF107(year: number, amplitudesSfu: readonly number[]): number {
  const n = Math.floor((year - MINIMUM_YEAR) / PERIOD_YEARS);
  const amplitude = amplitudesSfu[Math.min(Math.max(n, 0), amplitudesSfu.length - 1)]!;
  const t = year - MINIMUM_YEAR - n * PERIOD_YEARS;
  const angle =
    t < RISE_YEARS
      ? ((Math.PI / 2) * t) / RISE_YEARS
      : (Math.PI / 2) * (1 + (t - RISE_YEARS) / (PERIOD_YEARS - RISE_YEARS));
  return QUIET_SFU + amplitude * Math.sin(angle) ** 2;
}

/** Is the flux of a month a recorded one? */
export const isRecorded = (month: number, { startYear, knownUntilYear, record }: SolarCycle): boolean => {
  const year = startYear + month / 12;
  return year <= knownUntilYear + 1 / 24 && recordCovers(record ?? SUN_RECORD, year);
};

/**
 * Solar flux (sfu) `month` months after the start: the recorded monthly means as far as known, then the drawn cycles,
 * joined without a jump.
 */
export function f107At(month: number, cycle: SolarCycle): number {
  const year = cycle.startYear + month / 12;
  const { knownUntilYear: known, amplitudesSfu } = cycle;
  const record = cycle.record ?? SUN_RECORD;
  if (year <= known && recordCovers(record, year)) return recordedF107(year, record);
  const modelled = modelledF107(year, amplitudesSfu);
  if (year <= known || !recordCovers(record, known)) return modelled;
  const offset = recordedF107(known, record) - modelledF107(known, amplitudesSfu);
  return modelled + offset * Math.exp(-(year - known) / MEMORY_YEARS);
}

/** What the air depends on: mean F10.7 (sfu), Ap (default: the usual one), the date as a decimal year (default: no season). */
export type Weather = { readonly f107: number; readonly ap?: number; readonly year?: number };

/** The air `month` months after the start: flux, Ap as far as recorded, and the season. */
export function weatherAt(month: number, cycle: SolarCycle): Weather {
  const f107 = f107At(month, cycle);
  const year = cycle.startYear + month / 12;
  return { f107, ap: isRecorded(month, cycle) ? recordedAp(year, cycle.record) : USUAL_AP, year };
}

/** The air of a decimal year as recorded. */
export const recordedWeather = (year: number, record?: SunRecord): Weather => ({
  f107: recordedF107(year, record),
  ap: recordedAp(year, record),
  year,
});
