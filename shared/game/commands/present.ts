/** A person is there, or is not. */
import { z } from 'zod';
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { OPEN } from './rule.ts';

export const present = deed({
  kind: 'present',
  shape: { delegate: Id, on: z.boolean() },
  by: ['server'],
  solo: false,
  job: null,
  phases: [...OPEN, 'closed'],
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { delegate }) =>
    state.delegates[delegate] ? null : refuse('delegate-unknown', {}, 'delegate'),
  apply: ({ state }, { at, command }) => {
    const person = { ...state.delegates[command.delegate]!, present: command.on, lastAt: at };
    const next = { ...state, delegates: { ...state.delegates, [command.delegate]: person } };
    const { endsAt } = state.clock;
    // Who plays alone and leaves finds the clock where it was.
    if (!state.solo || command.on || endsAt === null) return next;
    return { ...next, clock: { ...state.clock, pausedLeftMs: Math.max(0, endsAt - at), endsAt: null } };
  },
});
