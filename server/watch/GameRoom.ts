/** The Colyseus face of an open game: connections in, requests to the game's queue, views out. No game knowledge. */
import { type Client, ClientState, type MessageContext, Protocol, Room, ServerError } from '@colyseus/core';
import { z } from 'zod';
import { CLOSE_CODES, REQUESTS, VIEW_MESSAGE } from '../../shared/protocol.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { Games, OpenGame } from '../games/games.ts';
import { type Bucket, bucket, buckets } from '../http/buckets.ts';
import type { Forecasts } from '../work/forecasts.ts';
import type { WarningSearches } from '../work/warnings.ts';
import type { Member } from './audiences.ts';
import { Header, showHeader } from './header.ts';
import { nameOf, type Who } from './people.ts';

const CommandMessage = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/), command: z.unknown() });
const AskMessage = z.strictObject({ command: z.unknown() });
const ForecastMessage = z.strictObject({ text: z.unknown() });

/** Requests a person may make at once and per second, over any number of connections, before being told to slow down. */
const BURST = 40;
const PER_SECOND = 15;
/** Whole views that one connection gets at once and per second: who comes again after a bad line always gets one. */
const WHOLES = [10, 2] as const;
/** Beyond this the connection is cut. */
const HARD_PER_SECOND = 400;
/** Bytes on their way to one who does not read: beyond this the connection is cut, and whoever comes again gets the whole. */
const MOST_UNREAD = 1_000_000;
/** Bytes that one connection may send at once and per second before it is cut. The longest message of a page is a few kilobytes. */
const BYTES = [256 * 1024, 32 * 1024] as const;
/** Connections of a game without a key, and with the key of the facilitator, whose devices are few. */
const MOST_WATCHERS = 500;
const MOST_DESKS = 8;

/** A no at the door: the refusal travels as JSON in the error's message. */
const refusedJoin = (status: 404 | 503, refusal: Refusal): ServerError =>
  new ServerError(status, JSON.stringify(refusal));
const fieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || 'message';
const whoOf = (client: Client): Who => (client.auth as Auth).who;

/** What of the WebSocket under a client is used; Colyseus types it as an emitter only. */
type Line = {
  readonly bufferedAmount: number;
  readonly terminate: () => void;
  readonly on: (event: 'message', heard: (bytes: Buffer) => void) => void;
};

/** Who comes by a ticket. `tab`: a name of their page; `again`: it comes back by itself. */
export type Auth = { readonly who: Who; readonly tab: string | undefined; readonly again: boolean };
type Place = {
  readonly member: Member;
  readonly wholes: Bucket;
  readonly client: Client;
  readonly tab: string | undefined;
};

/** The room class over the games of this server. `patienceMs`: how long a line may take to say that it is there. */
export function gameRoom(
  games: Games,
  forecasts: Forecasts,
  warnings: WarningSearches,
  patienceMs: number,
): new () => Room<{ state: Header }> {
  return class GameRoom extends Room<{ state: Header; client: Client<{ auth: Auth }> }> {
    override autoDispose = true;
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

    override async onCreate(options: { readonly code: string }): Promise<void> {
      this.open = await games.find(options.code);
      if (!this.open) throw refusedJoin(404, refuse('game-unknown'));
      this.release = games.hold(this.open.running.code, () => void this.disconnect());
      const { running } = this.open;
      const show = (): void => showHeader(this.state, running.game().state);
      show();
      this.watching = running.onChange(show);
    }

    override onJoin(client: Client): void {
      const { who, tab, again } = client.auth as Auth;
      if (who.kind === 'watcher') {
        if (this.of('watcher').length >= MOST_WATCHERS) throw refusedJoin(503, refuse('watched-by-many'));
      } else {
        const own = this.of(who.kind).filter(({ member }) => nameOf(member.who) === nameOf(who));
        // A page that comes back by itself does not take the seat from another that was opened since.
        if (who.kind === 'delegate' && again && own.some((other) => other.tab !== tab)) {
          client.leave(CLOSE_CODES.replaced);
          return;
        }
        const tooMany = own.length + 1 - (who.kind === 'delegate' ? 1 : MOST_DESKS);
        // The newest connection wins; the oldest is told so and closed.
        for (const older of own.slice(0, Math.max(0, tooMany))) {
          this.drop(older);
          older.client.leave(CLOSE_CODES.replaced);
        }
      }
      if (who.kind === 'delegate') this.game().running.present(who.delegate, 1);
      const line = client.ref as unknown as Line;
      this.guard(client, line);
      const send = (bytes: Uint8Array): void => {
        if (line.bufferedAmount > MOST_UNREAD) line.terminate();
        else client.sendBytes(VIEW_MESSAGE, bytes);
      };
      this.places.set(client.sessionId, { member: { who, send }, wholes: bucket(...WHOLES), client, tab });
    }

    /**
     * Cuts a line that sends too much, or anything before it has said that it is there, or does not say so: what it is sent until
     * then would be kept for it.
     */
    guard(client: Client, line: Line): void {
      const bytes = bucket(...BYTES);
      line.on('message', (frame) => {
        const early = client.state === ClientState.JOINING && frame[0] !== Protocol.JOIN_ROOM;
        if (early || !bytes.take(frame.length)) line.terminate();
      });
      setTimeout(() => {
        if (client.state === ClientState.JOINING) line.terminate();
      }, patienceMs).unref();
    }

    override onLeave(client: Client): void {
      const place = this.places.get(client.sessionId);
      if (place) this.drop(place);
    }

    drop({ member, client }: Place): void {
      this.places.delete(client.sessionId);
      forecasts.leave(client.sessionId);
      this.game().audiences.leave(member);
      if (member.who.kind === 'delegate') this.game().running.present(member.who.delegate, -1);
    }

    of(kind: Who['kind']): Place[] {
      return [...this.places.values()].filter(({ member }) => member.who.kind === kind);
    }

    override onDispose(): void {
      this.watching?.();
      this.release?.();
    }

    game(): OpenGame {
      if (!this.open) throw new Error('a room without a game');
      return this.open;
    }

    allowed(client: Client): Refusal | null {
      // One that was replaced may still be talking until it is closed.
      if (!this.places.has(client.sessionId)) return refuse('too-fast');
      const who = whoOf(client);
      return this.requests.take(who.kind === 'delegate' ? who.delegate : client.sessionId) ? null : refuse('too-fast');
    }
  };
}
