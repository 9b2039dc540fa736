/** What comes in before anybody knows who it is, over raw sockets to a server with little memory: bounded, answered, closed. */
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { REQUESTS, ROOM, ROUTES } from '../../shared/protocol.ts';
import {
  enter,
  makeGame,
  type Person,
  type Process,
  pause,
  removeFolder,
  startProcess,
  temporaryFolder,
  until,
} from './harness.ts';

const folder = temporaryFolder();
let server: Process;
let port: number;
let code: string;
let desk: Person;
beforeAll(async () => {
  server = await startProcess(folder, { NODE_OPTIONS: '--max-old-space-size=160' });
  port = Number(new URL(server.at).port);
  const made = await makeGame(server.at);
  code = made.code;
  desk = await enter(server.at, { code }, made.facilitatorKey);
});
afterAll(async () => {
  await server.kill('SIGKILL');
  removeFolder(folder);
});

/** Who was in goes on, and who comes finds the door open. */
async function unharmed(): Promise<void> {
  expect(await (await fetch(`${server.at}/api/health`)).json()).toMatchObject({ ok: true });
  await desk.request(REQUESTS.ask, { command: { kind: 'start' } });
  const guest = await enter(server.at, { code }, null);
  guest.room.connection.close();
  expect(desk.left.code).toBeNull();
}

type Line = { readonly socket: Socket; readonly heard: () => string; readonly closed: Promise<void> };
/** A connection that keeps what it hears. */
function line(to = port): Line {
  const chunks: Buffer[] = [];
  const socket = connect(to, 'localhost');
  socket.on('data', (bytes: Buffer) => chunks.push(bytes)).on('error', () => {});
  const closed = new Promise<void>((done) => void socket.once('close', () => done()));
  return { socket, heard: () => Buffer.concat(chunks).toString('latin1'), closed };
}

const head = (start: string, ...more: string[]): string =>
  [`${start} HTTP/1.1`, `Host: localhost:${port}`, ...more, '', ''].join('\r\n');
const JSON_TYPE = 'Content-Type: application/json';
/** Of JSON that is small to send and large to keep. */
const PIECE = Buffer.from('{},'.repeat(20_000));
const MOST_PIECES = 3_000;

/** Sends pieces of a body until the other side closes; answers how many bytes went out. */
async function pour({ socket, closed }: Line, frame: (piece: Buffer) => Buffer[]): Promise<number> {
  let over = false;
  void closed.then(() => {
    over = true;
  });
  for (let n = 0; n < MOST_PIECES && !over; n++) {
    const full = frame(n === 0 ? Buffer.concat([Buffer.from('['), PIECE]) : PIECE).map((bytes) => socket.write(bytes));
    if (full.includes(false)) await Promise.race([new Promise((go) => socket.once('drain', go)), closed]);
  }
  return socket.bytesWritten;
}

/** Every kind of route that the process might answer, whoever made it. */
const POSTS = [
  `/matchmake/joinOrCreate/${ROOM}`,
  `/matchmake/create/${ROOM}`,
  '/matchmake/joinById/x',
  '/__healthcheck',
  ROUTES.games,
  '/',
  '/nowhere',
  '/assets/x',
];

describe('the door', () => {
  it.each(POSTS)('takes no body without end at %s', async (path) => {
    const chunked = line();
    chunked.socket.write(head(`POST ${path}`, JSON_TYPE, 'Transfer-Encoding: chunked'));
    const announced = line();
    announced.socket.write(head(`POST ${path}`, JSON_TYPE, 'Content-Length: 180000000'));
    const sent = await Promise.all([
      pour(chunked, (piece) => [Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]),
      pour(announced, (piece) => [piece]),
    ]);
    for (const one of [chunked, announced]) {
      await one.closed;
      expect(one.heard()).toMatch(/^HTTP\/1\.1 413 /);
    }
    // What the two systems keep on the way is not read.
    for (const bytes of sent) expect(bytes).toBeLessThan(40_000_000);
    await unharmed();
  });

  it('reads no body in another form than plain JSON', async () => {
    const small = gzipSync(`[${'{},'.repeat(20_000_000)}{}]`);
    const asked = async (headers: Record<string, string>, body: BodyInit): Promise<number> =>
      (await fetch(`${server.at}/matchmake/joinOrCreate/${ROOM}`, { method: 'POST', headers, body })).status;
    expect(await asked({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, small)).toBeGreaterThan(399);
    expect(await asked({ 'content-type': 'text/plain' }, JSON.stringify({ code }))).toBe(415);
    expect(await asked({ 'content-type': 'application/json' }, '{"code":')).toBe(400);
    expect(await asked({ 'content-type': 'application/json' }, JSON.stringify({ code }))).toBe(200);
    await unharmed();
  });

  it.each(['[', 'a b', 'a/b', '::1]:x', ':', 'x'.repeat(300)])(
    'answers and closes a host that is none: %s',
    async (host) => {
      for (const start of [`POST /matchmake/joinOrCreate/${ROOM}`, 'GET /api/health', 'GET /']) {
        const { socket, heard, closed } = line();
        socket.write(`${start} HTTP/1.1\r\nHost: ${host}\r\n${JSON_TYPE}\r\nContent-Length: 2\r\n\r\n{}`);
        await closed;
        expect(heard()).toMatch(/^HTTP\/1\.1 400 /);
      }
      await unharmed();
    },
  );

  it.each([
    'http://[/x/y?sessionId=z',
    '//',
    '/',
    '/x/y',
    '/x/y?sessionId=z&_authToken=a-key-that-stands-in-an-address',
    '/x/y?sessionId=z&reconnectionToken=z',
    '/x/%zz?sessionId=z',
  ])('opens no line at %s', async (address) => {
    const { socket, heard, closed } = line();
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    socket.write(head(`GET ${address}`, 'Connection: Upgrade', 'Upgrade: websocket', key, 'Sec-WebSocket-Version: 13'));
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 400 /);
    await unharmed();
  });

  it('holds on to people while others open lines without end and say nothing', async () => {
    const lines: Line[] = [];
    for (let n = 0; n < 40; n++) {
      const some = Array.from({ length: 150 }, () => line());
      lines.push(...some);
      await Promise.all(
        some.map(({ socket }) => new Promise((open) => socket.once('connect', open).once('close', open))),
      );
    }
    await unharmed();
    let closed = 0;
    for (const one of lines) void one.closed.then(() => closed++);
    await until('the oldest of the silent to be let go', () => closed > 0);
    for (const { socket } of lines) socket.destroy();
    await pause(0);
    await unharmed();
  });

  it('reads no body in crumbs, and answers no hundred requests that came before an answer', async () => {
    const crumbs = line();
    crumbs.socket.write(head(`POST ${ROUTES.games}`, JSON_TYPE, 'Transfer-Encoding: chunked'));
    crumbs.socket.write('1\r\n \r\n'.repeat(10_000));
    const hasty = line();
    hasty.socket.write(head('GET /api/scenarios').repeat(100));
    await Promise.all([crumbs.closed, hasty.closed]);
    expect(crumbs.heard()).toMatch(/^HTTP\/1\.1 413 /);
    expect(hasty.heard().split('HTTP/1.1 ').length).toBeLessThan(20);
    await unharmed();
  });

  it('waits for no request that does not arrive', async () => {
    const own = temporaryFolder();
    const app = await startApp({ data: own, port: 0, log: pino({ level: 'silent' }), patienceMs: 200 });
    const starts = ['', 'POST / HTT', head(`POST ${ROUTES.games}`, JSON_TYPE, 'Content-Length: 200'), head('GET /')];
    const lines = starts.map((start) => {
      const one = line(app.port);
      one.socket.write(start);
      return one;
    });
    const [nothing, part, body, whole] = lines as [Line, Line, Line, Line];
    const drops = setInterval(() => body.socket.write(' '), 20);
    await Promise.all([nothing.closed, part.closed, body.closed]);
    clearInterval(drops);
    for (const { heard } of [nothing, part, body]) expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
    expect(whole.heard()).toMatch(/^HTTP\/1\.1 (200|503) /);
    whole.socket.destroy();
    await app.close();
    removeFolder(own);
  });
});
