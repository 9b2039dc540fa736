/** Every effect that a prepared event can have. A new effect is a file and a line here; its cards are the scenario's. */
import { z } from 'zod';
import { breakup } from './breakup.ts';
import type { EffectRule } from './effect.ts';
import { none } from './none.ts';
import { openFund } from './open-fund.ts';
import { shelter } from './shelter.ts';
import { swapWeights } from './swap-weights.ts';

const all = { none, breakup, shelter, 'open-fund': openFund, 'swap-weights': swapWeights };

type Given<R> = R extends EffectRule<infer E> ? E : never;
/** What a prepared event does. */
export type Effect = Given<(typeof all)[keyof typeof all]>;

/** A rule seen from outside: it only ever gets effects of its own kind. */
export const ruleOf = ({ kind }: Pick<Effect, 'kind'>): EffectRule<Effect> =>
  all[kind] as unknown as EffectRule<Effect>;

type Schema = z.ZodObject<{ kind: z.ZodLiteral<Effect['kind']> }> & { readonly _zod: { readonly output: Effect } };
/** An effect as a scenario file says it. */
export const EffectSchema = z.discriminatedUnion(
  'kind',
  Object.values(all).map(({ schema }) => schema) as unknown as [Schema],
);
