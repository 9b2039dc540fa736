/** A client that takes nothing off its line, while it goes on to ask and to say that it is there. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { REQUESTS } from '../../shared/protocol.ts';
import { enter, makeGame, newKey, removeFolder, seat, temporaryFolder, testApp, until } from '../server/harness.ts';

/** A line to the server that can stop passing on what the server sends, while it goes on to say that somebody is there. */
async function deafLine(
  port: number,
): Promise<{ at: string; stopReading: () => void; cut: () => boolean; close: () => void }> {
  let upstream: Socket | null = null;
  let cut = false;
  const server = createServer((client) => {
    const line = connect(port, 'localhost');
    client.pipe(line);
    line.pipe(client);
    for (const socket of [client, line]) socket.on('error', () => socket.destroy());
    // The last one that opens is the socket of the room.
    upstream = line;
    line.on('close', () => {
      cut ||= upstream === line;
    });
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  let alive: NodeJS.Timeout | undefined;
  return {
    at: `http://localhost:${(server.address() as AddressInfo).port}`,
    stopReading() {
      upstream!.unpipe();
      upstream!.pause();
      // A pong that nobody asked for, masked as a client's frames are (RFC 6455, 5.5.3): the line is not idle.
      alive = setInterval(() => upstream!.write(Uint8Array.of(0x8a, 0x80, 0, 0, 0, 0)), 500);
    },
    cut: () => cut,
    close() {
      clearInterval(alive);
      upstream?.destroy();
      server.close();
    },
  };
}

test('the line of one who never reads is cut before much is kept for it', async () => {
  const folder = temporaryFolder();
  const app = await testApp(folder);
  const at = `http://localhost:${app.port}`;
  const { code } = await makeGame(at);
  const us = await seat(at, code, 'US');
  const deaf = await deafLine(app.port);
  // Words make the view that is asked for again and again a long one.
  for (let i = 0; i < 35; i++)
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'x'.repeat(2_000) })).toBeNull();
  const { key } = await newKey(at, code);
  const guest = await enter(deaf.at, { code }, key);
  deaf.stopReading();
  const asking = setInterval(() => guest.request(REQUESTS.whole, {}).catch(() => {}), 100);
  await until('the cut', () => deaf.cut(), 40_000);
  clearInterval(asking);
  deaf.close();
  expect(await us.command({ kind: 'say', to: 'plenary', text: 'unharmed' })).toBeNull();
  await app.close();
  removeFolder(folder);
});
