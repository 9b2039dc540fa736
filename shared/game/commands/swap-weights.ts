/** A seat plays the card that lets it swap two weights of its objective. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Whole } from './fields.ts';
import { maySwapWeights } from './incidents.ts';
import { PEOPLE, seatOf, TALK, withSeat } from './rule.ts';

export const swapWeights = deed({
  kind: 'swap-weights',
  shape: { first: Whole.min(0).max(20), second: Whole.min(0).max(20) },
  by: PEOPLE,
  solo: false,
  job: 'home',
  phases: TALK,
  whilePaused: false,
  about: [],
  forSeat: true,
  heard: 'own',
  theme: null,
  can: null,
  check: ({ state }, actor, { first, second }) => {
    const seat = seatOf(actor);
    if (!maySwapWeights(state, seat)) return refuse('card-not-yours');
    const count = state.seats[seat]!.weights.length;
    return first === second || first >= count || second >= count
      ? refuse('amount-out-of-range', { most: count }, 'second')
      : null;
  },
  apply: ({ state }, { actor, command }) => {
    const seat = seatOf(actor);
    const weights = [...state.seats[seat]!.weights];
    [weights[command.first], weights[command.second]] = [weights[command.second]!, weights[command.first]!];
    return withSeat(state, seat, { weights, swapped: true });
  },
});
