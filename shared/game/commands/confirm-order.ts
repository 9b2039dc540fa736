/** The head of a delegation confirms a hostile order. */
import { z } from 'zod';
import { orders } from '../../orders/index.ts';
import { refuse, SLOTS } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { openDrafts } from './orders.ts';
import { DRAFTING, PEOPLE, seatOf, withSeat } from './rule.ts';

export const confirmOrder = deed({
  kind: 'confirm-order',
  shape: { slot: z.literal(SLOTS) },
  by: PEOPLE,
  solo: false,
  job: 'head',
  phases: DRAFTING,
  whilePaused: false,
  about: ['turn', 'order'],
  forSeat: true,
  heard: 'own',
  theme: 'orders',
  can: ({ own }) => Object.values(own?.drafts ?? {}).some((d) => !d.confirmed),
  check: (game, actor, { slot }) => {
    const seat = seatOf(actor);
    const draft = game.state.seats[seat]!.drafts[slot];
    if (!draft) return refuse('slot-empty', {}, 'slot');
    return orders[draft.order.kind]!.hostile && !draft.confirmed
      ? openDrafts(game, seat)
      : refuse('nothing-to-confirm', {}, 'slot');
  },
  apply: ({ state }, { actor, command }) => {
    const seat = seatOf(actor);
    const { drafts } = state.seats[seat]!;
    return withSeat(state, seat, {
      drafts: { ...drafts, [command.slot]: { ...drafts[command.slot]!, confirmed: true } },
    });
  },
});
