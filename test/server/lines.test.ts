/** Lines to a game, over raw sockets: one room however many come, one line to a seat, nothing kept for who does not answer. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import { CLOSE_CODES, REQUESTS, ROOM } from '../../shared/protocol.ts';
import { enter, makeGame, newKey, type Person, removeFolder, temporaryFolder, until } from './harness.ts';

const PATIENCE_MS = 2_000;
const MANY = 2_000;
/** As many as may watch one game. */
const WATCHERS = 500;
const folder = temporaryFolder();
let app: App;
let at: string;
beforeAll(async () => {
  const limits = { create: [MANY, 1], newcomers: [MANY, 1], watchers: [MANY, 1] } as const;
  app = await startApp({ data: folder, port: 0, log: pino({ level: 'silent' }), limits, patienceMs: PATIENCE_MS });
  at = `http://localhost:${app.port}`;
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

type Ticket = { readonly roomId: string; readonly processId: string; readonly sessionId: string };
async function ticket(code: string): Promise<Ticket> {
  const answer = await fetch(`${at}/matchmake/joinOrCreate/${ROOM}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return (await answer.json()) as Ticket;
}
/** A line by a ticket, which has heard that it is open and says nothing of its own. */
async function bare({ processId, roomId, sessionId }: Ticket): Promise<WebSocket> {
  const socket = new WebSocket(`${at.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`);
  await new Promise((done) => socket.addEventListener('message', done, { once: true }));
  return socket;
}
const closed = (socket: WebSocket): Promise<number> =>
  new Promise((done) => socket.addEventListener('close', ({ code }) => done(code)));
/** Frames of Colyseus: a line says that it is there; a request of a type that nobody knows, which is answered all the same. */
const HERE = Uint8Array.from([10]);
const request = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.from([21, n, 0xa1, 0x78]);

describe('a game', () => {
  it('has one room, however many come, and a key one line', async () => {
    const { code } = await makeGame(at);
    const { key } = await newKey(at, code);
    const first = await enter(at, { code }, key);
    const rooms = new Set<string>([first.room.roomId]);
    for (let n = 0; n < WATCHERS; n += 50) {
      const some = await Promise.all(Array.from({ length: 50 }, () => ticket(code)));
      for (const { roomId } of some) rooms.add(roomId);
    }
    const second = await enter(at, { code }, key);
    rooms.add(second.room.roomId);
    expect([...rooms]).toEqual([first.room.roomId]);
    await until('the older to be closed', () => first.left.code === CLOSE_CODES.replaced);
    expect(second.left.code).toBeNull();
  });

  it('has one room for all who come at once before there is one', async () => {
    const { code } = await makeGame(at);
    const all = await Promise.all(Array.from({ length: 60 }, () => ticket(code)));
    expect(new Set(all.map(({ roomId }) => roomId)).size).toBe(1);
    const again = await enter(at, { code }, null);
    expect(again.view().viewer.kind).toBe('guest');
  });

  it('has so many watchers and no more, and always room for a key', async () => {
    const { code, facilitatorKey } = await makeGame(at);
    const lines: WebSocket[] = [];
    for (let n = 0; n < WATCHERS; n += 50)
      lines.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, async () => {
            const line = await bare(await ticket(code));
            line.send(HERE);
            return line;
          }),
        )),
      );
    await expect(enter(at, { code }, null)).rejects.toThrow(/watched-by-many/);
    const desk = await enter(at, { code }, facilitatorKey);
    expect(desk.view().viewer.kind).toBe('facilitator');
    for (const line of lines) line.close();
    await Promise.all(lines.map(closed));
    const guest = await enter(at, { code }, null);
    expect(guest.view().viewer.kind).toBe('guest');
  });

  it('is open on so many devices of its facilitator', async () => {
    const { code, facilitatorKey } = await makeGame(at);
    const desks: Person[] = [];
    for (let n = 0; n < 9; n++) desks.push(await enter(at, { code }, facilitatorKey));
    await until('the oldest to be closed', () => desks[0]!.left.code === CLOSE_CODES.replaced);
    expect(desks.slice(1).map(({ left }) => left.code)).toEqual(Array(8).fill(null));
  });

  it('keeps nothing for a line that has not said that it is there', async () => {
    const { code } = await makeGame(at);
    const asks = await bare(await ticket(code));
    const silent = await bare(await ticket(code));
    const cut = closed(asks);
    for (let n = 0; n < 20; n++) asks.send(request(n));
    expect(await cut).toBe(1006);
    expect(silent.readyState).toBe(WebSocket.OPEN);
    expect(await closed(silent)).toBe(1006);
  });

  it('cuts a line that sends more than anybody can mean', async () => {
    const { code } = await makeGame(at);
    const guest = await enter(at, { code }, null);
    // A message of a type that nobody knows, with as many bytes as a message can have.
    const frame = new Uint8Array(60_000);
    frame.set([13, 0xa1, 0x78, 0xc5, (60_000 - 6) >> 8, (60_000 - 6) & 255]);
    for (let n = 0; n < 3; n++) guest.room.connection.send(frame);
    expect(await guest.request(REQUESTS.whole, {})).toBeNull();
    for (let n = 0; n < 10; n++) guest.room.connection.send(frame);
    await until('the cut', () => guest.left.code !== null);
  });
});
