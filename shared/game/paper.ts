/** What a state of the game says of its texts: which is in force, whom it binds, who may ratify, lead, take part. */
import { clauses } from '../clauses/index.ts';
import { type Instrument, partiesOf } from '../forums/instrument.ts';
import { CLAUSE_DIALS, type Package, type SeatId } from '../vocabulary/index.ts';
import type { State } from './state.ts';

/** Whether a seat's home approval lets it ratify now. */
export const canRatify = (state: Pick<State, 'scenario' | 'seats'>, seat: SeatId): boolean =>
  state.seats[seat]!.approval >= state.scenario.paper.ratifyApproval;

/** Whether two texts ask the same: who leads and by which road is another matter. */
export const sameClauses = (a: Package, b: Package): boolean => CLAUSE_DIALS.every((dial) => a[dial] === b[dial]);

/** The text in force, if any. Since a text needs a majority of the seats, there is at most one. */
export const inForce = (state: State): Instrument | null =>
  state.instruments.find((i) => i.status === 'in-force') ?? null;

/** The values that bind a seat now: those of the text in force to which it is party. */
export function boundBy(state: State, seat: SeatId): Package | null {
  const text = inForce(state);
  return text && partiesOf(text).includes(seat) ? text.values : null;
}

/** The state with the highest standing among those that have named themselves, the present lead aside; an operator never leads. */
export function heirOfPen(
  state: Pick<State, 'scenario' | 'seats'>,
  lead: SeatId,
  named: readonly SeatId[],
): SeatId | null {
  let best: SeatId | null = null;
  for (const { id, kind } of state.scenario.seats) {
    if (id === lead || kind === 'operator' || !named.includes(id)) continue;
    if (best === null || state.seats[id]!.standing > state.seats[best]!.standing) best = id;
  }
  return best;
}

/**
 * Who holds the pen among those who have put their names to a text: its lead sponsor, or in its place the state with the highest
 * standing. Null where only operators have.
 */
export const penHolder = (
  state: Pick<State, 'scenario' | 'seats'>,
  lead: SeatId,
  named: readonly SeatId[],
): SeatId | null => (named.includes(lead) ? lead : heirOfPen(state, lead, named));

/** Seats that may take part in a road of adoption. */
export const membersOf = (state: State, road: Package['road']): readonly SeatId[] =>
  state.scenario.forums.find((forum) => forum.id === road)?.members ?? [];

/** Whether a text says more than its forum may deal with: security, where only sustainability is. */
export const isBeyondMandate = (state: State, text: Package): boolean =>
  state.scenario.forums.some(({ id, framing }) => id === text.road && framing === 'sustainability') &&
  CLAUSE_DIALS.some((dial) => text[dial] !== null && clauses[dial].framing === 'security');
