/** What happens to a sky in a month. */

/** Where a satellite goes at the end of its mission: out of orbit, above the geostationary belt, or nowhere. */
export type Disposal = 'down' | 'graveyard' | 'none';

/** What the month did, in the order of the steps. */
export type SkyEvent =
  | { readonly kind: 'reentry'; readonly id: number; readonly month: number; readonly massKg: number }
  | { readonly kind: 'missionEnd'; readonly id: number; readonly month: number; readonly disposal: Disposal }
  | BreakUpEvent;

export type BreakUpEvent = {
  readonly kind: 'collision' | 'explosion';
  /** one object, or both of a collision, the lower id first */
  readonly ids: readonly number[];
  readonly month: number;
  readonly breakupId: number;
  readonly speedKms: number;
  readonly energyJPerG: number;
  readonly catastrophic: boolean;
  /** new pieces in orbit */
  readonly fragments: number;
  /** pieces that are not */
  readonly left: number;
  readonly smallCount: number;
  readonly cause: 'tracked-object' | 'stored-energy';
};
