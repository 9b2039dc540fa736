/**
 * The View: all that one viewer may know and what it may do next. The only thing, with skyFor's bytes, that leaves the server.
 */

import type { Dial, DialValue, Package } from '../../clauses/text.ts';
import type { Instrument } from '../../forums/instrument.ts';
import type {
  Condition,
  DelegateId,
  Fact,
  Field,
  IncidentId,
  InstrumentId,
  Job,
  OrderRecord,
  Refusal,
  RevealStep,
  SeatId,
  TextId,
  Words,
} from '../../vocabulary/index.ts';
import type { Theme } from '../commands/deed.ts';
import type { CommandKind } from '../commands/index.ts';
import type { Evidence, Finding, Incident, Picture } from '../incident.ts';
import type { Aspect } from '../meaning.ts';
import type { Message, Offer } from '../negotiation.ts';
import type { News } from '../news.ts';
import type { Counterfactual } from '../other-worlds/counterfactual-shape.ts';
import type { Moment, SkyView, Viewer } from '../roles.ts';
import type { Results } from '../score/results-shape.ts';
import type { SaidAndDone } from '../score/said-and-done.ts';
import type { Clock, Solo } from '../time/clock.ts';
import type { Halt } from '../time/halt.ts';
import type { LessonView } from '../time/lesson-shape.ts';
import type { TurnSummary } from '../turn/outcome.ts';
import type { Bell } from './bell-shape.ts';
import type { FacilitatorDesk } from './desk-shape.ts';
import type { OwnSeat } from './own-seat-shape.ts';

export type SeatCard = {
  readonly id: SeatId;
  readonly kind: 'state' | 'bloc' | 'operator';
  readonly emblem: string;
  readonly colour: string;
  readonly name: Words;
  /** owner codes and programmes of the catalogue that are this seat's: what the map colours by */
  readonly owners: readonly string[];
  readonly fleets: readonly string[];
  readonly bot: boolean;
  readonly held: boolean;
  readonly ready: boolean;
  readonly present: number;
  readonly standing: number;
  readonly approval: number;
  readonly strike: boolean;
  readonly ssaLevel: number;
  readonly active: number;
  readonly shells: readonly { readonly altitudeKm: number; readonly count: number }[];
  readonly positions: Readonly<Partial<Record<Dial, DialValue>>>;
};

export type InstrumentView = Instrument & {
  readonly sentences: readonly { readonly dial: Dial; readonly words: Words }[];
  readonly parties: readonly SeatId[];
  /** signatures that the pledges give as they stand */
  readonly wouldSign: readonly SeatId[];
  readonly needs: number;
  /** whether its forum adopts it before it can enter into force */
  readonly adopts: boolean;
  /** what this seat may do with it, in the order in which that is shown; empty for whoever holds none */
  readonly acts: readonly TextActView[];
};

/** An act on a text as this seat may do it: its form, or why not. */
export type TextActView = {
  readonly kind: string;
  readonly job: Job;
  readonly label: Words;
  /** what most seats do with a text: its form stands open */
  readonly main: boolean;
  /** what is asked before it is done; null: nothing */
  readonly sure: Words | null;
  /** what to know of its form; null: it has none, a button is enough */
  readonly note: Words | null;
  readonly fields: readonly Field[];
  readonly refusal: Refusal | null;
};

/** One thing that has become of the paper since the turn began: a seat's position, a new text, its values, status or signatures. */
export type PaperChange =
  | {
      readonly kind: 'position';
      readonly seat: SeatId;
      readonly dial: Dial;
      /** absent: it had not said */
      readonly from?: DialValue;
      readonly to: DialValue;
    }
  | { readonly kind: 'tabled'; readonly text: InstrumentId }
  | {
      readonly kind: 'value';
      readonly text: InstrumentId;
      readonly dial: Dial;
      readonly from: DialValue;
      readonly to: DialValue;
    }
  | {
      readonly kind: 'status';
      readonly text: InstrumentId;
      readonly from: Instrument['status'];
      readonly to: Instrument['status'];
    }
  | { readonly kind: 'signed' | 'unsigned'; readonly text: InstrumentId; readonly seats: readonly SeatId[] };

export type DialView = {
  readonly dial: Dial;
  readonly label: Words;
  readonly values: readonly { readonly value: DialValue; readonly label: Words }[];
  readonly note: Words | null;
  /** law and practice that its clause rests on, each with its date; none for lead and road */
  readonly sources: readonly string[];
};

/** A moment looked at again: what that turn had brought by then, to nobody's eyes (truth), everybody's or a seat's. */
export type MomentView = Moment & {
  /** the truth of that turn; null in the eyes of a seat or of everybody */
  readonly facts: readonly Fact[] | null;
  readonly news: readonly News[];
  readonly evidence: readonly Evidence[];
};

/** What the debrief has opened so far; a key is there only after its step. */
export type Debrief = {
  readonly objectives: Readonly<
    Record<SeatId, readonly { readonly id: string; readonly words: Words; readonly weight: number }[]>
  > | null;
  readonly orders: readonly (OrderRecord & { readonly summary: Words })[] | null;
  readonly truth: { readonly facts: readonly Fact[]; readonly evidence: readonly Evidence[] } | null;
  /** those that are shown; their scores only once the results are opened */
  readonly counterfactual: readonly Counterfactual[] | null;
  readonly promises: SaidAndDone | null;
  readonly moment: MomentView | null;
  readonly results: Results | null;
  readonly frontier: Results['frontier'] | null;
  readonly history: readonly { readonly words: Words; readonly source: string }[] | null;
};

/** What stands in the way of a kind of command. */
export type May = {
  /** null: it can be given now */
  readonly refusal: Refusal | null;
  /** who of the seat holds the button */
  readonly job: Job | null;
  /** among what the page of a seat lists: under what, and whether there is nothing yet that it could be about; absent: it is not listed */
  readonly listed?: { readonly theme: Theme; readonly idle: boolean };
};

export type View = {
  readonly viewer: Viewer;
  readonly title: Words;
  /** what it is about in one breath; null in a lesson */
  readonly breath: Words | null;
  readonly names: 'real' | 'fictional';
  /** one person plays alone and leads the game from the seat; null: people with a facilitator */
  readonly solo: Solo | null;
  /** how the wall shows the sky */
  readonly wall: SkyView;
  /** why the game stands still; null: it does not */
  readonly halted: Halt['why'] | null;
  readonly clock: Clock;
  /** seconds each phase lasts, for progress bars */
  readonly seconds: Readonly<Record<string, number>>;
  readonly turns: number;
  /** for a learner alone */
  readonly lesson: readonly LessonView[] | null;
  readonly seats: readonly SeatCard[];
  readonly delegates: Readonly<
    Record<
      DelegateId,
      { readonly seat: SeatId; readonly name: TextId | null; readonly present: boolean; readonly muted: boolean }
    >
  >;
  readonly dials: readonly DialView[];
  readonly instruments: readonly InstrumentView[];
  /** what has become of the paper since the last turn; null in the first */
  readonly paperSince: readonly PaperChange[] | null;
  /** what the talks that have just ended have decided; null at any other time */
  readonly bell: Bell | null;
  readonly offers: readonly Offer[];
  readonly press: readonly Message[];
  readonly incidents: readonly Incident[];
  readonly publishedEvidence: readonly Evidence[];
  /** what all that is published says together, by incident; a proof of `provedAt` makes a finding at the end of the year */
  readonly publishedTogether: Readonly<Record<IncidentId, Picture>>;
  readonly provedAt: number;
  /** standing that an owner gains by publishing a file that clears it */
  readonly clearedStanding: number;
  readonly findings: readonly Finding[];
  readonly news: readonly News[];
  readonly fund: {
    readonly open: boolean;
    readonly met: boolean;
    readonly thresholdK: number;
    readonly balanceK: number | null;
  };
  readonly turnsDone: readonly TurnSummary[];
  /** content hash of the public catalogue at the start; clients fetch it once */
  readonly startSky: string;
  /** changes when the viewer's overlay does */
  readonly overlay: string;
  readonly own: OwnSeat | null;
  readonly desk: FacilitatorDesk | null;
  readonly revealed: readonly RevealStep[];
  /** the next 25 years, three lines with bands: told to everybody from the epilogue on */
  readonly epilogue: Results['epilogue'] | null;
  /** what these lines assume about tests in those years */
  readonly epilogueAssumed: Words | null;
  readonly debrief: Debrief;
  /** command kinds this viewer may give now, or why not */
  readonly may: Readonly<Partial<Record<CommandKind, May>>>;
  /** what of the game each kind is about: what its maker says with it (meaning.ts); kinds that say it all themselves are left out */
  readonly about: Readonly<Partial<Record<CommandKind, readonly Aspect[]>>>;
  /** who learns of each kind beside the facilitator: everybody, the own delegation, nobody; `to`: whoever it goes to, too */
  readonly heard: Readonly<Record<CommandKind, 'all' | 'own' | 'desk' | 'to'>>;
  /** ids of texts this viewer may read */
  readonly texts: readonly TextId[];
};
export type { Condition, Package };
