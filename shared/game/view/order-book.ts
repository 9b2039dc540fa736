/** Orders before they are sealed: what a seat has drafted, and what it could order now. */
import { orders } from '../../orders/index.ts';
import { type SeatId, SLOTS, type Slot } from '../../vocabulary/index.ts';
import { sightOf } from '../sight/sight.ts';
import type { Game, State } from '../state.ts';
import type { OrderBook, OrderCard, OwnSeat } from './own-seat-shape.ts';

/** The drafts of a seat with their costs, and a card of every kind of order of the scenario; money in k$. */
export function orderBook(game: Game, id: SeatId): OrderBook {
  const { drafts } = game.state.seats[id]!;
  return {
    freeK: sightOf(game, id, null).freeK,
    drafts: Object.fromEntries(SLOTS.flatMap((slot) => (drafts[slot] ? [[slot, draftView(game, id, slot)]] : []))),
    cards: orderCards(game, id),
  };
}

function draftView(game: Game, id: SeatId, slot: Slot): NonNullable<OwnSeat['drafts'][Slot]> {
  const draft = game.state.seats[id]!.drafts[slot]!;
  const rule = orders[draft.order.kind]!;
  const sight = sightOf(game, id, slot);
  return {
    order: draft.order,
    confirmed: draft.confirmed,
    costK: rule.costK(draft.order, sight),
    summary: rule.summary(draft.order, sight),
    warning: rule.warnings?.(draft.order, sight) ?? [],
  };
}

function orderCards(game: Game, id: SeatId): OrderCard[] {
  return game.state.scenario.orders.flatMap((kind) => {
    const rule = orders[kind];
    if (!rule) return [];
    const sight = sightOf(game, id, freeSlot(game.state, id, rule.slot));
    const fields = rule.fields(sight);
    const blank = rule.parse({
      kind,
      month: 6,
      ...Object.fromEntries(fields.map((field) => [field.name, field.initial])),
    });
    if ('code' in blank) return [{ kind, slot: rule.slot, hostile: rule.hostile, fields, costK: 0, refusal: blank }];
    const costK = rule.costK(blank, sight);
    return [{ kind, slot: rule.slot, hostile: rule.hostile, fields, costK, refusal: rule.check(blank, sight) }];
  });
}

/** The slot a new order of a kind would go to: a free one if there is one. */
function freeSlot(state: State, id: SeatId, kind: 'programme' | 'security'): Slot {
  const { drafts } = state.seats[id]!;
  if (kind === 'security') return 'security';
  return drafts.p1 && !drafts.p2 ? 'p2' : 'p1';
}
