/** The projector shows the sky otherwise. */
import { z } from 'zod';
import { SKY_VIEWS } from '../roles.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING } from './rule.ts';

export const showOnWall = deed({
  kind: 'show-on-wall',
  shape: { sky: z.literal(SKY_VIEWS) },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: RUNNING,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { command }) => ({ ...state, wall: command.sky }),
});
