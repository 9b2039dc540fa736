/** Newer code runs the game from here. */
import { z } from 'zod';
import { deed } from './deed.ts';
import { OPEN } from './rule.ts';

export const upgraded = deed({
  kind: 'upgraded',
  shape: { engineVersion: z.string() },
  by: ['server'],
  solo: false,
  job: null,
  phases: [...OPEN, 'closed'],
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'desk',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { command }) => ({ ...state, engineVersion: command.engineVersion }),
});
