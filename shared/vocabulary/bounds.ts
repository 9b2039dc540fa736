/** Fields that come from outside, bounded. */
// Which page stands need not read what comes from outside: nothing of `vocabulary/index.ts` leads here.
import { z } from 'zod';

/** Everything is found by name in plain objects: a name that every object has by nature would always be found. */
export const Name = z
  .string()
  .min(1)
  .refine((name) => !(name in Object.prototype));
export const Id = Name.max(64);
/** A seat as a scenario names it. */
export const SeatLetters = z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters');
export const Whole = z.number().int();
export const Turn = Whole.min(1).max(50);
