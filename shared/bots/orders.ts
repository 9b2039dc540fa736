/** Orders a bot drafts: launches it wants, its share of the fund, avoidance, data it owes, and (if its mandate says so) a test. */

import { articlesOf, demandsOf, forbids } from '../clauses/articles.ts';
import type { Command } from '../game/commands/index.ts';
import type { OrderCard } from '../game/view/own-seat-shape.ts';
import { draw } from '../orbits/table/chance.ts';
import type { Keeping } from '../terms/term.ts';
import {
  type Field,
  K_PER_CREDIT,
  type Option,
  type Order,
  type SeatId,
  type Slot,
  type StrikeBand,
} from '../vocabulary/index.ts';
import type { Moment } from './moment.ts';
import { type Debt, debts, holdsAll, holdsFire, promisedFields } from './word.ts';

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
  // What was promised comes before what it wants.
  const owed = promisedData(moment).length > 0;
  for (const wish of owed ? [fundShare, sharing, launches, avoidance] : [fundShare, launches, avoidance, sharing]) {
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
  const promised = Number(promisedFields(moment, debts(moment)).get('fund')?.credits ?? 0);
  const gives = moment.mandate.persona.paysFund && !moment.view.fund.met && moment.own.paidToFundK === 0;
  if (!card || (!gives && promised === 0)) return null;
  const credits = Math.max(promised, gives ? Math.min(2, Math.floor(leftK / K_PER_CREDIT / 2)) : 0);
  return credits < 1 ? null : { order: filled(card, 1, { credits }), costK: credits * K_PER_CREDIT };
}

/** Avoidance pays where passes went up. */
function avoidance(moment: Moment): Wish {
  const card = cardOf(moment, 'manoeuvre');
  const last = moment.own.counters.at(-1);
  return card && last && last.burns > 0 ? { order: filled(card, 1), costK: card.costK } : null;
}

/** Seats to which this seat has promised its data in this turn. */
const promisedData = (moment: Moment): readonly SeatId[] =>
  (promisedFields(moment, debts(moment)).get('share-data')?.to ?? []) as readonly SeatId[];

/** A party to a pool shares what it sees with the other parties; and a promise of data is kept. */
function sharing(moment: Moment): Wish {
  const card = cardOf(moment, 'share-data');
  if (!card) return null;
  const text = moment.view.instruments.find((i) => i.status === 'in-force' && i.parties.includes(moment.own.seat));
  const pool = { all: moment.view.seats.map((s) => s.id), parties: text?.parties ?? [] };
  const { shareDataWith } = text ? demandsOf(articlesOf(text.values)) : {};
  const to = [...new Set([...(shareDataWith ? pool[shareDataWith] : []), ...promisedData(moment)])].filter(
    (seat) => seat !== moment.own.seat,
  );
  return to.length === 0 ? null : { order: filled(card, 1, { to }), costK: card.costK };
}

/** The test that gives this seat most of those that no text in force forbids it, if its mandate allows one now. */
function demonstration(moment: Moment): Wish {
  const { view, own, mandate, key } = moment;
  const { strikes } = mandate.persona;
  const card = cardOf(moment, 'strike');
  if (
    !card ||
    strikes === 'never' ||
    holdsFire(moment, debts(moment)) ||
    own.orders.some((o) => o.order.kind === 'strike')
  )
    return null;
  const someoneDid = view.incidents.some((i) => i.loud?.cause === 'intercept');
  if (strikes === 'answer' && !someoneDid) return null;
  if (strikes === 'at-times' && draw(key, 'test') < 0.5) return null;
  const text = view.instruments.find((i) => i.status === 'in-force' && i.parties.includes(own.seat));
  const articles = text ? articlesOf(text.values) : [];
  const isAllowed = (o: Option): boolean =>
    !forbids(articles, { kind: 'strike', fromKm: heightKm(o), toKm: heightKm(o) });
  const targets = card.fields.find((field) => field.name === 'band');
  const allowed = targets?.kind === 'choice' ? targets.options.filter(isAllowed) : [];
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

/** Orders that were promised and are not drafted yet; they go before wishes of its own. */
export function promisedOrders(moment: Moment, all: readonly Debt[]): Command[] {
  const { drafts, seat: id } = moment.own;
  const commands: Command[] = [];
  const kindIn = (slot: Slot): string | undefined => drafts[slot]?.order.kind;
  if (holdsFire(moment, all) && kindIn('security') === 'strike')
    commands.push({ kind: 'clear-order', slot: 'security' });
  const kept = new Set<Slot>();
  for (const [kind, asked] of promisedFields(moment, all)) {
    const card = moment.own.cards.find((c) => c.kind === kind);
    const there = PROGRAMME.find((slot) => kindIn(slot) === kind);
    if (there) kept.add(there);
    if (!card || (there && holdsAll(drafts[there]!.order, asked))) continue;
    const slot = there ?? PROGRAMME.find((s) => !kindIn(s) && !kept.has(s)) ?? PROGRAMME.findLast((s) => !kept.has(s));
    if (!slot) continue;
    kept.add(slot);
    if (kindIn(slot)) commands.push({ kind: 'clear-order', slot });
    commands.push({ kind: 'draft-order', slot, order: filled(card, 1, asked) });
  }
  const locked = commands.length > 0 && moment.view.seats.some((seat) => seat.id === id && seat.ready);
  return locked ? [{ kind: 'ready', on: false }, ...commands] : commands;
}
const PROGRAMME: readonly Slot[] = ['p1', 'p2'];

/** Whether this seat could order what is asked: what it cannot pay, or not this year, it does not promise. */
export function canOrder(moment: Moment, keeping: Keeping): boolean {
  if (keeping.how !== 'order' || keeping.costK === 0) return true;
  const now = keeping.turn === moment.view.clock.turn && cardOf(moment, keeping.kind) !== null;
  return now && keeping.costK <= moment.own.freeK;
}

/** At the bell: what was promised and what is hostile, and the seat says ready. */
export function sealOrders(moment: Moment): Command[] {
  const { own, view } = moment;
  const me = view.seats.find((seat) => seat.id === own.seat)!;
  if (me.ready) return [];
  const all = debts(moment);
  const fires = !holdsFire(moment, all);
  const confirm = (Object.keys(own.drafts) as Slot[])
    .filter(
      (slot) =>
        fires &&
        own.cards.find((card) => card.kind === own.drafts[slot]!.order.kind)?.hostile &&
        !own.drafts[slot]!.confirmed,
    )
    .map((slot): Command => ({ kind: 'confirm-order', slot }));
  return [...promisedOrders(moment, all), ...confirm, { kind: 'ready', on: true }];
}
