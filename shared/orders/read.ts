/** Small pieces that every order file uses: reading an untrusted order, asking for money, the month field. */
import { z } from 'zod';
import type { Field, Order, Refusal, Sight } from '../vocabulary/index.ts';
import { refuse, words } from '../vocabulary/index.ts';

/** The month of the year in which an order acts, 1..12. */
export const Month = z.int().min(1).max(12);

/** An order as its schema says, or a refusal that names the first field at fault. */
export function readOrder<O extends Order>(schema: z.ZodType<O>, input: unknown): O | Refusal {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.code === 'unrecognized_keys' ? issue.keys[0]! : issue.path.join('.');
  return refuse('malformed', undefined, field || 'order');
}

/** A refusal when the seat cannot pay. */
export function unaffordable(costK: number, sight: Sight): Refusal | null {
  return costK > sight.freeK ? refuse('not-enough-money', { costK, freeK: Math.max(0, sight.freeK) }) : null;
}

/** The field for the month; `initial` is the month a form starts with. */
export function monthField(initial: number): Field {
  return { name: 'month', kind: 'count', label: words('order.field.month'), min: 1, max: 12, initial };
}
