/** An incident, what is said of it, what is held as proof of its cause, and what is found. */
import type { BreakupCause, EvidenceId, IncidentId, ObjectId, SeatId, Verdict } from '../vocabulary/index.ts';

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
};

/** What a seat says of an incident; `right` is null until the incident is settled. */
export type Statement = { readonly seat: SeatId; readonly turn: number } & (
  | { readonly kind: 'admit' }
  | { readonly kind: 'deny' }
  | { readonly kind: 'consult' }
  | { readonly kind: 'accuse'; readonly cause: BreakupCause; readonly of: SeatId; readonly right: boolean | null }
);

/** What one seat's sensors say of an incident's cause. */
export type Evidence = {
  readonly id: EvidenceId;
  readonly incident: IncidentId;
  readonly holder: SeatId;
  readonly turn: number;
  /** probability over causes; adds up to 1 */
  readonly causes: Readonly<Record<BreakupCause, number>>;
  readonly attribution: Readonly<Record<SeatId, number>>;
  readonly confidence: number;
  readonly published: boolean;
  readonly sharedWith: readonly SeatId[];
};

/** A verdict on what a text asks, from evidence that was published or from the record. */
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
};

/** What several readings of one incident say together. */
export type Picture = {
  readonly cause: BreakupCause;
  readonly confidence: number;
  /** the seat they point to most, and how surely */
  readonly party: SeatId | null;
  readonly partyConfidence: number;
  readonly basis: readonly EvidenceId[];
};
