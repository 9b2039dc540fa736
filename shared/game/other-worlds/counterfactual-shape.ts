/** What a counterfactual asks and what it finds. Plain data: it is logged, and viewFor lets it out in the debrief. */
import type { InstrumentId, OrderId, Refusal, SeatId } from '../../vocabulary/index.ts';
import type { Actor } from '../roles.ts';

/** One thing done otherwise; all other conduct stays as recorded. */
export type Change =
  | { readonly kind: 'without-order'; readonly order: OrderId }
  /** the seat signs at the end of the talk in which the text was tabled */
  | { readonly kind: 'with-signature'; readonly seat: SeatId; readonly instrument: InstrumentId };

/** A command of the log that is refused in the other world. */
export type Skipped = {
  readonly seq: number;
  readonly turn: number;
  readonly role: Actor['role'];
  readonly seat: SeatId | null;
  /** of the command */
  readonly kind: string;
  readonly refusal: Refusal;
};

/** One world at the end of a turn. */
export type ArmTurn = {
  readonly turn: number;
  /** objects that everybody tracks, weighted */
  readonly tracked: number;
  /** close passes under 1 km per satellite-year in each seat's shells */
  readonly passes: Readonly<Record<SeatId, number>>;
};

/** What a world came to. Null before the results of the game are opened. */
export type ArmScores = {
  readonly own: Readonly<Record<SeatId, number>>;
  readonly health: { readonly j: number; readonly low: number; readonly high: number };
};

export type Arm = {
  readonly turns: readonly ArmTurn[];
  /** tracked objects below 2,000 km after 25 years, median of the epilogue */
  readonly trackedIn25: number;
  /** number of the text in force at the end, and its parties */
  readonly inForce: { readonly number: number; readonly parties: readonly SeatId[] } | null;
  readonly scores: ArmScores | null;
};

/** What the two worlds differ in. */
export type Comparison = {
  readonly change: Change;
  /** the seat whose conduct was changed, and what that was: a strike by its band, another order by its kind, or a signature */
  readonly seat: SeatId;
  readonly act: string;
  /** the first turn that was resolved again */
  readonly fromTurn: number;
  readonly played: Arm;
  readonly other: Arm;
  /** points of own score that the act gave its own seat, in the world that has it: U with it less U without it */
  readonly ownGain: number;
  /** sum over all other seats of U without the act less U with it */
  readonly costToOthers: number;
  readonly skipped: readonly Skipped[];
  /** content hash of the other world's last sky; empty in every view */
  readonly otherSky: string;
  /** state hash as recorded, and of the unchanged log resolved again; null where a viewer is not told */
  readonly hashes: { readonly recorded: string; readonly again: string } | null;
  /** whether the two are equal */
  readonly same: boolean;
};

export type Counterfactual = Comparison & {
  readonly id: string;
  /** the facilitator shows it to the room */
  readonly shown: boolean;
};
