/** Sealed orders: which are carried out, in which sequence, and the hands they get. */

import type { SkyEvent } from '../../orbits/motion/events.ts';
import { applyBreakUps } from '../../orbits/motion/evolve.ts';
import { closePassesPerYear } from '../../orbits/risk/collisions.ts';
import { draw, narrow } from '../../orbits/table/chance.ts';
import { apogeeAltitudeKm, circularSpeedKms } from '../../orbits/table/elements.ts';
import {
  ACTIVE,
  indexOf,
  PAYLOAD,
  type Population,
  pick,
  rowAt,
  STAGE,
  withRows,
} from '../../orbits/table/population.ts';
import { ORDER_KINDS, orders } from '../../orders/index.ts';
import type { PhaseOfTurn } from '../../orders/phases.ts';
import {
  cloudOf,
  countsOf,
  type Fact,
  type Hands,
  type NewFact,
  type ObjectId,
  type OrderRecord,
  type Sight,
  SLOTS,
  words,
} from '../../vocabulary/index.ts';
import { transfer } from '../money.ts';
import { sightOf, specOf } from '../sight/sight.ts';
import { trackedPieces } from '../sight/tracked.ts';
import { fleetIndex, marksOf, meanAltitudeKm, seatIndex } from './fleets.ts';
import { piecesAtStations } from './stations.ts';
import { tell, type Work } from './work.ts';

/**
 * Reads the sealed drafts. An irreversible hostile order without the head's word holds; one that is refused by now is
 * not carried out, and its seat is told why.
 */
export function takeOrders(work: Work): void {
  const { game, state, turn } = work;
  for (const { id: seat } of state.scenario.seats)
    for (const slot of SLOTS) {
      const draft = state.seats[seat]!.drafts[slot];
      if (!draft) continue;
      const rule = orders[draft.order.kind]!;
      if (rule.hostile && !draft.confirmed) continue;
      const order = rule.parse(draft.order);
      const no = 'code' in order ? order : rule.check(order, sightOf(game, seat, slot));
      const id = `t${turn}.${seat}.${slot}`;
      if (no || 'code' in order) {
        const why = words(`refusal.${no?.code ?? 'malformed'}`, no?.params);
        tell(
          work,
          `held.${id}`,
          0,
          [seat],
          words('news.order-held', { order: words(`order.${rule.kind}`), why }),
          'warn',
        );
        continue;
      }
      work.orders.push({ id, seat, turn, slot, order, confirmed: draft.confirmed });
    }
}

/** The order kinds in the sequence in which they act within one phase. */
const rankOf = new Map<string, number>(ORDER_KINDS.map((kind, i) => [kind, i]));

/** Carries out the orders of a phase; `month` null: all months at once. By kind, then by keyed draw: no seat goes first. */
export function carryOut(work: Work, phase: PhaseOfTurn, month: number | null): void {
  const drawn = (record: OrderRecord): number => draw(work.key, 'precedence', record.id);
  const due = work.orders
    .filter(({ order }) => orders[order.kind]!.phase === phase && (month === null || order.month === month))
    .sort((a, b) => rankOf.get(a.order.kind)! - rankOf.get(b.order.kind)! || drawn(a) - drawn(b));
  for (const record of due) {
    const sight = sightOf(work.game, record.seat, record.slot);
    orders[record.order.kind]!.resolve(record.order, sight, handsOf(work, record, sight));
  }
}

/** What one order may do, and how its traces are written down. */
function handsOf(work: Work, record: OrderRecord, sight: Sight): Hands {
  const { id, seat } = record;
  const spec = specOf(work.state.scenario, seat);
  const marks = marksOf(work.sky, spec);
  let count = 0;
  return {
    order: id,
    key: narrow(work.key, 'order', id),
    owner: marks.owner,
    fleet: marks.fleet,
    sky: () => work.sky,
    emit: (fact) => note(work, fact, `${id}.${++count}`, record),
    addRows: (rows) => {
      work.sky = withRows(work.sky, rows);
    },
    removeRows: (ids) => {
      work.sky = without(work.sky, ids);
    },
    strike: (target, band) => strikeAt(work, record, sight, target, band),
    pay: (to, amountK, cause) => {
      transfer(work.books, seat, to, amountK, cause);
      if (to !== 'fund') return;
      work.fund.balanceK += amountK;
      work.seats[seat]!.paidToFundK += amountK;
    },
    derelicts: () => derelictsOf(work, seat),
    setAvoidance: () => {
      work.seats[seat]!.avoidance = true;
      return plannedBurns(work, seat);
    },
    shareData: (to, masked) => {
      // A masked catalogue is not the full one: it does not count as data from this seat.
      if (masked) return;
      for (const other of to) {
        const from = work.seats[other]!.dataFrom;
        if (!from.includes(seat)) work.seats[other]!.dataFrom = [...from, seat].sort();
      }
    },
  };
}

function note(work: Work, fact: NewFact, id: string, record: OrderRecord): void {
  const { month = record.order.month, ...rest } = fact;
  const whole = { ...rest, id, turn: work.turn, month, actor: record.seat, order: record.id } as Fact;
  work.facts.push(whole);
  const { registered = [], batches = 0, launched = 0 } = countsOf(whole);
  work.registered.push(...registered);
  work.seats[record.seat]!.batches += batches;
  if (launched > 0) work.byMonth[month - 1]!.launched += launched;
}

/** The sky without some objects. */
export function without(sky: Population, ids: readonly ObjectId[]): Population {
  const gone = new Set(ids);
  const stay: number[] = [];
  for (let i = 0; i < sky.count; i++) if (!gone.has(sky.id[i]!)) stay.push(i);
  return stay.length === sky.count ? sky : pick(sky, stay);
}

/**
 * A direct ascent: near its apogee the interceptor hardly moves, so the closing speed is the target's own orbital speed.
 * Null when the target is not there.
 */
function strikeAt(
  work: Work,
  record: OrderRecord,
  sight: Sight,
  target: ObjectId,
  band: 'low' | 'mid' | 'high',
): ReturnType<Hands['strike']> {
  const row = indexOf(work.sky, target);
  if (row < 0) return null;
  const altitudeKm = meanAltitudeKm(work.sky, row);
  const month = sight.startMonth + record.order.month - 1;
  const breakupId = cloudOf(target);
  const events: SkyEvent[] = [];
  const projectile = { massKg: work.state.scenario.strike.interceptorKg, speedKms: circularSpeedKms(altitudeKm) };
  const spec = { kind: 'collision', breakupId, target: rowAt(work.sky, row), projectile, month } as const;
  work.sky = applyBreakUps(work.sky, [spec], narrow(work.key, 'order', record.id), work.tuning, events);
  const tracked = trackedPieces(work.sky, breakupId, work.state.scenario.publicSizeM);
  work.clouds.push({ incident: `i.${target}`, crossing: piecesAtStations(work.sky, breakupId) });
  work.byMonth[record.order.month - 1]!.fragments += tracked;
  const seat = work.seats[record.seat]!;
  seat.strikes = { ...seat.strikes, [band]: seat.strikes[band] + 1 };
  seat.demonstration ??= { turn: work.turn, band };
  return { tracked, altitudeKm: Math.round(altitudeKm) };
}

/** Dead satellites and stages of a seat in low orbit, the heaviest first. */
function derelictsOf(work: Work, seat: string): readonly ObjectId[] {
  const { sky } = work;
  const mine = seatIndex(work.state.scenario, sky);
  const index = work.state.scenario.seats.findIndex((s) => s.id === seat);
  const rows: number[] = [];
  for (let i = 0; i < sky.count; i++) {
    if (mine[i] !== index || (sky.flags[i]! & ACTIVE) !== 0) continue;
    if (sky.kind[i] !== STAGE && sky.kind[i] !== PAYLOAD) continue;
    if (apogeeAltitudeKm(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!) <= 2000) rows.push(i);
  }
  return rows.sort((a, b) => sky.massKg[b]! - sky.massKg[a]! || a - b).map((i) => sky.id[i]!);
}

/** A pass calls for a burn when it comes closer than this, km: usual practice, and in an avoidance campaign. */
const BURN_MISS_KM = 0.14;
const CAMPAIGN_MISS_KM = 0.45;

/**
 * Burns of a fleet in so many months. Passes closer than d are a share (d / 1 km)^2 of those under 1 km: 140 m
 * stands for a collision probability of about 1e-4, 450 m for 1e-5, with some 100 m of uncertainty.
 */
export function burnsIn(passesPerSatYear: number, satellites: number, avoidance: boolean, months: number): number {
  const missKm = avoidance ? CAMPAIGN_MISS_KM : BURN_MISS_KM;
  return Math.round((passesPerSatYear * satellites * missKm * missKm * months) / 12);
}

function plannedBurns(work: Work, seat: string): number {
  const { scenario } = work.state;
  const fleet = fleetIndex(scenario, work.sky);
  const index = scenario.seats.findIndex((s) => s.id === seat);
  const passes = closePassesPerYear(work.sky, fleet, scenario.seats.length)[index]!;
  return burnsIn(passes, fleetSize(work.sky, fleet, index), true, work.months);
}

/** Working satellites of a seat, weights counted. */
export function fleetSize(sky: Population, fleet: ArrayLike<number>, index: number): number {
  let sum = 0;
  for (let i = 0; i < sky.count; i++) if (fleet[i] === index) sum += sky.weight[i]!;
  return sum;
}
