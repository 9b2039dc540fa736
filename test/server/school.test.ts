/** A school behind one address, under the limits that everybody has: all of it is in at once, several classes at a time. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { ROOM, ROUTES, type SeatKey } from '../../shared/protocol.ts';
import { makeGame, removeFolder, temporaryFolder } from './harness.ts';

const CLASSES = 10;
const PEOPLE = 50;

it('lets five hundred people of one address in without telling one to slow down', async () => {
  const folder = temporaryFolder();
  const app = await startApp({ data: folder, port: 0, log: pino({ level: 'silent' }) });
  const at = `http://localhost:${app.port}`;
  const lines: WebSocket[] = [];
  const asked = async (path: string, body?: unknown, key?: string): Promise<Response> => {
    const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
    const answer = await fetch(
      `${at}${path}`,
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
    );
    expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status < 300)]);
    return answer;
  };
  /** What the page of one person does until the game is there. */
  const comesIn = async (code: string): Promise<void> => {
    await asked(ROUTES.game(code));
    const { key } = (await (await asked(ROUTES.delegates(code), {})).json()) as SeatKey;
    await asked(ROUTES.words(code, 'en'), undefined, key);
    const ticket = (await (await asked(`/matchmake/joinOrCreate/${ROOM}`, { code }, key)).json()) as Ticket;
    const line = new WebSocket(
      `${at.replace('http', 'ws')}/${ticket.processId}/${ticket.roomId}?sessionId=${ticket.sessionId}`,
    );
    lines.push(line);
    await new Promise((open) => line.addEventListener('message', open, { once: true }));
    line.send(Uint8Array.from([10]));
  };
  for (let n = 0; n < CLASSES; n++) {
    const { code } = await makeGame(at);
    await Promise.all(Array.from({ length: PEOPLE }, () => comesIn(code)));
  }
  expect(lines.map(({ readyState }) => readyState)).toEqual(Array(CLASSES * PEOPLE).fill(WebSocket.OPEN));
  await app.close();
  removeFolder(folder);
});
type Ticket = { readonly roomId: string; readonly processId: string; readonly sessionId: string };
