/** Crews shelter, and insurers ask for more. */
import { z } from 'zod';
import { CARD_ALONE, type EffectRule } from './effect.ts';

const schema = z.strictObject({
  kind: z.literal('shelter'),
  approval: z.number(),
  /** what insurers ask more for each batch from that turn on */
  insurersPercent: z.number().nonnegative().default(0),
});

export const shelter: EffectRule<z.infer<typeof schema>> = {
  ...CARD_ALONE,
  kind: 'shelter',
  schema,
  tone: 'warn',
  endings: () => ['.cloud'],
  told: (_effect, _event, { cloudKnown }) => (cloudKnown ? { ending: '.cloud' } : {}),
  inYear: ({ approval, insurersPercent }) => ({ shelter: { approval }, insurersPercent }),
};
