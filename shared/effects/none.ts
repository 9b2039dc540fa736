/** Nothing but the card. */
import { z } from 'zod';
import { CARD_ALONE, type EffectRule } from './effect.ts';

const schema = z.strictObject({ kind: z.literal('none') });

export const none: EffectRule<z.infer<typeof schema>> = { ...CARD_ALONE, kind: 'none', schema };
