/** No server ran for a while: that time is nobody's, and all that the clock counts goes on from where it stood. */
import { z } from 'zod';
import { refuse, type Words, words } from '../../vocabulary/index.ts';
import type { Clock } from '../time/clock.ts';
import { deed } from './deed.ts';
import { RUNNING } from './rule.ts';

/** What is shorter is no news to anybody. */
const TOLD_MS = 10_000;
const MINUTE_MS = 60_000;
/** From so many minutes on they are counted in hours. */
const HOURS_FROM_MIN = 120;

function awayFor(ms: number): Words {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < HOURS_FROM_MIN) return words('news.outage', { minutes });
  return words('news.outage-hours', { hours: Math.round(minutes / 60) });
}

/** A clock with all instants that are still to come, and those from which the session counts, so much later. */
function later(clock: Clock, ms: number): Clock {
  const moved = (instant: number | null): number | null => (instant === null ? null : instant + ms);
  return {
    ...clock,
    endsAt: moved(clock.endsAt),
    sessionStartedAt: moved(clock.sessionStartedAt),
    dimUntil: moved(clock.dimUntil),
  };
}

export const outage = deed({
  kind: 'outage',
  shape: { ms: z.number() },
  by: ['server'],
  solo: false,
  job: null,
  phases: RUNNING,
  whilePaused: true,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: (_game, _actor, { ms }) => (ms > 0 ? null : refuse('amount-out-of-range', {}, 'ms')),
  apply: ({ state }, { at, command: { ms } }) => {
    const { clock, ended, news } = state;
    const moved = { ...state, clock: later(clock, ms), ended: ended && { ...ended, clock: later(ended.clock, ms) } };
    if (ms < TOLD_MS) return moved;
    const { number, turn } = clock;
    const id = `outage-${number}-${at}`;
    return { ...moved, news: [...news, { id, turn, month: 0, to: null, words: awayFor(ms), tone: 'calm' }] };
  },
});
