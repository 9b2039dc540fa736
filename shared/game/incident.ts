/** An incident, what is said of it, what is held as proof of its cause, and what is found. */

import type { BreakupCause, EvidenceId, IncidentId, ObjectId, SeatId, Verdict } from '../vocabulary/index.ts';
import type { Lot, Reading } from './sight/reading.ts';

/** A break-up or close event that everyone knows happened. The truth of it stays in facts. */
export type Incident = {
  readonly id: IncidentId;
  readonly turn: number;
  readonly month: number;
  readonly object: ObjectId;
  readonly owner: SeatId | null;
  readonly altitudeKm: number;
  readonly trackedPublic: number;
  /** set when the cause is public from the start: a destructive intercept is loud; `by` may become known later */
  readonly loud: { readonly cause: BreakupCause; readonly by: SeatId | null } | null;
  readonly statements: readonly Statement[];
  readonly settled: BreakupCause | null;
  /** standing moved by what it is settled as: put right if that turns */
  readonly moved: readonly { readonly seat: SeatId; readonly points: number }[];
};

/**
 * What a seat says of an incident; `right` is null until the incident is settled. `late`: it was on its way when the proof was laid
 * open; it brings nothing, but is no silence.
 */
export type Statement = { readonly seat: SeatId; readonly turn: number } & (
  | { readonly kind: 'admit'; readonly late?: true }
  | { readonly kind: 'deny' }
  | { readonly kind: 'consult' }
  | { readonly kind: 'accuse'; readonly cause: BreakupCause; readonly of: SeatId; readonly right: boolean | null }
);

/** Stands for a maker that is no delegation of this table, or none that is credited with the means. */
export const ANOTHER = 'another';

/** What chance and truth hold for the questions of an incident: hidden from everybody. */
export type Lots = { readonly cause: Lot; readonly who: Lot };

/** What one seat's sensors, with the data it had, say of an incident: its own file where it knows for certain. */
export type Evidence = {
  readonly id: EvidenceId;
  readonly incident: IncidentId;
  readonly holder: SeatId;
  readonly turn: number;
  /** row of the scenario's table of evidence */
  readonly symptom: string;
  /** seats whose sensors have a part in it */
  readonly sources: readonly SeatId[];
  /** bases beyond the best of these sensors */
  readonly bases: number;
  readonly cause: Reading;
  /** whose doing, if the cause is as read; null: nobody's, or nobody can be named */
  readonly who: Reading | null;
  /** the holder's own knowledge of its object or act */
  readonly file: boolean;
  readonly published: boolean;
  /** instant at which its holder laid it open, ms since 1970; absent before that, and where it was open from the start */
  readonly publishedAt?: number;
  readonly sharedWith: readonly SeatId[];
};

/** A verdict on what a text asks, or on the cause of an incident, from evidence that was published or from the record. */
export type Finding = {
  readonly id: string;
  readonly turn: number;
  readonly incident: IncidentId | null;
  readonly clause: string | null;
  readonly party: SeatId | null;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly cause: BreakupCause | null;
  readonly basis: readonly EvidenceId[];
  /** the earlier finding that does not stand any more */
  readonly overturns: string | null;
};

/** What several readings of one incident say when they are read as one. */
export type Picture = {
  readonly cause: BreakupCause;
  /** belief in that cause */
  readonly confidence: number;
  readonly causes: Readonly<Record<string, number>>;
  /** whose doing that would be most likely: a seat, ANOTHER, or null where nobody is to be named */
  readonly party: SeatId | null;
  readonly partyConfidence: number;
  readonly parties: Readonly<Record<string, number>>;
  /** belief in cause and maker at once: what a standard of proof is held against */
  readonly proof: number;
  readonly level: number;
  readonly bases: number;
  /** errors of the two readings */
  readonly error: number;
  readonly whoError: number;
  readonly basis: readonly EvidenceId[];
};
