/** What the facilitator can do. Nobody's permission is needed; everything is a logged command. */

import { REVEAL_STEPS, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { goBack, wayBack } from '../going-back.ts';
import { advance, awaitsSky, beginPlay, endPlay } from '../phases.ts';
import { latestEnd } from '../plan.ts';
import type { Delegate } from '../seat.ts';
import type { State } from '../state.ts';
import { isGateShut, shutGates, withoutDelegate } from './lobby.ts';
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

const hiding = (hidden: boolean): CommandRule<'hide-message'> & CommandRule<'show-message'> => ({
  by: BY,
  phases: OPEN,
  whilePaused: true,
  check: ({ state }, _actor, { message }) =>
    state.press.some((m) => m.id === message) ? null : refuse('malformed', {}, 'message'),
  apply: ({ state }, { command }) => ({
    ...state,
    press: state.press.map((m) => (m.id === command.message ? { ...m, hidden } : m)),
  }),
});

/** An end of the running phase that leaves the debrief its time, and people a moment. */
function inTime(state: State, endsAt: number, at: number): number {
  return Math.max(at + LEAST_LEFT_MS, Math.min(endsAt, latestEnd(state) ?? endsAt));
}

export const facilitatorRules: CommandRules<
  | 'set-names'
  | 'set-bold-bots'
  | 'swap-seats'
  | 'begin-session'
  | 'ask-question'
  | 'waive-question'
  | 'start'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'end-phase'
  | 'go-back'
  | 'shorten'
  | 'lengthen'
  | 'allow-overrun'
  | 'set-bot'
  | 'hold-seat'
  | 'broadcast'
  | 'reply'
  | 'read-calls'
  | 'hide-message'
  | 'show-message'
  | 'mute'
  | 'remove-delegate'
  | 'open-debrief'
  | 'reveal'
  | 'unreveal'
  | 'show-on-wall'
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
          [first]: { ...a, jobs: b.jobs, bot: b.bot, gate: b.gate },
          [second]: { ...b, jobs: a.jobs, bot: a.bot, gate: a.gate },
        },
      };
    },
  },
  'begin-session': {
    by: BY,
    phases: ['lobby'],
    apply: ({ state }, { at }) => withClock(state, { sessionStartedAt: at }),
  },
  'ask-question': {
    by: BY,
    phases: ['lobby'],
    apply: ({ state }) => ({
      ...state,
      seats: Object.fromEntries(
        Object.entries(state.seats).map(([id, seat]) => [
          id,
          seat.bot || seat.gate === 'passed' ? seat : { ...seat, gate: 'asked' as const },
        ]),
      ),
    }),
  },
  'waive-question': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { seat }) =>
      knownSeat(state, seat, 'seat') ?? (isGateShut(state.seats[seat]!) ? null : refuse('no-question', {}, 'seat')),
    apply: ({ state }, { command }) => withSeat(state, command.seat, { gate: 'waived' }),
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
    check: ({ state }) => (state.clock.pausedLeftMs === null ? refuse('not-running') : null),
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
    check: ({ state }) => (awaitsSky(state) ? refuse('resolving') : null),
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
  'set-bot': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
    apply: ({ state }, { command }) => withSeat(state, command.seat, { bot: command.on, ready: false }),
  },
  'hold-seat': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
    apply: ({ state }, { command }) => withSeat(state, command.seat, { held: command.on, ready: false }),
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
  reply: {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { to, text }) =>
      text === '' ? refuse('text-empty', {}, 'text') : knownSeat(state, to, 'to'),
    apply: ({ state }, { at, command: { text, to } }) => ({
      ...state,
      press: [
        ...state.press,
        { id: text, at, turn: state.clock.turn, from: 'facilitator', by: null, to, hidden: false },
      ],
    }),
  },
  // A person who called for help sees that the call has been read.
  'read-calls': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { seat }) => knownSeat(state, seat, 'seat'),
    apply: ({ state }, { command: { seat } }) => ({
      ...state,
      press: state.press.map((m) => (m.from === seat && m.to === 'facilitator' && !m.read ? { ...m, read: true } : m)),
    }),
  },
  'hide-message': hiding(true),
  'show-message': hiding(false),
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
    solo: true,
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
    solo: true,
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
  unreveal: {
    by: BY,
    solo: true,
    phases: ['debrief'],
    check: ({ state }) => (state.revealed.length > 0 ? null : refuse('no-way-back')),
    apply: ({ state }) => ({ ...state, revealed: state.revealed.slice(0, -1) }),
  },
  'show-on-wall': {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    apply: ({ state }, { command }) => ({ ...state, wall: command.sky }),
  },
  close: {
    by: BY,
    solo: true,
    phases: ['lobby', 'debrief'],
    apply: ({ state }, { at }) =>
      withClock(state, { phase: 'closed', number: state.clock.number + 1, startedAt: at, endsAt: null }),
  },
};
