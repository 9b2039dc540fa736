/** Seats bear real names or invented ones. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const setNames = deed({
  kind: 'set-names',
  shape: { names: z.literal(['real', 'fictional']) },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { command }) => ({ ...state, names: command.names }),
});
