/** Fields of commands, bounded as they come from outside. */
import { z } from 'zod';
import type { ClauseValue } from '../../clauses/clause.ts';
import { CLAUSE_IDS, clauses } from '../../clauses/index.ts';
import { DIALS, type DialValue, type Package as TextValues } from '../../clauses/text.ts';
import {
  type Condition as ConditionOfSigning,
  nameRefusal,
  type Refusal,
  ROADS,
  shownAs,
  tooLong,
} from '../../vocabulary/index.ts';
import type { OfferTerm as Term } from '../negotiation.ts';

/** Everything is found by name in plain objects: a name that every object has by nature would always be found. */
export const Name = z
  .string()
  .min(1)
  .refine((name) => !(name in Object.prototype));
export const Id = Name.max(64);
export const SeatRef = Name.max(8);
export const Text = z
  .string()
  .refine((text) => !tooLong(text))
  .transform(shownAs);
/** One line, whatever was put in. */
export const PersonName = z
  .string()
  .refine((name) => !nameRefusal(name))
  .transform((name) => shownAs(name).replace(/\s+/gu, ' '));
/** Fields of words that people type: the server keeps the words apart and puts their id in the log. Each says what is wrong with some. */
export const TYPED: ReadonlyMap<unknown, (words: string) => Refusal | null> = new Map<
  unknown,
  (words: string) => Refusal | null
>([
  [Text, tooLong],
  [PersonName, nameRefusal],
]);

/** Whether a dial takes the value is for the rules to say: it depends on the scenario. */
export const Value = z.union([z.string().max(16), z.number(), z.null()]) as unknown as z.ZodType<DialValue>;
export const DialName = z.literal(DIALS);
export const Whole = z.number().int();
export const Turn = Whole.min(1).max(50);
export const Condition: z.ZodType<ConditionOfSigning> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('at-least'), count: Whole.min(1).max(50) }),
  z.strictObject({ kind: z.literal('with'), seats: z.array(SeatRef).min(1).max(50) }),
]);
/** A text of any scenario: whether its menu offers the values is for the rules to say. */
export const Package = z.strictObject({
  ...Object.fromEntries(
    CLAUSE_IDS.map((id) => [
      id,
      z
        .literal([...clauses[id].values] as ClauseValue[])
        .nullable()
        .optional(),
    ]),
  ),
  lead: SeatRef,
  road: z.literal(ROADS),
}) as unknown as z.ZodType<TextValues>;
const Credits = Whole.min(1).max(100);
const OfferTerm: z.ZodType<Term> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credits'), credits: Credits }),
  z.strictObject({ kind: z.literal('sign'), instrument: Id }),
  z.strictObject({ kind: z.literal('no-strike'), turn: Turn }),
  z.strictObject({ kind: z.literal('share-data'), turn: Turn }),
  z.strictObject({ kind: z.literal('fund'), credits: Credits, turn: Turn }),
  z.strictObject({ kind: z.literal('dial'), dial: DialName, value: Value }),
]);
export const Terms: z.ZodType<readonly Term[]> = z.array(OfferTerm).max(6);

/** What comes from the program itself, or is read by a rule of its own. */
export const given = <T>(): z.ZodType<T> => z.unknown() as unknown as z.ZodType<T>;
