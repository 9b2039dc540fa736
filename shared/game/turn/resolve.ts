/** A turn resolved: sealed orders meet the sky. The steps stand here in the order in which they act. */

import { contentHash } from '../../orbits/table/content-hash.ts';
import type { Population } from '../../orbits/table/population.ts';
import { encode } from '../../orbits/table/population-codec.ts';
import { OF_MONTH, OF_TURN } from '../../orders/phases.ts';
import { words } from '../../vocabulary/index.ts';
import { folded } from '../commands/machine.ts';
import { ENGINE_VERSION } from '../new-game.ts';
import { settleOffers } from '../score/promises.ts';
import { finalResults } from '../score/results.ts';
import { isTracked } from '../sight/tracked.ts';
import type { Game, State } from '../state.ts';
import {
  closeBooks,
  countPasses,
  lookAround,
  moveHome,
  payInsurers,
  settleFund,
  shelterCrews,
} from './consequences.ts';
import { gatherEvidence } from './evidence.ts';
import { makeFindings } from './findings.ts';
import { newPieces } from './later.ts';
import { enterIntoForce, ratify, takeNotices } from './legal.ts';
import { carryOut, takeOrders } from './orders.ts';
import type { Outcome, TurnSummary } from './outcome.ts';
import { breakPrepared, passMonth, removeListed } from './sky.ts';
import { strikeCloudAtStations } from './stations.ts';
import { allFacts, allFindings, begin, changedSeats, tell, type Work } from './work.ts';

/**
 * What happens in the turn whose orders are sealed. Pure: the game is not changed, every draw is keyed by the seed, the
 * turn and stable ids. Returns the plain record that `apply` folds in, and the sky that goes beside it.
 */
export function resolveTurn(game: Game): { readonly outcome: Outcome; readonly sky: Population } {
  const work = begin(game);
  takeOrders(work);
  for (const phase of OF_TURN) carryOut(work, phase, null);
  const cleanUp = settleFund(work);
  for (let month = 1; month <= work.months; month++) {
    if (month === 1) breakPrepared(work);
    for (const phase of OF_MONTH) carryOut(work, phase, month);
    if (cleanUp && month === work.months) removeListed(work);
    passMonth(work, month);
  }
  gatherEvidence(work);
  makeFindings(work);
  shelterCrews(work);
  countPasses(work);
  payInsurers(work);
  moveHome(work);
  ratify(work);
  enterIntoForce(work);
  takeNotices(work);
  lookAround(work);
  work.offers = [...settleOffers(atEnd(work))];
  closeBooks(work);
  tellReentries(work);
  return { outcome: outcomeOf(work), sky: work.sky };
}

/** The state as it stands at the end of the turn, for those who only read. */
function atEnd(work: Work): State {
  const { seats, incidents, instruments, fund } = work;
  return { ...work.state, seats, incidents, instruments, fund, findings: allFindings(work), facts: allFacts(work) };
}

function tellReentries(work: Work): void {
  const count = work.byMonth.reduce((sum, month) => sum + month.reentered, 0);
  if (count > 0) tell(work, 'reentries', work.months, null, words('news.reentries', { count }));
}

function outcomeOf(work: Work): Outcome {
  const skyHash = contentHash(encode(work.sky));
  const outcome: Outcome = {
    turn: work.turn,
    engineVersion: ENGINE_VERSION,
    skyHash,
    cloudAtStations: strikeCloudAtStations([...work.state.facts, ...work.facts], work.sky),
    orders: work.orders,
    facts: work.facts,
    incidents: work.incidents,
    evidence: work.evidence,
    lots: work.lots,
    findings: work.findings,
    ledger: work.books.lines,
    news: work.news.toSorted((a, b) => a.month - b.month),
    registered: work.registered,
    seats: changedSeats(work),
    instruments: work.instruments,
    offers: work.offers,
    fund: work.fund,
    summary: summaryOf(work, skyHash),
    results: null,
  };
  if (work.turn < work.state.clock.lastTurn) return outcome;
  return { ...outcome, results: finalResults(folded(work.game, outcome), work.sky) };
}

function summaryOf(work: Work, skyHash: string): TurnSummary {
  const { sky } = work;
  let trackedPublic = 0;
  for (let i = 0; i < sky.count; i++)
    if (isTracked(sky, i, work.state.scenario.publicSizeM)) trackedPublic += sky.weight[i]!;
  const sum = (of: (month: Work['byMonth'][number]) => number): number => work.byMonth.reduce((n, m) => n + of(m), 0);
  return {
    turn: work.turn,
    skyHash,
    launched: sum((m) => m.launched),
    reentered: sum((m) => m.reentered),
    trackedPublic: Math.round(trackedPublic),
    newPieces: newPieces(work.state.scenario, sky),
    byMonth: work.byMonth.map((m, i) => ({ month: i + 1, ...m })),
  };
}
