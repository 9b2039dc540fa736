/** What lies on the wall's table. Pure. */
import type { InstrumentView } from '../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';

/** Names that a text would have if talks ended now. */
const would = (text: InstrumentView): number =>
  new Set([...text.signatures.map((s) => s.seat), ...text.wouldSign]).size;

/** The text that is nearest to standing; of equals the newest. */
export const nearest = (texts: readonly InstrumentView[]): InstrumentView | undefined =>
  texts
    .filter((text) => text.status === 'tabled' || text.status === 'blocked' || text.status === 'moved')
    .toReversed()
    .sort((a, b) => would(b) - b.needs - (would(a) - a.needs))[0];

type Slot = { readonly seat: SeatId | null; readonly state: 'signed' | 'would' | 'pledged' | 'empty' };

/** Places for names under a text: as many as it needs, more where more have one. */
export function slotsOf(text: InstrumentView): readonly Slot[] {
  const signed = text.signatures.map((s) => s.seat);
  const pledged = Object.keys(text.pledges).filter((seat) => !signed.includes(seat));
  const holds = (seat: SeatId) => text.wouldSign.includes(seat);
  const named: Slot[] = [
    ...signed.map((seat) => ({ seat, state: 'signed' as const })),
    ...pledged.filter(holds).map((seat) => ({ seat, state: 'would' as const })),
    ...pledged.filter((seat) => !holds(seat)).map((seat) => ({ seat, state: 'pledged' as const })),
  ];
  const empty = Math.max(0, text.needs - named.length);
  return [...named, ...Array.from({ length: empty }, () => ({ seat: null, state: 'empty' as const }))];
}
