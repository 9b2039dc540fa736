/** Fields of commands, bounded as they come from outside. */
import { z } from 'zod';
import type { ClauseValue } from '../../clauses/clause.ts';
import { CLAUSE_IDS, clauses } from '../../clauses/index.ts';
import type { Package as TextValues } from '../../clauses/text.ts';
import { Name } from '../../vocabulary/bounds.ts';
import { nameRefusal, type Refusal, shownAs, tooLong } from '../../vocabulary/index.ts';

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

export { DialName, Value } from '../../clauses/dial-fields.ts';
export { Terms } from '../../terms/index.ts';
export { Id, Name, Turn, Whole } from '../../vocabulary/bounds.ts';
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
  road: Name.max(64),
}) as unknown as z.ZodType<TextValues>;
/** What comes from the program itself, or is read by a rule of its own. */
export const given = <T>(): z.ZodType<T> => z.unknown() as unknown as z.ZodType<T>;
