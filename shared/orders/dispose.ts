/** Dispose: bring down own derelict satellites and stages in low orbit, the heaviest first. Each attempt may fail. */
import { z } from 'zod';
import { draw } from '../orbits/table/chance.ts';
import type { Order } from '../vocabulary/index.ts';
import { words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, monthField, readOrder, unaffordable } from './read.ts';

export type Dispose = Order & { readonly kind: 'dispose'; readonly count: number };

const COUNT_MAX = 3;
const Schema = z.strictObject({ kind: z.literal('dispose'), month: Month, count: z.int().min(1).max(COUNT_MAX) });

/** Share of disposals that succeed (rocket bodies of 2024: about 90 %; ESA Space Environment Report 2025). */
const SUCCESS = 0.9;

export const dispose: OrderRule<Dispose> = {
  kind: 'dispose',
  slot: 'programme',
  phase: 'disposals',
  hostile: false,
  parse: (input) => readOrder(Schema, input),
  costK: (o, sight) => o.count * sight.priceK.disposal,
  check: (o, sight) => unaffordable(dispose.costK(o, sight), sight),
  resolve(o, sight, hands) {
    const chosen = hands.derelicts().slice(0, o.count);
    const failed = chosen.filter((id) => draw(hands.key, 'disposal', id) >= SUCCESS);
    const objects = chosen.filter((id) => !failed.includes(id));
    hands.removeRows(objects);
    // What there was nothing to do for is not charged.
    hands.pay('market', chosen.length * sight.priceK.disposal, 'ledger.dispose');
    hands.emit({ kind: 'disposal', objects, failed });
  },
  fields: () => [
    { name: 'count', kind: 'count', label: words('order.dispose.count'), min: 1, max: COUNT_MAX, initial: 1 },
    monthField(6),
  ],
  summary: (o) => words('order.dispose.summary', { count: o.count, month: o.month }),
};
