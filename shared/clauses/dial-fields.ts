/** A dial and its value, as they come from outside. */
import { z } from 'zod';
import { DIALS, type DialValue } from './text.ts';

/** Whether a dial takes the value is for the rules to say: it depends on the scenario. */
export const Value = z.union([z.string().max(16), z.number(), z.null()]) as unknown as z.ZodType<DialValue>;
export const DialName = z.literal(DIALS);
