/** Fields that come from outside, bounded. */
// Which page stands need not read what comes from outside: nothing of `vocabulary/index.ts` leads here.
import { z } from 'zod';

/** Everything is found by name in plain objects: a name that every object has by nature would always be found. */
export const Name = z
  .string()
  .min(1)
  .refine((name) => !(name in Object.prototype));
export const Id = Name.max(64);
export const Whole = z.number().int();
export const Turn = Whole.min(1).max(50);
