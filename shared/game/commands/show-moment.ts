/** The room looks at a past moment. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { SeatRef, Turn, Whole } from './fields.ts';
import { FACILITATOR } from './rule.ts';

export const showMoment = deed({
  kind: 'show-moment',
  shape: { turn: Turn, month: Whole.min(1).max(12), as: SeatRef },
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { turn, as }) => {
    if (!state.turnsDone.some((t) => t.turn === turn))
      return refuse('amount-out-of-range', { most: state.turnsDone.length }, 'turn');
    return as === 'truth' || as === 'public' || state.seats[as] ? null : refuse('seat-unknown', { seat: as }, 'as');
  },
  apply: ({ state }, { command: { turn, month, as } }) => ({ ...state, moment: { turn, month, as } }),
});
