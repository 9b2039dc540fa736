/** A seat and the people at it: what they have, what they draft, what they know of their own sky. */
import type { DelegateId, Job, Order, SeatId, Slot, TextId } from '../vocabulary/index.ts';

/** A person at a seat. `lastAt`: instant of the last command, ms since 1970. */
export type Delegate = {
  readonly seat: SeatId;
  readonly name: TextId | null;
  readonly present: boolean;
  readonly muted: boolean;
  readonly lastAt: number;
};

/** An order in a slot, until its phase is sealed; a hostile one counts only once it is confirmed. */
export type Draft = { readonly order: Order; readonly confirmed: boolean };

/** What a year cost a seat's satellites. */
export type Counters = {
  readonly closePassesPerSatYear: number;
  readonly burns: number;
  readonly burnCostK: number;
  readonly shelterDays: number;
  /** tracked pieces in the seat's own shells */
  readonly piecesUp: number;
  readonly lost: number;
};

/** The check question of a seat: not put, put, last answered wrongly, answered, or waived by the facilitator. */
export type Gate = 'none' | 'asked' | 'wrong' | 'passed' | 'waived';

/** All that is saved of a seat; money in k$, standing and approval in points from 0 to 100. */
export type Seat = {
  readonly bot: boolean;
  /** the facilitator holds the seat: it acts no more, nobody waits for it, its drafts are not carried out */
  readonly held: boolean;
  readonly gate: Gate;
  readonly jobs: Readonly<Record<Job, DelegateId | null>>;
  readonly ready: boolean;
  readonly standing: number;
  readonly approval: number;
  readonly creditsK: number;
  readonly drafts: Readonly<Partial<Record<Slot, Draft>>>;
  /** weights of objectives by index; a private card may swap two, once */
  readonly weights: readonly number[];
  readonly swapped: boolean;
  readonly batches: number;
  readonly paidToFundK: number;
  readonly strikes: { readonly low: number; readonly mid: number; readonly high: number };
  /** turn of the one demonstration that earns the premium, and its band */
  readonly demonstration: { readonly turn: number; readonly band: 'low' | 'mid' | 'high' } | null;
  /** seats whose full catalogue this seat reads, by turn's data sharing */
  readonly dataFrom: readonly SeatId[];
  readonly avoidance: boolean;
  readonly breaches: number;
  /** one entry per resolved turn */
  readonly counters: readonly Counters[];
  /** fleet of the seat by 50 km shell, as it knows it itself */
  readonly fleetByShell: readonly number[];
  /** working satellites in all regimes */
  readonly active: number;
  /** tracked objects by 50 km shell as this seat knows them */
  readonly knownByShell: readonly number[];
};

/** Standing and approval go from 0 to 100. */
export const onScale = (points: number): number => Math.min(100, Math.max(0, points));
