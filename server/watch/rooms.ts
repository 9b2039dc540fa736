/** One room for each game that people watch, and the tickets that open a line to it. */
import { matchMaker } from '@colyseus/core';
import { ROOM } from '../../shared/protocol.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { Auth } from './GameRoom.ts';

export type Rooms = {
  /** opens one line of this person to the room of a game, once, within fifteen seconds; none while the server closes */
  readonly ticket: (code: string, auth: Auth) => Promise<matchMaker.ISeatReservation | Refusal>;
};

type Listing = Awaited<ReturnType<typeof matchMaker.createRoom>>;
const TRIES = 5;

/** Colyseus would look for a room that has space, and make another where it finds none in time: two rooms, and two seats by one key. */
export function openRooms(): Rooms {
  const rooms = new Map<string, Promise<Listing>>();

  function roomOf(code: string): Promise<Listing> {
    const known = rooms.get(code);
    if (known) return known;
    const made = matchMaker.createRoom(ROOM, { code });
    rooms.set(code, made);
    made.catch(() => forget(code, made));
    return made;
  }

  function forget(code: string, room: Promise<Listing>): void {
    if (rooms.get(code) === room) rooms.delete(code);
  }

  return {
    async ticket(code, auth) {
      for (let tries = 1; tries <= TRIES && matchMaker.state !== matchMaker.MatchMakerState.SHUTTING_DOWN; tries++) {
        const room = roomOf(code);
        const { roomId } = await room;
        // A room that everybody has left is gone, or about to be.
        if (matchMaker.getLocalRoomById(roomId)) {
          try {
            return await matchMaker.reserveSeatFor(await room, { code }, auth);
          } catch (error) {
            if (tries === TRIES) throw error;
          }
        }
        forget(code, room);
      }
      return refuse('store-down');
    },
  };
}
