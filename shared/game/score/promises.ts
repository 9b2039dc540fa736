/** Promises of accepted offers: kept or broken, as far as a machine can tell from what is known. */
import { sameClauses } from '../../clauses/articles.ts';
import { dataGiven, type Fact, isIntercept, K_PER_CREDIT, paidToFundK, type SeatId } from '../../vocabulary/index.ts';
import type { Offer, OfferTerm } from '../negotiation.ts';
import { boundBy } from '../paper.ts';
import { dataSources, makerOf } from '../sight/knowing.ts';
import type { State } from '../state.ts';

/**
 * True kept, false broken, null not yet due or not known. `state` is the state at the end of the turn, facts included.
 * `seat` is who promised, `other` to whom; `made` is the turn of the offer.
 */
export function termKept(state: State, term: OfferTerm, seat: SeatId, other: SeatId, made: number): boolean | null {
  const { turn } = state.clock;
  if (term.kind === 'credits') return true;
  if (term.kind === 'sign') return hasSigned(state, term, seat);
  if (term.kind === 'dial')
    return state.positions[seat]?.[term.dial] === term.value || boundBy(state, seat)?.[term.dial] === term.value;
  if (turn < Math.max(made, term.turn)) return null;
  if (term.kind === 'no-strike') return heldFire(state, seat, term.turn);
  const done = state.facts.filter((fact) => fact.actor === seat && fact.turn === term.turn);
  if (term.kind === 'fund') return paidK(done) >= term.credits * K_PER_CREDIT;
  // Data given in an earlier turn, or through the pool, need not be given again.
  return dataSources(state, other).includes(seat) || done.some((fact) => dataGiven(fact, other));
}

/**
 * A signature, by the end of the turn in which it was promised. Not told where the seat's pledge stands and others kept it from
 * becoming a signature, where others took the text away, or where another's pen has made it another text than the one promised.
 */
function hasSigned(
  state: State,
  { instrument, words }: Extract<OfferTerm, { kind: 'sign' }>,
  seat: SeatId,
): boolean | null {
  const text = state.instruments.find((i) => i.id === instrument);
  if (!text) return false;
  if (text.signatures.some((s) => s.seat === seat)) return true;
  const did = text.pledges[seat]?.kind === 'none';
  // Offers of before the words were kept: any use of the pen may have been that.
  const rewritten = words ? !sameClauses(text.values, words) && text.values.lead !== seat : text.penUsed !== null;
  const taken =
    (text.status === 'withdrawn' && text.tabledBy !== seat) ||
    (text.status === 'moved' && !text.objections.includes(seat));
  return did || rewritten || taken ? null : false;
}

/**
 * What a promise came to once the truth is out, `kept` being what its two seats could tell: data with secret objects left out are
 * not full data, and a missile whose maker nobody could name had one.
 */
export function keptInTruth(
  { facts, turnsDone }: Pick<State, 'facts' | 'turnsDone'>,
  term: OfferTerm,
  seat: SeatId,
  other: SeatId,
  kept: boolean | null,
): boolean | null {
  const own = facts.filter((fact) => fact.actor === seat);
  if (term.kind === 'no-strike' && term.turn <= turnsDone.length)
    return !own.some((fact) => isIntercept(fact) && fact.turn === term.turn);
  if (term.kind !== 'share-data' || !kept) return kept;
  const given = own.flatMap((fact) => (fact.turn <= term.turn ? (dataGiven(fact, other) ?? []) : []));
  return given.length === 0 || given.includes('whole');
}

const paidK = (facts: readonly Fact[]): number => facts.reduce((sum, fact) => sum + paidToFundK(fact), 0);

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
