/** Which event makes which sound. Pure: from two views of the same viewer, so Node tests it. Sounds only repeat what stands on the page. */

import type { InstrumentView, View } from '../shared/game/view/view-shape.ts';
import type { SeatId } from '../shared/vocabulary/index.ts';
import { seatOf } from './model.ts';
import { bellScore, CUES, type Cue, chord, noteOf, SCORES, type Score, seated } from './score.ts';

const MINUTE_MS = 60_000;

/** Words to this viewer alone, or from the facilitator to all; plenary would never be quiet. */
const toMe = (view: View): number => {
  const own = seatOf(view) ?? view.viewer.kind;
  return view.press.filter(({ from, to }) => from !== own && (to === own || to === 'all')).length;
};
const sheltered = (view: View): number => view.news.filter(({ words }) => words.key.startsWith('news.shelter')).length;

/** Whether this page sounds for the whole room: the wall, and the page of who plays alone. */
const isForAll = ({ viewer, solo }: View): boolean => viewer.kind === 'projector' || solo !== null;

const behind = ({ signatures, wouldSign }: InstrumentView): readonly SeatId[] => [
  ...new Set([...signatures.map((s) => s.seat), ...wouldSign]),
];
/** The text that has more names behind it than before. */
const grown = (before: View, after: View): InstrumentView | null =>
  after.instruments.find((text) => {
    const old = before.instruments.find(({ id }) => id === text.id);
    return behind(text).length > (old ? behind(old).length : 0);
  }) ?? null;

const isTaken = (view: View, id: SeatId): boolean => Object.values(view.delegates).some(({ seat }) => seat === id);
/** The delegation that has its first delegate. */
const filled = (before: View, after: View): SeatId | null =>
  after.seats.find(({ id }) => isTaken(after, id) && !isTaken(before, id))?.id ?? null;

/** What is to be heard as one view follows on another; null for silence. Before the first view nothing has happened. */
export function cueOf(before: View | null, after: View): Cue | null {
  if (!before || before.viewer.kind !== after.viewer.kind) return null;
  const entered = after.clock.number !== before.clock.number;
  const forAll = isForAll(after);
  const happened: Readonly<Record<Cue, boolean>> = {
    strike: (after.clock.dimUntil ?? 0) > (before.clock.dimUntil ?? 0),
    bell: after.bell !== null && entered,
    shelter: sheltered(after) > sheltered(before),
    'break-up': after.incidents.length > before.incidents.length,
    'new-phase': entered,
    'last-minute': false,
    text: forAll && after.clock.phase === 'negotiation' && grown(before, after) !== null,
    message: toMe(after) > toMe(before),
    seated: forAll && after.clock.phase === 'lobby' && filled(before, after) !== null,
    news: after.news.length > before.news.length,
  };
  return CUES.find((cue) => happened[cue]) ?? null;
}

/** The notes of a sound between two views. */
export function scoreOf(cue: Cue, before: View | null, after: View): Score {
  const { seats, bell } = after;
  if (cue === 'bell') return bell ? bellScore(seats, bell, isForAll(after) ? null : seatOf(after)) : [];
  if (cue === 'seated') {
    const id = before && filled(before, after);
    return id ? seated(seats, id) : [];
  }
  if (cue !== 'text') return SCORES[cue];
  const text = before && grown(before, after);
  if (!text) return [];
  const names = behind(text);
  return chord(
    names.map((id) => noteOf(seats, id)),
    names.length >= text.needs,
    0,
  );
}

/**
 * Whether the last minute before the bell begins between two moments; talks that are no longer than that have none, and no other phase
 * has a bell. All in ms.
 */
export const lastMinuteBegins = (leftBefore: number | null, leftAfter: number | null, lengthMs: number): boolean =>
  lengthMs > MINUTE_MS && leftBefore !== null && leftAfter !== null && leftBefore > MINUTE_MS && leftAfter <= MINUTE_MS;
