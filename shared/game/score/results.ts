/** What a game has come to when play is over: own mandates, orbit health, points left on the table. No ranking. */
import type { Population } from '../../orbits/table/population.ts';
import { isIntercept, type SeatId } from '../../vocabulary/index.ts';
import type { Game, State } from '../state.ts';
import { scoresOf, type Weights } from './deal.ts';
import { bestAllGain, type DealBook, dealBook, frontier, leftOnTable } from './deals.ts';
import { orbitHealth } from './health.ts';
import { outcomeOf, type PackageOutcome, withoutStrike } from './package.ts';
import type { Results, SeatResult } from './results-shape.ts';
import { promisesOf } from './said-and-done.ts';
import { ownScore } from './scores.ts';

/**
 * Results of a game whose last turn is in `game.state`.
 * @param sky the sky after that turn
 */
export function finalResults(game: Game, sky: Population): Results {
  const { state } = game;
  const { scenario } = state;
  const outcome = outcomeOf(state, true);
  const weights: Weights = Object.fromEntries(scenario.seats.map((seat) => [seat.id, state.seats[seat.id]!.weights]));
  const book = dealBook(scenario, weights);
  const own = scoresOf(scenario, outcome, weights);
  const gains = own.map((u, i) => u - book.none[i]!);
  const left = leftOnTable(book, own);
  const best = bestAllGain(book);
  const { health, epilogue } = orbitHealth(state, sky, outcome, best?.deal ?? null);
  const tableMarks = left.points <= scenario.health.bridgeAt ? ['bridge'] : [];
  const seats = scenario.seats.map((spec, i): SeatResult => {
    const score = ownScore(scenario, spec.id, outcome, weights[spec.id]);
    const marks = [
      ...(gains[i]! >= scenario.health.mandateGain ? ['mandate'] : []),
      ...tableMarks,
      ...(health.j >= scenario.health.stewardAt && !hasStruck(state, spec.id) ? ['steward'] : []),
      ...(isStraight(state, spec.id) ? ['straight'] : []),
    ];
    return { seat: spec.id, ...score, noDeal: book.none[i]!, gain: gains[i]!, marks };
  });
  return {
    seats,
    health,
    leftOnTable: {
      points: left.points,
      deal: left.deal?.deal ?? null,
      terms: scenario.seats.map((spec, i) => ({
        seat: spec.id,
        own: left.deal?.own[i] ?? own[i]!,
        pays: left.deal?.shares[spec.id] ?? 0,
      })),
    },
    jointGainUsed: jointGainUsed(book, gains),
    balance: Math.min(...gains),
    nash: nashValue(gains),
    strikeCosts: strikeCosts(state, outcome, weights),
    frontier: frontier(book).map((point) => ({
      min: point.min,
      sum: point.sum,
      losers: scenario.seats.flatMap(({ id }, i) => (point.own[i]! < own[i]! - SAME ? [id] : [])),
    })),
    epilogue,
  };
}

/** Scores that differ by less are equal. */
const SAME = 1e-9;

/** Whether a seat has destroyed anything in orbit: who has is no steward of it, however well the orbits came out of it. */
const hasStruck = ({ facts }: State, seat: SeatId): boolean =>
  facts.some((fact) => isIntercept(fact) && fact.actor === seat);

/** G = sum of gains / largest sum of gains over deals that leave everybody better; 0 where there is none. */
function jointGainUsed(book: DealBook, gains: readonly number[]): number {
  const best = bestAllGain(book);
  if (!best) return 0;
  const most = best.own.reduce((sum, u, i) => sum + u - book.none[i]!, 0);
  return gains.reduce((sum, g) => sum + g, 0) / most;
}

/** Geometric mean of the gains, points; 0 where a seat has none (J. Nash, Econometrica 18(2), 1950). */
function nashValue(gains: readonly number[]): number {
  if (gains.some((g) => g <= 0)) return 0;
  return Math.exp(gains.reduce((sum, g) => sum + Math.log(g), 0) / gains.length);
}

/** Made at least one promise that can be checked, broke none, and broke no rule. */
function isStraight(state: State, seat: SeatId): boolean {
  const kept = promisesOf(state).flatMap((promise) => (promise.seat === seat ? [promise.kept] : []));
  return state.seats[seat]!.breaches === 0 && kept.includes(true) && !kept.includes(false);
}

/**
 * What each strike cost the others: sum over the other seats of U without it less U with it, all other conduct as it was;
 * beside it what it gave its own seat.
 */
function strikeCosts(state: State, outcome: PackageOutcome, weights: Weights): Results['strikeCosts'] {
  const { scenario } = state;
  const strikes = state.facts.filter(isIntercept);
  const now = scoresOf(scenario, outcome, weights);
  return strikes.flatMap((fact) => {
    const { actor, order, band } = fact;
    if (!actor || !order) return [];
    const proved = state.findings.filter(
      (f) =>
        f.verdict === 'breach' &&
        f.party === actor &&
        f.incident === fact.incident &&
        !state.findings.some((later) => later.overturns === f.id),
    ).length;
    const before = scoresOf(scenario, withoutStrike(outcome, actor, band, proved), weights);
    const index = scenario.seats.findIndex((seat) => seat.id === actor);
    const cost = before.reduce((sum, u, i) => (i === index ? sum : sum + u - now[i]!), 0);
    return [{ order, seat: actor, band, ownGain: now[index]! - before[index]!, costToOthers: cost }];
  });
}
