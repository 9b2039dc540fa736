/** The debrief: it opens, its steps, another world beside the one that was played, moments looked at again, the end. */
import { REVEAL_STEPS, refuse } from '../../vocabulary/index.ts';
import { advance, awaitsSky, endPlay, endUnresolved } from '../time/phases.ts';
import { type CommandRules, RUNNING, withClock } from './rule.ts';

const BY = ['facilitator'] as const;

export const debriefRules: CommandRules<
  'compared' | 'show-counterfactual' | 'show-moment' | 'hide-moment' | 'open-debrief' | 'reveal' | 'unreveal' | 'close'
> = {
  'open-debrief': {
    by: BY,
    solo: true,
    phases: RUNNING,
    whilePaused: true,
    check: ({ state }) => (awaitsSky(state) && !state.halt ? refuse('resolving') : null),
    apply: (game, { at }) => {
      if (game.state.halt) return endUnresolved(game.state, at);
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
  compared: {
    by: ['server'],
    phases: ['debrief'],
    check: ({ state }) => (state.halt?.why === 'scenario' ? refuse('scenario-outdated') : null),
    apply: ({ state }, { command: { counterfactual: id, comparison } }) => ({
      ...state,
      counterfactuals: [...state.counterfactuals, { ...comparison, id, shown: Boolean(state.solo) }],
    }),
  },
  'show-counterfactual': {
    by: BY,
    solo: true,
    phases: ['debrief'],
    check: ({ state }, _actor, { counterfactual }) =>
      state.counterfactuals.some((c) => c.id === counterfactual)
        ? null
        : refuse('malformed', { reason: 'counterfactual' }, 'counterfactual'),
    apply: ({ state }, { command }) => ({
      ...state,
      counterfactuals: state.counterfactuals.map((c) =>
        c.id === command.counterfactual ? { ...c, shown: command.on } : c,
      ),
    }),
  },
  'show-moment': {
    by: BY,
    solo: true,
    phases: ['debrief'],
    check: ({ state }, _actor, { turn, as }) => {
      if (!state.turnsDone.some((t) => t.turn === turn))
        return refuse('amount-out-of-range', { most: state.turnsDone.length }, 'turn');
      return as === 'truth' || as === 'public' || state.seats[as] ? null : refuse('seat-unknown', { seat: as }, 'as');
    },
    apply: ({ state }, { command: { turn, month, as } }) => ({ ...state, moment: { turn, month, as } }),
  },
  'hide-moment': {
    by: BY,
    solo: true,
    phases: ['debrief'],
    apply: ({ state }) => ({ ...state, moment: null }),
  },
  close: {
    by: BY,
    solo: true,
    phases: ['lobby', 'debrief'],
    whilePaused: true,
    apply: ({ state }, { at }) =>
      withClock(state, { phase: 'closed', number: state.clock.number + 1, startedAt: at, endsAt: null }),
  },
};
