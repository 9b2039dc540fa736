/** Conditional pledges: "we sign if these do, or so many". */
import type { Condition, SeatId } from '../vocabulary/index.ts';
import type { Instrument } from './instrument.ts';

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

/** The text without the pledges of some seats. */
export const withoutPledges = (text: Instrument, seats: readonly SeatId[]): Instrument => ({
  ...text,
  pledges: Object.fromEntries(Object.entries(text.pledges).filter(([seat]) => !seats.includes(seat))),
});
