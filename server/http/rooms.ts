/** The way into a game's room: the key comes in a header, and what goes back is a ticket that opens one line, once and soon. */
import type { Application } from 'express';
import { z } from 'zod';
import { ROOM } from '../../shared/protocol.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import { bearer } from '../games/keys.ts';
import { WATCHERS } from '../watch/people.ts';
import type { Rooms } from '../watch/rooms.ts';
import { statusOf } from './answers.ts';
import { callerOf } from './callers.ts';
import type { Visit, Visitors } from './visitors.ts';

const JoinBody = z.object({
  code: z.string().max(40),
  as: z.literal(WATCHERS).default('guest'),
  tab: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,40}$/)
    .optional(),
  again: z.boolean().default(false),
});
type JoinBody = z.infer<typeof JoinBody>;

/** The route by which Colyseus' client asks for it; the framework's own are not served. */
export function roomRoutes(app: Application, rooms: Rooms, visitors: Visitors): void {
  async function visit({ code, as }: JoinBody, address: string, key: string | undefined): Promise<Visit | Refusal> {
    if (key) return visitors.holder(address, code, bearer(key));
    const open = await visitors.game(address, code);
    if ('code' in open) return open;
    return visitors.watcher(open.running.code) ? { open, who: { kind: 'watcher', as } } : refuse('too-fast');
  }

  async function ticketFor(body: JoinBody, address: string, key: string | undefined) {
    const found = await visit(body, address, key);
    if ('code' in found) return found;
    return rooms.ticket(found.open.running.code, { who: found.who, tab: body.tab, again: body.again });
  }

  app.post(`/matchmake/joinOrCreate/${ROOM}`, async (request, response) => {
    const body = JoinBody.safeParse(request.body);
    const ticket = body.success
      ? await ticketFor(body.data, callerOf(request), request.headers.authorization)
      : refuse('malformed', {}, body.error.issues[0]?.path.join('.') || 'body');
    if ('sessionId' in ticket) response.json(ticket);
    // Colyseus' client hands on this text.
    else response.status(statusOf(ticket)).json({ error: JSON.stringify(ticket) });
  });
}
