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

/**
 * Signatures that pledges have given, in the order in which one brings the next: those without a condition first, then each as soon as
 * those before it meet its condition. Of a circle, where each waits for another, the first in the list begins.
 * @param text with its pledges, as it was when the talks ended
 * @param added who has signed by them, in the order of the table
 */
export function inSigningOrder(
  { signatures, pledges }: Pick<Instrument, 'signatures' | 'pledges'>,
  added: readonly SeatId[],
): readonly { readonly seat: SeatId; readonly conditional: boolean }[] {
  const isConditional = (seat: SeatId): boolean => (pledges[seat]?.kind ?? 'none') !== 'none';
  const order = added.filter((seat) => !isConditional(seat));
  const waiting = new Set(added.filter(isConditional));
  const names = new Set([...signatures.map((s) => s.seat), ...order]);
  while (waiting.size > 0) {
    const next = [...waiting].find((seat) => holds(pledges[seat]!, seat, names)) ?? [...waiting][0]!;
    waiting.delete(next);
    names.add(next);
    order.push(next);
  }
  return order.map((seat) => ({ seat, conditional: isConditional(seat) }));
}

/** The text without the pledges of some seats. */
export const withoutPledges = (text: Instrument, seats: readonly SeatId[]): Instrument => ({
  ...text,
  pledges: Object.fromEntries(Object.entries(text.pledges).filter(([seat]) => !seats.includes(seat))),
});
