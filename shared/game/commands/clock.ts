/** The facilitator's hold on time: the session, the phases, their length, the number of turns. */
import { refuse } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';
import { goBack, wayBack } from '../time/going-back.ts';
import { advance, awaitsSky, beginPlay, lookFrom } from '../time/phases.ts';
import { latestEnd } from '../time/plan.ts';
import { shutGates } from './lobby.ts';
import { type CommandRules, outdated, RUNNING, withClock } from './rule.ts';

const BY = ['facilitator'] as const;
/** Nothing that runs by the clock can be shorter than this after a change of its end. */
const LEAST_LEFT_MS = 1_000;

/** An end of the running phase that leaves the debrief its time, and people a moment. */
function inTime(state: State, endsAt: number, at: number): number {
  return Math.max(at + LEAST_LEFT_MS, Math.min(endsAt, latestEnd(state) ?? endsAt));
}

export const clockRules: CommandRules<
  | 'begin-session'
  | 'start'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'end-phase'
  | 'go-back'
  | 'try-again'
  | 'shorten'
  | 'lengthen'
  | 'allow-overrun'
> = {
  'begin-session': {
    by: BY,
    phases: ['lobby'],
    apply: ({ state }, { at }) => withClock(state, { sessionStartedAt: at }),
  },
  start: {
    by: BY,
    phases: ['lobby'],
    check: ({ state }) => {
      const shut = shutGates(state);
      return shut.length > 0 ? refuse('gate-shut', { n: shut.length }) : null;
    },
    apply: (game, { at }) => beginPlay(game, at),
  },
  pause: {
    by: BY,
    solo: true,
    phases: RUNNING,
    check: ({ state }) =>
      state.clock.pausedLeftMs !== null ? refuse('paused') : state.clock.endsAt === null ? refuse('resolving') : null,
    apply: ({ state }, { at }) =>
      withClock(state, { pausedLeftMs: Math.max(0, state.clock.endsAt! - at), endsAt: null }),
  },
  resume: {
    by: BY,
    solo: true,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => outdated(state) ?? (state.clock.pausedLeftMs === null ? refuse('not-running') : null),
    apply: ({ state }, { at }) =>
      withClock(state, { endsAt: inTime(state, at + state.clock.pausedLeftMs!, at), pausedLeftMs: null }),
  },
  extend: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
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
  },
  'end-phase': {
    by: BY,
    solo: true,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => outdated(state) ?? (awaitsSky(state) ? refuse('resolving') : null),
    apply: (game, { at }) => advance(game, at),
  },
  'go-back': {
    by: BY,
    phases: [...RUNNING, 'debrief'],
    whilePaused: true,
    check: ({ state }) => {
      const way = wayBack(state);
      return typeof way === 'string' ? null : way;
    },
    apply: (game, { at }) => goBack(game, at),
  },
  'try-again': {
    by: BY,
    solo: true,
    phases: ['resolution'],
    whilePaused: true,
    check: ({ state }) =>
      outdated(state) ?? (state.halt ? null : refuse(awaitsSky(state) ? 'resolving' : 'year-resolved')),
    apply: ({ state }, { at }) => lookFrom({ ...state, halt: null }, at),
  },
  shorten: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state: { clock } }) => {
      if (clock.turn >= clock.lastTurn) return refuse('last-turn');
      // The year that is being resolved, or looked at, was not resolved as the last one.
      return clock.phase === 'resolution' && clock.turn === clock.lastTurn - 1 ? refuse('resolving') : null;
    },
    apply: ({ state }) => withClock(state, { lastTurn: state.clock.lastTurn - 1 }),
  },
  lengthen: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state: { clock, scenario } }) => {
      if (clock.phase === 'epilogue' || clock.lastTurn >= scenario.turns) return refuse('last-turn');
      return clock.phase === 'resolution' && clock.turn === clock.lastTurn ? refuse('resolving') : null;
    },
    apply: ({ state }) => withClock(state, { lastTurn: state.clock.lastTurn + 1 }),
  },
  'allow-overrun': {
    by: BY,
    phases: ['lobby', ...RUNNING],
    whilePaused: true,
    apply: ({ state }, { at, command }) => {
      const next = withClock(state, { overrun: command.on });
      return state.clock.endsAt === null ? next : withClock(next, { endsAt: inTime(next, state.clock.endsAt, at) });
    },
  },
};
