/** A bot's ledger of word: what it owes from offers that were accepted, and what it does to keep it. It keeps all of it. */

import type { Dial, DialValue } from '../clauses/text.ts';
import { isOpen } from '../forums/instrument.ts';
import type { Command } from '../game/commands/index.ts';
import type { Offer, OfferTerm } from '../game/negotiation.ts';
import type { SeatId } from '../vocabulary/index.ts';
import type { Moment } from './moment.ts';

/** What a seat has promised, to whom, in which turn. */
export type Debt = { readonly term: OfferTerm; readonly to: SeatId; readonly turn: number };

/** What a seat would owe by an offer. */
export function owedBy({ from, to, give, get, turn }: Offer, seat: SeatId): readonly Debt[] {
  if (from === seat) return give.map((term) => ({ term, to, turn }));
  return to === seat ? get.map((term) => ({ term, to: from, turn })) : [];
}

/** Everything that this seat has promised so far. */
export const debts = ({ view, own }: Moment): readonly Debt[] =>
  view.offers.filter((o) => o.status === 'accepted').flatMap((offer) => owedBy(offer, own.seat));

type Owed<K extends OfferTerm['kind']> = Debt & { readonly term: Extract<OfferTerm, { kind: K }> };
const ofKind = <K extends OfferTerm['kind']>(all: readonly Debt[], kind: K): readonly Owed<K>[] =>
  all.filter((debt): debt is Owed<K> => debt.term.kind === kind);

/** The open text to which this seat's name is promised, in whatever turn: it stays there. */
export function promisedText({ view }: Moment, all: readonly Debt[]): string | null {
  const open = new Set(view.instruments.filter(isOpen).map((text) => text.id));
  return ofKind(all, 'sign').find(({ term }) => open.has(term.instrument))?.term.instrument ?? null;
}

/** Dials on which this seat has promised to stand at a value in this turn. */
export const promisedDials = ({ view }: Moment, all: readonly Debt[]): ReadonlyMap<Dial, DialValue> =>
  new Map(
    ofKind(all, 'dial').flatMap(({ term, turn }) =>
      turn === view.clock.turn ? [[term.dial, term.value] as const] : [],
    ),
  );

/** Whether this seat has promised not to test in this turn. */
export const holdsFire = ({ view }: Moment, all: readonly Debt[]): boolean =>
  ofKind(all, 'no-strike').some(({ term }) => term.turn === view.clock.turn);

/** Credits that this seat has promised to the fund for this turn. */
export const promisedToFund = ({ view }: Moment, all: readonly Debt[]): number =>
  Math.max(0, ...ofKind(all, 'fund').flatMap(({ term }) => (term.turn === view.clock.turn ? [term.credits] : [])));

/** Seats to which this seat has promised its data in this turn. */
export const promisedData = ({ view }: Moment, all: readonly Debt[]): readonly SeatId[] => [
  ...new Set(ofKind(all, 'share-data').flatMap(({ term, to }) => (term.turn === view.clock.turn ? [to] : []))),
];

/** What is still to be done to keep its word where it was given: names under texts, positions. Orders follow in orders.ts. */
export const keepWord = (moment: Moment, all: readonly Debt[]): Command[] => [
  ...names(moment, all),
  ...stands(moment, all),
];

function names({ view, own }: Moment, all: readonly Debt[]): Command[] {
  return ofKind(all, 'sign').flatMap(({ term, turn }): Command[] => {
    const text = view.instruments.find((i) => i.id === term.instrument);
    const open = text && isOpen(text) && turn === view.clock.turn && !text.signatures.some((s) => s.seat === own.seat);
    if (!open || text.pledges[own.seat]?.kind === 'none' || view.clock.phase !== 'negotiation') return [];
    return [{ kind: 'pledge', instrument: text.id, condition: { kind: 'none' } }];
  });
}

function stands(moment: Moment, all: readonly Debt[]): Command[] {
  const mine = moment.view.seats.find((seat) => seat.id === moment.own.seat)!.positions;
  return [...promisedDials(moment, all)].flatMap(([dial, value]): Command[] =>
    mine[dial] === value ? [] : [{ kind: 'set-dial', dial, value }],
  );
}

/** Whether what a term asks for is there already, or promised: nobody has to pay for it again. */
export function isGiven({ view, own }: Moment, all: readonly Debt[], { term, to, turn }: Debt): boolean {
  const owed = all.some(
    (debt) => debt.to === to && covers(debt.term, term) && (term.kind !== 'dial' || debt.turn === turn),
  );
  if (owed || (term.kind !== 'sign' && term.kind !== 'dial')) return owed;
  if (term.kind === 'dial')
    return view.seats.some((seat) => seat.id === own.seat && seat.positions[term.dial] === term.value);
  const text = view.instruments.find((i) => i.id === term.instrument);
  return text?.signatures.some((s) => s.seat === own.seat) || text?.pledges[own.seat]?.kind === 'none';
}

/** Whether one promise holds all of another. */
function covers(given: OfferTerm, asked: OfferTerm): boolean {
  if (given.kind === 'sign') return asked.kind === 'sign' && asked.instrument === given.instrument;
  if (given.kind === 'dial') return asked.kind === 'dial' && asked.dial === given.dial && asked.value === given.value;
  if (given.kind === 'fund')
    return asked.kind === 'fund' && asked.turn === given.turn && asked.credits <= given.credits;
  return given.kind !== 'credits' && asked.kind === given.kind && asked.turn === given.turn;
}
