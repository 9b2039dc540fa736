/** What came down by itself in a month. */
import type { FactHead, FactRule } from './fact.ts';

type Reentries = FactHead & { readonly kind: 'reentries'; readonly count: number; readonly massKg: number };

export const reentries: FactRule<Reentries> = { kind: 'reentries' };
