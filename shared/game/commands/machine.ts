import type { Game, State } from '../state.ts';
import type { Outcome } from '../turn/outcome.ts';

/** The state with what the resolution found; press and presence that came in meanwhile stay. */
export function fold(state: State, outcome: Outcome): State {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, { ...seat, ...outcome.seats[id], drafts: {} }]),
  );
  return {
    ...state,
    seats,
    orders: [...state.orders, ...outcome.orders],
    facts: [...state.facts, ...outcome.facts],
    incidents: outcome.incidents,
    evidence: outcome.evidence,
    lots: outcome.lots,
    findings: [...state.findings, ...outcome.findings],
    ledger: [...state.ledger, ...outcome.ledger],
    news: [...state.news, ...outcome.news],
    registered: [...state.registered, ...outcome.registered],
    instruments: outcome.instruments,
    offers: outcome.offers,
    fund: outcome.fund,
    turnsDone: [...state.turnsDone, outcome.summary],
    cloudAtStations: outcome.cloudAtStations,
    skyHash: outcome.skyHash,
    halt: null,
    ended: null,
    engineVersion: outcome.engineVersion,
    results: outcome.results ?? state.results,
  };
}

/** The game as it will stand once an outcome is folded, phase apart: what the scores of the last turn are computed on. */
export const folded = (game: Game, outcome: Outcome): Game => ({ ...game, state: fold(game.state, outcome) });
