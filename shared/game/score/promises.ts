/** Promises of accepted offers: kept or broken, as far as a machine can tell from what is known. */
import { type OfferTerm, ruleOf } from '../../terms/index.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import type { Offer } from '../negotiation.ts';
import { boundBy } from '../paper.ts';
import { dataSources, makerOf } from '../sight/knowing.ts';
import type { State } from '../state.ts';

/**
 * True kept, false broken, null not yet due or not known. `state` is the state at the end of the turn, facts included.
 * `seat` is who promised, `other` to whom; `made` is the turn of the offer.
 */
const termKept = (state: State, term: OfferTerm, seat: SeatId, other: SeatId, made: number): boolean | null =>
  ruleOf(term).settle(term, {
    turn: state.clock.turn,
    made,
    by: seat,
    to: other,
    did: state.facts.filter((fact) => fact.actor === seat),
    texts: state.instruments,
    standsAt: (dial, value) => state.positions[seat]?.[dial] === value || boundBy(state, seat)?.[dial] === value,
    dataOfOther: () => dataSources(state, other),
    strikers: (turn) =>
      state.incidents.filter((i) => i.turn === turn && i.settled === 'intercept').map((i) => makerOf(state, i)),
  });

/** What a promise came to once the truth is out, `kept` being what its two seats could tell. */
export const keptInTruth = (
  { facts, turnsDone }: Pick<State, 'facts' | 'turnsDone'>,
  term: OfferTerm,
  seat: SeatId,
  other: SeatId,
  kept: boolean | null,
): boolean | null =>
  ruleOf(term).inTruth(term, {
    to: other,
    did: facts.filter((fact) => fact.actor === seat),
    turnsDone: turnsDone.length,
    kept,
  });

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
