/** What commands about orders share. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { Game } from '../state.ts';

export const openDrafts = (game: Game, seat: string): Refusal | null =>
  game.state.seats[seat]!.ready ? refuse('already-ready') : null;
