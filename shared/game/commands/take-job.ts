/** A delegate takes over a job of the seat that nobody fills. */
import { z } from 'zod';
import { type DelegateId, JOBS, type Job, refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Game } from '../state.ts';
import { deed } from './deed.ts';
import { OPEN, withSeat } from './rule.ts';

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

export const takeJob = deed({
  kind: 'take-job',
  shape: { job: z.literal(JOBS) },
  by: ['delegate'],
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'own',
  theme: null,
  can: null,
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
});
