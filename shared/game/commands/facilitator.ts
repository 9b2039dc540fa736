/** What the facilitator settles: names, seats, bots, the check question, the wall. Nobody's permission is needed. */

import { refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Delegate } from '../seat.ts';
import { isGateShut } from './lobby.ts';
import { type CommandRule, type CommandRules, knownSeat, OPEN, RUNNING, withSeat } from './rule.ts';

const BY = ['facilitator'] as const;

const setting = <K extends 'set-names' | 'set-bold-bots'>(apply: CommandRule<K>['apply']): CommandRule<K> => ({
  by: BY,
  phases: ['lobby'],
  apply,
});

export const facilitatorRules: CommandRules<
  | 'set-names'
  | 'set-bold-bots'
  | 'swap-seats'
  | 'ask-question'
  | 'waive-question'
  | 'set-bot'
  | 'hold-seat'
  | 'show-on-wall'
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
  'show-on-wall': {
    by: BY,
    phases: RUNNING,
    whilePaused: true,
    apply: ({ state }, { command }) => ({ ...state, wall: command.sky }),
  },
};
