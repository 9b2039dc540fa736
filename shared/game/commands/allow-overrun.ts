/** Play may take the time of the debrief. */
import { z } from 'zod';
import { inTime } from './clock.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING, withClock } from './rule.ts';

export const allowOverrun = deed({
  kind: 'allow-overrun',
  shape: { on: z.boolean() },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby', ...RUNNING],
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { at, command }) => {
    const next = withClock(state, { overrun: command.on });
    return state.clock.endsAt === null ? next : withClock(next, { endsAt: inTime(next, state.clock.endsAt, at) });
  },
});
