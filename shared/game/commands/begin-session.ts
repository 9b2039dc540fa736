/** The session begins: its time runs from here. */
import { deed } from './deed.ts';
import { FACILITATOR, withClock } from './rule.ts';

export const beginSession = deed({
  kind: 'begin-session',
  shape: {},
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['lobby'],
  whilePaused: false,
  about: ['phaseNumber', 'sessionStartedAt'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }, { at }) => withClock(state, { sessionStartedAt: at }),
});
