/** Taking seats and jobs. */

import { type DelegateId, JOBS, type Job, refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Delegate, Seat } from '../seat.ts';
import type { Game, State } from '../state.ts';
import { type CommandRules, OPEN, seatOf, withSeat } from './rule.ts';

const PEOPLE_PER_SEAT = 8;

const delegatesOf = (state: State, seat: SeatId): [string, Delegate][] =>
  Object.entries(state.delegates).filter(([, d]) => d.seat === seat);

/**
 * Whether somebody may take a job: nobody holds it, the holder is away, or (any but the head's) has at least two more jobs than
 * who asks.
 */
function spare(game: Game, seat: SeatId, job: Job, taker: DelegateId, at: number): boolean {
  const jobs = game.state.seats[seat]!.jobs;
  const holder = jobs[job];
  if (holder === null) return true;
  const person = game.state.delegates[holder];
  const awayMs = game.state.scenario.seconds.away * 1000;
  if (!person || (!person.present && at - person.lastAt >= awayMs)) return true;
  const held = (id: DelegateId): number => JOBS.filter((other) => jobs[other] === id).length;
  return job !== 'head' && holder !== taker && held(holder) >= held(taker) + 2;
}

export const lobbyRules: CommandRules<'join' | 'take-job' | 'give-job' | 'answer-question'> = {
  join: {
    by: ['guest'],
    phases: OPEN,
    whilePaused: true,
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
  },
  'take-job': {
    by: ['delegate'],
    phases: OPEN,
    whilePaused: true,
    check: (game, actor, command, at) => {
      if (actor.role !== 'delegate') return null;
      return spare(game, actor.seat, command.job, actor.delegate, at)
        ? null
        : refuse('not-your-job', { job: { key: `job.${command.job}` } });
    },
    apply: ({ state }, { actor, command }) => {
      if (actor.role !== 'delegate') return state;
      const seat = state.seats[actor.seat]!;
      return withSeat(state, actor.seat, { jobs: { ...seat.jobs, [command.job]: actor.delegate } });
    },
  },
  // By the holder, to a colleague; by the facilitator, to anybody at that person's own seat.
  'give-job': {
    by: ['delegate', 'facilitator'],
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, actor, { job, delegate }) => {
      const heir = state.delegates[delegate];
      if (!heir) return refuse('delegate-unknown', {}, 'delegate');
      if (actor.role !== 'delegate') return null;
      if (heir.seat !== actor.seat) return refuse('not-your-seat', {}, 'delegate');
      return state.seats[actor.seat]!.jobs[job] === actor.delegate
        ? null
        : refuse('not-your-job', { job: { key: `job.${job}` } });
    },
    apply: ({ state }, { command: { job, delegate } }) => {
      const { seat } = state.delegates[delegate]!;
      return withSeat(state, seat, { jobs: { ...state.seats[seat]!.jobs, [job]: delegate } });
    },
  },
  // One person answers for the seat, and may try again.
  'answer-question': {
    by: ['delegate'],
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, actor, { answer }) => {
      if (!isGateShut(state.seats[seatOf(actor)]!)) return refuse('no-question');
      return answer < state.scenario.talk.answers.length ? null : refuse('malformed', {}, 'answer');
    },
    apply: ({ state }, { actor, command }) =>
      withSeat(state, seatOf(actor), { gate: command.answer === state.scenario.talk.right ? 'passed' : 'wrong' }),
  },
};

/** Whether a seat has been asked the check question and has not answered it yet. */
export const isGateShut = ({ gate }: Seat): boolean => gate === 'asked' || gate === 'wrong';

/** Seats with people whose check question is open. */
export const shutGates = (state: State): readonly SeatId[] =>
  Object.entries(state.seats)
    .filter(([id, seat]) => !seat.bot && isGateShut(seat) && delegatesOf(state, id).length > 0)
    .map(([id]) => id);

/** State without a delegate; its jobs pass to the first other person of the seat, or to nobody. */
export function withoutDelegate(state: State, id: string): State {
  const gone = state.delegates[id]!;
  const delegates = Object.fromEntries(Object.entries(state.delegates).filter(([other]) => other !== id));
  const heir = Object.entries(delegates).find(([, d]) => d.seat === gone.seat)?.[0] ?? null;
  const jobs = { ...state.seats[gone.seat]!.jobs };
  for (const job of JOBS) if (jobs[job] === id) jobs[job] = heir;
  return withSeat({ ...state, delegates }, gone.seat, { jobs });
}
