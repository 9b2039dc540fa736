/** What can be done: the closed union of commands, and an entry of the log. */

import type { Dial, DialValue, Package } from '../clauses/text.ts';
import type {
  BreakupCause,
  Condition,
  DelegateId,
  EvidenceId,
  IncidentId,
  InjectId,
  InstrumentId,
  Job,
  OfferId,
  Order,
  RevealStep,
  SeatId,
  Slot,
  TextId,
} from '../vocabulary/index.ts';
import type { Meaning } from './meaning.ts';
import type { DeclineReason, OfferTerm } from './negotiation.ts';
import type { Comparison } from './other-worlds/counterfactual-shape.ts';
import type { Actor, Moment, SkyView } from './roles.ts';
import type { Halt } from './time/halt.ts';
import type { Outcome } from './turn/outcome.ts';

/** One accepted command. `at`, `seq` and `id` come from the server. */
export type Entry<C = Command> = {
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly id: string;
  readonly command: C;
};

/**
 * What can be done, and what of the game it is about (meaning.ts). Fields named `text` hold a TextId in the log; a client sends the
 * words themselves.
 */
export type Command = Deed & { readonly means?: Meaning };

type Deed =
  | { readonly kind: 'join'; readonly seat: SeatId; readonly text: TextId }
  | { readonly kind: 'take-job'; readonly job: Job }
  | { readonly kind: 'give-job'; readonly job: Job; readonly delegate: DelegateId }
  | { readonly kind: 'answer-question'; readonly answer: number }
  | { readonly kind: 'say'; readonly to: SeatId | 'plenary' | 'facilitator'; readonly text: TextId }
  | { readonly kind: 'draft-order'; readonly slot: Slot; readonly order: Order }
  | { readonly kind: 'clear-order'; readonly slot: Slot }
  | { readonly kind: 'confirm-order'; readonly slot: Slot }
  | { readonly kind: 'ready'; readonly on: boolean }
  | { readonly kind: 'set-dial'; readonly dial: Dial; readonly value: DialValue }
  | { readonly kind: 'table'; readonly values: Package }
  | { readonly kind: 'use-pen'; readonly instrument: InstrumentId; readonly dial: Dial; readonly value: DialValue }
  | { readonly kind: 'carry'; readonly instrument: InstrumentId }
  | { readonly kind: 'withdraw-text'; readonly instrument: InstrumentId }
  | { readonly kind: 'pledge'; readonly instrument: InstrumentId; readonly condition: Condition }
  | { readonly kind: 'unpledge'; readonly instrument: InstrumentId }
  | { readonly kind: 'block'; readonly instrument: InstrumentId; readonly dial: Dial; readonly value: DialValue }
  | { readonly kind: 'object'; readonly instrument: InstrumentId }
  | { readonly kind: 'give-notice'; readonly instrument: InstrumentId }
  | {
      readonly kind: 'offer';
      readonly to: SeatId;
      readonly give: readonly OfferTerm[];
      readonly get: readonly OfferTerm[];
    }
  | {
      readonly kind: 'answer-offer';
      readonly offer: OfferId;
      readonly accept: boolean;
      /** of a refusal: why */
      readonly why?: DeclineReason;
    }
  | { readonly kind: 'withdraw-offer'; readonly offer: OfferId }
  | { readonly kind: 'state-incident'; readonly incident: IncidentId; readonly say: 'admit' | 'deny' | 'consult' }
  | { readonly kind: 'accuse'; readonly incident: IncidentId; readonly cause: BreakupCause; readonly of: SeatId }
  | { readonly kind: 'publish-evidence'; readonly evidence: EvidenceId }
  | { readonly kind: 'share-evidence'; readonly evidence: EvidenceId; readonly to: SeatId }
  | { readonly kind: 'swap-weights'; readonly first: number; readonly second: number }
  // facilitator
  | { readonly kind: 'set-names'; readonly names: 'real' | 'fictional' }
  | { readonly kind: 'set-bold-bots'; readonly on: boolean }
  | { readonly kind: 'swap-seats'; readonly first: SeatId; readonly second: SeatId }
  | { readonly kind: 'begin-session' }
  | { readonly kind: 'ask-question' }
  | { readonly kind: 'waive-question'; readonly seat: SeatId }
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'extend'; readonly seconds: number }
  | { readonly kind: 'end-phase' }
  | { readonly kind: 'go-back' }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'shorten' }
  | { readonly kind: 'lengthen' }
  | { readonly kind: 'allow-overrun'; readonly on: boolean }
  | { readonly kind: 'fire-inject'; readonly inject: InjectId }
  | { readonly kind: 'withdraw-inject'; readonly inject: InjectId }
  | { readonly kind: 'skip-inject'; readonly inject: InjectId }
  | { readonly kind: 'restore-inject'; readonly inject: InjectId }
  | { readonly kind: 'edit-inject'; readonly inject: InjectId; readonly text: TextId }
  | { readonly kind: 'set-bot'; readonly seat: SeatId; readonly on: boolean }
  | { readonly kind: 'hold-seat'; readonly seat: SeatId; readonly on: boolean }
  | { readonly kind: 'act-for'; readonly seat: SeatId; readonly command: SeatCommand }
  | { readonly kind: 'broadcast'; readonly text: TextId }
  | { readonly kind: 'reply'; readonly to: SeatId; readonly text: TextId }
  | { readonly kind: 'read-calls'; readonly seat: SeatId }
  | { readonly kind: 'hide-message'; readonly message: TextId }
  | { readonly kind: 'show-message'; readonly message: TextId }
  | { readonly kind: 'mute'; readonly delegate: DelegateId; readonly on: boolean }
  | { readonly kind: 'remove-delegate'; readonly delegate: DelegateId }
  | { readonly kind: 'open-debrief' }
  | { readonly kind: 'reveal'; readonly step: RevealStep }
  | { readonly kind: 'unreveal' }
  | { readonly kind: 'show-counterfactual'; readonly counterfactual: string; readonly on: boolean }
  | { readonly kind: 'show-moment'; readonly turn: number; readonly month: number; readonly as: Moment['as'] }
  | { readonly kind: 'hide-moment' }
  | { readonly kind: 'show-on-wall'; readonly sky: SkyView }
  | { readonly kind: 'close' }
  // clock and server
  | { readonly kind: 'expire'; readonly number: number }
  | { readonly kind: 'present'; readonly delegate: DelegateId; readonly on: boolean }
  | { readonly kind: 'resolved'; readonly outcome: Outcome }
  | { readonly kind: 'compared'; readonly counterfactual: string; readonly comparison: Comparison }
  | { readonly kind: 'halted'; readonly halt: Halt | null }
  | { readonly kind: 'outage'; readonly ms: number }
  | { readonly kind: 'upgraded'; readonly engineVersion: string };
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;

/** How a seat shapes, signs or stops a text. */
export const TEXT_KINDS = [
  'set-dial',
  'table',
  'use-pen',
  'carry',
  'withdraw-text',
  'pledge',
  'unpledge',
  'block',
  'object',
  'give-notice',
] as const;

/** What a seat does at the table. Words aside, a facilitator can do it for the seat. */
export const SEAT_KINDS = [
  'draft-order',
  'clear-order',
  'confirm-order',
  'ready',
  ...TEXT_KINDS,
  'offer',
  'answer-offer',
  'withdraw-offer',
  'state-incident',
  'accuse',
  'publish-evidence',
  'share-evidence',
  'swap-weights',
] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];
export type SeatCommand = Extract<Command, { kind: SeatKind }>;
