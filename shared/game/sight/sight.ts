/** What a seat may know when it drafts an order. One maker for drafting, cards and resolution: they never differ. */

import { demandsOf } from '../../clauses/articles.ts';
import { lifetimeYears } from '../../orbits/motion/decay.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm } from '../../orbits/table/elements.ts';
import { indexOf, type Population } from '../../orbits/table/population.ts';
import { orders } from '../../orders/index.ts';
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';
import { creditsIn } from '../../terms/index.ts';
import { K_PER_CREDIT, type SeatId, type Sight, type Slot, type Target } from '../../vocabulary/index.ts';
import { duties } from '../paper.ts';
import { sunAt } from '../score/conduct.ts';
import type { Game, State } from '../state.ts';
import { meanAltitudeKm } from '../turn/fleets.ts';
import { byLevel } from './reading.ts';

/** The seat as the scenario describes it. Throws for a seat that does not exist. */
export function specOf(scenario: Scenario, seat: SeatId): SeatSpec {
  const spec = scenario.seats.find((s) => s.id === seat);
  if (!spec) throw new Error(`no seat ${seat}`);
  return spec;
}

const inK = (credits: number): number => Math.round(credits * K_PER_CREDIT);

/** Months that targets have left under the sun of a scenario, by the row, once for each sky: everybody's sight asks for them often. */
const lifetimes = new WeakMap<Scenario, WeakMap<Population, Map<number, number>>>();

/** What is kept under a key, made where there is nothing yet. */
function keptIn<K, V>(
  kept: { readonly get: (key: K) => V | undefined; readonly set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** Months until drag brings an object down under the sun that is expected; null where it outlasts the test window. */
function monthsLeft({ state: { scenario, clock }, sky }: Game, row: number): number | null {
  const { lastTurn } = scenario.strike;
  const ofScenario = keptIn(lifetimes, scenario, () => new WeakMap<Population, Map<number, number>>());
  const ofSky = keptIn(ofScenario, sky, () => new Map<number, number>());
  // To the end of the longest window, not of what is left of it: the same sky is looked at in two turns.
  const months = keptIn(ofSky, row, () => monthsUp(scenario, sky, row, lastTurn * scenario.monthsPerTurn));
  return months < Math.max(0, lastTurn + 1 - Math.max(1, clock.turn)) * scenario.monthsPerTurn ? months : null;
}

/** Whole months that an object stays up, `mostMonths` if it is still there then. */
function monthsUp(scenario: Scenario, sky: Population, row: number, mostMonths: number): number {
  const a = sky.semiMajorAxisKm[row]!;
  const e = sky.eccentricity[row]!;
  const years = lifetimeYears(
    perigeeAltitudeKm(a, e),
    apogeeAltitudeKm(a, e),
    sky.inclinationRad[row]!,
    sky.areaToMassM2Kg[row]!,
    (month) => sunAt(scenario, sky.epochMonth + month),
    mostMonths / 12,
  );
  return Math.round(years * 12);
}

/** Listed targets; one that is no longer in the sky is gone, which anybody who watches can tell of such large objects. */
function targetsOf(game: Game, spec: SeatSpec): readonly Target[] {
  const { strike } = game.state.scenario;
  if (!spec.targets) return [];
  const listed = (band: 'mid' | 'high', object: number): Target => {
    const row = indexOf(game.sky, object);
    if (row < 0) return { band, object, altitudeKm: 0, massKg: 0, monthsLeft: null, gone: true };
    const massKg = Math.round(game.sky.massKg[row]!);
    return {
      band,
      object,
      altitudeKm: meanAltitudeKm(game.sky, row),
      massKg,
      monthsLeft: monthsLeft(game, row),
      gone: false,
    };
  };
  return [
    {
      band: 'low',
      object: 0,
      altitudeKm: strike.lowAltitudeKm,
      massKg: strike.lowMassKg,
      monthsLeft: null,
      gone: false,
    },
    listed('mid', spec.targets.mid),
    listed('high', spec.targets.high),
  ];
}

/**
 * Credits that a seat has promised in offers still open, k$. They are reserved, so that an offer is always covered: taking one
 * never says what else its maker has in mind for its money.
 */
function offeredK(state: State, seat: SeatId): number {
  const open = state.offers.filter((o) => o.from === seat && o.status === 'open');
  return creditsIn(open.flatMap((o) => o.give)) * K_PER_CREDIT;
}

/**
 * The sight of a seat. `slot`: the slot being drafted, whose present draft does not count; null counts all drafts.
 * Money is in k$; `freeK` is what is left after the other drafts and the open offers.
 */
export function sightOf(game: Game, seat: SeatId, slot: Slot | null): Sight {
  const { state } = game;
  const { scenario } = state;
  const spec = specOf(scenario, seat);
  const prices = scenario.pricesInCredits;
  const own = state.seats[seat]!;
  const others = Object.entries(own.drafts).filter(([name]) => name !== slot);
  const bare: Sight = {
    startMonth: Math.max(0, state.clock.turn - 1) * scenario.monthsPerTurn,
    seat,
    seats: scenario.seats.map((s) => s.id),
    freeK: own.creditsK,
    priceK: {
      launchBatch: inK(prices.launchBatch),
      disposal: inK(prices.disposal),
      avoidance: inK(prices.avoidance),
      strike: inK(prices.strike),
      flyBy: inK(prices.flyBy),
      fiveYearRule: inK(prices.fiveYearRule),
    },
    fiveYearRuleAboveKm: prices.fiveYearRuleAboveKm,
    batch: spec.batch,
    demands: demandsOf(duties(state, seat, state.clock.turn)),
    batchesPerTurnMax: spec.batchesPerTurn,
    batchesDrafted: others.reduce(
      (n, [, draft]) => n + ('batches' in draft.order ? Number(draft.order.batches) : 0),
      0,
    ),
    shells: spec.batch.shells,
    strikeCapable: spec.strike,
    testWindowOpen: state.clock.turn <= scenario.strike.lastTurn,
    targets: targetsOf(game, spec),
    fundOpen: state.fund.open && !state.fund.met,
    flyBySeen: flyBySeen(scenario),
    unregisteredConfidence: scenario.unregisteredConfidence,
    fleetByShell: own.fleetByShell,
  };
  const reservedK = others.reduce((sum, [, draft]) => sum + orders[draft.order.kind]!.costK(draft.order, bare), 0);
  return { ...bare, freeK: own.creditsK - reservedK - offeredK(state, seat) };
}

/** Chance that a fly-by is seen by the weakest and by the best sensors of the scenario's seats. */
function flyBySeen({ seats, evidence }: Scenario): Sight['flyBySeen'] {
  const missed = evidence.symptoms.flight?.missed;
  const levels = seats.map(({ ssaLevel }) => ssaLevel);
  return { least: 1 - byLevel(missed, Math.min(...levels)), most: 1 - byLevel(missed, Math.max(...levels)) };
}
