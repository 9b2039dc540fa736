/** A job is passed on within a seat: by the holder, to a colleague; by the facilitator, to anybody at that person's own seat. */
import { z } from 'zod';
import { JOBS, refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { OPEN, withSeat } from './rule.ts';

export const giveJob = deed({
  kind: 'give-job',
  shape: { job: z.literal(JOBS), delegate: Id },
  by: ['delegate', 'facilitator'],
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: ({ delegate }, { delegates }) => (delegates[delegate]?.seat ? [delegates[delegate].seat] : []),
  theme: null,
  can: null,
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
});
