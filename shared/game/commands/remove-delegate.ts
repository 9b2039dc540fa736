/** A person leaves the game. */
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { withoutDelegate } from './lobby.ts';
import { knownDelegate } from './moderation.ts';
import { FACILITATOR, OPEN } from './rule.ts';

export const removeDelegate = deed({
  kind: 'remove-delegate',
  shape: { delegate: Id },
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
  apply: ({ state }, { command }) => withoutDelegate(state, command.delegate),
});
