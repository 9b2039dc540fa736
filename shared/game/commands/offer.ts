/** One seat offers another a deal: give and get. */
import { creditsIn, type OfferTerm } from '../../terms/index.ts';
import { K_PER_CREDIT, refuse } from '../../vocabulary/index.ts';
import type { Offer } from '../negotiation.ts';
import { deed } from './deed.ts';
import { SeatRef, Terms } from './fields.ts';
import { asMade, badTerm, freeK, isOpenFrom, MOST_A_TURN, offerName, sameTerms } from './offers.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const offer = deed({
  kind: 'offer',
  shape: { to: SeatRef, give: Terms, get: Terms },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: TALK,
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: ({ to }) => [to],
  theme: 'offers',
  can: () => true,
  check: (game, actor, { to, give, get }) => {
    const { state } = game;
    const seat = seatOf(actor);
    if (!state.seats[to]) return refuse('seat-unknown', { seat: to }, 'to');
    if (to === seat) return refuse('own-seat', {}, 'to');
    if (give.length + get.length === 0) return refuse('offer-empty');
    if (state.offers.some((o) => isOpenFrom(o, seat, to) && sameTerms(o, { give, get }))) return refuse('offer-stands');
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
      give: asMade(state, command.give),
      get: asMade(state, command.get),
      status: 'open',
      kept: { give: nothing(command.give), get: nothing(command.get) },
    };
    return { ...state, offers: [...state.offers, offer] };
  },
});
