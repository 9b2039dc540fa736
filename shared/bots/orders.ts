/** Orders a bot drafts: launches it wants, its share of the fund, avoidance, data it owes, and (if its mandate says so) a test. */

import type { Command } from '../game/command-shape.ts';
import type { OrderCard } from '../game/view/view-shape.ts';
import { draw } from '../orbits/table/chance.ts';
import { type Field, K_PER_CREDIT, type Option, type Order, type Slot, type StrikeBand } from '../vocabulary/index.ts';
import type { Moment } from './index.ts';

/** The order a card gives when its form is left as it is, with the named fields changed. */
function filled(card: OrderCard, month: number, change: Readonly<Record<string, unknown>> = {}): Order {
  const initial = Object.fromEntries(card.fields.map((field: Field) => [field.name, field.initial]));
  return { ...initial, month, ...change, kind: card.kind };
}

const limit = (card: OrderCard, name: string): number => {
  const field = card.fields.find((f) => f.name === name);
  return field?.kind === 'count' ? field.max : 0;
};

/** Drafts for the slots that are still empty, once a turn. */
export function draftOrders(moment: Moment): Command[] {
  const { own, round } = moment;
  if (round > 0 || own.drafts.p1 || own.drafts.p2 || own.drafts.security) return [];
  const commands: Command[] = [];
  let leftK = own.freeK;
  const free: Slot[] = ['p1', 'p2'];
  const put = (slot: Slot, order: Order, costK: number): void => {
    leftK -= costK;
    commands.push({ kind: 'draft-order', slot, order });
  };
  for (const wish of [fundShare, launches, avoidance, sharing]) {
    const slot = free[0];
    const order = slot ? wish(moment, leftK) : null;
    if (!order || order.costK > leftK) continue;
    free.shift();
    put(slot!, order.order, order.costK);
  }
  const test = demonstration(moment);
  if (test && test.costK <= leftK) put('security', test.order, test.costK);
  return commands;
}

type Wish = { readonly order: Order; readonly costK: number } | null;

const cardOf = ({ own }: Moment, kind: string): OrderCard | null =>
  own.cards.find((card) => card.kind === kind && card.refusal === null) ?? null;
/** Months are drawn so that a year is not all in one month. */
const monthOf = ({ key }: Moment, purpose: string): number => 1 + Math.floor(draw(key, purpose) * 12);

function launches(moment: Moment, leftK: number): Wish {
  const card = cardOf(moment, 'launch');
  const wanted = moment.own.batches.wanted - moment.own.batches.flown;
  if (!card || wanted < 1 || card.costK === 0) return null;
  const batches = Math.min(wanted, limit(card, 'batches'), Math.floor(leftK / card.costK));
  if (batches < 1) return null;
  return { order: filled(card, monthOf(moment, 'launch-month'), { batches }), costK: card.costK * batches };
}

/** A seat that pays gives what it can spare, up to two credits, once. */
function fundShare(moment: Moment, leftK: number): Wish {
  const card = cardOf(moment, 'fund');
  if (!card || !moment.mandate.persona.paysFund || moment.view.fund.met || moment.own.paidToFundK > 0) return null;
  const credits = Math.min(2, Math.floor(leftK / K_PER_CREDIT / 2));
  return credits < 1 ? null : { order: filled(card, 1, { credits }), costK: credits * K_PER_CREDIT };
}

/** Avoidance pays where passes went up. */
function avoidance(moment: Moment): Wish {
  const card = cardOf(moment, 'manoeuvre');
  const last = moment.own.counters.at(-1);
  return card && last && last.burns > 0 ? { order: filled(card, 1), costK: card.costK } : null;
}

/** A party to a pool shares what it sees with the other parties. */
function sharing(moment: Moment): Wish {
  const card = cardOf(moment, 'share-data');
  const text = moment.view.instruments.find((i) => i.status === 'in-force' && i.parties.includes(moment.own.seat));
  if (!card || !text || text.values.N17 === null) return null;
  const to = (text.values.N17 === 'all' ? moment.view.seats.map((s) => s.id) : text.parties).filter(
    (seat) => seat !== moment.own.seat,
  );
  return to.length === 0 ? null : { order: filled(card, 1, { to }), costK: card.costK };
}

/** The test that gives this seat most of those that no text in force forbids it, if its mandate allows one now. */
function demonstration(moment: Moment): Wish {
  const { view, own, mandate, key } = moment;
  const { strikes } = mandate.persona;
  const card = cardOf(moment, 'strike');
  if (!card || strikes === 'never' || own.orders.some((o) => o.order.kind === 'strike')) return null;
  const someoneDid = view.incidents.some((i) => i.loud?.cause === 'intercept');
  if (strikes === 'answer' && !someoneDid) return null;
  if (strikes === 'at-times' && draw(key, 'test') < 0.5) return null;
  const floorKm =
    view.instruments.find((i) => i.status === 'in-force' && i.parties.includes(own.seat))?.values.N01 ?? null;
  const targets = card.fields.find((field) => field.name === 'band');
  const allowed =
    targets?.kind === 'choice' ? targets.options.filter((o) => floorKm === null || heightKm(o) <= floorKm) : [];
  const worth = (option: Option): number => own.withStrike?.[option.value as StrikeBand] ?? own.ownNow;
  const best = allowed.toSorted((a, b) => worth(b) - worth(a))[0];
  if (!best || (strikes !== 'answer' && worth(best) <= own.ownNow)) return null;
  return {
    order: filled(card, monthOf(moment, 'strike-month'), { band: best.value, flyBy: false }),
    costK: card.costK,
  };
}

/** Altitude of a target as its card says it, km. */
const heightKm = (option: Option): number => Number(option.label.params?.altitudeKm);

/** At the bell: what is hostile is confirmed, and the seat says ready. */
export function sealOrders({ own, view }: Moment): Command[] {
  const me = view.seats.find((seat) => seat.id === own.seat)!;
  if (me.ready) return [];
  const confirm = (Object.keys(own.drafts) as Slot[])
    .filter(
      (slot) =>
        own.cards.find((card) => card.kind === own.drafts[slot]!.order.kind)?.hostile && !own.drafts[slot]!.confirmed,
    )
    .map((slot): Command => ({ kind: 'confirm-order', slot }));
  return [...confirm, { kind: 'ready', on: true }];
}
