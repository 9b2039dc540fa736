/** The shape of an offer term: what one file under terms/ says. Door, form, money, marks and bots come from it. */
import type { z } from 'zod';
import type { Dial, DialValue, Package } from '../clauses/text.ts';
import type { Instrument } from '../forums/instrument.ts';
import {
  type Fact,
  type Field,
  type InstrumentId,
  type Refusal,
  refuse,
  type SeatId,
  type Words,
  words,
} from '../vocabulary/index.ts';

/** The fields of a term as a command brings them: all but its kind, and but what the program adds when the offer is made. */
type Shape<T> = {
  readonly [F in keyof T as F extends 'kind' ? never : undefined extends T[F] ? never : F]: z.ZodType<T[F]>;
};

/** What of a view a form and a sentence are made from. */
export type Seen = {
  readonly clock: { readonly turn: number; readonly lastTurn: number };
  readonly fund: { readonly open: boolean };
  readonly instruments: readonly {
    readonly id: InstrumentId;
    readonly number: number;
    readonly status: Instrument['status'];
  }[];
  readonly dials: readonly {
    readonly dial: Dial;
    readonly label: Words;
    readonly values: readonly { readonly value: DialValue; readonly label: Words }[];
  }[];
};

/** What a term is checked against; the seat is the one that would have to keep it. */
export type Asked = {
  readonly turn: number;
  readonly lastTurn: number;
  readonly mayStrike: boolean;
  readonly lastStrikeTurn: number;
  readonly texts: readonly Instrument[];
  readonly onDial: (dial: Dial, value: DialValue, field: string) => Refusal | null;
};

/** What is known at the end of a turn of a promise that seat `by` made to seat `to` in turn `made`. */
export type Known = {
  readonly turn: number;
  readonly made: number;
  readonly by: SeatId;
  readonly to: SeatId;
  /** facts of the seat's own acts */
  readonly did: readonly Fact[];
  readonly texts: readonly Instrument[];
  /** where the seat stands on a dial, by its word or by a text that binds it */
  readonly standsAt: (dial: Dial, value: DialValue) => boolean;
  /** whose data the other seat has */
  readonly dataOfOther: () => readonly SeatId[];
  /** who is known to have made each strike of a turn; null: nobody is */
  readonly strikers: (turn: number) => readonly (SeatId | null)[];
};

/** What a promise is held against once the truth is out. `kept`: what its two seats could tell. */
export type Truth = Pick<Known, 'to' | 'did'> & {
  readonly turnsDone: number;
  readonly kept: boolean | null;
};

/**
 * What a seat does to keep its word, as far as one who plays it has to know: nothing more, to put its name under a text as it was read,
 * to stand somewhere, to order something in a turn (`fields`: at least so much, or all of these; `costK`: what that takes), or to make no
 * destructive test in a turn.
 */
export type Keeping =
  | { readonly how: 'paid' }
  | { readonly how: 'name'; readonly instrument: InstrumentId; readonly words?: Package | undefined }
  | { readonly how: 'position'; readonly dial: Dial; readonly value: DialValue }
  | {
      readonly how: 'order';
      readonly kind: string;
      readonly turn: number;
      readonly fields: Readonly<Record<string, number | readonly string[]>>;
      readonly costK: number;
    }
  | { readonly how: 'hold-fire'; readonly turn: number };

/** One kind of term. `T`: what it holds. */
export type TermRule<T extends { readonly kind: string }> = {
  readonly kind: T['kind'];
  readonly shape: Shape<T>;
  /** credits that go to the other side on acceptance */
  readonly paysNow: (term: T) => number;
  /** its form, and how that changes with what is chosen in it; null: there is nothing now that it could promise */
  readonly form: (seen: Seen, chosen: Partial<T>) => readonly Field[] | null;
  /** what speaks against a term. A promise that nothing could break is none. */
  readonly check: (term: T, asked: Asked, field: string) => Refusal | null;
  /** what is added to it when the offer is made, and whether that is so still; null: it says all itself */
  readonly asMade: {
    readonly with: (term: T, texts: readonly Instrument[]) => T;
    readonly stands: (term: T, texts: readonly Instrument[]) => boolean;
  } | null;
  /** true kept, false broken, null not yet due or not known */
  readonly settle: (term: T, known: Known) => boolean | null;
  /** what it truly came to */
  readonly inTruth: (term: T, truth: Truth) => boolean | null;
  /** what it is worth to the side that gets it, in own points, as far as a bot can tell */
  readonly worth: (term: T) => number;
  /** what it asks of the seat that gives it to seat `to` */
  readonly keeping: (term: T, to: SeatId) => Keeping;
  readonly words: (term: T, seen: Seen) => Words;
};

/** Which turn of the game that is not over it is about. */
export const turnField = ({ clock: { turn, lastTurn } }: Seen): Field => ({
  name: 'turn',
  kind: 'choice',
  label: words('ui.term.turn'),
  options: Array.from({ length: lastTurn - turn + 1 }, (_, i) => ({
    value: turn + i,
    label: words('ui.turn.n', { n: turn + i }),
  })),
  initial: turn,
});

/** A promise about a turn of the game that is not over. */
export const inTurnsLeft = (turn: number, asked: Asked, field: string): Refusal | null =>
  turn >= asked.turn && turn <= asked.lastTurn ? null : refuse('amount-out-of-range', { most: asked.lastTurn }, field);

/** Whether the turn of a promise has come. */
export const isDue = ({ turn }: { readonly turn: number }, known: Known): boolean =>
  known.turn >= Math.max(known.made, turn);
