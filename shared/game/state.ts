/**
 * The one list of what a game saves. `state` is JSON and immutable; the sky lies beside it and is addressed by hash.
 * AUDIENCE says of each field who may learn it; view.ts is the only reader of that list, and a law checks it.
 */
import type { Instrument } from '../forums/instrument.ts';
import type { Population } from '../orbits/population.ts';
import type { Scenario } from '../scenarios/schema.ts';
import type {
  BreakupCause,
  DelegateId,
  Dial,
  DialValue,
  EvidenceId,
  Fact,
  IncidentId,
  InjectId,
  InstrumentId,
  Job,
  ObjectId,
  OfferId,
  Order,
  OrderId,
  OrderRecord,
  Package,
  PhaseName,
  RevealStep,
  SeatId,
  Slot,
  TextId,
  Verdict,
  Words,
} from '../vocabulary/index.ts';
import type { Counterfactual } from './counterfactual-shape.ts';

export type { Command, CommandKind, CommandOf, Entry, SeatCommand, SeatKind } from './command-shape.ts';
export { SEAT_KINDS } from './command-shape.ts';

export type Game = { readonly state: State; readonly sky: Population };

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

export type Delegate = {
  readonly seat: SeatId;
  readonly name: TextId | null;
  readonly present: boolean;
  readonly muted: boolean;
  readonly lastAt: number;
};

export type Draft = { readonly order: Order; readonly confirmed: boolean };

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

export type Message = {
  readonly id: TextId;
  readonly at: number;
  readonly turn: number;
  readonly from: SeatId | 'facilitator';
  readonly by: DelegateId | null;
  /** `facilitator`: a call for help; answers go from the facilitator to the seat */
  readonly to: SeatId | 'plenary' | 'all' | 'facilitator';
  readonly hidden: boolean;
  /** a call for help that the facilitator has seen */
  readonly read?: true;
};

export const TERM_KINDS = ['credits', 'sign', 'no-strike', 'share-data', 'fund', 'dial'] as const;
export type OfferTerm =
  | { readonly kind: 'credits'; readonly credits: number }
  | { readonly kind: 'sign'; readonly instrument: InstrumentId }
  | { readonly kind: 'no-strike'; readonly turn: number }
  | { readonly kind: 'share-data'; readonly turn: number }
  | { readonly kind: 'fund'; readonly credits: number; readonly turn: number }
  | { readonly kind: 'dial'; readonly dial: Dial; readonly value: DialValue };
export type Offer = {
  readonly id: OfferId;
  readonly turn: number;
  readonly from: SeatId;
  readonly to: SeatId;
  readonly give: readonly OfferTerm[];
  readonly get: readonly OfferTerm[];
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  /** outcome of each promised term by side, once it can be told: true kept, false broken */
  readonly kept: { readonly give: readonly (boolean | null)[]; readonly get: readonly (boolean | null)[] };
};

/** A break-up or close event that everyone knows happened. The truth of it stays in facts. */
export type Incident = {
  readonly id: IncidentId;
  readonly turn: number;
  readonly month: number;
  readonly object: ObjectId;
  readonly owner: SeatId | null;
  readonly altitudeKm: number;
  readonly trackedPublic: number;
  /** set when the cause is public from the start: a destructive intercept is loud */
  readonly loud: { readonly cause: BreakupCause; readonly by: SeatId | null } | null;
  readonly statements: readonly Statement[];
  readonly settled: BreakupCause | null;
};
export type Statement = { readonly seat: SeatId; readonly turn: number } & (
  | { readonly kind: 'admit' }
  | { readonly kind: 'deny' }
  | { readonly kind: 'consult' }
  | { readonly kind: 'accuse'; readonly cause: BreakupCause; readonly of: SeatId; readonly right: boolean | null }
);

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

export type LedgerLine = {
  readonly turn: number;
  readonly from: SeatId | 'fund' | 'market' | 'treasury';
  readonly to: SeatId | 'fund' | 'market' | 'treasury';
  readonly amountK: number;
  readonly cause: string;
};

/** `to`: null is public. */
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

export type InjectState = {
  readonly id: InjectId;
  readonly status: 'waiting' | 'fired' | 'skipped' | 'withdrawn';
  readonly turn: number | null /** seat drawn for a private card */;
  readonly seat: SeatId | null;
  readonly candidate: number | null;
  /** the facilitator's words in place of the prepared ones */
  readonly text: TextId | null;
};

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

export type GradeLine = {
  readonly objective: string;
  readonly weight: number;
  readonly grade: number;
  readonly causes: readonly Words[];
};
export type SeatResult = {
  readonly seat: SeatId;
  readonly own: number;
  readonly noDeal: number;
  readonly gain: number;
  readonly grades: readonly GradeLine[];
  readonly premium: number;
  readonly breach: number;
  readonly marks: readonly string[];
};
export type Results = {
  readonly seats: readonly SeatResult[];
  readonly health: { readonly j: number; readonly low: number; readonly high: number };
  readonly leftOnTable: {
    readonly points: number;
    readonly deal: (Package & { readonly parties: readonly SeatId[]; readonly fundMet: boolean }) | null;
    /** own score of each seat under that deal, points, and what it would have paid into the fund, credits */
    readonly terms: readonly { readonly seat: SeatId; readonly own: number; readonly pays: number }[];
  };
  readonly jointGainUsed: number;
  readonly balance: number;
  readonly nash: number;
  readonly strikeCosts: readonly {
    readonly order: OrderId;
    readonly seat: SeatId;
    readonly band: string;
    readonly ownGain: number;
    readonly costToOthers: number;
  }[];
  readonly frontier: readonly { readonly min: number; readonly sum: number }[];
  /** 25 years: close passes per satellite-year, bands 10/50/90 by year, for what was done, no text and no strikes, best all-gain package */
  readonly epilogue: readonly {
    readonly line: 'played' | 'nothing' | 'best';
    readonly p10: readonly number[];
    readonly p50: readonly number[];
    readonly p90: readonly number[];
    readonly tracked: readonly number[];
  }[];
};

/** A moment of the game that the debrief looks at: the end of a month of a turn, as one seat, everybody or nobody saw it. */
export type Moment = {
  readonly turn: number;
  /** 1..12 */
  readonly month: number;
  readonly as: SeatId | 'truth' | 'public';
};

/**
 * One person plays alone: the others are bots, and nobody facilitates. `own`: a phase ends when the person and the bots are ready;
 * `class`: by the clock of a class, which stands still while the person is away.
 */
export const TEMPOS = ['own', 'class'] as const;
export type Solo = { readonly seat: SeatId; readonly tempo: (typeof TEMPOS)[number] };

export type State = {
  readonly scenario: Scenario;
  /** decides every draw; nobody sees it before `closed` */
  readonly seed: string;
  readonly names: 'real' | 'fictional';
  /** null: a game of several people with a facilitator */
  readonly solo: Solo | null;
  readonly boldBots: boolean;
  readonly thin: boolean;
  readonly clock: Clock;
  /** null where no phase can be gone back to */
  readonly ended: EndedPhase | null;
  readonly delegates: Readonly<Record<DelegateId, Delegate>>;
  readonly seats: Readonly<Record<SeatId, Seat>>;
  /** where each seat stands on each dial, as far as it has said so */
  readonly positions: Readonly<Record<SeatId, Readonly<Partial<Record<Dial, DialValue>>>>>;
  readonly instruments: readonly Instrument[];
  readonly offers: readonly Offer[];
  readonly press: readonly Message[];
  readonly orders: readonly OrderRecord[];
  readonly facts: readonly Fact[];
  readonly incidents: readonly Incident[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerLine[];
  readonly fund: { readonly open: boolean; readonly met: boolean; readonly balanceK: number };
  readonly news: readonly News[];
  readonly injects: readonly InjectState[];
  readonly registered: readonly ObjectId[];
  readonly turnsDone: readonly TurnSummary[];
  /** the first strike whose pieces crossed the stations' altitude when the last turn ended: a fold of the log has no sky to ask */
  readonly cloudAtStations: IncidentId | null;
  readonly skyHash: string;
  readonly startSkyHash: string;
  /** starting active satellites by shell, the weights of orbit health */
  readonly startActiveByShell: readonly number[];
  readonly revealed: readonly RevealStep[];
  readonly results: Results | null;
  /** what the facilitator has asked the other world, in order */
  readonly counterfactuals: readonly Counterfactual[];
  readonly moment: Moment | null;
  readonly engineVersion: string;
  /** ids of commands already applied, so that a retry is harmless: last 200 */
  readonly recent: readonly string[];
};

/** Who may learn a field: everybody; the seats it concerns; nobody before the reveal. */
export const AUDIENCE: { readonly [K in keyof State]: 'public' | 'audience' | 'hidden' } = {
  scenario: 'audience',
  seed: 'hidden',
  names: 'public',
  solo: 'public',
  boldBots: 'hidden',
  thin: 'public',
  clock: 'public',
  ended: 'hidden',
  delegates: 'public',
  seats: 'audience',
  positions: 'public',
  instruments: 'public',
  offers: 'audience',
  press: 'audience',
  orders: 'audience',
  facts: 'hidden',
  incidents: 'audience',
  evidence: 'audience',
  findings: 'public',
  ledger: 'audience',
  fund: 'audience',
  news: 'audience',
  injects: 'audience',
  registered: 'public',
  turnsDone: 'audience',
  cloudAtStations: 'hidden',
  skyHash: 'hidden',
  startSkyHash: 'public',
  startActiveByShell: 'public',
  revealed: 'public',
  results: 'hidden',
  counterfactuals: 'hidden',
  moment: 'hidden',
  engineVersion: 'public',
  recent: 'hidden',
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
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerLine[];
  readonly news: readonly News[];
  readonly registered: readonly ObjectId[];
  /** changes to seats, as new values of the named fields */
  readonly seats: Readonly<Record<SeatId, Partial<Omit<Seat, 'jobs' | 'bot' | 'held' | 'gate' | 'ready' | 'drafts'>>>>;
  readonly instruments: readonly Instrument[];
  readonly offers: readonly Offer[];
  readonly fund: State['fund'];
  readonly summary: TurnSummary;
  /** after the last turn */
  readonly results: Results | null;
};

export type Actor =
  | { readonly role: 'guest'; readonly delegate: DelegateId }
  | { readonly role: 'delegate'; readonly delegate: DelegateId; readonly seat: SeatId }
  | { readonly role: 'bot'; readonly seat: SeatId }
  | { readonly role: 'facilitator' }
  | { readonly role: 'clock' }
  | { readonly role: 'server' };

export type Viewer =
  | { readonly kind: 'seat'; readonly seat: SeatId }
  | { readonly kind: 'guest' }
  | { readonly kind: 'projector' }
  | { readonly kind: 'spectator' }
  | { readonly kind: 'facilitator' };
