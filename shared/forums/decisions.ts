/** How a forum decides: open signature, consensus, and which text enters into force. */
import type { SeatId } from '../vocabulary/index.ts';
import { type Instrument, partiesOf } from './instrument.ts';
import { withoutPledges, wouldSign } from './pledges.ts';

/** Open signature, at the end of the talks of a turn: pledges whose condition holds become signatures. */
export function signed(text: Instrument, turn: number): Instrument {
  const already = new Set(text.signatures.map((s) => s.seat));
  const added = wouldSign(text).filter((seat) => !already.has(seat));
  if (added.length === 0) return text;
  return {
    ...withoutPledges(text, added),
    signatures: [...text.signatures, ...added.map((seat) => ({ seat, turn }))],
  };
}

/** Consensus: blocked if any member blocks, adopted if one of the members signs, else still on the table with its pledges. */
export function byConsensus(text: Instrument, members: readonly SeatId[], turn: number): Instrument {
  if (Object.keys(text.blocks).length > 0) return { ...text, status: 'blocked', blockedIn: turn };
  const after = signed(text, turn);
  return after.signatures.some((s) => members.includes(s.seat)) ? { ...after, status: 'adopted' } : text;
}

/**
 * Standing that a block of consensus costs its makers: so much for each member that would have signed, twice where a seat is
 * in no position to stand alone.
 */
export function blockCosts(
  text: Instrument,
  members: readonly SeatId[],
  rule: { readonly each: number; readonly isWeak: (seat: SeatId) => boolean },
): Readonly<Record<SeatId, number>> {
  const supporters = Object.keys(text.pledges).filter((seat) => members.includes(seat)).length;
  return Object.fromEntries(
    Object.keys(text.blocks).map((seat) => [seat, rule.each * supporters * (rule.isWeak(seat) ? 2 : 1)]),
  );
}

/**
 * The text that enters into force: one with enough parties, an open one as it stands, one of consensus once adopted. Of
 * several that could, the one with the most parties does, then the older one. One that was passed over does not oust the
 * text in force by waiting: it takes a party that joins it in this turn.
 */
export function readyForForce(texts: readonly Instrument[], parties: number, turn: number): Instrument | null {
  const free = texts.every((i) => i.status !== 'in-force');
  const joined = (text: Instrument): boolean => partiesOf(text).length > partiesOf(text, turn).length;
  const ready = texts
    .filter((i) => i.status === 'adopted' || (i.status === 'tabled' && i.values.road === 'open'))
    .filter((i) => free || joined(i))
    .map((text) => ({ text, count: partiesOf(text).length }))
    .filter(({ count }) => count >= parties)
    .sort((a, b) => b.count - a.count || a.text.number - b.text.number);
  return ready[0]?.text ?? null;
}

/**
 * The texts once one has entered into force: it replaces the one before. Between parties to both the later text would govern
 * (Vienna Convention, article 30); here the earlier one ends for all.
 */
export const withInForce = (texts: readonly Instrument[], id: Instrument['id'], turn: number): Instrument[] =>
  texts.map((i) => {
    if (i.id === id) return { ...i, status: 'in-force', inForceSince: turn };
    return i.status === 'in-force' ? { ...i, status: 'replaced', until: turn } : i;
  });
