/** What seats say to one another and promise one another: press and offers. */
import type { OfferTerm } from '../terms/index.ts';
import type { DelegateId, OfferId, SeatId, TextId } from '../vocabulary/index.ts';

/** What somebody said, to whom; the words are in the `texts` table. */
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

/**
 * Why an offer was declined: its text gives too little, it asks for more than it gives, there is no money for it, what it would pay
 * for is given already, or the name it asks for is promised to another text.
 */
export const DECLINE_REASONS = ['text', 'price', 'money', 'given', 'bound'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What one seat offers another. */
export type Offer = {
  readonly id: OfferId;
  readonly turn: number;
  readonly from: SeatId;
  readonly to: SeatId;
  readonly give: readonly OfferTerm[];
  readonly get: readonly OfferTerm[];
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  /** where it was declined and its receiver said why */
  readonly why?: DeclineReason;
  /** outcome of each promised term by side, once it can be told: true kept, false broken */
  readonly kept: { readonly give: readonly (boolean | null)[]; readonly get: readonly (boolean | null)[] };
};
