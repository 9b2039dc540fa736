/** When what of a year is shown, tied to the clock of its phase and to nothing else: however few frames are drawn, each shows its instant. */
import { endOfMonth, monthOf, YEAR_DAYS } from './playback.ts';

/** A year plays for so long at most, and for no more than this share of its phase. */
const PLAY_MS = 24_000;
const PLAY_SHARE = 0.4;
/** The loud event of a year: the eye turns to its orbit and stays. */
export const TURN_MS = 1_200;
const HOLD_MS = 4_000;
const HOLD_SHARE = 0.09;
/** Days of the year that go by meanwhile: the cloud is drawn out from its point. */
const HOLD_DAYS = 5;
/** The end of the phase is the front page's, and before it the year card's. */
export const FRONT_PAGE_MS = 15_000;
const FRONT_PAGE_SHARE = 0.25;
const CARD_MS = 5_000;
const CARD_SHARE = 0.09;

/** When each part of a year's phase begins, ms since the year arrived. */
export type YearPlan = {
  /** month of the event that is held; null: none is */
  readonly loudMonth: number | null;
  readonly holdAt: number;
  readonly holdMs: number;
  /** the months have played */
  readonly headlinesAt: number;
  readonly cardAt: number;
  readonly frontPageAt: number;
};

/** The plan of a phase of so many ms. `loudMonth`: of the event to be held, 1 to 12. */
export function yearPlan(phaseMs: number, loudMonth: number | null): YearPlan {
  const playMs = Math.min(PLAY_MS, phaseMs * PLAY_SHARE);
  const holdMs = loudMonth === null ? 0 : Math.min(TURN_MS + HOLD_MS, phaseMs * HOLD_SHARE);
  const frontPageAt = phaseMs - Math.min(FRONT_PAGE_MS, phaseMs * FRONT_PAGE_SHARE);
  return {
    loudMonth,
    holdAt: loudMonth === null ? playMs : playMs * ((loudMonth - 1) / 12),
    holdMs,
    headlinesAt: playMs + holdMs,
    cardAt: frontPageAt - Math.min(CARD_MS, phaseMs * CARD_SHARE),
    frontPageAt,
  };
}

export type YearPart = 'play' | 'hold' | 'headlines' | 'card';

/** What of its year is shown at an instant. `day` runs from -365 to 0. */
export type YearInstant = { readonly part: YearPart; readonly day: number; readonly month: number };

/** The instant of a year `elapsedMs` after it arrived. `whole`: by whole months, for who asks for less motion. */
export function yearAt(plan: YearPlan, elapsedMs: number, whole = false): YearInstant {
  const part = (name: YearPart, day: number): YearInstant => {
    const inYear = Math.min(0, Math.max(-YEAR_DAYS, day));
    // The first day of a month belongs to it, not to the one that ends there.
    const month = Math.min(12, Math.max(1, monthOf(inYear + 1e-6)));
    // Pieces that are there from a month's first day on are there at its end, too.
    return { part: name, day: whole && name === 'play' ? endOfMonth(month) : inYear, month };
  };
  if (elapsedMs >= plan.headlinesAt) return part(elapsedMs >= plan.cardAt ? 'card' : 'headlines', 0);
  const playMs = plan.headlinesAt - plan.holdMs;
  const dayAfter = (ms: number): number => -YEAR_DAYS + (YEAR_DAYS * ms) / playMs;
  if (elapsedMs < plan.holdAt || plan.holdMs === 0) return part('play', dayAfter(elapsedMs));
  const held = elapsedMs - plan.holdAt;
  const holdDay = dayAfter(plan.holdAt);
  if (held < plan.holdMs) return part('hold', holdDay + HOLD_DAYS * (held / plan.holdMs));
  // What went by in slow motion is caught up: the year ends when it should.
  const rest = (held - plan.holdMs) / Math.max(1, playMs - plan.holdAt);
  return part('play', holdDay + HOLD_DAYS + (0 - holdDay - HOLD_DAYS) * rest);
}
