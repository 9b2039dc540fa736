/** The shape of a forum rule: what one file under forums/rules/ says. */
import type { z } from 'zod';
import type { SeatId } from '../../vocabulary/index.ts';
import type { TextAct } from '../acts/act.ts';
import type { Forum } from '../forum.ts';
import type { Instrument } from '../instrument.ts';

/** What of the game the bell decides by. */
export type Bell<F extends Forum = Forum> = {
  readonly turn: number;
  readonly forum: F;
  /** standing that a block costs for each member that would have signed */
  readonly blockCost: number;
  /** whether a seat is in no position to stand alone */
  readonly isWeak: (seat: SeatId) => boolean;
};

/** What became of a text at the bell, and what standing that cost whom. */
export type Decision = { readonly text: Instrument; readonly costs: Readonly<Record<SeatId, number>> };

/** One rule by which forums decide. It is only ever asked about forums that have its kind, and so its numbers. */
export type ForumRule<Own extends z.ZodRawShape = z.ZodRawShape> = {
  readonly kind: string;
  /** numbers of its own that a scenario gives for each forum with this rule */
  readonly numbers?: Own;
  /** who may lay a text before it */
  readonly brings: 'anybody' | 'members';
  /** what its members can do there with a text, beside what can be done with any text */
  readonly acts: readonly TextAct[];
  /** what the bell makes of a text on the table, of what members have said to it */
  decide(
    text: Instrument,
    votes: NonNullable<Instrument['votes']>,
    bell: Bell<Forum & z.infer<z.ZodObject<Own>>>,
  ): Decision;
  /** a text enters into force once it is `adopted` there, or `as-it-stands` as soon as enough are party to it */
  readonly result: 'adopted' | 'as-it-stands';
};
