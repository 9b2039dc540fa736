/** Who waits for the facilitator: seats of which nothing is heard, and calls for help without an answer. */
import type { Message } from '../../../shared/game/negotiation.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';

const SILENT_MS = 90_000;
const TALKING: ReadonlySet<string> = new Set(['briefing', 'negotiation', 'seal']);

/** Seats with people of whom nobody has done anything for a while, though play runs. */
export function silentSeats(view: View, now: number): readonly SeatId[] {
  const { desk, clock } = view;
  if (!desk || !TALKING.has(clock.phase) || clock.pausedLeftMs !== null) return [];
  return view.seats
    .filter((seat) => !seat.bot)
    .filter((seat) => {
      const people = Object.keys(view.delegates).filter((id) => view.delegates[id]?.seat === seat.id);
      const last = Math.max(clock.startedAt, ...people.map((id) => desk.lastAt[id] ?? 0));
      return people.length > 0 && now - last > SILENT_MS;
    })
    .map((seat) => seat.id);
}

/** What a seat and the facilitator said to each other, in order. */
export const threadOf = (view: View, seat: SeatId): readonly Message[] =>
  view.press.filter((m) => (m.from === seat && m.to === 'facilitator') || (m.from === 'facilitator' && m.to === seat));

/** Delegations whose last word has not been answered. */
export const callingSeats = (view: View): readonly SeatId[] =>
  view.desk ? view.seats.map((s) => s.id).filter((id) => threadOf(view, id).at(-1)?.from === id) : [];
