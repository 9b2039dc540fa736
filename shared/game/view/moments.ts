/** Moments of a game looked at again: the sky of a turn as somebody knew it then. */

import type { Population } from '../../orbits/table/population.ts';
import type { Entry } from '../commands/index.ts';
import { splitAfterTurn } from '../other-worlds/counterfactual.ts';
import { replay } from '../other-worlds/replay.ts';
import type { Moment, Viewer } from '../roles.ts';
import { skyFor } from '../sight/overlay/overlay.ts';
import type { Game } from '../state.ts';

/** Through whose eyes a moment is seen; the truth is what the facilitator sees. */
export const viewerOfMoment = (as: Moment['as']): Viewer =>
  as === 'truth' ? { kind: 'facilitator' } : as === 'public' ? { kind: 'projector' } : { kind: 'seat', seat: as };

/**
 * The overlay of the sky after a turn, as it was known then.
 * @param start the game before the first entry
 * @param sky the sky after that turn
 */
export function skyOfMoment(
  start: Game,
  entries: readonly Entry[],
  sky: Population,
  turn: number,
  as: Moment['as'],
): Uint8Array {
  const [through] = splitAfterTurn(entries, turn);
  const { state } = replay(start, through, { resolve: false }).game;
  return skyFor({ state, sky }, viewerOfMoment(as));
}
