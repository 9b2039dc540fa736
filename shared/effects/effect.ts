/** The shape of an effect: what one file under effects/ says. Scenario files, cards, firing, taking back and the year come from it. */
import type { z } from 'zod';
import type { BreakupCause, InjectId, ObjectId, SeatId, Words } from '../vocabulary/index.ts';

/** A prepared event as far as it has gone. `candidate`: what was drawn for it; null: nothing, or not yet. */
export type Event = {
  readonly id: InjectId;
  /** of the game: draws are keyed by the event, not by when it fires */
  readonly seed: string;
  readonly turn: number;
  readonly candidate: number | null;
};

/** An object that comes apart of itself or is hit by something small. `tracked`: pieces that all will see of it. */
export type BreakUp = {
  readonly object: ObjectId;
  readonly owner: SeatId;
  readonly altitudeKm: number;
  readonly tracked: number;
  readonly cause: BreakupCause;
};

/** What an event may do at once, and undo: its card is dealt and taken back by others. */
export type EventHands = {
  /** it happened: there is an incident, with what each seat can tell of it */
  readonly breakUp: (what: BreakUp) => void;
  /** it did not happen after all: what was said of it and what that moved is undone, and its owner's card is taken back */
  readonly undoBreakUp: () => void;
  readonly openFund: (open: boolean) => void;
};

/** What an event does in the year of its turn, when that is computed. */
export type InYear = {
  /** whose pieces are thrown into the sky */
  readonly breakUp?: BreakUp;
  /** crews shelter, at so much approval */
  readonly shelter?: { readonly approval: number };
  /** what insurers ask more for each batch, from this year on */
  readonly insurersPercent?: number;
};

/** Ids that an effect names, each by its place in it: they must be there in the scenario or its sky. */
export type Named = {
  readonly seats: readonly (readonly [path: readonly (string | number)[], id: SeatId])[];
  readonly objects: readonly (readonly [path: readonly (string | number)[], id: ObjectId])[];
};

/** What a card says: which of its event's texts, by the ending of the text's key, and what such a text may ask for. */
export type Told = {
  readonly ending?: string;
  readonly params?: { readonly object?: Words; readonly turn?: number };
};

/** One effect. `E`: what a scenario says of it. */
export type EffectRule<E extends { readonly kind: string }> = {
  readonly kind: E['kind'];
  readonly schema: z.ZodObject & { readonly _zod: { readonly output: E } };
  readonly named: (effect: E) => Named;
  /** endings of the keys of its card's texts, beside the plain one */
  readonly endings: (effect: E) => readonly string[];
  readonly tone: 'calm' | 'warn' | 'loud';
  /** what its draw comes to, of what the game has left there; null: nothing is drawn */
  readonly draw: (effect: E, event: Event, isGone: (object: ObjectId) => boolean) => number | null;
  /** what its card says; `cloudKnown`: everybody knows of a strike's cloud across the stations */
  readonly told: (effect: E, event: Event, seen: { readonly cloudKnown: boolean }) => Told;
  /** whose matter it is: who that is, and what the private card says of it that may be dealt to nobody else; null: nobody's own */
  readonly owner: {
    readonly of: (effect: E, event: Event) => SeatId | null;
    readonly endings: (effect: E) => readonly string[];
    readonly told: (effect: E, event: Event) => Told;
  } | null;
  readonly fire: (effect: E, event: Event, hands: EventHands) => void;
  readonly withdraw: (effect: E, event: Event, hands: EventHands) => void;
  /** the command that who gets its card may give, once */
  readonly allows: 'swap-weights' | null;
  readonly inYear: (effect: E, event: Event) => InYear;
};

/** An effect that only its card tells of: others are written over it. */
export const CARD_ALONE = {
  named: () => ({ seats: [], objects: [] }),
  endings: () => [],
  tone: 'calm',
  draw: () => null,
  told: () => ({}),
  owner: null,
  fire: () => {},
  withdraw: () => {},
  allows: null,
  inYear: () => ({}),
} as const;
