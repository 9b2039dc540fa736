/** The running phase gets more time, or less. */
import { refuse } from '../../vocabulary/index.ts';
import { latestEnd } from '../time/plan.ts';
import { LEAST_LEFT_MS } from './clock.ts';
import { deed } from './deed.ts';
import { Whole } from './fields.ts';
import { FACILITATOR, RUNNING, withClock } from './rule.ts';

export const extend = deed({
  kind: 'extend',
  shape: { seconds: Whole.min(-3600).max(3600) },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: RUNNING,
  whilePaused: true,
  about: ['phaseNumber', 'extendedS'],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { seconds }, at) => {
    const { clock } = state;
    const most = state.scenario.seconds.extensionMax;
    if (clock.extendedS + seconds > most) return refuse('extension-limit', { most }, 'seconds');
    const latest = latestEnd(state);
    const end = clock.endsAt ?? at + (clock.pausedLeftMs ?? 0);
    return seconds > 0 && latest !== null && end + seconds * 1000 > latest ? refuse('debrief-reserved') : null;
  },
  apply: ({ state }, { at, command }) => {
    const { clock } = state;
    const extendedS = clock.extendedS + command.seconds;
    const ms = command.seconds * 1000;
    if (clock.endsAt === null && clock.pausedLeftMs === null) return state;
    if (clock.pausedLeftMs !== null)
      return withClock(state, { extendedS, pausedLeftMs: Math.max(LEAST_LEFT_MS, clock.pausedLeftMs + ms) });
    return withClock(state, { extendedS, endsAt: Math.max(at + LEAST_LEFT_MS, clock.endsAt! + ms) });
  },
});
