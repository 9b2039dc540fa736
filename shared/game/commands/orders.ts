/** Drafting and sealing orders. */
import { orders } from '../../orders/index.ts';
import type { Refusal, Slot } from '../../vocabulary/index.ts';
import { refuse } from '../../vocabulary/index.ts';
import { sightOf } from '../sight/sight.ts';
import type { Game } from '../state.ts';
import { READY } from '../time/phases.ts';
import { type CommandRules, DRAFTING, PEOPLE, seatOf, withSeat } from './rule.ts';

const slotKind = (slot: Slot): 'programme' | 'security' => (slot === 'security' ? 'security' : 'programme');

const openDrafts = (game: Game, seat: string): Refusal | null =>
  game.state.seats[seat]!.ready ? refuse('already-ready') : null;

export const orderRules: CommandRules<'draft-order' | 'clear-order' | 'confirm-order' | 'ready'> = {
  'draft-order': {
    by: PEOPLE,
    job: 'operations',
    phases: DRAFTING,
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
  },
  'clear-order': {
    by: PEOPLE,
    job: 'operations',
    phases: DRAFTING,
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
  },
  'confirm-order': {
    by: PEOPLE,
    job: 'head',
    phases: DRAFTING,
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
  },
  ready: {
    by: PEOPLE,
    job: 'head',
    phases: READY,
    check: (game, actor, { on }) =>
      game.state.seats[seatOf(actor)]!.ready === on ? refuse(on ? 'already-ready' : 'not-ready') : null,
    apply: ({ state }, { actor, command }) => withSeat(state, seatOf(actor), { ready: command.on }),
  },
};
