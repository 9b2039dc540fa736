/** What counts as tracked: the one rule of news, counters, overlays, forecasts and the debrief. */

import { followedSizeM, seenAltitudeKm } from '../../orbits/breakup/detection.ts';
import { FIRST_CAUSAL_ID } from '../../orbits/table/chance.ts';
import { DEBRIS, type Population } from '../../orbits/table/population.ts';

/**
 * Whether sensors follow an object that follow pieces from a size on in low orbit, m. The starting catalogue is public, and
 * satellites and stages that the game flew are registered and in sight of everybody; pieces are followed by size and altitude.
 */
export const isTracked = (sky: Population, row: number, lowOrbitSizeM: number): boolean =>
  sky.id[row]! < FIRST_CAUSAL_ID ||
  sky.kind[row] !== DEBRIS ||
  sky.sizeM[row]! >= followedSizeM(lowOrbitSizeM, seenAltitudeKm(sky.semiMajorAxisKm[row]!, sky.eccentricity[row]!));

/** Tracked pieces of a break-up that are in orbit. */
export function trackedPieces(sky: Population, breakupId: number, lowOrbitSizeM: number): number {
  let sum = 0;
  for (let row = 0; row < sky.count; row++)
    if (sky.breakupId[row] === breakupId && sky.kind[row] === DEBRIS && isTracked(sky, row, lowOrbitSizeM))
      sum += sky.weight[row]!;
  return Math.round(sum);
}
