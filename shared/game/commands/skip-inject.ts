/** A prepared event will not happen. */
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { among, changed } from './injects.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const skipInject = deed({
  kind: 'skip-inject',
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
  check: ({ state }, _actor, { inject }) => among(state, inject, ['waiting']),
  apply: ({ state }, { command }) => changed(state, command.inject, { status: 'skipped' }),
});
