/** What texts come to in every forum: pledges become signatures, and a text with enough parties enters into force. */
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

/**
 * The text that enters into force: one with enough parties, once it is adopted, or as it stands where its forum asks no more. Of
 * several that could, the one with the most parties does, then the older one. One that was passed over does not oust the
 * text in force by waiting: it takes a party that joins it in this turn.
 */
export function readyForForce(
  texts: readonly Instrument[],
  parties: number,
  turn: number,
  asItStands: (text: Instrument) => boolean,
): Instrument | null {
  const free = texts.every((i) => i.status !== 'in-force');
  const joined = (text: Instrument): boolean => partiesOf(text).length > partiesOf(text, turn).length;
  const ready = texts
    .filter((i) => i.status === 'adopted' || (i.status === 'tabled' && asItStands(i)))
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
