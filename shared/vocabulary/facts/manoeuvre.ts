/** An avoidance campaign, and the burns it planned. */
import type { FactHead, FactRule } from './fact.ts';

type Manoeuvre = FactHead & { readonly kind: 'manoeuvre'; readonly policy: 'avoidance'; readonly burns: number };

export const manoeuvre: FactRule<Manoeuvre> = { kind: 'manoeuvre' };
