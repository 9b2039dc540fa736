/** A system whose time is put right while people play: games, limits and views go on by the steady clock. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../server/app.ts';
import { enter, makeGame, pause, quickened, removeFolder, seat, temporaryFolder, testApp, until } from './harness.ts';

const HOUR_MS = 3_600_000;
/** What is done in it takes two seconds; a busy machine has time to spare. */
const BRIEFING_S = 12;
let folder = '';
const apps: App[] = [];
const start = async (): Promise<{ app: App; at: string }> => {
  const app = await testApp(folder, quickened(100, { briefing: BRIEFING_S, negotiation: 600 }));
  apps.push(app);
  return { app, at: `http://localhost:${app.port}` };
};
/** The system's time from now on, so far from what it was. */
const setTime = (byMs: number): void => {
  const system = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => system() + byMs);
};
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const app of apps.splice(0)) await app.close();
  removeFolder(folder);
});

describe('a system whose time is set', () => {
  it.each([-1, 1])('by %i h ends no phase early and keeps none, no view and no person waiting', async (hours) => {
    const { at } = await start();
    const { code, facilitatorKey } = await makeGame(at);
    const desk = await enter(at, { code }, facilitatorKey);
    const us = await seat(at, code, 'US');
    // Phases this long leave no time for a debrief.
    expect(await desk.command({ kind: 'allow-overrun', on: true })).toBeNull();
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the start', () => us.view().clock.phase === 'briefing');
    const began = performance.now();
    setTime(hours * HOUR_MS);
    // A changed end sets the bell anew.
    expect(await desk.command({ kind: 'extend', seconds: 1 })).toBeNull();
    await pause(1_000);
    expect(us.view().clock.phase).toBe('briefing');
    for (let n = 0; n < 60; n++) {
      expect(await us.command({ kind: 'say', to: 'plenary', text: `${n}` })).toBeNull();
      await pause(20);
    }
    await until('what was said', () => us.view().press.length === 60);
    vi.restoreAllMocks();
    setTime(-hours * HOUR_MS);
    await until('the next phase', () => us.view().clock.phase === 'negotiation');
    expect(performance.now() - began).toBeGreaterThan(1000 * BRIEFING_S);
  });

  it('while the server was down makes no phase longer', async () => {
    // The first server ran an hour ahead.
    const steady = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => steady() + HOUR_MS);
    const first = await start();
    const { code, facilitatorKey } = await makeGame(first.at);
    const ahead = await enter(first.at, { code }, facilitatorKey);
    expect(await ahead.command({ kind: 'allow-overrun', on: true })).toBeNull();
    expect(await ahead.command({ kind: 'start' })).toBeNull();
    await first.app.close();
    apps.length = 0;
    vi.restoreAllMocks();
    const second = await start();
    const desk = await enter(second.at, { code }, facilitatorKey);
    expect(desk.view().clock.phase).toBe('briefing');
    await until('the next phase', () => desk.view().clock.phase !== 'briefing', 20_000);
  });
});
