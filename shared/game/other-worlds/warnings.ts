/**
 * Warnings: the worst close approaches of a seat's working satellites in the hours after the instant of a sky as that seat knows it.
 *
 * Same search and same probability as `kessler screen --warn` (orbits/conjunctions.ts, orbits/warnings.ts). Read it as a sample of
 * what such a sky brings in a day, not as a prediction: the game carries mean elements on month by month, so planes and altitudes
 * are known and places along the orbit are not; what a seat knows of them is rounded besides (overlay.ts). Left out: drag within
 * the hours; two satellites of one seat, which keep apart; two that fly together (docked, in formation), for which a passing
 * encounter's probability says nothing; errors of an operator's own tracking, ten times smaller than a catalogue's; manoeuvres.
 */

import { setOfElements } from '../../orbits/motion/propagate.ts';
import { findConjunctions, type Tracked } from '../../orbits/risk/conjunctions.ts';
import { type Exposed, type Warned, warningsAmong } from '../../orbits/risk/warnings.ts';
import { DAYS_PER_MONTH, SECONDS_PER_DAY } from '../../orbits/table/elements.ts';
import { ESTIMATED_AREA, indexOf, MANOEUVRABLE, type Population, rowAt } from '../../orbits/table/population.ts';
import { instantMs } from '../../orbits/table/time.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import { K_PER_CREDIT, type SeatId } from '../../vocabulary/index.ts';
import { withOverlay } from '../sight/overlay/overlaid.ts';
import { decodeOverlay } from '../sight/overlay/overlay-codec.ts';
import { fleetIndex } from '../turn/fleets.ts';
import {
  type Approach,
  type Approaches,
  CAMPAIGN_PROBABILITY,
  NEAR_KM,
  USUAL_PROBABILITY,
  WARNING_HOURS,
  type Warnings,
} from './warnings-shape.ts';

/** A sky made ready to be searched. */
export type Watched = {
  readonly sky: Population;
  readonly fromMs: number;
  readonly bodies: readonly (Tracked & Exposed)[];
};

const MS_PER_DAY = 1000 * SECONDS_PER_DAY;
/** Below this two fly together, km/s: an encounter of hours, not of a second. */
const TOGETHER_KMS = 0.1;
const MOST_SHOWN = 20;

/**
 * What a seat knows of the sky as bodies for SGP4 at that sky's instant: about 25 microseconds an object.
 * @param startSky the public catalogue at the scenario's start
 * @param overlay what skyFor gives this seat; nothing else of the game is known here
 */
export function watched(startSky: Population, overlay: Uint8Array, scenario: Scenario): Watched {
  const sky = withOverlay(startSky, decodeOverlay(overlay));
  const fromMs = instantMs(scenario.sky.startsAt)! + Math.round(sky.epochMonth * DAYS_PER_MONTH * MS_PER_DAY);
  const bodies = Array.from({ length: sky.count }, (_, row) => ({
    id: sky.id[row]!,
    set: setOfElements(rowAt(sky, row), fromMs),
    areaM2: sky.areaM2[row]! || areaOfSizeM2(sky.sizeM[row]!),
  }));
  return { sky, fromMs, bodies };
}

/** Of what the game made a viewer knows the size only: the disc of that diameter. */
const areaOfSizeM2 = (sizeM: number): number => (Math.PI / 4) * sizeM * sizeM;

/** Ids of a seat's working satellites. */
function fleetOf(sky: Population, scenario: Scenario, seat: SeatId): ReadonlySet<number> {
  const index = scenario.seats.findIndex((spec) => spec.id === seat);
  const of = fleetIndex(scenario, sky);
  return new Set(sky.id.filter((_, row) => of[row] === index));
}

/** What a seat's fleet meets within `hours` from `fromHour` after the sky's instant on. */
export async function approachesIn(
  { sky, fromMs, bodies }: Watched,
  scenario: Scenario,
  seat: SeatId,
  fromHour: number,
  hours: number,
): Promise<Approaches> {
  const fleet = fleetOf(sky, scenario, seat);
  const search = { fromMs: fromMs + fromHour * 3_600_000, hours, thresholdKm: NEAR_KM, fleet, apart: true };
  const near = await findConjunctions(bodies, search);
  const passing = near.filter((c) => c.speedKms >= TOGETHER_KMS);
  const all = warningsAmong(passing, bodies, 0).map((warned) => approachOf(warned, sky, fleet, fromMs));
  const answered = (from: number): number => all.filter((a) => a.canMove && a.probability >= from).length;
  return {
    near: passing.length,
    together: near.length - passing.length,
    answeredUsually: answered(USUAL_PROBABILITY),
    answeredInCampaign: answered(CAMPAIGN_PROBABILITY),
    worst: worstOf(all),
  };
}

function approachOf(
  { conjunction, warning }: Warned,
  sky: Population,
  fleet: ReadonlySet<number>,
  fromMs: number,
): Approach {
  const { idA, idB, timeMs, missKm, speedKms } = conjunction;
  const [own, other] = fleet.has(idA) ? [idA, idB] : [idB, idA];
  const flags = (id: number): number => sky.flags[indexOf(sky, id)]!;
  return {
    own,
    other,
    afterS: Math.round((timeMs - fromMs) / 1000),
    missKm,
    speedKms,
    probability: warning.probability,
    canMove: (flags(own) & MANOEUVRABLE) !== 0,
    sizeEstimated: ((flags(own) | flags(other)) & ESTIMATED_AREA) !== 0,
  };
}

const worstOf = (all: readonly Approach[]): readonly Approach[] =>
  [...all].sort((a, b) => b.probability - a.probability || a.missKm - b.missKm).slice(0, MOST_SHOWN);

/** All parts of the hours together. */
export function warningsOf(sky: Population, scenario: Scenario, seat: SeatId, parts: readonly Approaches[]): Warnings {
  const sum = (of: (part: Approaches) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    near: sum((part) => part.near),
    together: sum((part) => part.together),
    answeredUsually: sum((part) => part.answeredUsually),
    answeredInCampaign: sum((part) => part.answeredInCampaign),
    worst: worstOf(parts.flatMap((part) => part.worst)),
    hours: WARNING_HOURS,
    satellites: fleetOf(sky, scenario, seat).size,
    objects: sky.count,
    weight: sky.weight.reduce((most, weight) => Math.max(most, weight), 1),
    billPer10PercentK: scenario.avoidance.creditsPer10Percent * K_PER_CREDIT,
    billMostK: scenario.avoidance.maxCredits * K_PER_CREDIT,
  };
}
