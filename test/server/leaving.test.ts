/** Who has left is not waited for; whose line drops, or whose page is loaded again, has not left. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { enter, makeGame, newKey, removeFolder, seat, temporaryFolder, testApp, until } from './harness.ts';

const GONE_AFTER_MS = 1_500;
const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  app = await testApp(folder, undefined, undefined, GONE_AFTER_MS);
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

it('ends the phase when the last one who was not ready has left, not while the line is down for a moment', async () => {
  const at = `http://localhost:${app.port}`;
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const us = await seat(at, code, 'US');
  const { key } = await newKey(at, code);
  const cn = await enter(at, { code }, key);
  expect(await cn.command({ kind: 'join', seat: 'CN', text: 'cn' })).toBeNull();
  expect(await desk.command({ kind: 'start' })).toBeNull();
  await until('the briefing', () => us.view().clock.phase === 'briefing');
  const { endsAt, number } = us.view().clock;
  expect(await us.command({ kind: 'ready', on: true })).toBeNull();

  await cn.room.leave();
  const again = await enter(at, { code }, key);
  await new Promise((go) => setTimeout(go, 2 * GONE_AFTER_MS));
  expect(desk.view().clock.number).toBe(number);

  await again.room.leave();
  await until('the next phase', () => desk.view().clock.number === number + 1);
  expect(desk.view().clock.startedAt).toBeLessThan(endsAt!);
});
