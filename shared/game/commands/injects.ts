/** What the facilitator does with prepared events: fire, take back, skip, restore, reword. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { InjectState } from '../news.ts';
import type { State } from '../state.ts';
import { fireInject, mayWithdraw, withdrawInject } from '../turn/injects.ts';
import { type CommandRules, OPEN } from './rule.ts';

const BY = ['facilitator'] as const;

/** Null if the event is in one of the states in which this can be done to it. */
function among(state: State, id: string, statuses: readonly InjectState['status'][]): Refusal | null {
  const inject = state.injects.find((i) => i.id === id);
  if (!inject) return refuse('inject-unknown', {}, 'inject');
  return statuses.includes(inject.status) ? null : refuse('inject-done', {}, 'inject');
}

const changed = (state: State, id: string, change: Partial<InjectState>): State => ({
  ...state,
  injects: state.injects.map((i) => (i.id === id ? { ...i, ...change } : i)),
});

export const injectRules: CommandRules<
  'fire-inject' | 'withdraw-inject' | 'skip-inject' | 'restore-inject' | 'edit-inject'
> = {
  'fire-inject': {
    by: BY,
    phases: ['briefing', 'negotiation'],
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => among(state, inject, ['waiting']),
    apply: (game, { command }) =>
      fireInject(game, game.state.scenario.injects.find((spec) => spec.id === command.inject)!),
  },
  'withdraw-inject': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { inject }) =>
      among(state, inject, ['fired']) ??
      (mayWithdraw(state, state.injects.find((i) => i.id === inject)!) ? null : refuse('year-resolved', {}, 'inject')),
    apply: ({ state }, { command }) => withdrawInject(state, command.inject),
  },
  'skip-inject': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => among(state, inject, ['waiting']),
    apply: ({ state }, { command }) => changed(state, command.inject, { status: 'skipped' }),
  },
  'restore-inject': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => among(state, inject, ['skipped', 'withdrawn']),
    apply: ({ state }, { command }) => changed(state, command.inject, { status: 'waiting' }),
  },
  // No words: the prepared ones come back.
  'edit-inject': {
    by: BY,
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { inject }) => among(state, inject, ['waiting']),
    apply: ({ state }, { command }) => changed(state, command.inject, { text: command.text || null }),
  },
};
