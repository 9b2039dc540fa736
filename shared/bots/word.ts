/** A bot's ledger of word: what it owes from offers that were accepted, and what it does to keep it. It keeps all of it. */

import type { Dial, DialValue } from '../clauses/text.ts';
import { signs } from '../forums/acts/on-text.ts';
import { isOpen } from '../forums/instrument.ts';
import type { Command } from '../game/commands/index.ts';
import type { Offer } from '../game/negotiation.ts';
import { keepingOf, type OfferTerm, TERM_KINDS } from '../terms/index.ts';
import type { Keeping } from '../terms/term.ts';
import type { SeatId } from '../vocabulary/index.ts';
import type { Moment } from './moment.ts';

/** What a seat has promised, to whom, in which turn, and what that asks of it. */
export type Debt = {
  readonly term: OfferTerm;
  readonly keeping: Keeping;
  readonly to: SeatId;
  readonly turn: number;
};

/** What a seat would owe by an offer. */
export function owedBy({ from, to, give, get, turn }: Offer, seat: SeatId): readonly Debt[] {
  const owed = (terms: readonly OfferTerm[], other: SeatId) =>
    terms.map((term) => ({ term, keeping: keepingOf(term, other), to: other, turn }));
  if (from === seat) return owed(give, to);
  return to === seat ? owed(get, from) : [];
}

/** Everything that this seat has promised so far. */
export const debts = ({ view, own }: Moment): readonly Debt[] =>
  view.offers.filter((o) => o.status === 'accepted').flatMap((offer) => owedBy(offer, own.seat));

type Kept<H extends Keeping['how']> = Extract<Keeping, { how: H }>;
/** What is asked in one way, with the turn in which it was promised. */
const asks = <H extends Keeping['how']>(all: readonly Debt[], how: H) =>
  all.flatMap(({ keeping, turn }) => (keeping.how === how ? [{ keeping: keeping as Kept<H>, turn }] : []));

/** The open text to which this seat's name is promised, in whatever turn: it stays there. */
export function promisedText({ view }: Moment, all: readonly Debt[]): string | null {
  const open = new Set(view.instruments.filter(isOpen).map((text) => text.id));
  return asks(all, 'name').find(({ keeping }) => open.has(keeping.instrument))?.keeping.instrument ?? null;
}

/** Dials on which this seat has promised to stand at a value in this turn. */
export const promisedDials = ({ view }: Moment, all: readonly Debt[]): ReadonlyMap<Dial, DialValue> =>
  new Map(
    asks(all, 'position').flatMap(({ keeping, turn }) =>
      turn === view.clock.turn ? [[keeping.dial, keeping.value] as const] : [],
    ),
  );

/** Whether this seat has promised not to test in this turn. */
export const holdsFire = ({ view }: Moment, all: readonly Debt[]): boolean =>
  asks(all, 'hold-fire').some(({ keeping }) => keeping.turn === view.clock.turn);

type OrderFields = Kept<'order'>['fields'];

const listed = ({ term }: Debt): number => TERM_KINDS.indexOf(term.kind);

/**
 * What the orders must hold that this seat has promised for this turn, by kind: one order of a kind keeps all such promises. Where there
 * is room for one of two kinds, it goes to the term that forms list first.
 */
export function promisedFields({ view }: Moment, all: readonly Debt[]): ReadonlyMap<string, OrderFields> {
  const kinds = new Map<string, OrderFields>();
  const inOrder = all.toSorted((a, b) => listed(a) - listed(b));
  const due = asks(inOrder, 'order').filter(({ keeping }) => keeping.turn === view.clock.turn);
  for (const { keeping } of due) kinds.set(keeping.kind, both(kinds.get(keeping.kind) ?? {}, keeping.fields));
  return kinds;
}

/** The most of what two promises ask. */
function both(one: OrderFields, other: OrderFields): OrderFields {
  const more = Object.entries(other).map(([name, value]) => {
    const before = one[name];
    if (before === undefined) return [name, value];
    return [
      name,
      typeof value === 'number' ? Math.max(Number(before), value) : [...new Set([...(before as string[]), ...value])],
    ];
  });
  return { ...one, ...Object.fromEntries(more) };
}

/** Whether an order, or another promise of one, holds all that is asked. */
export const holdsAll = (held: Readonly<Record<string, unknown>>, asked: OrderFields): boolean =>
  Object.entries(asked).every(([name, value]) => {
    const there = held[name];
    if (typeof value === 'number') return Number(there) >= value;
    return Array.isArray(there) && value.every((one) => there.includes(one));
  });

/** What is still to be done to keep its word where it was given: names under texts, positions. Orders follow in orders.ts. */
export const keepWord = (moment: Moment, all: readonly Debt[]): Command[] => [
  ...names(moment, all),
  ...stands(moment, all),
];

function names({ view, own }: Moment, all: readonly Debt[]): Command[] {
  return asks(all, 'name').flatMap(({ keeping, turn }): Command[] => {
    const text = view.instruments.find((i) => i.id === keeping.instrument);
    const open = text && isOpen(text) && turn === view.clock.turn && !text.signatures.some((s) => s.seat === own.seat);
    if (!open || text.pledges[own.seat]?.kind === 'none' || view.clock.phase !== 'negotiation') return [];
    return [signs(text.id)];
  });
}

function stands(moment: Moment, all: readonly Debt[]): Command[] {
  const mine = moment.view.seats.find((seat) => seat.id === moment.own.seat)!.positions;
  return [...promisedDials(moment, all)].flatMap(([dial, value]): Command[] =>
    mine[dial] === value ? [] : [{ kind: 'set-dial', dial, value }],
  );
}

/** Whether what is asked is there already, or promised: nobody has to pay for it again. */
export function isGiven({ view, own }: Moment, all: readonly Debt[], { keeping, to, turn }: Debt): boolean {
  const owed = all.some(
    (debt) => debt.to === to && covers(debt.keeping, keeping) && (keeping.how !== 'position' || debt.turn === turn),
  );
  if (owed || (keeping.how !== 'name' && keeping.how !== 'position')) return owed;
  if (keeping.how === 'position')
    return view.seats.some((seat) => seat.id === own.seat && seat.positions[keeping.dial] === keeping.value);
  const text = view.instruments.find((i) => i.id === keeping.instrument);
  return text?.signatures.some((s) => s.seat === own.seat) || text?.pledges[own.seat]?.kind === 'none';
}

/** Whether who does one thing for another seat has done the other, too. What was paid is paid: more is asked for anew. */
const COVERS: { readonly [H in Keeping['how']]: (given: Kept<H>, asked: Kept<H>) => boolean } = {
  paid: () => false,
  name: (given, asked) => asked.instrument === given.instrument,
  position: (given, asked) => asked.dial === given.dial && asked.value === given.value,
  order: (given, asked) =>
    asked.kind === given.kind && asked.turn === given.turn && holdsAll(given.fields, asked.fields),
  'hold-fire': (given, asked) => asked.turn === given.turn,
};
const covers = (given: Keeping, asked: Keeping): boolean =>
  given.how === asked.how && COVERS[asked.how](given as never, asked as never);
