/**
 * The door: everything that comes in passes it before anything else reads it, whoever answers. A body is at most so long and plain
 * JSON, a host is one, a request is here in time, an address that opens a line has a ticket and nothing else, and there are only so
 * many connections: whoever says nothing makes room for who comes.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type HttpRefusal, ROUTES, ZIP_TYPE } from '../../shared/protocol.ts';
import { refuse } from '../../shared/vocabulary/index.ts';
import { MOST_ZIP_BYTES } from '../scenarios/zip.ts';
import { buckets, type Pace } from './buckets.ts';
import { callerOf, noteCaller } from './callers.ts';

export type DoorOptions = {
  /** how many proxies stand before the server */
  readonly proxies: number;
  /** how long a request may take to arrive, ms */
  readonly patienceMs: number;
  /** scenarios that are brought, by address: each is long, and is held here while it comes */
  readonly bringing: Pace;
  /** called for each request that comes through a proxy which is not counted */
  readonly onUncounted: () => void;
};
export type Door = {
  readonly http: Server;
  /** from now on requests go to this handler, with what they carry as `body`, and to nothing that others have put there */
  readonly serve: (handle: (request: WithBody, response: ServerResponse) => void) => void;
  /** whether an upgrade may become a line */
  readonly admits: (request: IncomingMessage) => boolean;
};
export type WithBody = IncomingMessage & { body?: unknown };

/** Bytes of a body. The longest that a page sends are some hundred. */
const MOST_BODY = 16 * 1024;
/** The same of a scenario that somebody brings, and how many may be on their way at once, whoever they are from. */
const MOST_BROUGHT = 8;
/** Pieces in which a body may come: each costs time, however small it is. */
const MOST_PIECES = 256;
const MOST_ZIP_PIECES = 4_096;
/** Requests of one connection that wait for their answers: no browser or proxy sends one before the last is answered. */
const MOST_AHEAD = 4;
/** Connections that ask, or may come to ask: a browser opens six, and five hundred people may come at once. */
const MOST_ASKING = 4_000;
/** Connections that have become lines to a game. */
const MOST_LINES = 4_000;
/** How long a connection stays that has been answered and may ask again, ms: longer than proxies keep theirs, as they expect. */
const KEEP_MS = 65_000;
/** How long an answer that moves no further is waited for, ms. */
const STUCK_MS = 120_000;
/** How long one who is refused has for reading why before the connection is cut, ms, and how much of the rest is let pass, bytes. */
const LINGER_MS = 500;
const LINGER_BYTES = 1_000_000;

/** A name or an address, and a port (RFC 9110 7.2; RFC 3986 3.2.2). */
const HOST = /^(?=.{1,260}$)([\w.-]+|\[[\dA-Fa-f:.]+\])(:\d{1,5})?$/;
/** The address of a line: its room, below whatever the server stands under, and the ticket. A key has no place there. */
const LINE = /^(?:\/[\w.~-]+){2,}\?sessionId=[\w-]{1,40}$/;
const JSON_TYPE = /^application\/json *(;|$)/i;

/** An HTTP server with a door. It listens to nothing yet. */
export function openDoor({ proxies, patienceMs, bringing, onUncounted }: DoorOptions): Door {
  const http = createServer({
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    connectionsCheckingInterval: patienceMs / 4,
    keepAliveTimeout: KEEP_MS,
  });
  http.setTimeout(STUCK_MS);
  http.maxConnections = MOST_ASKING + MOST_LINES;

  // In the order in which they came to be so: the first has been so for longest.
  const silent = new Set<Duplex>();
  const asking = new Set<Duplex>();
  const lines = new Set<Duplex>();
  const ahead = new WeakMap<Duplex, number>();
  /** One more connection that may ask: where there are too many, the one that has been silent for longest goes. */
  function waitFor(socket: Duplex): void {
    asking.delete(socket);
    silent.add(socket);
    if (silent.size + asking.size <= MOST_ASKING) return;
    const [first = asking.values().next().value!] = silent;
    silent.delete(first);
    asking.delete(first);
    first.destroy();
  }
  http.on('connection', (socket) => {
    waitFor(socket);
    socket.once('close', () => {
      for (const all of [silent, asking, lines]) all.delete(socket);
    });
  });

  http.on('upgrade', (request, socket) => {
    silent.delete(socket);
    if (admits(request)) lines.add(socket);
    else turnAway(socket, lines.size < MOST_LINES ? 400 : 503, 'address');
  });
  const admits: Door['admits'] = ({ url = '', headers }) =>
    HOST.test(headers.host ?? '') && LINE.test(url) && lines.size < MOST_LINES;

  async function receive(
    request: WithBody,
    response: ServerResponse,
    handle: Parameters<Door['serve']>[0],
  ): Promise<void> {
    const { socket, headers } = request;
    const unanswered = (ahead.get(socket) ?? 0) + 1;
    if (unanswered > MOST_AHEAD) return void socket.destroy();
    ahead.set(socket, unanswered);
    response.once('close', () => ahead.set(socket, (ahead.get(socket) ?? 1) - 1));
    if (proxies === 0 && headers['x-forwarded-for']) onUncounted();
    noteCaller(request, proxies);
    if (!HOST.test(headers.host ?? '')) return turnAway(socket, 400, 'host', request);
    const body = bringsZip(request) ? await zipOf(request) : await bodyOf(request);
    if (typeof body === 'number') return turnAway(socket, body, 'body', request);
    if (socket.destroyed) return;
    silent.delete(socket);
    asking.add(socket);
    response.once('close', () => {
      if (!socket.destroyed && asking.has(socket)) waitFor(socket);
    });
    request.body = body.value;
    handle(request, response);
  }

  const brings = buckets(...bringing);
  let brought = 0;
  /** The bytes of a scenario that somebody brings, or the status with which it is refused. Room is made for what was announced only. */
  async function zipOf(request: IncomingMessage): Promise<{ readonly value: unknown } | number> {
    const { headers } = request;
    const announced = Number(headers['content-length'] ?? Number.NaN);
    if (Number.isNaN(announced)) return 411;
    if (announced > MOST_ZIP_BYTES) return 413;
    if (headers['content-type'] !== ZIP_TYPE || headers['content-encoding']) return 415;
    if (brought >= MOST_BROUGHT || !brings.take(callerOf(request))) return 429;
    brought++;
    const bytes = await readAll(request, announced, MOST_ZIP_PIECES);
    brought--;
    return bytes === null ? 413 : { value: bytes };
  }

  return {
    http,
    admits,
    serve(handle) {
      http.removeAllListeners('request');
      http.on('request', (request, response) => void receive(request, response, handle));
    },
  };
}

/** The body as JSON, `undefined` where there is none, or the status with which it is refused. */
async function bodyOf(request: IncomingMessage): Promise<{ readonly value: unknown } | number> {
  const { headers } = request;
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > MOST_BODY) return 413;
  if (announced === 0 && headers['transfer-encoding'] === undefined) return { value: undefined };
  // Other types are what a foreign page may send in a visitor's name without being asked.
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || headers['content-encoding']) return 415;
  const bytes = await readAll(request, MOST_BODY, MOST_PIECES);
  if (bytes === null) return 413;
  const text = bytes.toString('utf8');
  try {
    return { value: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return 400;
  }
}

/** Whether a request is one that brings a scenario, below whatever path a proxy offers the server under. */
const bringsZip = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && url.split('?', 1)[0]!.endsWith(ROUTES.ownGames);

/** What a request carries, or null if that is too long. One piece of memory, however small the pieces are in which it comes. */
function readAll(request: IncomingMessage, most: number, mostPieces: number): Promise<Buffer | null> {
  const all = Buffer.allocUnsafeSlow(most);
  let length = 0;
  let pieces = 0;
  return new Promise((done) => {
    request.on('data', (piece: Buffer) => {
      if (length + piece.length > most || ++pieces > mostPieces) {
        request.removeAllListeners('data').pause();
        done(null);
      } else length += piece.copy(all, length);
    });
    request.once('end', () => done(all.subarray(0, length)));
    request.once('close', () => done(all.subarray(0, 0)));
    request.once('error', () => done(all.subarray(0, 0)));
  });
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  411: 'Length Required',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** Answers and closes, and reads no more than what is on its way, so that the answer is not lost with it. */
function turnAway(socket: Duplex, status: number, field: string, request?: IncomingMessage): void {
  const refusal =
    status === 429
      ? refuse('too-fast')
      : refuse(status === 413 && request && bringsZip(request) ? 'scenario-too-long' : 'malformed', {}, field);
  const body = JSON.stringify({ refusal } satisfies HttpRefusal);
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  const rest = request ?? socket;
  let left = LINGER_BYTES;
  rest.on('data', (piece: Buffer) => {
    left -= Math.max(piece.length, MOST_BODY);
    if (left < 0) rest.pause();
  });
  rest.resume();
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
}
