/** What one act on a text says of itself: one file an act, or beside the forum rule whose own it is. */
import type { z } from 'zod';
import type { Dial, DialValue } from '../../clauses/text.ts';
import type { Field, Job, Refusal, SeatId, Words } from '../../vocabulary/index.ts';
import type { Forum } from '../forum.ts';
import type { Instrument } from '../instrument.ts';

/** What of the game an act reads beside the text: who acts, where the text lies, and what the scenario's menu offers. */
export type ActSight = {
  readonly seat: SeatId;
  readonly turn: number;
  readonly seats: readonly SeatId[];
  /** of the seat that acts, and what signing takes */
  readonly standing: number;
  readonly signStanding: number;
  /** parties that a text needs */
  readonly needs: number;
  readonly menu: Readonly<Partial<Record<Dial, readonly DialValue[]>>>;
  readonly forum: Forum;
  /** other forums on the menu, in its order */
  readonly elsewhere: readonly Forum['id'][];
};

/** What a form gives, or whoever acts without one. */
export type ActValues = Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;

/** One act; it is only ever given values that its `shape` has read. */
export type TextAct<V extends ActValues = ActValues> = {
  readonly kind: string;
  /** who of the seat holds the button */
  readonly job: Job;
  /** what most seats do with a text */
  readonly main?: true;
  /** asked whether it is meant */
  readonly grave: boolean;
  readonly shape: z.ZodType<V>;
  /** whether a seat is shown it on a text; whoever does it all the same is answered by `check` */
  offered(text: Instrument, sight: ActSight): boolean;
  /** how it is called where that depends on the text; else `text-act.<kind>` */
  label?(text: Instrument, sight: ActSight): Words;
  /** the form: none where a button is enough */
  fields(text: Instrument, sight: ActSight): readonly Field[];
  check(text: Instrument, values: V, sight: ActSight): Refusal | null;
  apply(text: Instrument, values: V, sight: ActSight): Instrument;
  /** what it does to the other texts on the paper */
  others?(text: Instrument, sight: ActSight): Instrument;
};

/** Names that seats have put to a text without one of them. */
export function withoutSeat<T>(of: Readonly<Partial<Record<SeatId, T>>>, seat: SeatId): Partial<Record<SeatId, T>> {
  const { [seat]: _, ...others } = of;
  return others as Partial<Record<SeatId, T>>;
}
