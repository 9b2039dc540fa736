/** The clean-up fund opens. */
import { z } from 'zod';
import { CARD_ALONE, type EffectRule } from './effect.ts';

const schema = z.strictObject({ kind: z.literal('open-fund') });

export const openFund: EffectRule<z.infer<typeof schema>> = {
  ...CARD_ALONE,
  kind: 'open-fund',
  schema,
  fire: (_effect, _event, hands) => hands.openFund(true),
  withdraw: (_effect, _event, hands) => hands.openFund(false),
};
