/** An order is taken out of its slot. */
import { z } from 'zod';
import { refuse, SLOTS } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { openDrafts } from './orders.ts';
import { DRAFTING, PEOPLE, seatOf, withSeat } from './rule.ts';

export const clearOrder = deed({
  kind: 'clear-order',
  shape: { slot: z.literal(SLOTS) },
  by: PEOPLE,
  solo: false,
  job: 'operations',
  phases: DRAFTING,
  whilePaused: false,
  about: ['turn', 'order'],
  forSeat: true,
  heard: 'own',
  theme: 'orders',
  can: null,
  check: (game, actor, { slot }) => {
    const seat = seatOf(actor);
    return openDrafts(game, seat) ?? (game.state.seats[seat]!.drafts[slot] ? null : refuse('slot-empty', {}, 'slot'));
  },
  apply: ({ state }, { actor, command }) => {
    const seat = seatOf(actor);
    const drafts = { ...state.seats[seat]!.drafts };
    delete drafts[command.slot];
    return withSeat(state, seat, { drafts });
  },
});
