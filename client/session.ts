/** The line to the game's room. The only file that knows the Colyseus SDK. */
import { Client, type Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import type { Command } from '../shared/game/command-shape.ts';
import {
  CLOSE_CODES,
  type CommandAnswer,
  type ForecastAnswer,
  type JoinOptions,
  REQUESTS,
  ROOM,
  VIEW_MESSAGE,
  type ViewMessage,
  type WarningsAnswer,
} from '../shared/protocol.ts';
import { type Package, type Refusal, refuse } from '../shared/vocabulary/index.ts';
import { type Model, receive } from './model.ts';

export type Session = {
  /** does it; null: done */
  readonly command: (command: Command) => Promise<Refusal | null>;
  /** the same check, asked only */
  readonly ask: (command: Command) => Promise<Refusal | null>;
  readonly forecast: (text: Package) => Promise<ForecastAnswer>;
  /** the worst close approaches of the own fleet, or how far the search for them is */
  readonly warnings: () => Promise<WarningsAnswer>;
};

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;
const ANSWER_MS = 10_000;
const TRIES = 4;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Opens the line and keeps it open until `close`: after a drop it joins again with the same key and asks for the whole view.
 * `as` tells the room what a connection without a key is for.
 */
export function openSession(
  model: Model,
  key: string | null,
  as: 'guest' | 'projector' = 'guest',
  endpoint: string = document.baseURI,
): Session {
  // In a header of its own: what is set as `auth.token` would also stand in the address of the WebSocket.
  const client = new Client(endpoint, key ? { headers: { authorization: `Bearer ${key}` } } : {});
  let room: Room | null = null;
  let closed = false;
  let waiting: ((room: Room | null) => void)[] = [];

  const settle = (joined: Room | null): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go(joined);
  };

  const take = (bytes: unknown): void => {
    const message = decodeView(bytes);
    if (receive(model, message, Date.now()) === 'gap') void askWhole();
    else model.link.value = 'open';
  };

  const askWhole = async (): Promise<void> => {
    const answer: unknown = await room?.request(REQUESTS.whole, {}, { timeout: ANSWER_MS }).catch(() => null);
    if (isView(answer)) take(answer);
  };

  const live = async (): Promise<void> => {
    const joined = await client.joinOrCreate(ROOM, { code: model.code, as } satisfies JoinOptions);
    // A seat belongs to the key, not to a connection: joining again is all that a reconnection is.
    joined.reconnection.enabled = false;
    const left = new Promise<number>((done) => {
      joined.onLeave((code) => done(code));
      joined.onDrop((code) => done(code));
    });
    joined.onMessage(VIEW_MESSAGE, take);
    room = joined;
    settle(joined);
    await askWhole();
    if ((await left) === CLOSE_CODES.replaced) {
      closed = true;
      model.link.value = 'replaced';
    }
  };

  const run = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    while (!closed) {
      const began = Date.now();
      try {
        await live();
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal && refusal.code !== 'too-fast') {
          model.refused.value = refusal;
          model.link.value = 'refused';
          closed = true;
          settle(null);
          return;
        }
      }
      room = null;
      if (closed) return settle(null);
      model.link.value = model.view.value ? 'broken' : 'connecting';
      if (Date.now() - began > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS;
      await pause(wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  };
  void run();

  const openRoom = (): Promise<Room | null> =>
    room ? Promise.resolve(room) : new Promise((go) => (closed ? go(null) : waiting.push(go)));

  /** Asks with one id until there is an answer: a retry with the same id is harmless. */
  const request = async <T>(name: string, payload: unknown): Promise<T | Refusal> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const open = await Promise.race([openRoom(), pause(ANSWER_MS).then(() => null)]);
      if (!open) continue;
      try {
        return await open.request<unknown, T>(name, payload, { timeout: ANSWER_MS });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) return refusal;
        await pause(FIRST_WAIT_MS);
      }
    }
    return refuse('store-down');
  };

  return {
    command: (command) => request<CommandAnswer>(REQUESTS.command, { id: nanoid(), command }).then((a) => a ?? null),
    ask: (command) => request<CommandAnswer>(REQUESTS.ask, { command }).then((a) => a ?? null),
    forecast: (text) => request<ForecastAnswer>(REQUESTS.forecast, { text }),
    warnings: () => request<WarningsAnswer>(REQUESTS.warnings, {}),
  };
}

const isView = (value: unknown): boolean =>
  value instanceof Uint8Array || (typeof value === 'object' && value !== null && 'kind' in value && 'to' in value);

function decodeView(value: unknown): ViewMessage {
  return value instanceof Uint8Array
    ? (JSON.parse(new TextDecoder().decode(value)) as ViewMessage)
    : (value as ViewMessage);
}

/** A refusal that travels inside an error: as `reason` of a rejected request, or as JSON in the message of a refused join. */
function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null;
  const { reason, message } = error as { reason?: unknown; message?: unknown };
  for (const found of [reason, message]) {
    const value = typeof found === 'string' && found.startsWith('{') ? parse(found) : found;
    if (typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string')
      return value as Refusal;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
