/** The phases and their time: the clock, what it takes to go back, and the tempo of one who plays alone. */
import type { Instrument } from '../../forums/instrument.ts';
import type { PhaseName, SeatId } from '../../vocabulary/index.ts';

/** Instants are milliseconds since 1970, handed in with each entry. */
export type Clock = {
  readonly phase: PhaseName;
  readonly turn: number;
  /** counts phases from 0; a clock expiry names it, so that a late one does nothing */
  readonly number: number;
  readonly startedAt: number;
  /** null: no deadline (lobby, resolution, debrief, closed) */
  readonly endsAt: number | null;
  /** set while paused: milliseconds that were left */
  readonly pausedLeftMs: number | null;
  readonly extendedS: number;
  /** last turn that will be played; a facilitator may shorten */
  readonly lastTurn: number;
  /** instant at which play started */
  readonly playStartedAt: number | null;
  /** instant from which the plan of the session counts; null before the facilitator has begun it */
  readonly sessionStartedAt: number | null;
  /** the facilitator lets play run into the debrief's time */
  readonly overrun: boolean;
  /** until when screens are dark and nobody speaks, after a strike became known */
  readonly dimUntil: number | null;
  /** the facilitator has ended play: after this resolution the debrief opens, without the epilogue's minutes */
  readonly toDebrief: boolean;
};

/** What it takes to go back into the phase that has just ended. */
export type EndedPhase = {
  readonly clock: Clock;
  readonly leftMs: number;
  /** what its end changed, as it was before; null: nothing */
  readonly before: {
    readonly instruments: readonly Instrument[];
    readonly standing: Readonly<Record<SeatId, number>>;
  } | null;
};

/**
 * One person plays alone: the others are bots, and nobody facilitates. `own`: a phase ends when the person and the bots are ready;
 * `class`: by the clock of a class, which stands still while the person is away.
 */
export const TEMPOS = ['own', 'class'] as const;

export type Solo = { readonly seat: SeatId; readonly tempo: (typeof TEMPOS)[number] };
