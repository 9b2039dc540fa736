/** Taking seats and jobs. */

import type { Job, SeatId } from '../../vocabulary/index.ts';
import { JOBS, refuse } from '../../vocabulary/index.ts';
import type { Delegate, Game, State } from '../state.ts';
import { type CommandRules, OPEN, withSeat } from './rule.ts';

const PEOPLE_PER_SEAT = 8;
/** A job passes on when its holder has been away so long. */
const AWAY_MS = 60_000;

const delegatesOf = (state: State, seat: SeatId): [string, Delegate][] =>
  Object.entries(state.delegates).filter(([, d]) => d.seat === seat);

/** Whether the holder of a job has it to spare: nobody holds it, the holder is away, or holds others too. */
function spare(game: Game, seat: SeatId, job: Job, at: number): boolean {
  const jobs = game.state.seats[seat]!.jobs;
  const holder = jobs[job];
  if (holder === null) return true;
  const person = game.state.delegates[holder];
  if (!person || (!person.present && at - person.lastAt >= AWAY_MS)) return true;
  return JOBS.filter((other) => jobs[other] === holder).length > 1;
}

export const lobbyRules: CommandRules<'join' | 'take-job'> = {
  join: {
    by: ['guest'],
    phases: OPEN,
    whilePaused: true,
    check: (game, actor, command) => {
      const { state } = game;
      if (!state.seats[command.seat]) return refuse('seat-unknown', { seat: command.seat }, 'seat');
      if (actor.role === 'guest' && state.delegates[actor.delegate]) return refuse('already-seated');
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
  },
  'take-job': {
    by: ['delegate'],
    phases: OPEN,
    whilePaused: true,
    check: (game, actor, command, at) => {
      if (actor.role !== 'delegate') return null;
      return spare(game, actor.seat, command.job, at)
        ? null
        : refuse('not-your-job', { job: { key: `job.${command.job}` } });
    },
    apply: ({ state }, { actor, command }) => {
      if (actor.role !== 'delegate') return state;
      const seat = state.seats[actor.seat]!;
      return withSeat(state, actor.seat, { jobs: { ...seat.jobs, [command.job]: actor.delegate } });
    },
  },
};

/** State without a delegate; its jobs pass to the first other person of the seat, or to nobody. */
export function withoutDelegate(state: State, id: string): State {
  const gone = state.delegates[id]!;
  const delegates = Object.fromEntries(Object.entries(state.delegates).filter(([other]) => other !== id));
  const heir = Object.entries(delegates).find(([, d]) => d.seat === gone.seat)?.[0] ?? null;
  const jobs = { ...state.seats[gone.seat]!.jobs };
  for (const job of JOBS) if (jobs[job] === id) jobs[job] = heir;
  return withSeat({ ...state, delegates }, gone.seat, { jobs });
}
