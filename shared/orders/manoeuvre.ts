/**
 * Manoeuvre: an avoidance campaign. The fleet moves away at a collision probability of 1e-5 instead of 1e-4, and the price
 * covers the burns that more close passes would otherwise cost, of the whole year.
 */
import { z } from 'zod';
import type { Order } from '../vocabulary/index.ts';
import { words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, readOrder, unaffordable } from './read.ts';

export type Manoeuvre = Order & { readonly kind: 'manoeuvre' };

const Schema = z.strictObject({ kind: z.literal('manoeuvre'), month: Month.default(1) });

export const manoeuvre: OrderRule<Manoeuvre> = {
  kind: 'manoeuvre',
  slot: 'programme',
  phase: 'manoeuvres',
  hostile: false,
  parse: (input) => readOrder(Schema, input),
  costK: (_, sight) => sight.priceK.avoidance,
  check: (o, sight) => unaffordable(manoeuvre.costK(o, sight), sight),
  resolve(o, sight, hands) {
    const burns = hands.setAvoidance();
    hands.pay('market', manoeuvre.costK(o, sight), 'ledger.avoidance');
    hands.emit({ kind: 'manoeuvre', policy: 'avoidance', burns });
  },
  fields: () => [],
  summary: () => words('order.manoeuvre.summary'),
};
