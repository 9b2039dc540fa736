/** Who gets the card may swap the weights of two objectives of its own. */
import { z } from 'zod';
import { CARD_ALONE, type EffectRule } from './effect.ts';

const schema = z.strictObject({ kind: z.literal('swap-weights') });

export const swapWeights: EffectRule<z.infer<typeof schema>> = {
  ...CARD_ALONE,
  kind: 'swap-weights',
  schema,
  allows: 'swap-weights',
};
