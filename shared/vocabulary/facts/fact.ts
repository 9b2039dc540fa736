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

/** What a fact leaves that others may notice, and how surely. `id`: of the news, by its cause. */
export type Trace =
  /** everybody is told */
  | { readonly as: 'news'; readonly id: string; readonly words: Words; readonly tone: 'calm' | 'warn' }
  /** each seat but its actor is told, if its sensors do not miss the symptom */
  | { readonly as: 'passage'; readonly id: string; readonly words: Words; readonly symptom: string }
  /** pieces that everybody sees; of what they come, and who made them, is seen, missed or left to evidence */
  | {
      readonly as: 'pieces';
      readonly incident: IncidentId;
      readonly object: ObjectId;
      readonly altitudeKm: number;
      /** in the public catalogue */
      readonly tracked: number;
      readonly cause: BreakupCause;
      /** what the event looks like to those who saw it, and to those who found only the pieces */
      readonly symptoms: { readonly seen: string; readonly missed: string };
      /** keys of the news: the cause and its maker are known; the cause alone; neither */
      readonly news: { readonly known: string; readonly unknown: string; readonly missed: string };
    };

/** What a fact adds to the counts of its turn. */
export type Counts = {
  /** objects put into the register */
  readonly registered?: readonly ObjectId[];
  /** batches flown, and the objects in them */
  readonly batches?: number;
  readonly launched?: number;
};

/** What a kind of facts is to the others. Each answer is of that kind alone; what is left out is no. */
export type FactRule<F extends FactHead> = {
  readonly kind: F['kind'];
  /**
   * Whether it is part of the story that debrief and report tell, and what its sentence says beside its own fields.
   * Without it a fact is book-keeping that the export holds.
   */
  readonly told?: { readonly params?: (fact: F, nameOf: (seat: SeatId | null) => Words) => Words['params'] };
  /** what others may notice of it, in the order in which it is told */
  readonly traces?: (fact: F) => readonly Trace[];
  /** whether its actor said by it, beforehand, what else its order would do */
  readonly announces?: (fact: F) => boolean;
  /** judged not as it happened but as all may know of it, from what was told, admitted or found */
  readonly judgedAsRead?: true;
  readonly counts?: (fact: F) => Counts;
  /** whether its actor's acts are harder to attribute from then on */
  readonly hides?: (fact: F) => boolean;
  /** points of approval at home that it brings its actor */
  readonly approval?: (fact: F) => number;
  /** whether an object is gone or broken by it */
  readonly takesAway?: (fact: F, object: ObjectId) => boolean;
  /** what an incident was by it */
  readonly truth?: (fact: F, incident: IncidentId) => Truth | null;
};
