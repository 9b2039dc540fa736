/** A seat accepts or declines what it was offered. */
import { z } from 'zod';
import { creditsIn, type OfferTerm, ruleOf } from '../../terms/index.ts';
import { K_PER_CREDIT, refuse } from '../../vocabulary/index.ts';
import { type Books, transfer } from '../money.ts';
import { DECLINE_REASONS } from '../negotiation.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { findOpen, freeK, isAsMade, partiesOf, withStatus } from './offers.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const answerOffer = deed({
  kind: 'answer-offer',
  shape: { offer: Id, accept: z.boolean(), why: z.literal(DECLINE_REASONS).optional() },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: TALK,
  whilePaused: false,
  // An offer does not change, lapses with its turn, and says itself which words a promise to sign is about.
  about: [],
  forSeat: true,
  heard: ({ offer }, { offers }) => partiesOf(offers, offer),
  theme: 'offers',
  can: ({ offers }, seat) => offers.some((o) => o.status === 'open' && o.to === seat),
  check: (game, actor, { offer: id, accept }) => {
    const seat = seatOf(actor);
    const offer = findOpen(game.state, id, 'to', seat);
    if ('code' in offer) return offer;
    if (!accept) return null;
    if (![...offer.give, ...offer.get].every((term) => isAsMade(game.state, term)))
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
      terms.map((term) => (ruleOf(term).paysNow(term) > 0 ? true : null));
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
});
