/** What the facilitator can do. Nobody's permission is needed; everything is a logged command. */

import type { Refusal, SeatId } from '../../vocabulary/index.ts';
import { REVEAL_STEPS, refuse } from '../../vocabulary/index.ts';
import { fireInject } from '../injects.ts';
import { advance, awaitsSky, beginPlay, endPlay } from '../phases.ts';
import type { Delegate, State } from '../state.ts';
import { withoutDelegate } from './lobby.ts';
import { type CommandRule, type CommandRules, OPEN, RUNNING, withSeat } from './rule.ts';

const BY = ['facilitator'] as const;
/** Nothing that runs by the clock can be shorter than this after a change of its end. */
const LEAST_LEFT_MS = 1_000;

const knownSeat = (state: State, id: SeatId, field: string): Refusal | null =>
  state.seats[id] ? null : refuse('seat-unknown', { seat: id }, field);
const knownDelegate = (state: State, id: string): Refusal | null =>
  state.delegates[id] ? null : refuse('delegate-unknown', {}, 'delegate');
const withClock = (state: State, change: Partial<State['clock']>): State => ({
  ...state,
  clock: { ...state.clock, ...change },
});

const setting = <K extends 'set-names' | 'set-bold-bots'>(apply: CommandRule<K>['apply']): CommandRule<K> => ({
  by: BY,
  phases: ['lobby'],
  apply,
});

export const facilitatorRules: CommandRules<
  | 'set-names'
  | 'set-bold-bots'
  | 'swap-seats'
  | 'start'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'end-phase'
  | 'shorten'
  | 'fire-inject'
  | 'skip-inject'
  | 'set-bot'
  | 'broadcast'
  | 'hide-message'
  | 'mute'
  | 'remove-delegate'
  | 'open-debrief'
  | 'reveal'
  | 'close'
> = {
  'set-names': setting(({ state }, { command }) => ({ ...state, names: command.names })),
  'set-bold-bots': setting(({ state }, { command }) => ({ ...state, boldBots: command.on })),
  'swap-seats': {
    by: BY,
    phases: ['lobby'],
    check: ({ state }, _actor, { first, second }) =>
      knownSeat(state, first, 'first') ??
      knownSeat(state, second, 'second') ??
      (first === second ? refuse('own-seat', {}, 'second') : null),
    apply: ({ state }, { command: { first, second } }) => {
      const other = (seat: SeatId): SeatId => (seat === first ? second : seat === second ? first : seat);
      const delegates: Record<string, Delegate> = Object.fromEntries(
        Object.entries(state.delegates).map(([id, d]) => [id, { ...d, seat: other(d.seat) }]),
      );
      const a = state.seats[first]!;
      const b = state.seats[second]!;
      return {
        ...state,
        delegates,
        seats: {
          ...state.seats,
          [first]: { ...a, jobs: b.jobs, bot: b.bot },
          [second]: { ...b, jobs: a.jobs, bot: a.bot },
        },
      };
    },
  },
  start: { by: BY, phases: ['lobby'], apply: (game, { at }) => beginPlay(game, at) },
  pause: {
    by: BY,
    phases: RUNNING,
    check: ({ state }) =>
      state.clock.pausedLeftMs !== null ? refuse('paused') : state.clock.endsAt === null ? refuse('resolving') : null,
    apply: ({ state }, { at }) =>
      withClock(state, { pausedLeftMs: Math.max(0, state.clock.endsAt! - at), endsAt: null }),
  },
  resume: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => (state.clock.pausedLeftMs === null ? refuse('not-running') : null),
    apply: ({ state }, { at }) =>
      withClock(state, { endsAt: at + Math.max(LEAST_LEFT_MS, state.clock.pausedLeftMs!), pausedLeftMs: null }),
  },
  extend: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }, _actor, { seconds }) => {
      const most = state.scenario.seconds.extensionMax;
      return state.clock.extendedS + seconds > most ? refuse('extension-limit', { most }, 'seconds') : null;
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
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => (awaitsSky(state) ? refuse('resolving') : null),
    apply: (game, { at }) => advance(game, at),
  },
  shorten: {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => (state.clock.turn < state.clock.lastTurn ? null : refuse('last-turn')),
    apply: ({ state }) => withClock(state, { lastTurn: state.clock.lastTurn - 1 }),
  },
  'fire-inject': {
    by: BY,
    phases: ['briefing', 'negotiation'],
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => injectWaiting(state, inject),
    apply: (game, { command }) =>
      fireInject(game, game.state.scenario.injects.find((spec) => spec.id === command.inject)!),
  },
  'skip-inject': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => injectWaiting(state, inject),
    apply: ({ state }, { command }) => ({
      ...state,
      injects: state.injects.map((i) => (i.id === command.inject ? { ...i, status: 'skipped' } : i)),
    }),
  },
  'set-bot': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
    apply: ({ state }, { command }) => withSeat(state, command.seat, { bot: command.on, ready: false }),
  },
  broadcast: {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: (_game, _actor, { text }) => (text === '' ? refuse('text-empty', {}, 'text') : null),
    apply: ({ state }, { at, command }) => ({
      ...state,
      press: [
        ...state.press,
        { id: command.text, at, turn: state.clock.turn, from: 'facilitator', by: null, to: 'all', hidden: false },
      ],
    }),
  },
  'hide-message': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { message }) =>
      state.press.some((m) => m.id === message) ? null : refuse('malformed', {}, 'message'),
    apply: ({ state }, { command }) => ({
      ...state,
      press: state.press.map((m) => (m.id === command.message ? { ...m, hidden: true } : m)),
    }),
  },
  mute: {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { delegate }) => knownDelegate(state, delegate),
    apply: ({ state }, { command }) => ({
      ...state,
      delegates: {
        ...state.delegates,
        [command.delegate]: { ...state.delegates[command.delegate]!, muted: command.on },
      },
    }),
  },
  'remove-delegate': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { delegate }) => knownDelegate(state, delegate),
    apply: ({ state }, { command }) => withoutDelegate(state, command.delegate),
  },
  'open-debrief': {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => (awaitsSky(state) ? refuse('resolving') : null),
    apply: (game, { at }) => {
      if (game.state.clock.phase === 'epilogue') return advance(game, at);
      return endPlay(game.state, at);
    },
  },
  reveal: {
    by: BY,
    phases: ['debrief'],
    check: ({ state }, _actor, { step }) =>
      REVEAL_STEPS[state.revealed.length] === step
        ? null
        : refuse(
            'step-out-of-order',
            { next: { key: `reveal.${REVEAL_STEPS[state.revealed.length] ?? 'exit'}` } },
            'step',
          ),
    apply: ({ state }, { command }) => ({ ...state, revealed: [...state.revealed, command.step] }),
  },
  close: {
    by: BY,
    phases: ['lobby', 'debrief'],
    apply: ({ state }, { at }) =>
      withClock(state, { phase: 'closed', number: state.clock.number + 1, startedAt: at, endsAt: null }),
  },
};

function injectWaiting(state: State, id: string): Refusal | null {
  const inject = state.injects.find((i) => i.id === id);
  if (!inject) return refuse('inject-unknown', {}, 'inject');
  return inject.status === 'waiting' ? null : refuse('inject-done', {}, 'inject');
}
