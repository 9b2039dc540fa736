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
/**
 * Ballistic A/M of pieces by radar cross-section (up to m^2, then m^2/kg): medians of those between 600 and 1,100 km by how far they
 * fell between the skies of 2006, 2008, 2021 and 2025. Within a class they spread by a factor of e^0.9.
 */
const DEBRIS_AREA_TO_MASS = [
  [0.01, 0.16],
  [0.03, 0.12],
  [0.1, 0.07],
  [Number.POSITIVE_INFINITY, 0.04],
] as const;
const UNMEASURED_DEBRIS_AREA_TO_MASS = 0.12;
/**
 * Whole bodies: their A/M over that of a sphere of their mass by the bulk law, found in the same way (medians of 0.6 to 1.0 by
 * altitude), and its spread.
 */
const WHOLE_OF_BULK = 0.8;
const SPREADS = { piece: 0.9, whole: 0.5 };

/** What a row says of a body, 0 where it says nothing, and a typical mass of its kind. */
export type BodyFacts = {
  kind: number;
  massKg: number;
  sizeM: number;
  rcsM2: number;
  typicalMassKg: number;
  /** what its decay says; null: nothing is known of it, or it keeps its orbit by engines */
  decay: Decay | null;
};
/** Half the rate of the mean motion (rev/day^2): as published, as modelled for an A/M of 1 m^2/kg, and how sure (one sigma). */
export type Decay = { readonly published: number; readonly modelledOfUnit: number; readonly noise: number };
export type Body = {
  massKg: number;
  areaM2: number;
  sizeM: number;
  areaToMassM2Kg: number;
  /** standard deviation of the logarithm of that, by how it is known */
  areaToMassSpread: number;
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
 * A/M: what is usual for such a body, as far as the decay of its orbit leaves that open (`areaToMassOf`).
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
  const usual = piece
    ? facts.massKg
      ? areaM2 / massKg
      : usualOfPiece(facts.rcsM2)
    : WHOLE_OF_BULK * (facts.massKg || !measuredM2 ? areaM2 / massKg : bulkAreaToMass(massKg));
  const spread = piece ? SPREADS.piece : SPREADS.whole;
  return {
    massKg,
    areaM2,
    sizeM: facts.sizeM || sizeOfAreaM(areaM2),
    areaToMassM2Kg: facts.decay ? areaToMassOf(facts.decay, usual, spread) : usual,
    areaToMassSpread: facts.decay ? spreadOfAreaToMass(facts.decay, usual, spread) : spread,
    massEstimated: facts.massKg === 0,
    areaEstimated: !piece || !facts.rcsM2,
  };
}

const usualOfPiece = (rcsM2: number): number =>
  rcsM2 > 0 ? DEBRIS_AREA_TO_MASS.find(([upTo]) => rcsM2 < upTo)![1] : UNMEASURED_DEBRIS_AREA_TO_MASS;

/**
 * Noise of published rates (one sigma, rev/day^2): how far they are from the rates that the fall of the same bodies between the
 * skies of 2006, 2008, 2021 and 2025 gives. Small pieces are followed less well than whole bodies, elongated orbits also breathe by
 * the pull of Sun and Moon, and an orbit of 13, 14 or 15 revolutions a day is in resonance with Earth's uneven equator.
 */
const NOISE = { whole: 5e-7, piece: 1e-6, elongated: 2e-6, resonant: 3e-6 };
/** Elongated orbits with a perigee above this also breathe, km. */
const ELONGATED_PERIGEE_KM = 350;
const ELONGATED = 0.1;
/** Resonance falls off with the distance from a whole number of revolutions a day, rev/day (one sigma). */
const RESONANCE_WIDTH = 0.08;

/** Noise of the published rate of an orbit; `meanMotion` in rev/day. */
export function noiseOfRate(piece: boolean, perigeeKm: number, eccentricity: number, meanMotion: number): number {
  if (eccentricity > ELONGATED && perigeeKm > ELONGATED_PERIGEE_KM) return NOISE.elongated;
  const off = (meanMotion - Math.round(meanMotion)) / RESONANCE_WIDTH;
  return Math.hypot(piece ? NOISE.piece : NOISE.whole, NOISE.resonant * Math.exp(-0.5 * off * off));
}

/** A rate so many sigma out of the noise speaks for itself. */
const CLEAR_SIGMAS = 12;
/** No body has less or more, m^2/kg. */
const AREA_TO_MASS_LIMITS = [1e-4, 10] as const;
/** What is not measured is no more than this many sigma of noise above what is published. */
const BOUND_SIGMAS = 2;
/** Errors of rates have long tails (light pieces by sunlight, fits across a storm): Student's law with so many degrees of freedom. */
const TAIL = 3;
/** A clear rate that would need more than so many spreads above the usual is not drag: a manoeuvre, the last days of an orbit. */
const MOST_SPREADS = 4;
/** Steps of the mean, in spreads of the usual value. */
const STEPS = Array.from({ length: 8 * MOST_SPREADS + 1 }, (_, k) => k / 4 - MOST_SPREADS);

/**
 * Ballistic A/M (m^2/kg) by a decay: the mean of what is usual (lognormal about `usual`) weighed by how well it agrees with the
 * published rate (Student), at most what the noise still allows. A rate far out of the noise decides alone, one within it hardly
 * counts but as a bound.
 */
export function areaToMassOf({ published, modelledOfUnit, noise }: Decay, usual: number, spread: number): number {
  const [least, most] = AREA_TO_MASS_LIMITS;
  const limited = (x: number): number => Math.min(most, Math.max(least, x));
  if (!(modelledOfUnit > 0)) return usual;
  if (isClear({ published, modelledOfUnit, noise }, usual, spread)) return limited(published / modelledOfUnit);
  let weights = 0;
  let sum = 0;
  for (const step of STEPS) {
    const areaToMass = usual * Math.exp(spread * step);
    const weight = weightOf(step, published - modelledOfUnit * areaToMass, noise);
    weights += weight;
    sum += weight * areaToMass;
  }
  const bound = (Math.max(0, published) + BOUND_SIGMAS * noise) / modelledOfUnit;
  return limited(Math.min(bound, weights > 0 ? sum / weights : bound));
}

const isClear = ({ published, modelledOfUnit, noise }: Decay, usual: number, spread: number): boolean =>
  published >= CLEAR_SIGMAS * noise && published / modelledOfUnit <= usual * Math.exp(MOST_SPREADS * spread);

/** How likely a ratio is, so many spreads from the usual one, whose rate is so far from the published one. */
const weightOf = (step: number, offRate: number, noise: number): number =>
  Math.exp(-0.5 * step * step) / (1 + (offRate / noise) ** 2 / TAIL) ** ((TAIL + 1) / 2);

/** Standard deviation of the logarithm of an A/M by a decay: that of what `areaToMassOf` takes the mean of. */
export function spreadOfAreaToMass(decay: Decay, usual: number, spread: number): number {
  const { published, modelledOfUnit, noise } = decay;
  if (!(modelledOfUnit > 0)) return spread;
  if (isClear(decay, usual, spread)) return noise / published;
  let [weights, sum, squares] = [0, 0, 0];
  for (const step of STEPS) {
    const weight = weightOf(step, published - modelledOfUnit * usual * Math.exp(spread * step), noise);
    weights += weight;
    sum += weight * step;
    squares += weight * step * step;
  }
  if (!(weights > 0)) return spread;
  return spread * Math.sqrt(Math.max(0, squares / weights - (sum / weights) ** 2));
}

/**
 * Half the rate of the mean motion (rev/day^2) that drag gives an orbit of A/M 1 m^2/kg (Cd 2.2) in the air of a profile:
 * dn/dt = -(3/2) n / a da/dt by Kepler's third law; `meanMotion` in rev/day.
 */
export function decayOfUnit(
  semiMajorAxisKm: number,
  eccentricity: number,
  inclinationRad: number,
  meanMotion: number,
  profile: Float64Array,
): number {
  const perigee = perigeeAltitudeKm(semiMajorAxisKm, eccentricity);
  const apogee = apogeeAltitudeKm(semiMajorAxisKm, eccentricity);
  const unit: AirDrag = airDrag(perigee, apogee, inclinationRad, 1, profile);
  const kmPerDay = ((unit.perigeeKmS + unit.apogeeKmS) / 2) * SECONDS_PER_DAY;
  return (-0.75 * meanMotion * kmPerDay) / semiMajorAxisKm;
}

/** SGP4's reference density, kg per m^2 and Earth radius: B* = rho_0 Cd A / (2 m) (Hoots, Roehrich, Spacetrack Report #3). */
const SGP4_DENSITY = 0.15696615;

/**
 * Ballistic A/M (m^2/kg, Cd 2.2) in SGP4's drag term (per Earth radius), 0 where that is none: 12.7416 B* / Cd. SGP4's density is
 * that of no particular Sun, so this is for comparison with others who read it so.
 */
export const areaToMassOfBstar = (bstar: number): number =>
  bstar > 0 ? (2 * bstar) / (SGP4_DENSITY * DRAG_COEFFICIENT) : 0;

/** SGP4's drag term (per Earth radius) of a ballistic A/M (m^2/kg): the inverse of `areaToMassOfBstar`. */
export const bstarOfAreaToMass = (areaToMassM2Kg: number): number =>
  (areaToMassM2Kg * SGP4_DENSITY * DRAG_COEFFICIENT) / 2;

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
