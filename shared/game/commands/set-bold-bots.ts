/** Bots play boldly, or do not. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const setBoldBots = deed({
  kind: 'set-bold-bots',
  shape: { on: z.boolean() },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'desk',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { command }) => ({ ...state, boldBots: command.on }),
});
