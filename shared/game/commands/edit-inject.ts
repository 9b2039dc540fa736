/** An event gets other words; with none the prepared ones come back. */
import { deed } from './deed.ts';
import { Id, Text } from './fields.ts';
import { among, changed } from './injects.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const editInject = deed({
  kind: 'edit-inject',
  shape: { inject: Id, text: Text },
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
  apply: ({ state }, { command }) => changed(state, command.inject, { text: command.text || null }),
});
