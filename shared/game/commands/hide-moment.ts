/** The past moment is put away. */
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const hideMoment = deed({
  kind: 'hide-moment',
  shape: {},
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: null,
  apply: ({ state }) => ({ ...state, moment: null }),
});
