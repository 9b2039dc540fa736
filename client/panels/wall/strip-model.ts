/** What the strip under the stage says: the year, how much of the phase has passed, and each delegation's state. Pure. */
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { phaseMs } from '../../model.ts';

/** `counting`: a number stands beside it. */
export type MedalState = 'talks' | 'speaking' | 'ready' | 'silent' | 'counting';

/** Whoever has spoken in plenary is lit for so long, ms. */
const SPEAKING_MS = 20_000;
/** A delegation of which nothing was heard since the talks began is silent after so long, ms. */
const SILENT_MS = 60_000;

/** Whether a delegation has done anything that all could see since the turn began: words in plenary, a text, a name under one. */
function heardOf(view: View, seat: SeatId): boolean {
  const { turn } = view.clock;
  return (
    view.press.some((m) => m.from === seat && m.turn === turn && (m.to === 'plenary' || m.to === 'all')) ||
    view.instruments.some(
      (text) =>
        (text.tabledBy === seat && text.tabledTurn === turn) ||
        (text.status === 'tabled' && (text.pledges[seat] !== undefined || text.blocks[seat] !== undefined)),
    )
  );
}

/** The state of a delegation's medal at an instant of the server's clock. */
export function medalState(view: View, seat: SeatId, now: number): MedalState {
  const { clock } = view;
  const card = view.seats.find((s) => s.id === seat);
  if (clock.phase === 'negotiation') {
    const last = view.press.findLast((m) => m.to === 'plenary' && !m.hidden);
    if (last?.from === seat && now - last.at < SPEAKING_MS) return 'speaking';
  }
  if (card?.ready) return 'ready';
  const talking = clock.phase === 'negotiation' && now - clock.startedAt > SILENT_MS;
  return talking && !heardOf(view, seat) ? 'silent' : 'talks';
}

/** How much of the phase has passed, 0 to 1; 0 where it has no end. */
export function passed(view: View, leftMs: number | null): number {
  const whole = phaseMs(view);
  return leftMs === null || whole === 0 ? 0 : Math.min(1, Math.max(0, 1 - leftMs / whole));
}
