/** Words to another delegation, to all, or to the facilitator. */
import { z } from 'zod';
import { type DelegateId, refuse } from '../../vocabulary/index.ts';
import { hearersOfWords } from '../heard.ts';
import type { State } from '../state.ts';
import { deed } from './deed.ts';
import { SeatRef, Text } from './fields.ts';
import { OPEN, PEOPLE, seatOf } from './rule.ts';

/** Nobody has more to say in a minute; each message is in every view from then on. */
const MOST_PER_MINUTE = 60;

function saidLately({ press }: State, delegate: DelegateId, at: number): number {
  let count = 0;
  for (let i = press.length - 1; i >= 0 && press[i]!.at > at - 60_000; i--) if (press[i]!.by === delegate) count++;
  return count;
}

export const say = deed({
  kind: 'say',
  shape: { to: z.union([SeatRef, z.literal('facilitator')]), text: Text },
  by: PEOPLE,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ to }) => hearersOfWords(to),
  theme: 'talk',
  can: () => true,
  check: ({ state }, actor, { to, text }, at) => {
    if (text === '') return refuse('text-empty', {}, 'text');
    if (actor.role === 'delegate' && saidLately(state, actor.delegate, at) >= MOST_PER_MINUTE)
      return refuse('too-fast');
    // A call for help is heard whoever is muted, and in the silence after a strike.
    if (to === 'facilitator') return null;
    if (state.clock.dimUntil !== null && at < state.clock.dimUntil) return refuse('dimmed');
    if (to !== 'plenary' && !state.seats[to]) return refuse('seat-unknown', { seat: to }, 'to');
    if (to === seatOf(actor)) return refuse('own-seat', {}, 'to');
    if (actor.role === 'delegate' && state.delegates[actor.delegate]?.muted) return refuse('muted');
    return null;
  },
  apply: ({ state }, { at, actor, command }) => ({
    ...state,
    press: [
      ...state.press,
      {
        id: command.text,
        at,
        turn: state.clock.turn,
        from: seatOf(actor),
        by: actor.role === 'delegate' ? actor.delegate : null,
        to: command.to,
        hidden: false,
      },
    ],
  }),
});
