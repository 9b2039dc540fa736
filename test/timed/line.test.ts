/** How soon people are told what is the matter with their line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../server/app.ts';
import { makeGame, newKey, removeFolder, temporaryFolder, testApp, until } from '../server/harness.ts';
import { openPage } from '../server/page.ts';
import { openWire } from '../server/wire.ts';
import { slowness } from './slowness.ts';

const SILENCE_MS = 15_000;
const CAUSE_MS = 10_000;

const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  app = await testApp(folder);
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('a silence is told within fifteen seconds, a blocked WebSocket within ten', async () => {
  const at = `http://localhost:${app.port}`;
  const { code } = await makeGame(at);
  const [silent, blocked] = [await openWire(app.port), await openWire(app.port)];
  blocked.sockets('swallow');
  const began = performance.now();
  const without = openPage(code, (await newKey(at, code)).key, blocked);
  const page = openPage(code, (await newKey(at, code)).key, silent);
  await until('the line', () => page.model.link.value === 'open');
  silent.hold('up', 'down');
  const held = performance.now();
  await until('the cause', () => without.model.fault.value === 'line-blocked');
  expect(performance.now() - began).toBeLessThan(CAUSE_MS * slowness());
  await until('the notice', () => page.model.link.value === 'broken');
  expect(performance.now() - held).toBeLessThan(SILENCE_MS * slowness());
  for (const { session, wire } of [without, page]) {
    session.close();
    await wire.close();
  }
});
