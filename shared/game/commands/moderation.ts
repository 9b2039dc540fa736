/** The facilitator among those who talk: words to all or to one seat, what is hidden, who may write, who leaves. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';
import { withoutDelegate } from './lobby.ts';
import { type CommandRule, type CommandRules, knownSeat, OPEN } from './rule.ts';

const BY = ['facilitator'] as const;
const knownDelegate = (state: State, id: string): Refusal | null =>
  state.delegates[id] ? null : refuse('delegate-unknown', {}, 'delegate');

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

export const moderationRules: CommandRules<
  'broadcast' | 'reply' | 'read-calls' | 'hide-message' | 'show-message' | 'mute' | 'remove-delegate'
> = {
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
};
