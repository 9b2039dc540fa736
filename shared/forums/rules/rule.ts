/** What a forum is, and the shape of a forum rule: what one file under forums/rules/ says. */
import type { z } from 'zod';
import type { SeatId } from '../../vocabulary/index.ts';
import type { Instrument } from '../instrument.ts';

/** A forum as a scenario has it; a rule may ask for numbers of its own beside these. */
export type Forum = {
  readonly id: string;
  /** kind of the rule by which it decides */
  readonly rule: string;
  readonly members: readonly SeatId[];
  /** where texts are about sustainability only, a member can object to one with a clause of security */
  readonly framing: 'any' | 'sustainability';
};

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

/** What members may do with a text that lies before a forum, beside what anybody may with any text. */
export type MemberAct = 'block' | 'object';

/** One rule by which forums decide. It is only ever asked about forums that have its kind, and so its numbers. */
export type ForumRule<Own extends z.ZodRawShape = z.ZodRawShape> = {
  readonly kind: string;
  /** numbers of its own that a scenario gives for each forum with this rule */
  readonly numbers?: Own;
  /** who may lay a text before it */
  readonly brings: 'anybody' | 'members';
  /** what a seat may do there with a text on the table */
  readonly acts: (seat: SeatId, text: Instrument, forum: Forum) => readonly MemberAct[];
  /** what the bell makes of a text on the table */
  decide(text: Instrument, bell: Bell<Forum & z.infer<z.ZodObject<Own>>>): Decision;
  /** a text enters into force once it is `adopted` there, or `as-it-stands` as soon as enough are party to it */
  readonly result: 'adopted' | 'as-it-stands';
};
