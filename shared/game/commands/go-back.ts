/** The phase before is taken up again. */
import { goBack as takeUpAgain, wayBack } from '../time/going-back.ts';
import { deed } from './deed.ts';
import { FACILITATOR, RUNNING } from './rule.ts';

export const goBack = deed({
  kind: 'go-back',
  shape: {},
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: [...RUNNING, 'debrief'],
  whilePaused: true,
  about: ['phaseNumber'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }) => {
    const way = wayBack(state);
    return typeof way === 'string' ? null : way;
  },
  apply: (game, { at }) => takeUpAgain(game, at),
});
