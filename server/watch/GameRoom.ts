/** The Colyseus face of an open game: connections in, requests to the game's queue, views out. No game knowledge. */
import { type AuthContext, type Client, ClientState, type MessageContext, Room, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { CLOSE_CODES, REQUESTS, VIEW_MESSAGE } from '../../shared/protocol.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { Games, OpenGame } from '../games/games.ts';
import { readCode } from '../games/keys.ts';
import { type Bucket, type Buckets, bucket, buckets } from '../http/buckets.ts';
import type { Forecasts } from '../work/forecasts.ts';
import type { WarningSearches } from '../work/warnings.ts';
import type { Member } from './audiences.ts';
import { Header, showHeader } from './header.ts';
import { WATCHERS, type Who } from './people.ts';

const CommandMessage = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/), command: z.unknown() });
const AskMessage = z.strictObject({ command: z.unknown() });
const ForecastMessage = z.strictObject({ text: z.unknown() });
const Options = z.object({
  code: z.string(),
  as: z.literal(WATCHERS).default('guest'),
  tab: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,40}$/)
    .optional(),
  again: z.boolean().default(false),
});

/** Requests a person may make at once and per second, over any number of connections, before being told to slow down. */
const BURST = 40;
const PER_SECOND = 15;
/** Whole views that one connection gets at once and per second: who comes again after a bad line always gets one. */
const WHOLES = [10, 2] as const;
/** Beyond this the connection is cut. */
const HARD_PER_SECOND = 400;
/** Bytes on their way to one who does not read: beyond this the connection is cut, and whoever comes again gets the whole. */
const MOST_UNREAD = 1_000_000;

/** A no at the door: the refusal travels as JSON in the error's message. */
const refusedJoin = (status: 403 | 404 | 429, refusal: Refusal): ServerError =>
  new ServerError(status, JSON.stringify(refusal));
const fieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || 'message';
const whoOf = (client: Client): Who => (client.auth as Auth).who;

/** What of the WebSocket under a client is used; Colyseus types it as an emitter only. */
type Line = { readonly bufferedAmount: number; readonly terminate: () => void };

type Auth = { readonly who: Who };
type Place = {
  readonly member: Member;
  readonly wholes: Bucket;
  readonly client: Client;
  readonly tab: string | undefined;
};

/** The room class over the games of this server. */
export function gameRoom(
  games: Games,
  forecasts: Forecasts,
  warnings: WarningSearches,
  joins: Buckets,
): new () => Room<{ state: Header }> {
  return class GameRoom extends Room<{ state: Header; client: Client<{ auth: Auth }> }> {
    override autoDispose = true;
    override maxClients = 500;
    override maxMessagesPerSecond = HARD_PER_SECOND;
    override state = new Header();
    places = new Map<string, Place>();
    requests = buckets(BURST, PER_SECOND);
    open: OpenGame | null = null;
    watching: (() => void) | null = null;
    release: (() => void) | null = null;

    override messages = {
      [REQUESTS.command]: (client: Client, input: unknown): Promise<Refusal | null> | Refusal => {
        const asked = CommandMessage.safeParse(input);
        if (!asked.success) return refuse('malformed', {}, fieldOf(asked.error));
        return this.allowed(client) ?? this.game().running.submit(whoOf(client), asked.data.id, asked.data.command);
      },
      [REQUESTS.ask]: (client: Client, input: unknown): Refusal | null => {
        const asked = AskMessage.safeParse(input);
        if (!asked.success) return refuse('malformed', {}, fieldOf(asked.error));
        return this.allowed(client) ?? this.game().running.ask(whoOf(client), asked.data.command);
      },
      [REQUESTS.forecast]: (client: Client, input: unknown): unknown => {
        const asked = ForecastMessage.safeParse(input);
        if (!asked.success) return refuse('malformed', {}, fieldOf(asked.error));
        return this.allowed(client) ?? forecasts.ask(client.sessionId, this.game(), whoOf(client), asked.data.text);
      },
      [REQUESTS.warnings]: (client: Client): unknown =>
        this.allowed(client) ?? warnings.ask(this.game(), whoOf(client)),
      [REQUESTS.whole]: (client: Client): Refusal | null => {
        const place = this.places.get(client.sessionId);
        // One who has not yet said that it is here would have it kept for later.
        if (!place?.wholes.take() || client.state !== ClientState.JOINED) return refuse('too-fast');
        this.game().audiences.whole(place.member);
        return null;
      },
      // A message nobody knows is dropped; the connection stays.
      '*': (_client: Client, _type: string | number, _message: unknown, _ctx?: MessageContext): void => {},
    };

    static override async onAuth(token: string, options: unknown, context: AuthContext): Promise<Auth> {
      const asked = Options.safeParse(options);
      const code = asked.success ? readCode(asked.data.code) : null;
      if (!joins.take(String(context.ip))) throw refusedJoin(429, refuse('too-fast'));
      // Rooms are found by the code as it stands in the options: another spelling would make a second room.
      if (!asked.success || !code || code !== asked.data.code || !(await games.find(code)))
        throw refusedJoin(404, refuse('game-unknown'));
      if (!token) return { who: { kind: 'watcher', as: asked.data.as } };
      const who = await games.holder(code, String(token).slice(0, 64));
      if (!who) throw refusedJoin(403, refuse('key-unknown'));
      return { who };
    }

    override async onCreate(options: { readonly code: string }): Promise<void> {
      const code = readCode(options.code);
      this.open = code ? await games.find(code) : null;
      if (!this.open) throw refusedJoin(404, refuse('game-unknown'));
      this.release = games.hold(this.open.running.code, () => void this.disconnect());
      const { running } = this.open;
      const show = (): void => showHeader(this.state, running.game().state);
      show();
      this.watching = running.onChange(show);
    }

    override onJoin(client: Client, options: unknown): void {
      const { who } = client.auth as Auth;
      const { tab, again } = Options.parse(options);
      if (who.kind === 'delegate') {
        if (again && this.isElsewhere(who.delegate, tab)) {
          client.leave(CLOSE_CODES.replaced);
          return;
        }
        this.replace(who.delegate);
        this.game().running.present(who.delegate, 1);
      }
      const line = client.ref as unknown as Line;
      const send = (bytes: Uint8Array): void => {
        if (line.bufferedAmount > MOST_UNREAD) line.terminate();
        else client.sendBytes(VIEW_MESSAGE, bytes);
      };
      this.places.set(client.sessionId, { member: { who, send }, wholes: bucket(...WHOLES), client, tab });
    }

    override onLeave(client: Client): void {
      const place = this.places.get(client.sessionId);
      if (!place) return;
      this.places.delete(client.sessionId);
      forecasts.leave(client.sessionId);
      this.game().audiences.leave(place.member);
      if (place.member.who.kind === 'delegate') this.game().running.present(place.member.who.delegate, -1);
    }

    override onDispose(): void {
      this.watching?.();
      this.release?.();
    }

    /** Whether another page of a delegate is here: one that comes back by itself does not take the seat from it. */
    isElsewhere(delegate: string, tab: string | undefined): boolean {
      return [...this.places.values()].some(
        ({ member: { who }, tab: other }) => who.kind === 'delegate' && who.delegate === delegate && other !== tab,
      );
    }

    /** The newest connection of a delegate wins; the older is told so and closed. */
    replace(delegate: string): void {
      for (const { member, client } of this.places.values())
        if (member.who.kind === 'delegate' && member.who.delegate === delegate) client.leave(CLOSE_CODES.replaced);
    }

    game(): OpenGame {
      if (!this.open) throw new Error('a room without a game');
      return this.open;
    }

    allowed(client: Client): Refusal | null {
      const who = whoOf(client);
      return this.requests.take(who.kind === 'delegate' ? who.delegate : client.sessionId) ? null : refuse('too-fast');
    }
  };
}
