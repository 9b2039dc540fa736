/** What is assumed about conduct over decades, and what follows from it for every run alike: drag and disposal. */

import { tableFlux } from '../motion/air.ts';
import { densityKgM3 } from '../motion/atmosphere.ts';
import { DRAG_COEFFICIENT } from '../motion/decay.ts';
import { SHELL_COUNT, SHELL_STEP_KM, shellFloorKm } from '../table/altitudes.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2, SECONDS_PER_DAY } from '../table/elements.ts';
import { CLASS_COUNT, DERELICT, type ShellState } from './shell-state.ts';

const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
/** Satellites below are brought down under power at the end of their mission, as large constellations do, km. */
const BROUGHT_DOWN_BELOW_KM = 600;
/** Flux at which "leaves within N years" is planned, sfu. */
const PLANNING_F107 = 130;

/** A destructive test: certain in a year, or with a probability in each year from one to before another. */
export type Strike = {
  /** what its chance is keyed by: the seat, say */
  readonly id: string;
  readonly altitudeKm: number;
  /** both bodies, kg */
  readonly massKg: number;
} & (
  | { readonly atYear: number }
  | { readonly probabilityPerYear: number; readonly fromYear: number; readonly untilYear: number }
);

/** What is assumed about conduct. Years count from the state's moment. */
export type Plan = {
  readonly years: number;
  /** length of a step, months; 12 must be a multiple of it */
  readonly stepMonths: number;
  /** mean solar flux `month` months after the state, sfu */
  readonly f107: (month: number) => number;
  /** satellites launched a year into each shell */
  readonly launchesPerYear?: ArrayLike<number>;
  /** no more launches than keep this many satellites working, in all shells together */
  readonly mostWorking?: number;
  /** share of its risk with tracked objects that is left for a working satellite, which moves away; default: AVOIDANCE_RESIDUAL */
  readonly avoidanceResidual?: number;
  /** stages left a year in each shell */
  readonly stagesPerYear?: ArrayLike<number>;
  readonly missionYears?: number;
  /** satellites that end their mission leave within so many years, this share of them; the rest stay where they are */
  readonly disposal?: { readonly withinYears: number; readonly success: number };
  readonly strikes?: readonly Strike[];
  /** spent stages removed a year, from where they are most exposed */
  readonly removalsPerYear?: number;
  readonly explosions?: boolean;
  readonly collisions?: boolean;
};

/**
 * Shell to which a satellite of each shell goes to re-enter in time: the highest one from which drag alone takes at most the
 * rule's years at PLANNING_F107; -1 when it is brought down within months, as from low shells or when no shell is low enough.
 */
function disposalShells(state: ShellState, plan: Plan): Int8Array {
  const limit = plan.disposal?.withinYears ?? Number.POSITIVE_INFINITY;
  const out = new Int8Array(SHELL_COUNT);
  let years = 0;
  let best = -1;
  for (let k = 0; k < SHELL_COUNT; k++) {
    years += 1 / (crossingsPerYear(k, PLANNING_F107) * state.areaToMassM2Kg[DERELICT]!);
    if (years <= limit) best = k;
    out[k] = shellFloorKm(k) < BROUGHT_DOWN_BELOW_KM ? -1 : Math.min(k, best);
  }
  return out;
}

/** Grid of the crossing table, sfu. */
const FLUX_FLOOR = 65;
const FLUX_STEP = 5;
const FLUX_COUNT = 40;

/**
 * Shells crossed a year per unit of A/M (m^2/kg): 1 / the time da = -Cd (A/M) rho sqrt(mu a) dt takes for 50 km, the mean of
 * 1 / rho taken at five altitudes of the shell. Index: flux step x SHELL_COUNT + shell.
 */
const CROSSINGS: Float64Array = Float64Array.from({ length: FLUX_COUNT * SHELL_COUNT }, (_, n) => {
  const flux = FLUX_FLOOR + FLUX_STEP * Math.floor(n / SHELL_COUNT);
  const low = shellFloorKm(n % SHELL_COUNT);
  let seconds = 0;
  for (let part = 0; part < 5; part++) {
    const h = low + ((part + 0.5) * SHELL_STEP_KM) / 5;
    // kg/m^3 x m^2/kg x km^1.5 x km^1.5/s: 1e9 x 1e-6 turns it into km/s.
    const kmPerSecond =
      1e3 * DRAG_COEFFICIENT * densityKgM3(h, tableFlux(flux)) * Math.sqrt(MU_KM3_S2 * (EARTH_RADIUS_KM + h));
    seconds += SHELL_STEP_KM / 5 / kmPerSecond;
  }
  return SECONDS_PER_YEAR / seconds;
});

/** Shells crossed a year per unit of A/M at a flux (sfu): the table's value, linear between its steps. */
export function crossingsPerYear(shell: number, f107: number): number {
  const at = Math.min(Math.max((f107 - FLUX_FLOOR) / FLUX_STEP, 0), FLUX_COUNT - 1.001);
  const n = Math.floor(at);
  const low = CROSSINGS[n * SHELL_COUNT + shell]!;
  return low + (at - n) * (CROSSINGS[(n + 1) * SHELL_COUNT + shell]! - low);
}

/** What is the same in every run of a plan from a state. */
export type Prepared = { readonly leaveShell: Int8Array; readonly sinking: Float64Array };
const preparedPlans = new WeakMap<ShellState, WeakMap<Plan, Prepared>>();

/** Made once for a state and a plan, and kept for as long as both are. */
export function preparedFor(state: ShellState, plan: Plan): Prepared {
  const ofState = preparedPlans.get(state) ?? new WeakMap<Plan, Prepared>();
  preparedPlans.set(state, ofState);
  const known = ofState.get(plan);
  if (known) return known;
  const prepared = { leaveShell: disposalShells(state, plan), sinking: sinkingRates(state.areaToMassM2Kg, plan) };
  ofState.set(plan, prepared);
  return prepared;
}

/** Classes that sink: all but the working satellites, which keep their orbit. */
export const SINKING_CLASSES = CLASS_COUNT - DERELICT;

/** dt rate for each step, shell from the top down, and sinking class. */
function sinkingRates(areaToMass: Float64Array, plan: Plan): Float64Array {
  const steps = Math.round((12 * plan.years) / plan.stepMonths);
  const out = new Float64Array(steps * SHELL_COUNT * SINKING_CLASSES);
  for (let step = 0, at = 0; step < steps; step++) {
    const flux = plan.f107((step + 0.5) * plan.stepMonths);
    for (let k = SHELL_COUNT - 1; k >= 0; k--) {
      const crossings = (crossingsPerYear(k, flux) * plan.stepMonths) / 12;
      for (let c = DERELICT; c < CLASS_COUNT; c++) out[at++] = crossings * areaToMass[c]!;
    }
  }
  return out;
}
