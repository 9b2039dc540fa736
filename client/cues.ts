/** Which event makes which sound. Pure: from two views of the same viewer, so Node tests it. Sounds only repeat what stands on the page. */
import type { View } from '../shared/game/view/view-shape.ts';
import { seatOf } from './model.ts';

/** From the one that matters most; of what happens at once only the first is heard. */
export const CUES = ['break-up', 'signature', 'new-phase', 'last-minute', 'message', 'news'] as const;
export type Cue = (typeof CUES)[number];

const MINUTE_MS = 60_000;

/** Words to this viewer alone, or from the facilitator to all; plenary would never be quiet. */
const toMe = (view: View): number => {
  const own = seatOf(view) ?? view.viewer.kind;
  return view.press.filter(({ from, to }) => from !== own && (to === own || to === 'all')).length;
};
const signatures = (view: View): number => view.instruments.reduce((n, text) => n + text.signatures.length, 0);

/** What is to be heard as one view follows on another; null for silence. Before the first view nothing has happened. */
export function cueOf(before: View | null, after: View): Cue | null {
  if (!before || before.viewer.kind !== after.viewer.kind) return null;
  const happened: Readonly<Record<Cue, boolean>> = {
    'break-up': after.incidents.length > before.incidents.length,
    signature: signatures(after) > signatures(before),
    'new-phase': after.clock.number !== before.clock.number,
    'last-minute': false,
    message: toMe(after) > toMe(before),
    news: after.news.length > before.news.length,
  };
  return CUES.find((cue) => happened[cue]) ?? null;
}

/** Whether the last minute of a phase begins between two moments; a phase that is no longer than that has none. All in ms. */
export const lastMinuteBegins = (leftBefore: number | null, leftAfter: number | null, lengthMs: number): boolean =>
  lengthMs > MINUTE_MS && leftBefore !== null && leftAfter !== null && leftBefore > MINUTE_MS && leftAfter <= MINUTE_MS;
