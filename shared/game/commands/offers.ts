/** Typed offers between two seats: give, get, accepted with one click. */

import { sameClauses } from '../../clauses/articles.ts';
import { keyOf, narrow } from '../../orbits/table/chance.ts';
import { K_PER_CREDIT, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { canonicalJson } from '../hash.ts';
import { type Books, transfer } from '../money.ts';
import type { Offer, OfferTerm } from '../negotiation.ts';
import { sightOf, specOf } from '../sight/sight.ts';
import type { Game, State } from '../state.ts';
import { onDial } from './paper.ts';
import { type CommandRules, PEOPLE, seatOf, TALK } from './rule.ts';

/** Offers that a seat can make in a turn. */
const MOST_A_TURN = 60;

const creditsIn = (terms: readonly OfferTerm[]): number =>
  terms.reduce((sum, term) => sum + (term.kind === 'credits' ? term.credits : 0), 0);

/** What speaks against a term that a seat would have to keep. A promise that nothing could break is none. */
function badTerm(state: State, seat: SeatId, term: OfferTerm, field: string): Refusal | null {
  if (term.kind === 'sign')
    return state.instruments.some((i) => i.id === term.instrument) ? null : refuse('instrument-unknown', {}, field);
  if (term.kind === 'dial') return onDial(state, term.dial, term.value, field);
  if (term.kind === 'credits') return null;
  if (term.kind === 'no-strike' && !specOf(state.scenario, seat).strike) return refuse('no-capability', {}, field);
  if (term.kind === 'no-strike' && term.turn > state.scenario.strike.lastTurn)
    return refuse('window-closed', {}, field);
  return term.turn >= state.clock.turn && term.turn <= state.clock.lastTurn
    ? null
    : refuse('amount-out-of-range', { most: state.clock.lastTurn }, field);
}

/**
 * An offer's name: from its entry's, but so that nobody can read that back. Names of entries may tell who did how much before.
 * The game's seed has no part in it: who makes an offer knows its entry's name, and keyed chance is no one-way function.
 */
const offerName = (entry: string): string =>
  `o${narrow(NAMES, 'offer', entry)
    .map((word) => word.toString(36))
    .join('')}`;
const NAMES = keyOf('names of offers');

const freeK = (game: Game, seat: SeatId): number => sightOf(game, seat, null).freeK;

function findOpen(state: State, id: string, side: 'from' | 'to', seat: SeatId): Offer | Refusal {
  const offer = state.offers.find((o) => o.id === id);
  // An offer between two others is not known to a third.
  if (!offer || (offer.from !== seat && offer.to !== seat)) return refuse('offer-unknown', {}, 'offer');
  if (offer[side] !== seat) return refuse('offer-not-yours', {}, 'offer');
  return offer.status === 'open' ? offer : refuse('offer-closed', {}, 'offer');
}

const isOpenFrom = (o: Offer, from: SeatId, to: SeatId): boolean =>
  o.status === 'open' && o.from === from && o.to === to;
const sameTerms = (a: Pick<Offer, 'give' | 'get'>, b: Pick<Offer, 'give' | 'get'>): boolean =>
  canonicalJson([bare(a.give), bare(a.get)]) === canonicalJson([bare(b.give), bare(b.get)]);

/** A promise to sign is about the text as it stands when the offer is made. */
const asRead = ({ instruments }: State, terms: readonly OfferTerm[]): OfferTerm[] =>
  terms.map((term) => {
    const text = term.kind === 'sign' ? instruments.find((i) => i.id === term.instrument) : undefined;
    return text && term.kind === 'sign' ? { ...term, words: text.values } : term;
  });

function isAsRead({ instruments }: State, term: OfferTerm): boolean {
  if (term.kind !== 'sign' || !term.words) return true;
  const text = instruments.find((i) => i.id === term.instrument);
  return text !== undefined && sameClauses(text.values, term.words);
}

const bare = (terms: readonly OfferTerm[]): unknown[] =>
  terms.map((term) => (term.kind === 'sign' ? { kind: term.kind, instrument: term.instrument } : term));

const withStatus = (state: State, id: string, status: Offer['status'], why?: Offer['why']): State => ({
  ...state,
  offers: state.offers.map((o) => (o.id === id ? { ...o, status, ...(why ? { why } : {}) } : o)),
});

export const offerRules: CommandRules<'offer' | 'answer-offer' | 'withdraw-offer'> = {
  offer: {
    by: PEOPLE,
    job: 'negotiator',
    phases: TALK,
    check: (game, actor, { to, give, get }) => {
      const { state } = game;
      const seat = seatOf(actor);
      if (!state.seats[to]) return refuse('seat-unknown', { seat: to }, 'to');
      if (to === seat) return refuse('own-seat', {}, 'to');
      if (give.length + get.length === 0) return refuse('offer-empty');
      if (state.offers.some((o) => isOpenFrom(o, seat, to) && sameTerms(o, { give, get })))
        return refuse('offer-stands');
      if (state.offers.filter((o) => o.from === seat && o.turn === state.clock.turn).length >= MOST_A_TURN)
        return refuse('too-fast');
      for (const [name, by, terms] of [
        ['give', seat, give],
        ['get', to, get],
      ] as const)
        for (let i = 0; i < terms.length; i++) {
          const no = badTerm(state, by, terms[i]!, `${name}.${i}`);
          if (no) return no;
        }
      const costK = creditsIn(give) * K_PER_CREDIT;
      return costK > freeK(game, seat)
        ? refuse('not-enough-money', { cost: costK, free: freeK(game, seat) }, 'give')
        : null;
    },
    apply: ({ state }, { id, actor, command }) => {
      const nothing = (terms: readonly OfferTerm[]): null[] => terms.map(() => null);
      const offer: Offer = {
        id: offerName(id),
        turn: state.clock.turn,
        from: seatOf(actor),
        to: command.to,
        give: asRead(state, command.give),
        get: asRead(state, command.get),
        status: 'open',
        kept: { give: nothing(command.give), get: nothing(command.get) },
      };
      return { ...state, offers: [...state.offers, offer] };
    },
  },
  'answer-offer': {
    by: PEOPLE,
    job: 'negotiator',
    phases: TALK,
    check: (game, actor, { offer: id, accept }) => {
      const seat = seatOf(actor);
      const offer = findOpen(game.state, id, 'to', seat);
      if ('code' in offer) return offer;
      if (!accept) return null;
      if (![...offer.give, ...offer.get].every((term) => isAsRead(game.state, term)))
        return refuse('text-changed', {}, 'offer');
      const costK = creditsIn(offer.get) * K_PER_CREDIT;
      // What the other side gives is reserved: it need not be asked whether it still has it.
      return costK > freeK(game, seat) ? refuse('not-enough-money', { cost: costK, free: freeK(game, seat) }) : null;
    },
    apply: ({ state }, { command }) => {
      const offer = state.offers.find((o) => o.id === command.offer)!;
      if (!command.accept) return withStatus(state, offer.id, 'declined', command.why);
      const from = state.seats[offer.from]!;
      const to = state.seats[offer.to]!;
      const books: Books = {
        turn: state.clock.turn,
        purses: { [offer.from]: from.creditsK, [offer.to]: to.creditsK },
        lines: [],
      };
      transfer(books, offer.from, offer.to, creditsIn(offer.give) * K_PER_CREDIT, 'ledger.offer');
      transfer(books, offer.to, offer.from, creditsIn(offer.get) * K_PER_CREDIT, 'ledger.offer');
      const paid = (terms: readonly OfferTerm[]): (boolean | null)[] =>
        terms.map((term) => (term.kind === 'credits' ? true : null));
      return {
        ...state,
        seats: {
          ...state.seats,
          [offer.from]: { ...from, creditsK: books.purses[offer.from]! },
          [offer.to]: { ...to, creditsK: books.purses[offer.to]! },
        },
        ledger: [...state.ledger, ...books.lines],
        offers: state.offers.map((o) =>
          o.id === offer.id ? { ...o, status: 'accepted', kept: { give: paid(o.give), get: paid(o.get) } } : o,
        ),
      };
    },
  },
  'withdraw-offer': {
    by: PEOPLE,
    job: 'negotiator',
    phases: TALK,
    check: ({ state }, actor, { offer: id }) => {
      const offer = findOpen(state, id, 'from', seatOf(actor));
      return 'code' in offer ? offer : null;
    },
    apply: ({ state }, { command }) => withStatus(state, command.offer, 'withdrawn'),
  },
};
