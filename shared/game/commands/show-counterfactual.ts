/** The other world of a comparison is shown to the room, or put away. */
import { z } from 'zod';
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { FACILITATOR } from './rule.ts';

export const showCounterfactual = deed({
  kind: 'show-counterfactual',
  shape: { counterfactual: Id, on: z.boolean() },
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
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
});
