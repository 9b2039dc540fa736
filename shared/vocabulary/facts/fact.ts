/** The shape of a fact, what truly happened, and of the file that answers for a kind of facts. */
import type { IncidentId, ObjectId, OrderId, SeatId } from '../ids.ts';
import type { Words } from '../words.ts';

export const STRIKE_BANDS = ['low', 'mid', 'high'] as const;
export type StrikeBand = (typeof STRIKE_BANDS)[number];

export const BREAKUP_CAUSES = ['explosion', 'impact', 'intercept'] as const;
export type BreakupCause = (typeof BREAKUP_CAUSES)[number];

/** What every fact says, whatever its kind. */
export type FactHead = {
  readonly kind: string;
  /** stable: order id, or incident id, with a suffix */
  readonly id: string;
  readonly turn: number;
  /** 1..12; 0: at once, before the first month */
  readonly month: number;
  readonly actor: SeatId | null;
  readonly order: OrderId | null;
};

/** What an incident truly was, and whose doing. */
export type Truth = { readonly cause: BreakupCause; readonly by: SeatId | null };

/** What a kind of facts is to the others. Each answer is of that kind alone; what is left out is no. */
export type FactRule<F extends FactHead> = {
  readonly kind: F['kind'];
  /**
   * Whether it is part of the story that debrief and report tell, and what its sentence says beside its own fields.
   * Without it a fact is book-keeping that the export holds.
   */
  readonly told?: { readonly params?: (fact: F, nameOf: (seat: SeatId | null) => Words) => Words['params'] };
  /** whether an object is gone or broken by it */
  readonly takesAway?: (fact: F, object: ObjectId) => boolean;
  /** what an incident was by it */
  readonly truth?: (fact: F, incident: IncidentId) => Truth | null;
};
