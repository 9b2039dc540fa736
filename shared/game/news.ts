/** What is told: news, and the facilitator's prepared events that bring some of it. */
import type { InjectId, SeatId, TextId, Words } from '../vocabulary/index.ts';

/** `to`: null is public. `month`: of the turn's year, 0: before it; what the year's end brings has its last. */
export type News = {
  readonly id: string;
  readonly turn: number;
  readonly month: number;
  readonly to: readonly SeatId[] | null;
  readonly words: Words;
  /** what the facilitator wrote in place of the prepared words */
  readonly text?: TextId;
  readonly tone: 'calm' | 'warn' | 'loud';
  /** the facilitator has taken the event back */
  readonly withdrawn?: true;
};

/** A prepared event of the scenario, as far as it has gone. */
export type InjectState = {
  readonly id: InjectId;
  readonly status: 'waiting' | 'fired' | 'skipped' | 'withdrawn';
  readonly turn: number | null;
  /** seat drawn for a private card */
  readonly seat: SeatId | null;
  readonly candidate: number | null;
  /** the facilitator's words in place of the prepared ones */
  readonly text: TextId | null;
};
