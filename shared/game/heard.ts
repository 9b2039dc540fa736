/** Who learns of what is done. What screens say of it and what is sent come from here; a law holds the views to it. */
import type { SeatId } from '../vocabulary/index.ts';

/** Everybody, those on the wall included; or these seats. The facilitator learns of everything, who does it of what they do. */
export type Hearers = 'all' | readonly SeatId[];

/** Who reads what is said `to` somebody. */
export const hearersOfWords = (to: SeatId | 'plenary' | 'facilitator'): Hearers =>
  to === 'plenary' ? 'all' : to === 'facilitator' ? [] : [to];
