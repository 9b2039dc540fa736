/** What is shown in the debrief beyond its steps: another world beside the one that was played, and moments looked at again. */
import { refuse } from '../../vocabulary/index.ts';
import type { CommandRules } from './rule.ts';

export const debriefRules: CommandRules<'compared' | 'show-counterfactual' | 'show-moment' | 'hide-moment'> = {
  compared: {
    by: ['server'],
    phases: ['debrief'],
    apply: ({ state }, { command: { counterfactual: id, comparison } }) => ({
      ...state,
      counterfactuals: [...state.counterfactuals, { ...comparison, id, shown: Boolean(state.solo) }],
    }),
  },
  'show-counterfactual': {
    by: ['facilitator'],
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
    by: ['facilitator'],
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
    by: ['facilitator'],
    solo: true,
    phases: ['debrief'],
    apply: ({ state }) => ({ ...state, moment: null }),
  },
};
