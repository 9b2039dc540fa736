/** Promises of accepted offers: kept or broken, as far as a machine can tell from what is known. */
import { type Fact, K_PER_CREDIT, type SeatId } from '../vocabulary/index.ts';
import { makerOf } from './knowing.ts';
import type { Offer, OfferTerm } from './negotiation.ts';
import { boundBy } from './paper.ts';
import type { State } from './state.ts';

/**
 * True kept, false broken, null not yet due or not known. `state` is the state at the end of the turn, facts included.
 * `seat` is who promised, `other` to whom; `made` is the turn of the offer.
 */
export function termKept(state: State, term: OfferTerm, seat: SeatId, other: SeatId, made: number): boolean | null {
  const { turn } = state.clock;
  if (term.kind === 'credits') return true;
  if (term.kind === 'sign')
    return state.instruments.some((i) => i.id === term.instrument && i.signatures.some((s) => s.seat === seat));
  if (term.kind === 'dial')
    return state.positions[seat]?.[term.dial] === term.value || boundBy(state, seat)?.[term.dial] === term.value;
  if (turn < Math.max(made, term.turn)) return null;
  if (term.kind === 'no-strike') return heldFire(state, seat, term.turn);
  const done = state.facts.filter((fact) => fact.actor === seat && fact.turn === term.turn);
  if (term.kind === 'fund') return paidK(done) >= term.credits * K_PER_CREDIT;
  return done.some((fact) => fact.kind === 'data-sharing' && fact.to.includes(other));
}

const paidK = (facts: readonly Fact[]): number =>
  facts.reduce((sum, fact) => sum + (fact.kind === 'payment' && fact.to === 'fund' ? fact.amountK : 0), 0);

/** Broken when a strike of that turn is publicly the seat's; not known while the maker of one is not. */
function heldFire(state: State, seat: SeatId, turn: number): boolean | null {
  const strikes = state.incidents.filter((i) => i.turn === turn && i.settled === 'intercept');
  const makers = strikes.map((i) => makerOf(state, i));
  if (makers.includes(seat)) return false;
  return makers.includes(null) ? null : true;
}

/** The offers at the end of a turn: open ones lapse, promises that are due are marked; a mark once made stays. */
export function settleOffers(state: State): readonly Offer[] {
  return state.offers.map((offer) => {
    if (offer.status === 'open') return { ...offer, status: 'lapsed' };
    if (offer.status !== 'accepted') return offer;
    const mark = (terms: readonly OfferTerm[], kept: readonly (boolean | null)[], seat: SeatId, other: SeatId) =>
      terms.map((term, i) => kept[i] ?? termKept(state, term, seat, other, offer.turn));
    return {
      ...offer,
      kept: {
        give: mark(offer.give, offer.kept.give, offer.from, offer.to),
        get: mark(offer.get, offer.kept.get, offer.to, offer.from),
      },
    };
  });
}
