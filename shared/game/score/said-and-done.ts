/** Promises against conduct: what seats promised, said and stood for, beside what they did. For the debrief, when the truth is out. */
import { CLAUSE_IDS, type ClauseId } from '../../clauses/index.ts';
import type { OfferTerm } from '../../terms/index.ts';
import {
  type BreakupCause,
  type IncidentId,
  type InstrumentId,
  type SeatId,
  type Truth,
  truthOf,
} from '../../vocabulary/index.ts';
import type { Incident } from '../incident.ts';
import type { State } from '../state.ts';
import { keptInTruth } from './promises.ts';

/** One promised term of an accepted offer. `kept`: null where it cannot be told. */
export type PromiseLine = {
  readonly turn: number;
  readonly seat: SeatId;
  readonly to: SeatId;
  readonly term: OfferTerm;
  readonly kept: boolean | null;
};

/** What a seat said in public about a break-up. `right`: whether the truth bears it out; null where it claims nothing. */
export type StatementLine = {
  readonly turn: number;
  readonly seat: SeatId;
  readonly incident: IncidentId;
  readonly say: 'admit' | 'deny' | 'accuse' | 'consult';
  readonly cause: BreakupCause | null;
  readonly of: SeatId | null;
  readonly right: boolean | null;
};

/** Where a seat stood on the clauses of a text that others signed, and whether it signed. */
export type StandLine = {
  readonly seat: SeatId;
  readonly instrument: InstrumentId;
  readonly number: number;
  /** clauses on which the seat had said a value, and those where it is the text's */
  readonly said: readonly ClauseId[];
  readonly agreed: readonly ClauseId[];
  readonly signed: boolean;
};

export type SaidAndDone = {
  readonly promises: readonly PromiseLine[];
  readonly statements: readonly StatementLine[];
  readonly stands: readonly StandLine[];
};

/** All that can be set against conduct, in the order of the game. */
export function saidAndDone(state: State): SaidAndDone {
  return {
    promises: promisesOf(state),
    statements: state.incidents.flatMap((incident) => statementsOn(state, incident)),
    stands: standsOf(state),
  };
}

/** Each promised term of the accepted offers, with what it truly came to. */
export function promisesOf(state: State): PromiseLine[] {
  const line = (turn: number, seat: SeatId, to: SeatId, term: OfferTerm, known: boolean | null): PromiseLine => {
    const kept = keptInTruth(state, term, seat, to, known);
    return { turn, seat, to, term, kept };
  };
  return state.offers
    .filter((offer) => offer.status === 'accepted')
    .flatMap(({ turn, from, to, give, get, kept }) => [
      ...give.map((term, i) => line(turn, from, to, term, kept.give[i] ?? null)),
      ...get.map((term, i) => line(turn, to, from, term, kept.get[i] ?? null)),
    ]);
}

function statementsOn(state: State, incident: Incident): StatementLine[] {
  const truth = truthOf(state.facts, incident.id);
  return incident.statements.map((statement) => {
    const { turn, seat, kind: say } = statement;
    const line = { turn, seat, incident: incident.id, say };
    if (statement.kind !== 'accuse')
      return { ...line, cause: null, of: null, right: truth && ownWord(say, seat, truth) };
    const { cause, of } = statement;
    return { ...line, cause, of, right: truth && accusation(cause, of, truth) };
  });
}

/** What a seat said of itself: an explosion of its own stage or an intercept of its own is its doing, an impact is not. */
function ownWord(say: StatementLine['say'], seat: SeatId, truth: Truth): boolean | null {
  const own = truth.by === seat && truth.cause !== 'impact';
  return say === 'admit' ? own : say === 'deny' ? !own : null;
}

/** The right cause of an act that nobody did is neither right nor wrong about the seat. */
function accusation(cause: BreakupCause, of: SeatId, truth: Truth): boolean | null {
  if (truth.cause !== cause) return false;
  return truth.by === null ? null : truth.by === of;
}

const standsOf = (state: State): StandLine[] =>
  state.instruments
    .filter((text) => text.signatures.length > 0)
    .flatMap((text) =>
      state.scenario.seats.map(({ id: seat }) => {
        const position = state.positions[seat] ?? {};
        const said = CLAUSE_IDS.filter((dial) => position[dial] !== undefined);
        return {
          seat,
          instrument: text.id,
          number: text.number,
          said,
          agreed: said.filter((dial) => position[dial] === text.values[dial]),
          signed: text.signatures.some((s) => s.seat === seat),
        };
      }),
    );
