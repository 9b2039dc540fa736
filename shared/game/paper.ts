/** Life of the texts on the table: who would sign as the pledges stand, who is party, what binds a seat. Pure readings. */
import type { Condition, Package, SeatId } from '../vocabulary/index.ts';
import type { Instrument, State } from './state.ts';

/** Texts that still can gather signatures. */
export const isOpen = (i: Instrument): boolean =>
  i.status === 'tabled' || i.status === 'adopted' || i.status === 'in-force';

const holds = (condition: Condition, self: SeatId, signers: ReadonlySet<SeatId>): boolean => {
  if (condition.kind === 'none') return true;
  if (condition.kind === 'with') return condition.seats.every((seat) => signers.has(seat));
  return signers.size - (signers.has(self) ? 1 : 0) >= condition.count;
};

/**
 * The largest set of seats whose signatures the pledges give, those already given included. Conditions are monotone, so
 * the set is unique: start from everybody and take out those whose condition fails until none does.
 */
export function wouldSign(instrument: Instrument): readonly SeatId[] {
  const signed = instrument.signatures.map((s) => s.seat);
  const signers = new Set<SeatId>([...signed, ...Object.keys(instrument.pledges)]);
  for (let again = true; again; ) {
    again = false;
    for (const [seat, condition] of Object.entries(instrument.pledges)) {
      if (!condition || signed.includes(seat) || !signers.has(seat) || holds(condition, seat, signers)) continue;
      signers.delete(seat);
      again = true;
    }
  }
  return [...signers].sort();
}

/** Whether a seat's home approval lets it ratify now. */
export const canRatify = (state: Pick<State, 'scenario' | 'seats'>, seat: SeatId): boolean =>
  state.seats[seat]!.approval >= state.scenario.paper.ratifyApproval;

/**
 * Signatories whose signature is ratified, by a turn where one is given: once the text is in force it binds these and no
 * other (Vienna Convention on the Law of Treaties, articles 14 and 24).
 */
export const partiesOf = ({ signatures }: Instrument, before = Number.POSITIVE_INFINITY): readonly SeatId[] =>
  signatures
    .filter((s) => s.ratified !== null && s.turn < before && (s.ratified ?? s.turn) < before)
    .map((s) => s.seat)
    .sort();

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

/** Seats that may take part in a road of adoption. */
export const membersOf = (state: State, road: Package['road']): readonly SeatId[] =>
  state.scenario.forums.find((forum) => forum.id === road)?.members ?? [];
