/** What a seat sees of itself: its brief, its orders, its score, its evidence and its purse. */

import type {
  Field,
  IncidentId,
  Order,
  OrderRecord,
  Refusal,
  SeatId,
  Slot,
  StrikeBand,
  Words,
} from '../../vocabulary/index.ts';
import type { Evidence, Picture } from '../incident.ts';
import type { LedgerLine } from '../money.ts';
import type { News } from '../news.ts';
import type { Counters, Gate, Seat } from '../seat.ts';

/** One order card: the form, what it costs now, or why it cannot be drafted. */
export type OrderCard = {
  readonly kind: string;
  readonly slot: 'programme' | 'security';
  readonly hostile: boolean;
  readonly fields: readonly Field[];
  readonly costK: number;
  readonly refusal: Refusal | null;
};

/** The one-page brief in its three layers. */
export type BriefView = {
  /** what it wants, fears, keeps secret, does first; none in a lesson */
  readonly lines: readonly Words[];
  readonly record: readonly Words[];
  readonly alleged: readonly Words[];
  readonly invented: readonly Words[];
};

/** What a seat has drafted and could draft. */
export type OrderBook = {
  /** credits that no draft or open offer has taken */
  readonly freeK: number;
  readonly drafts: Readonly<
    Partial<
      Record<
        Slot,
        {
          readonly order: Order;
          readonly confirmed: boolean;
          readonly costK: number;
          readonly summary: Words;
          readonly warning: readonly Words[];
        }
      >
    >
  >;
  readonly cards: readonly OrderCard[];
};

export type OwnSeat = OrderBook & {
  readonly seat: SeatId;
  readonly brief: BriefView;
  /** the check question once it has been put; which answer is right is not in here. `picture`: why it is, once it is answered */
  readonly question: {
    readonly gate: Gate;
    readonly words: Words;
    readonly answers: readonly Words[];
    readonly picture: 'altitudes' | null;
  } | null;
  readonly objectives: readonly {
    readonly id: string;
    readonly words: Words;
    readonly weight: number;
    readonly grade: number;
    readonly causes: readonly Words[];
  }[];
  /** own score today, with no text and no strikes by anyone, and with each tabled text in force */
  readonly ownNow: number;
  readonly noDeal: number;
  /** part of the score today that is in no objective, points: of demonstrations, and taken off for proved breaches */
  readonly premium: number;
  readonly breach: number;
  readonly withText: Readonly<Record<string, number>>;
  /** own score as things stand, with a first test of this seat at each height and nobody else's; null: it can make none now */
  readonly withStrike: Readonly<Record<StrikeBand, number>> | null;
  /** tabled texts that would enter into force if this seat signed now */
  readonly pivotal: readonly string[];
  readonly jobs: Seat['jobs'];
  readonly creditsK: number;
  readonly evidence: readonly Evidence[];
  /** what all that the seat holds or can read says as one, by incident, where that is more than its own look as it was */
  readonly heldTogether: Readonly<Record<IncidentId, Picture>>;
  readonly ledger: readonly LedgerLine[];
  readonly counters: readonly Counters[];
  readonly orders: readonly OrderRecord[];
  readonly privateCards: readonly Pick<News, 'id' | 'turn' | 'words' | 'text'>[];
  readonly canSwapWeights: boolean;
  /** why the seat cannot say it of an incident; null: it can */
  readonly sayings: Readonly<Record<IncidentId, Readonly<Record<'admit' | 'deny' | 'consult', Refusal | null>>>>;
  readonly batches: { readonly flown: number; readonly wanted: number };
  readonly paidToFundK: number;
  readonly knownByShell: readonly number[];
  readonly fleetByShell: readonly number[];
};
