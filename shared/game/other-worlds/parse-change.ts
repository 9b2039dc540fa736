/** What is asked of another world, as it comes from outside. */
import { z } from 'zod';
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import { Id, SeatRef } from '../commands/fields.ts';
import type { Change } from './counterfactual-shape.ts';

const ChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('without-order'), order: Id }),
  z.strictObject({ kind: z.literal('with-signature'), seat: SeatRef, instrument: Id }),
]);

/** A change for a counterfactual from outside, or a refusal that names the field. */
export function parseChange(input: unknown): Change | Refusal {
  const parsed = ChangeSchema.safeParse(input);
  const field = (): string => ['change', ...parsed.error!.issues[0]!.path].join('.');
  return parsed.success ? parsed.data : refuse('malformed', { reason: field() }, field());
}
