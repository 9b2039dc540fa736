/** Who is at the other end of a connection, and what that makes of them in a game. */
import type { Actor, Viewer } from '../../shared/game/roles.ts';
import type { State } from '../../shared/game/state.ts';

export const WATCHERS = ['guest', 'projector', 'spectator'] as const;
/** A person (or a screen) as the door knows it: by key, or without one only to watch. */
export type Who =
  | { readonly kind: 'facilitator' }
  | { readonly kind: 'delegate'; readonly delegate: string }
  | { readonly kind: 'watcher'; readonly as: (typeof WATCHERS)[number] };

/** As whom they act; null: watching only. */
export function actorOf(state: State, who: Who): Actor | null {
  if (who.kind === 'facilitator') return { role: 'facilitator' };
  if (who.kind === 'watcher') return null;
  const seat = state.delegates[who.delegate]?.seat;
  return seat === undefined
    ? { role: 'guest', delegate: who.delegate }
    : { role: 'delegate', delegate: who.delegate, seat };
}

/** As whom they see. */
export function viewerOf(state: State, who: Who): Viewer {
  if (who.kind === 'facilitator') return { kind: 'facilitator' };
  if (who.kind === 'watcher') return { kind: who.as };
  const seat = state.delegates[who.delegate]?.seat;
  return seat === undefined ? { kind: 'guest' } : { kind: 'seat', seat };
}

/** A name for the person that no other person of the game has. */
export const nameOf = (who: Who): string => (who.kind === 'delegate' ? `delegate ${who.delegate}` : who.kind);
