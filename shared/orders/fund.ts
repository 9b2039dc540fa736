/** Fund: pay into the clean-up fund. Under the threshold at the end of the turn, everything is returned. */
import { z } from 'zod';
import { K_PER_CREDIT, type Order, refuse, words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, readOrder, unaffordable } from './read.ts';

export type Fund = Order & { readonly kind: 'fund'; readonly credits: number };

const Schema = z.strictObject({ kind: z.literal('fund'), month: Month.default(1), credits: z.int() });

export const fund: OrderRule<Fund> = {
  kind: 'fund',
  slot: 'programme',
  phase: 'money-and-data',
  hostile: false,
  parse: (input) => readOrder(Schema, input),
  costK: (o) => o.credits * K_PER_CREDIT,
  check(o, sight) {
    if (!sight.fundOpen) return refuse('fund-closed');
    if (o.credits < 1) return refuse('amount-out-of-range', { min: 1 }, 'credits');
    return unaffordable(fund.costK(o, sight), sight);
  },
  resolve(o, sight, hands) {
    hands.pay('fund', fund.costK(o, sight), 'ledger.fund');
    hands.emit({ month: 0, kind: 'payment', to: 'fund', amountK: fund.costK(o, sight) });
  },
  fields: (sight) => [
    {
      name: 'credits',
      kind: 'count',
      label: words('order.fund.credits'),
      min: 1,
      max: Math.max(1, Math.floor(sight.freeK / K_PER_CREDIT)),
      initial: 1,
    },
  ],
  summary: (o) => words('order.fund.summary', { credits: o.credits }),
};
