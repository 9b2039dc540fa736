/**
 * What the catalogue does not say: mass, size, drag, manoeuvring, end of mission. Estimates, each with its method; whoever
 * shows one should call it an estimate (flags ESTIMATED_MASS, ESTIMATED_AREA).
 */
import { type AirDrag, airDrag, DRAG_COEFFICIENT } from '../motion/decay.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm, type Regime, SECONDS_PER_DAY } from './elements.ts';
import { DEBRIS, PAYLOAD, STAGE, UNKNOWN } from './population.ts';

/**
 * NASA's bulk density of satellites, stages and their pieces, 92.937 d^-0.74 kg/m^3 for a sphere of diameter d (m), here
 * for d >= 1 cm (esa/NASA-breakup-model-cpp, UtilityFunctions.h): m = (pi / 6) 92.937 d^2.26.
 */
export const massOfSizeKg = (sizeM: number): number => (Math.PI / 6) * 92.937 * sizeM ** 2.26;
/** Its inverse: the diameter (m) of a sphere of a mass (kg). */
export const sizeOfMassM = (massKg: number): number => ((6 * massKg) / (92.937 * Math.PI)) ** (1 / 2.26);
/** A/M (m^2/kg) of a sphere of a mass (kg) by that density: 0.0115 at 900 kg. */
export const bulkAreaToMass = (massKg: number): number => areaOfSizeM2(sizeOfMassM(massKg)) / massKg;
const areaOfSizeM2 = (sizeM: number): number => (Math.PI / 4) * sizeM * sizeM;
const sizeOfAreaM = (areaM2: number): number => Math.sqrt((4 * areaM2) / Math.PI);

/** Size of a tracked piece of which nothing is known: the median radar cross-section of catalogued debris, 0.018 m^2. */
const TYPICAL_DEBRIS_AREA_M2 = 0.018;
/** Ballistic A/M of a piece whose decay cannot be read: the median of those of `sky-2025-09.csv` that can, m^2/kg. */
const TYPICAL_DEBRIS_AREA_TO_MASS = 0.09;
/** Ballistic A/M outside these is taken for noise, m^2/kg: whole satellites and stages; pieces. */
const INTACT_AREA_TO_MASS = [0.002, 0.05] as const;
const DEBRIS_AREA_TO_MASS = [0.004, 3] as const;

/** What a row says of a body, 0 where it says nothing, and a typical mass of its kind. */
export type BodyFacts = {
  kind: number;
  massKg: number;
  sizeM: number;
  rcsM2: number;
  typicalMassKg: number;
  /** from `areaToMassOfDecay`, or 0 */
  observedAreaToMass: number;
};
export type Body = {
  massKg: number;
  areaM2: number;
  sizeM: number;
  areaToMassM2Kg: number;
  massEstimated: boolean;
  areaEstimated: boolean;
};

/**
 * Mass, mean cross-section, size and ballistic A/M of a body.
 *
 * Pieces (debris, and unidentified objects without a mass): area = radar cross-section; mass by bulk density.
 * Whole bodies with a mass: area by bulk density, because the radar cross-section of a large body depends on its shape and
 * aspect (it is off its drag area by a factor of two to four, the bulk law by less than two: see test/orbits).
 * Whole bodies without a mass: by the published length or radar cross-section, else the typical mass of their kind.
 * A/M: as observed in the orbit's decay where that is clear, else area / mass, or the typical value of a piece.
 */
export function bodyOf(facts: BodyFacts): Body {
  const piece = facts.kind === DEBRIS || (facts.kind === UNKNOWN && facts.massKg === 0);
  const measuredM2 = facts.rcsM2 || (facts.sizeM ? areaOfSizeM2(facts.sizeM) : 0);
  let areaM2 = measuredM2;
  let massKg = facts.massKg;
  if (piece) {
    areaM2 ||= facts.massKg ? areaOfSizeM2(sizeOfMassM(facts.massKg)) : TYPICAL_DEBRIS_AREA_M2;
    massKg ||= massOfSizeKg(sizeOfAreaM(areaM2));
  } else {
    massKg ||= measuredM2 ? massOfSizeKg(sizeOfAreaM(measuredM2)) : facts.typicalMassKg;
    if (facts.massKg || !measuredM2) areaM2 = areaOfSizeM2(sizeOfMassM(massKg));
  }
  const [low, high] = piece ? DEBRIS_AREA_TO_MASS : INTACT_AREA_TO_MASS;
  const observed = facts.observedAreaToMass;
  const clear = observed >= low && observed <= high;
  const fallback =
    piece && !facts.massKg ? TYPICAL_DEBRIS_AREA_TO_MASS : Math.min(Math.max(areaM2 / massKg, low), high);
  return {
    massKg,
    areaM2,
    sizeM: facts.sizeM || sizeOfAreaM(areaM2),
    areaToMassM2Kg: clear ? observed : fallback,
    massEstimated: facts.massKg === 0,
    areaEstimated: !piece || !facts.rcsM2,
  };
}

/** Published rates below this are mostly noise of the orbit determination, rev/day^2 (spread of rates above 1,000 km). */
const CLEAR_RATE = 2e-6;
/** Elongated orbits with a perigee above this also breathe by the pull of Sun and Moon, km. */
const ELONGATED_PERIGEE_KM = 350;
const ELONGATED = 0.1;

/**
 * Ballistic A/M (m^2/kg, Cd 2.2) with which the model's drag gives the observed decay, or 0 where that is not clear.
 * `meanMotionDot` is half the first derivative of the mean motion (rev/day^2) as published, `meanMotion` in rev/day:
 * da/dt = -(2/3) a / n x dn/dt by Kepler's third law. `profile` is the density at the time of the elements.
 */
export function areaToMassOfDecay(
  semiMajorAxisKm: number,
  eccentricity: number,
  inclinationRad: number,
  meanMotion: number,
  meanMotionDot: number,
  profile: Float64Array,
): number {
  const perigee = perigeeAltitudeKm(semiMajorAxisKm, eccentricity);
  if (meanMotionDot < CLEAR_RATE || (eccentricity > ELONGATED && perigee > ELONGATED_PERIGEE_KM)) return 0;
  const apogee = apogeeAltitudeKm(semiMajorAxisKm, eccentricity);
  const unit: AirDrag = airDrag(perigee, apogee, inclinationRad, 1, profile);
  const modelled = ((unit.perigeeKmS + unit.apogeeKmS) / 2) * SECONDS_PER_DAY;
  const observed = ((-2 / 3) * semiMajorAxisKm * 2 * meanMotionDot) / meanMotion;
  return modelled < 0 ? observed / modelled : 0;
}

/** SGP4's reference density, kg per m^2 and Earth radius: B* = rho_0 Cd A / (2 m) (Hoots, Roehrich, Spacetrack Report #3). */
const SGP4_DENSITY = 0.15696615;

/**
 * Ballistic A/M (m^2/kg, Cd 2.2) in SGP4's drag term (per Earth radius), 0 where that is none: 12.7416 B* / Cd. SGP4's density is
 * that of no particular Sun, so this is for comparison with others who read it so.
 */
export const areaToMassOfBstar = (bstar: number): number =>
  bstar > 0 ? (2 * bstar) / (SGP4_DENSITY * DRAG_COEFFICIENT) : 0;

/** Programmes of small satellites that carry engines, though lighter than MANOEUVRABLE_MASS_KG. */
const SMALL_WITH_ENGINES: readonly string[] = ['H360', 'Kineis'];
/** Missions without engines whatever their mass: calibration spheres, laser reflectors, targets. */
const PASSIVE_MISSIONS: readonly string[] = ['CAL', 'GEOD', 'TARG'];
/** Working payloads without engines that neither mass nor mission gives away: Hubble, LARES, LARES-2. */
const WITHOUT_ENGINES: readonly number[] = [20580, 38077, 53105];
const MANOEUVRABLE_MASS_KG = 50;

/**
 * Does a working payload keep its orbit and avoid? From 50 kg, or of a programme known for it; never a passive mission or
 * one of the few large ones without engines.
 */
export const isManoeuvrable = (noradId: number, massKg: number, mission: string, fleet: string): boolean =>
  (massKg >= MANOEUVRABLE_MASS_KG || SMALL_WITH_ENGINES.includes(fleet)) &&
  !PASSIVE_MISSIONS.includes(mission) &&
  !WITHOUT_ENGINES.includes(noradId);

/** From this year stages are passivated at the end of their flight ... */
const PASSIVATION_YEAR = 2010;
/** ... three of four of those that stay in orbit (an estimate: nobody publishes which; spread by their number) ... */
const NOT_PASSIVATED_ONE_IN = 4;
/** ... but for one whose spent stages still burst (two of the first seven). */
const NOT_PASSIVATED: readonly string[] = ['Chang Zheng 6A'];

/** Is a stage empty of energy? Estimated from the launch year (the 2007 UN and IADC guidelines), number and vehicle. */
export const isPassivated = (kind: number, noradId: number, launchYear: number, launchVehicle: string): boolean =>
  kind === STAGE &&
  launchYear >= PASSIVATION_YEAR &&
  noradId % NOT_PASSIVATED_ONE_IN !== 0 &&
  !NOT_PASSIVATED.includes(launchVehicle);

/** Stations' modules weigh more than this; freighters and crew ships less. */
const STATION_MODULE_KG = 20_000;

/** A working module of an inhabited station (ISS, Tiangong). */
export const isCrewed = (active: boolean, mission: string, massKg: number): boolean =>
  active && mission === 'SS' && massKg > STATION_MODULE_KG;

/** Usual design life in years by first word of the mission; 15 in the geostationary ring whatever the mission. */
const DESIGN_LIFE_YEARS: Readonly<Record<string, number>> = { COM: 7, NAV: 12, MET: 8, SIG: 8, EW: 8, TECH: 3, SS: 30 };
const OTHER_LIFE_YEARS = 5;
const SMALL_LIFE_YEARS = 3;
const GEO_LIFE_YEARS = 15;
const FLEET_LIFE_YEARS: Readonly<Record<string, number>> = { Starlink: 5 };

/** Design life of a payload, years: an estimate by fleet, regime, mass and mission. */
export function designLifeYears(mission: string, fleet: string, regime: Regime, massKg: number): number {
  const ofFleet = FLEET_LIFE_YEARS[fleet];
  if (ofFleet !== undefined) return ofFleet;
  if (regime === 'geo') return GEO_LIFE_YEARS;
  if (massKg < MANOEUVRABLE_MASS_KG) return SMALL_LIFE_YEARS;
  return DESIGN_LIFE_YEARS[/^[A-Z]+/.exec(mission)?.[0] ?? ''] ?? OTHER_LIFE_YEARS;
}

/**
 * Month (from the start) in which a working payload's mission ends: launch plus design life. Those that have outlived it,
 * or are about to, go on for one to four more years, spread by their number so that they do not all end at once.
 */
export function missionEnd(launchMonth: number, lifeYears: number, noradId: number): number {
  const designed = Math.round(launchMonth + lifeYears * 12);
  return designed >= 12 ? designed : 12 + (noradId % 37);
}

/** Typical mass of a kind of which nothing is known, kg, for a catalogue that gives no better: payload, stage, other. */
export const typicalMassKg = (kind: number): number => (kind === PAYLOAD ? 100 : kind === STAGE ? 1400 : 1);
