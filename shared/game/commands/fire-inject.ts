/** A prepared event happens now. */
import { fireInject as fire } from '../turn/injects.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { among } from './injects.ts';
import { FACILITATOR } from './rule.ts';

export const fireInject = deed({
  kind: 'fire-inject',
  shape: { inject: Id },
  by: FACILITATOR,
  solo: false,
  job: null,
  phases: ['briefing', 'negotiation'],
  whilePaused: true,
  about: ['turn'],
  forSeat: false,
  // Some of what an event brings is for single seats.
  heard: 'all',
  theme: null,
  can: null,
  check: ({ state }, _actor, { inject }) => among(state, inject, ['waiting']),
  apply: (game, { command }) => fire(game, game.state.scenario.injects.find((spec) => spec.id === command.inject)!),
});
