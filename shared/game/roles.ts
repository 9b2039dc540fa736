/** Who acts, who looks on, and through whose eyes a past moment is seen. */
import type { DelegateId, SeatId } from '../vocabulary/index.ts';

/** Who does a command. A guest has a delegate's key and no seat yet. */
export type Actor =
  | { readonly role: 'guest'; readonly delegate: DelegateId }
  | { readonly role: 'delegate'; readonly delegate: DelegateId; readonly seat: SeatId }
  | { readonly role: 'bot'; readonly seat: SeatId }
  | { readonly role: 'facilitator' }
  | { readonly role: 'clock' }
  | { readonly role: 'server' };

/** Whose view it is. */
export type Viewer =
  | { readonly kind: 'seat'; readonly seat: SeatId }
  | { readonly kind: 'guest' }
  | { readonly kind: 'projector' }
  | { readonly kind: 'spectator' }
  | { readonly kind: 'facilitator' };

/** How the sky is drawn: around the Earth, by altitude, along the geostationary belt. */
export const SKY_VIEWS = ['globe', 'shells', 'belt'] as const;
export type SkyView = (typeof SKY_VIEWS)[number];

/** A moment of the game that the debrief looks at: the end of a month of a turn, as one seat, everybody or nobody saw it. */
export type Moment = {
  readonly turn: number;
  /** 1..12 */
  readonly month: number;
  readonly as: SeatId | 'truth' | 'public';
};
