/** An order is put into a slot. */
import { z } from 'zod';
import { orders } from '../../orders/index.ts';
import { type Order, refuse, SLOTS, type Slot } from '../../vocabulary/index.ts';
import { sightOf } from '../sight/sight.ts';
import { deed } from './deed.ts';
import { Name, Whole } from './fields.ts';
import { openDrafts } from './orders.ts';
import { DRAFTING, PEOPLE, seatOf, withSeat } from './rule.ts';

const slotKind = (slot: Slot): 'programme' | 'security' => (slot === 'security' ? 'security' : 'programme');

/** What else an order says is read by its own kind. */
const AnOrder = z.looseObject({
  kind: Name.max(32),
  month: Whole.min(1).max(12),
}) as unknown as z.ZodType<Order>;

export const draftOrder = deed({
  kind: 'draft-order',
  shape: { slot: z.literal(SLOTS), order: AnOrder },
  by: PEOPLE,
  solo: false,
  job: 'operations',
  phases: DRAFTING,
  whilePaused: false,
  about: ['turn'],
  forSeat: true,
  heard: 'own',
  theme: 'orders',
  can: () => true,
  check: (game, actor, { slot, order }) => {
    const seat = seatOf(actor);
    const locked = openDrafts(game, seat);
    if (locked) return locked;
    const rule = orders[order.kind];
    if (!rule || !game.state.scenario.orders.includes(order.kind))
      return refuse('order-not-enabled', { order: order.kind }, 'order.kind');
    if (rule.slot !== slotKind(slot)) return refuse('slot-wrong', { slot: { key: `slot.${rule.slot}` } }, 'slot');
    const parsed = rule.parse(order);
    if ('code' in parsed) return parsed;
    const sight = sightOf(game, seat, slot);
    const no = rule.check(parsed, sight);
    if (no) return no;
    const costK = rule.costK(parsed, sight);
    return costK > sight.freeK ? refuse('not-enough-money', { cost: costK, free: sight.freeK }) : null;
  },
  apply: (game, { actor, command }) => {
    const seat = seatOf(actor);
    const parsed = orders[command.order.kind]!.parse(command.order);
    if ('code' in parsed) return game.state;
    const drafts = { ...game.state.seats[seat]!.drafts, [command.slot]: { order: parsed, confirmed: false } };
    return withSeat(game.state, seat, { drafts });
  },
});
