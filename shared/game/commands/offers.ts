/** Typed offers between two seats: give, get, accepted with one click. */

import { sameClauses } from '../../clauses/articles.ts';
import { keyOf, narrow } from '../../orbits/table/chance.ts';
import { type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { canonicalJson } from '../hash.ts';
import type { Offer, OfferTerm } from '../negotiation.ts';
import { sightOf, specOf } from '../sight/sight.ts';
import type { Game, State } from '../state.ts';
import { onDial } from './paper.ts';

/** Offers that a seat can make in a turn. */
export const MOST_A_TURN = 60;

export const creditsIn = (terms: readonly OfferTerm[]): number =>
  terms.reduce((sum, term) => sum + (term.kind === 'credits' ? term.credits : 0), 0);

/** What speaks against a term that a seat would have to keep. A promise that nothing could break is none. */
export function badTerm(state: State, seat: SeatId, term: OfferTerm, field: string): Refusal | null {
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
export const offerName = (entry: string): string =>
  `o${narrow(NAMES, 'offer', entry)
    .map((word) => word.toString(36))
    .join('')}`;
const NAMES = keyOf('names of offers');

export const freeK = (game: Game, seat: SeatId): number => sightOf(game, seat, null).freeK;

export function findOpen(state: State, id: string, side: 'from' | 'to', seat: SeatId): Offer | Refusal {
  const offer = state.offers.find((o) => o.id === id);
  // An offer between two others is not known to a third.
  if (!offer || (offer.from !== seat && offer.to !== seat)) return refuse('offer-unknown', {}, 'offer');
  if (offer[side] !== seat) return refuse('offer-not-yours', {}, 'offer');
  return offer.status === 'open' ? offer : refuse('offer-closed', {}, 'offer');
}

export const isOpenFrom = (o: Offer, from: SeatId, to: SeatId): boolean =>
  o.status === 'open' && o.from === from && o.to === to;
export const sameTerms = (a: Pick<Offer, 'give' | 'get'>, b: Pick<Offer, 'give' | 'get'>): boolean =>
  canonicalJson([bare(a.give), bare(a.get)]) === canonicalJson([bare(b.give), bare(b.get)]);

/** A promise to sign is about the text as it stands when the offer is made. */
export const asRead = ({ instruments }: State, terms: readonly OfferTerm[]): OfferTerm[] =>
  terms.map((term) => {
    const text = term.kind === 'sign' ? instruments.find((i) => i.id === term.instrument) : undefined;
    return text && term.kind === 'sign' ? { ...term, words: text.values } : term;
  });

export function isAsRead({ instruments }: State, term: OfferTerm): boolean {
  if (term.kind !== 'sign' || !term.words) return true;
  const text = instruments.find((i) => i.id === term.instrument);
  return text !== undefined && sameClauses(text.values, term.words);
}

const bare = (terms: readonly OfferTerm[]): unknown[] =>
  terms.map((term) => (term.kind === 'sign' ? { kind: term.kind, instrument: term.instrument } : term));

export const withStatus = (state: State, id: string, status: Offer['status'], why?: Offer['why']): State => ({
  ...state,
  offers: state.offers.map((o) => (o.id === id ? { ...o, status, ...(why ? { why } : {}) } : o)),
});
