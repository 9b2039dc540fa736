/** What a resolved turn leaves: the outcome that is logged, and the summary of the turn that stays. */
import type { Instrument } from '../../forums/instrument.ts';
import type { Fact, IncidentId, ObjectId, OrderRecord, SeatId } from '../../vocabulary/index.ts';
import type { Evidence, Finding, Incident, Lots } from '../incident.ts';
import type { Fund, LedgerLine } from '../money.ts';
import type { Offer } from '../negotiation.ts';
import type { News } from '../news.ts';
import type { Results } from '../score/results-shape.ts';
import type { Seat } from '../seat.ts';

/** Publicly tracked pieces of the game's break-ups: up at the end of a turn, and how many of these still are 25 years later. */
export type NewPieces = { readonly up: number; readonly in25Years: number };

/** What each turn looked like from outside, for the projector and the replay. */
export type TurnSummary = {
  readonly turn: number;
  readonly skyHash: string;
  readonly launched: number;
  readonly reentered: number;
  readonly trackedPublic: number;
  readonly newPieces: NewPieces;
  readonly byMonth: readonly {
    readonly month: number;
    readonly launched: number;
    readonly reentered: number;
    readonly fragments: number;
  }[];
};

/** A plain record of what a resolution found; the room logs it and `apply` folds it into the state as it is then. */
export type Outcome = {
  readonly turn: number;
  readonly engineVersion: string;
  readonly skyHash: string;
  readonly cloudAtStations: IncidentId | null;
  readonly orders: readonly OrderRecord[];
  readonly facts: readonly Fact[];
  readonly incidents: readonly Incident[];
  readonly evidence: readonly Evidence[];
  readonly lots: Readonly<Record<IncidentId, Lots>>;
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerLine[];
  readonly news: readonly News[];
  readonly registered: readonly ObjectId[];
  /** changes to seats, as new values of the named fields */
  readonly seats: Readonly<Record<SeatId, Partial<Omit<Seat, 'jobs' | 'bot' | 'held' | 'gate' | 'ready' | 'drafts'>>>>;
  readonly instruments: readonly Instrument[];
  readonly offers: readonly Offer[];
  readonly fund: Fund;
  readonly summary: TurnSummary;
  /** after the last turn */
  readonly results: Results | null;
};
