/** The next step of the debrief is opened. */
import { z } from 'zod';
import { REVEAL_STEPS, refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { FACILITATOR } from './rule.ts';

export const reveal = deed({
  kind: 'reveal',
  shape: { step: z.literal(REVEAL_STEPS) },
  by: FACILITATOR,
  solo: true,
  job: null,
  phases: ['debrief'],
  whilePaused: false,
  // It names the step; the next one is another.
  about: [],
  forSeat: false,
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { step }) =>
    REVEAL_STEPS[state.revealed.length] === step
      ? null
      : refuse(
          'step-out-of-order',
          { next: { key: `reveal.${REVEAL_STEPS[state.revealed.length] ?? 'exit'}` } },
          'step',
        ),
  apply: ({ state }, { command }) => ({ ...state, revealed: [...state.revealed, command.step] }),
});
