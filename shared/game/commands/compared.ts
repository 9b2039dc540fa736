/** Another world has been computed. */
import { refuse } from '../../vocabulary/index.ts';
import type { Comparison } from '../other-worlds/counterfactual-shape.ts';
import { deed } from './deed.ts';
import { given, Id } from './fields.ts';

export const compared = deed({
  kind: 'compared',
  shape: { counterfactual: Id, comparison: given<Comparison>() },
  by: ['server'],
  solo: false,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  about: [],
  forSeat: false,
  heard: 'desk',
  theme: null,
  can: null,
  check: ({ state }) => (state.halt?.why === 'scenario' ? refuse('scenario-outdated') : null),
  apply: ({ state }, { command: { counterfactual: id, comparison } }) => ({
    ...state,
    counterfactuals: [...state.counterfactuals, { ...comparison, id, shown: Boolean(state.solo) }],
  }),
});
