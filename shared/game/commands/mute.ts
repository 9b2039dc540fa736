/** A person may not write, or may again. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { knownDelegate } from './moderation.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const mute = deed({
  kind: 'mute',
  shape: { delegate: Id, on: z.boolean() },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { delegate }) => knownDelegate(state, delegate),
  apply: ({ state }, { command }) => ({
    ...state,
    delegates: {
      ...state.delegates,
      [command.delegate]: { ...state.delegates[command.delegate]!, muted: command.on },
    },
  }),
});
