/** Typed offers between two seats: give, get, accepted with one click. */

import { keyOf, narrow } from '../../orbits/table/chance.ts';
import { bare, type OfferTerm, ruleOf } from '../../terms/index.ts';
import { type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { canonicalJson } from '../hash.ts';
import type { Offer } from '../negotiation.ts';
import { sightOf, specOf } from '../sight/sight.ts';
import type { Game, State } from '../state.ts';
import { onDial } from './paper.ts';

/** Offers that a seat can make in a turn. */
export const MOST_A_TURN = 60;

/** What speaks against a term that a seat would have to keep. */
export const badTerm = (state: State, seat: SeatId, term: OfferTerm, field: string): Refusal | null =>
  ruleOf(term).check(
    term,
    {
      turn: state.clock.turn,
      lastTurn: state.clock.lastTurn,
      mayStrike: specOf(state.scenario, seat).strike,
      lastStrikeTurn: state.scenario.strike.lastTurn,
      texts: state.instruments,
      onDial: (dial, value, at) => onDial(state, dial, value, at),
    },
    field,
  );

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
  canonicalJson([a.give.map(bare), a.get.map(bare)]) === canonicalJson([b.give.map(bare), b.get.map(bare)]);

/** Terms as they are kept: each with what is added to it when the offer is made. */
export const asMade = ({ instruments }: State, terms: readonly OfferTerm[]): OfferTerm[] =>
  terms.map((term) => ruleOf(term).asMade?.with(term, instruments) ?? term);

/** Whether a term is still about what it was about when the offer was made. */
export const isAsMade = ({ instruments }: State, term: OfferTerm): boolean =>
  ruleOf(term).asMade?.stands(term, instruments) ?? true;

export const withStatus = (state: State, id: string, status: Offer['status'], why?: Offer['why']): State => ({
  ...state,
  offers: state.offers.map((o) => (o.id === id ? { ...o, status, ...(why ? { why } : {}) } : o)),
});

/** Both sides of an offer. */
export function partiesOf(offers: readonly Offer[], id: string): readonly SeatId[] {
  const offer = offers.find((one) => one.id === id);
  return offer ? [offer.from, offer.to] : [];
}
