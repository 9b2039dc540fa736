/** An event that was skipped or taken back waits again. */
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { among, changed } from './injects.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const restoreInject = deed({
  kind: 'restore-inject',
  shape: { inject: Id },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: OPEN,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'desk',
  theme: null,
  can: null,
  check: ({ state }, _actor, { inject }) => among(state, inject, ['skipped', 'withdrawn']),
  apply: ({ state }, { command }) => changed(state, command.inject, { status: 'waiting' }),
});
