/** What a break-up is asked with, and the cloud that it leaves before the pieces have orbits. */

import type { Row } from '../table/population.ts';
import type { Fragments } from './fragments.ts';

/** What hits: a body on a suborbital path (its fragments rarely stay), or an object of the sky. */
type Projectile = { readonly massKg: number; readonly speedKms: number } | { readonly row: Row };

/**
 * What breaks up, where and how. The target's mean anomaly says where; a projectile row hits there with the velocity
 * it has at its own mean anomaly. `breakupId` is handed in and causal: an order's id, or the pair and month.
 */
export type BreakUpSpec =
  | {
      readonly kind: 'collision';
      readonly breakupId: number;
      readonly target: Row;
      readonly projectile: Projectile;
      readonly month: number;
    }
  | {
      readonly kind: 'explosion';
      readonly breakupId: number;
      readonly target: Row;
      readonly scaleS: number;
      readonly month: number;
    };

/** Fragments after steps 1-5: kicks are relative to the parents' velocities. */
export type Cloud = {
  readonly fragments: Fragments;
  /** fragments drawn by the number law; the rest are the large pieces of the mass closure */
  readonly drawn: number;
  readonly catastrophic: boolean;
  readonly energyJPerG: number;
  readonly massKg: number;
  /** index of the piece that is the cratered target, or -1 */
  readonly remnant: number;
  /** of each parent: factor on the ballistic A/M of its pieces (downrange.ts) */
  readonly lightness: readonly number[];
};
