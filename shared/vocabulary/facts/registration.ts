/** What a seat has put into the register, and how many days after launch. */
import type { ObjectId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Registration = FactHead & {
  readonly kind: 'registration';
  readonly objects: readonly ObjectId[];
  readonly days: number;
};

export const registration: FactRule<Registration> = {
  kind: 'registration',
  counts: ({ objects }) => ({ registered: objects }),
};
