/** The way into a game's room: who comes with the right code gets a ticket, which opens one line, once and soon. */
import { matchMaker, ServerError } from '@colyseus/core';
import type { Application } from 'express';
import { ROOM } from '../../shared/protocol.ts';
import { bearer } from '../games/keys.ts';
import { callerOf } from './callers.ts';

/** The route by which Colyseus' client asks for it; the framework's own are not served. */
export function roomRoutes(app: Application): void {
  app.post(`/matchmake/joinOrCreate/${ROOM}`, async (request, response) => {
    const context = {
      token: bearer(request.headers.authorization) ?? undefined,
      ip: callerOf(request),
      headers: new Headers(),
    };
    try {
      response.json(await matchMaker.joinOrCreate(ROOM, request.body, context));
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      response.status(error.code).json({ code: error.code, error: error.message });
    }
  });
}
