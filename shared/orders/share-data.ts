/** Share data: give seats the own catalogue for this turn and on; masked, the own secret objects are left out of it. */
import { z } from 'zod';
import type { Order, SeatId } from '../vocabulary/index.ts';
import { refuse, words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, readOrder } from './read.ts';

export type ShareData = Order & {
  readonly kind: 'share-data';
  readonly to: readonly SeatId[];
  readonly masked: boolean;
};

const Schema = z.strictObject({
  kind: z.literal('share-data'),
  month: Month.default(1),
  to: z.array(z.string()).min(1),
  masked: z.boolean().default(false),
});

export const shareData: OrderRule<ShareData> = {
  kind: 'share-data',
  slot: 'programme',
  phase: 'money-and-data',
  hostile: false,
  parse: (input) => readOrder(Schema, input),
  costK: () => 0,
  check(o, sight) {
    if (o.to.includes(sight.seat)) return refuse('own-seat', undefined, 'to');
    if (o.to.some((seat) => !sight.seats.includes(seat))) return refuse('seat-unknown', undefined, 'to');
    return null;
  },
  resolve(o, _, hands) {
    hands.shareData(o.to, o.masked);
    hands.emit({ month: 0, kind: 'data-sharing', to: o.to, masked: o.masked });
  },
  fields: (sight) => [
    {
      name: 'to',
      kind: 'many',
      label: words('order.share-data.to'),
      options: sight.seats
        .filter((seat) => seat !== sight.seat)
        .map((seat) => ({ value: seat, label: words(`seat.${seat}`) })),
      initial: sight.seats.filter((seat) => seat !== sight.seat).slice(0, 1),
    },
    {
      name: 'masked',
      kind: 'toggle',
      label: words('order.share-data.masked'),
      initial: false,
      note: words('order.share-data.masked.note'),
    },
  ],
  summary: (o) =>
    words(o.masked ? 'order.share-data.summary.masked' : 'order.share-data.summary', { count: o.to.length }),
};
