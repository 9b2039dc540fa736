/** Somebody takes a seat. */
import { JOBS, refuse } from '../../vocabulary/index.ts';
import type { Delegate } from '../seat.ts';
import { deed } from './deed.ts';
import { PersonName, SeatRef } from './fields.ts';
import { delegatesOf } from './lobby.ts';
import { OPEN, withSeat } from './rule.ts';

const PEOPLE_PER_SEAT = 8;

export const join = deed({
  kind: 'join',
  shape: { seat: SeatRef, text: PersonName },
  by: ['guest'],
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: (game, actor, command) => {
    const { state } = game;
    if (!state.seats[command.seat]) return refuse('seat-unknown', { seat: command.seat }, 'seat');
    if (actor.role === 'guest' && state.delegates[actor.delegate]) return refuse('already-seated');
    if (state.solo && (command.seat !== state.solo.seat || delegatesOf(state, command.seat).length > 0))
      return refuse('played-alone', {}, 'seat');
    if (delegatesOf(state, command.seat).length >= PEOPLE_PER_SEAT)
      return refuse('seat-full', { most: PEOPLE_PER_SEAT }, 'seat');
    return null;
  },
  apply: ({ state }, { actor, at, command }) => {
    if (actor.role !== 'guest') return state;
    const id = actor.delegate;
    const seat = state.seats[command.seat]!;
    const present: Delegate = {
      seat: command.seat,
      name: command.text || null,
      present: true,
      muted: false,
      lastAt: at,
    };
    const jobs = { ...seat.jobs };
    for (const job of JOBS) jobs[job] ??= id;
    return withSeat({ ...state, delegates: { ...state.delegates, [id]: present } }, command.seat, {
      bot: false,
      jobs,
    });
  },
});
