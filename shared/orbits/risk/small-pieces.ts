/**
 * Pieces of 1-10 cm, which nobody tracks, beside a sky of tracked objects: how many there are in each shell, where they come
 * from, where they go, and how often they hit working satellites. Numbers are expectations; the same laws as in the model of
 * shells (shells.ts), a month at a time.
 */

import { fragmentKernel } from '../decades/kernels.ts';
import { crossingsPerYear } from '../decades/shell-plan.ts';
import { SMALL, shellState, USUAL_AREA_TO_MASS } from '../decades/shell-state.ts';
import type { SkyEvent } from '../motion/events.ts';
import { addResidence, SHELL_COUNT, SHELL_VOLUMES_KM3, shellOf } from '../table/altitudes.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM, SECONDS_PER_DAY } from '../table/elements.ts';
import { ACTIVE, indexOf, type Population } from '../table/population.ts';
import { RELATIVE_SPEED_KMS } from './collisions.ts';

const SECONDS_PER_MONTH = DAYS_PER_MONTH * SECONDS_PER_DAY;

/** Pieces of 1-10 cm in each shell of a sky nobody counted them in: so many for each tracked fragment. */
export const smallPiecesOf = (sky: Population): Float64Array =>
  shellState(sky).counts.slice(SMALL * SHELL_COUNT, (SMALL + 1) * SHELL_COUNT);

/**
 * The pieces after a month with these events of the sky `before` it, at a mean flux (sfu), and the expected hits on working
 * satellites in it. Sinks: drag, N_k' = (N_k + in) / (1 + dt rate_k), out = dt rate_k N_k', from the top shell down. Sources: the
 * number law of each break-up, spread from its shell. Hits: sum of n v_r pi r^2 dt, r the mean radius of each satellite.
 */
export function smallPiecesAfter(
  pieces: Float64Array,
  before: Population,
  events: readonly SkyEvent[],
  f107: number,
): { pieces: Float64Array; hits: number } {
  const next = new Float64Array(SHELL_COUNT);
  let falling = 0;
  for (let k = SHELL_COUNT - 1; k >= 0; k--) {
    const rate = (crossingsPerYear(k, f107) * USUAL_AREA_TO_MASS[SMALL]!) / 12;
    next[k] = (pieces[k]! + falling) / (1 + rate);
    falling = next[k]! * rate;
  }
  for (const event of events) {
    if (event.kind !== 'collision' && event.kind !== 'explosion') continue;
    const row = indexOf(before, event.ids[0]!);
    const shell = row < 0 ? -1 : shellOf(before.semiMajorAxisKm[row]! - EARTH_RADIUS_KM);
    if (shell < 0) continue;
    const { places, shares } = fragmentKernel(event.kind, shell).small;
    for (let n = 0; n < places.length; n++) next[places[n]!] = next[places[n]!]! + event.smallCount * shares[n]!;
  }
  return { pieces: next, hits: hitsIn(pieces, before) };
}

/** Expected hits of pieces on working satellites in a month. */
function hitsIn(pieces: Float64Array, sky: Population): number {
  const sweptM2 = new Float64Array(SHELL_COUNT);
  for (let i = 0; i < sky.count; i++)
    if (sky.flags[i]! & ACTIVE)
      addResidence(sweptM2, 0, sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!, sky.weight[i]! * sky.areaM2[i]!);
  let hits = 0;
  for (let k = 0; k < SHELL_COUNT; k++)
    hits += ((sweptM2[k]! * 1e-6 * pieces[k]!) / SHELL_VOLUMES_KM3[k]!) * RELATIVE_SPEED_KMS * SECONDS_PER_MONTH;
  return hits;
}
