/** Derelicts that their owner has brought down, and those with which it failed. */
import type { ObjectId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Disposal = FactHead & {
  readonly kind: 'disposal';
  readonly objects: readonly ObjectId[];
  readonly failed: readonly ObjectId[];
};

export const disposal: FactRule<Disposal> = {
  kind: 'disposal',
  takesAway: ({ objects }, object) => objects.includes(object),
};
