/** What the turn does to people and purses: crews, passes and burns, home, the fund, next year's money. */

import { closePassesPerYear } from '../../orbits/risk/collisions.ts';
import { FIRST_CAUSAL_ID } from '../../orbits/table/chance.ts';
import { DEBRIS, type Population, pick } from '../../orbits/table/population.ts';
import { approvalOf, countsOf, isShelter, paidToFundK, words } from '../../vocabulary/index.ts';
import { burnCostK, closeYear, transfer } from '../money.ts';
import type { Counters } from '../seat.ts';
import { trackedSizeM } from '../sight/knowing.ts';
import { isTracked } from '../sight/tracked.ts';
import type { State } from '../state.ts';
import { byShell, fleetIndex } from './fleets.ts';
import { inYearOf } from './injects.ts';
import { burnsIn, fleetSize } from './orders.ts';
import { isPublic, strikeCloudAtStations } from './stations.ts';
import { addApproval, creditsK, tell, type Work } from './work.ts';

/** The clean-up fund once all payments of the turn are in: enough, or it all goes back. Returns whether it was met now. */
export function settleFund(work: Work): boolean {
  const { fund } = work.state.scenario;
  if (work.fund.balanceK === 0 || work.fund.met) return false;
  if (work.fund.balanceK >= creditsK(fund.thresholdCredits)) {
    const need = work.state.scenario.paper.signStanding;
    for (const { seat, credits } of fund.contractors)
      if (work.seats[seat]!.standing >= need) payOut(work, seat, creditsK(credits), 'ledger.contract');
      else
        tell(
          work,
          `no-contract.${seat}`,
          1,
          null,
          words('news.no-contract', { seat: words(`seat.${seat}`), need }),
          'warn',
        );
    // What was paid beyond the contracts buys the work itself, from others where a contractor's standing is too low.
    payOut(work, 'market', work.fund.balanceK, 'ledger.clean-up');
    work.fund.met = true;
    tell(work, 'fund', 1, null, words('news.fund-met', { count: fund.removes.length }), 'calm');
    return true;
  }
  for (const fact of work.facts)
    if (paidToFundK(fact) > 0 && fact.actor) {
      payOut(work, fact.actor, paidToFundK(fact), 'ledger.fund-returned');
      work.seats[fact.actor]!.paidToFundK -= paidToFundK(fact);
    }
  tell(work, 'fund', 1, null, words('news.fund-returned', { threshold: fund.thresholdCredits }), 'calm');
  return false;
}

function payOut(work: Work, to: string, amountK: number, cause: string): void {
  const paid = Math.min(amountK, work.fund.balanceK);
  transfer(work.books, 'fund', to, paid, cause);
  work.fund.balanceK -= paid;
}

/**
 * Crews shelter when a prepared event says so, or when a strike of this turn threw enough pieces across their altitude. The
 * words cite a strike's cloud where one that all know of is there, of this turn or still up from an earlier one.
 */
export function shelterCrews(work: Work): void {
  const { state, turn } = work;
  const crews = state.scenario.seats.filter((s) => s.crewed).map((s) => s.id);
  const shelters = state.scenario.injects.flatMap((spec) => {
    const { shelter } = inYearOf(state, spec);
    return shelter ? [{ id: spec.id, ...shelter }] : [];
  });
  const prepared = shelters.find(({ id }) =>
    state.injects.some((i) => i.id === id && i.status === 'fired' && i.turn === turn),
  );
  const fresh = work.clouds.find((cloud) => cloud.crossing >= SHELTER_PIECES)?.incident ?? null;
  if (crews.length === 0 || (!prepared && !fresh)) return;
  const cloud = fresh ?? strikeCloudAtStations(state.facts, work.game.sky);
  const approval = (prepared ?? shelters[0])?.approval ?? SHELTER_APPROVAL;
  for (const seat of crews) addApproval(work, seat, approval);
  const month = fresh ? (work.incidents.find((i) => i.id === fresh)?.month ?? 1) : 1;
  const head = { id: `shelter.${turn}`, turn, month, actor: null, order: null } as const;
  work.facts.push({ ...head, kind: 'crew-shelter', seats: crews, incident: cloud });
  // The card has told of the prepared one.
  if (!fresh) return;
  const params = { approval: -approval };
  tell(
    work,
    'shelter',
    month,
    null,
    words(isPublic(work.incidents, cloud) ? 'news.shelter-cloud' : 'news.shelter', params),
    'loud',
  );
}

/** A cloud of fewer pieces across the stations' altitude is handled by ordinary avoidance. */
const SHELTER_PIECES = 20;
/** Approval that a shelter event costs where the scenario has no prepared one. */
const SHELTER_APPROVAL = -5;

/** Every seat's counters of the year, and what its burns cost. */
export function countPasses(work: Work): void {
  const { scenario } = work.state;
  const fleet = fleetIndex(scenario, work.sky);
  const passes = closePassesPerYear(work.sky, fleet, scenario.seats.length);
  const clean = withoutNewPieces(work.sky);
  const without = closePassesPerYear(clean, fleetIndex(scenario, clean), scenario.seats.length);
  const pieces = byShell(
    work.sky,
    (row) => work.sky.kind[row] === DEBRIS && isTracked(work.sky, row, scenario.publicSizeM),
  );
  const sheltered = work.facts.filter(isShelter);
  scenario.seats.forEach(({ id, crewed }, index) => {
    const seat = work.seats[id]!;
    const now = passes[index]!;
    // A campaign that was ordered and paid covers the burns of its year.
    const costK = seat.avoidance ? 0 : burnCostK(now, without[index]!, scenario.avoidance);
    seat.fleetByShell = byShell(work.sky, (row) => fleet[row] === index);
    seat.active = fleet.reduce((sum, of, row) => sum + (of === index ? work.sky.weight[row]! : 0), 0);
    const counters: Counters = {
      closePassesPerSatYear: round(now, 100),
      burns: burnsIn(now, fleetSize(work.sky, fleet, index), seat.avoidance, work.months),
      burnCostK: Math.min(costK, Math.max(0, work.books.purses[id]!)),
      shelterDays: crewed ? sheltered.length : 0,
      piecesUp: Math.round(inOwnShells(pieces, seat.fleetByShell)),
      lost: Math.round(work.lost[id]!),
    };
    transfer(work.books, id, 'market', counters.burnCostK, 'ledger.burns');
    seat.counters = [...seat.counters, counters];
    seat.avoidance = false;
  });
}

/** The same sky as if nothing had broken up in this game: what its clouds cost is read against this, not against last year. */
function withoutNewPieces(sky: Population): Population {
  const rows: number[] = [];
  for (let row = 0; row < sky.count; row++)
    if (sky.breakupId[row] === 0 || sky.id[row]! < FIRST_CAUSAL_ID) rows.push(row);
  return pick(sky, rows);
}

const round = (x: number, per: number): number => Math.round(x * per) / per;

/** Sum over the shells in which a seat has at least a fiftieth of its fleet. */
function inOwnShells(pieces: readonly number[], fleet: readonly number[]): number {
  const all = fleet.reduce((a, b) => a + b, 0);
  return pieces.reduce((sum, count, shell) => (fleet[shell]! > 0 && fleet[shell]! >= all / 50 ? sum + count : sum), 0);
}

/** From such an event on insurers ask more for each batch that flies; a seat pays what it has left. In tenths of a credit. */
export function payInsurers(work: Work): void {
  const { scenario, injects } = work.state;
  let percent = 0;
  for (const spec of scenario.injects)
    if (injects.some((i) => i.id === spec.id && i.status === 'fired'))
      percent += inYearOf(work.state, spec).insurersPercent ?? 0;
  const more = (scenario.pricesInCredits.insurance * percent) / 100;
  for (const { id } of scenario.seats) {
    const batches = work.facts.reduce((n, f) => n + (f.actor === id ? (countsOf(f).batches ?? 0) : 0), 0);
    const askedK = creditsK(Math.round(batches * more * 10) / 10);
    transfer(work.books, id, 'market', Math.min(askedK, Math.max(0, work.books.purses[id]!)), 'ledger.insurance');
  }
}

/** What the turn's facts bring their actors at home. */
export function moveHome(work: Work): void {
  for (const fact of work.facts)
    if (fact.actor && approvalOf(fact) !== 0) addApproval(work, fact.actor, approvalOf(fact));
}

/**
 * Tracked objects by shell as each seat's sensors, and those it shares, see them. The catalogue is public from the start;
 * what the game made is known from each seat's own threshold on.
 */
export function lookAround(work: Work): void {
  const state: State = { ...work.state, seats: work.seats, instruments: work.instruments };
  const known = new Map<number, number[]>();
  for (const id of Object.keys(work.seats)) {
    const threshold = trackedSizeM(state, id);
    const counts = known.get(threshold) ?? byShell(work.sky, (row) => isTracked(work.sky, row, threshold));
    known.set(threshold, counts);
    work.seats[id]!.knownByShell = counts;
  }
}

/**
 * The budget year ends: carry-over, and income unless this was the last turn. What the fund pays or gives back comes after
 * the orders of the year are sealed, when nobody can spend it any more: it carries over whole.
 */
export function closeBooks(work: Work): void {
  const { scenario, clock } = work.state;
  if (work.turn >= clock.lastTurn) return;
  for (const { id, credits } of scenario.seats) {
    const fromFund = work.books.lines.reduce((sum, l) => sum + (l.from === 'fund' && l.to === id ? l.amountK : 0), 0);
    closeYear(work.books, id, creditsK(scenario.carryOverCredits) + fromFund, creditsK(credits));
  }
}
