/** Time in which no server ran, or nothing could be written, is nobody's; what was kept is known again; and the server says how it is. */
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../server/app.ts';
import { enter, makeGame, type Person, pause, removeFolder, seat, temporaryFolder, testApp, until } from './harness.ts';

const MINUTE_MS = 60_000;
let folder = '';
let app: App;
const at = (): string => `http://localhost:${app.port}`;
beforeEach(async () => {
  folder = temporaryFolder();
  app = await testApp(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
  removeFolder(folder);
});

/** What is left of the running phase by the game's own time. */
const leftMs = async (code: string): Promise<number> => {
  const { running } = (await app.games.find(code))!;
  return running.game().state.clock.endsAt! - running.now();
};
type Table = { readonly code: string; readonly facilitatorKey: string; readonly desk: Person; readonly us: Person };
/** A game in its first negotiation. */
async function talking(): Promise<Table & { readonly usKey: string }> {
  const { code, facilitatorKey } = await makeGame(at());
  const desk = await enter(at(), { code }, facilitatorKey);
  const us = await seat(at(), code, 'US');
  expect(await desk.command({ kind: 'start' })).toBeNull();
  expect(await desk.command({ kind: 'end-phase' })).toBeNull();
  await until('the talks', () => us.view().clock.phase === 'negotiation');
  return { code, facilitatorKey, desk, us, usKey: us.key };
}
const say = (who: Person, text: string) => who.command({ kind: 'say', to: 'plenary', text });
const told = (who: Person): unknown[] =>
  who.view().news.flatMap(({ words }) => (words.key.startsWith('news.outage') ? [[words.key, words.params]] : []));
const health = async (): Promise<number> => (await fetch(`${at()}/api/health`)).status;

describe('time without a server', () => {
  it('ends no phase, moves the hour of the session, and is told to all', async () => {
    const { code, facilitatorKey, usKey } = await talking();
    const before = await leftMs(code);
    const { sessionStartedAt } = (await app.games.find(code))!.running.game().state.clock;
    await app.close();
    const steady = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => steady() + 45 * MINUTE_MS);
    app = await testApp(folder);
    const left = await leftMs(code);
    expect(left).toBeLessThan(before + 1_000);
    expect(left).toBeGreaterThan(before - 5_000);
    const { clock } = (await app.games.find(code))!.running.game().state;
    expect(clock).toMatchObject({ phase: 'negotiation', turn: 1 });
    expect(clock.sessionStartedAt! - sessionStartedAt!).toBeGreaterThan(44 * MINUTE_MS);
    for (const key of [usKey, facilitatorKey, null])
      expect(told(await enter(at(), { code }, key))).toEqual([['news.outage', { minutes: 45 }]]);
  });

  it('is not counted while a game waits for its people', async () => {
    const { code, desk, facilitatorKey } = await talking();
    expect(await desk.command({ kind: 'pause' })).toBeNull();
    const { running } = (await app.games.find(code))!;
    const paused = running.game().state.clock;
    await app.close();
    const steady = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => steady() + 45 * MINUTE_MS);
    app = await testApp(folder);
    const again = await enter(at(), { code }, facilitatorKey);
    expect(again.view().clock.pausedLeftMs).toBe(paused.pausedLeftMs);
    expect(told(again)).toEqual([]);
  });
});

describe('a store that cannot write for a while', () => {
  it('takes no time from the talks, and says so', async () => {
    const { code, us } = await talking();
    const { store } = app.games;
    const refusing = vi.spyOn(store, 'append').mockRejectedValue(new Error('no disk'));
    const failingBeat = vi.spyOn(store, 'beat').mockRejectedValue(new Error('no disk'));
    const before = await leftMs(code);
    expect(await say(us, 'lost')).toMatchObject({ code: 'store-down' });
    await until('health that is told', async () => (await health()) === 503);
    await pause(3_000);
    refusing.mockRestore();
    failingBeat.mockRestore();
    await until('the store', async () => (await say(us, 'kept')) === null);
    expect(await leftMs(code)).toBeGreaterThan(before - 1_500);
    expect(await health()).toBe(200);
  });

  it('is asked what it has kept of what it did not answer', async () => {
    const { us } = await talking();
    const { store } = app.games;
    const append = store.append;
    vi.spyOn(store, 'append').mockImplementationOnce(async (...what) => {
      await append(...what);
      throw new Error('the answer is lost');
    });
    const first = { kind: 'say', to: 'plenary', text: 'kept all the same' } as const;
    expect(await us.command(first, 'the-same-id')).toMatchObject({ code: 'store-down' });
    await until('what was kept', () => us.view().press.length === 1);
    // The same again is the same.
    expect(await us.command(first, 'the-same-id')).toBeNull();
    expect(await say(us, 'and on')).toBeNull();
    await until('both', () => us.view().press.length === 2);
    expect(us.view().press.map(({ id }) => us.texts[id])).toEqual(['kept all the same', 'and on']);
  });

  it('gets a new writer when the old one dies', async () => {
    const { us, desk } = await talking();
    const posts = vi.spyOn(Worker.prototype, 'postMessage');
    expect(await say(us, 'before')).toBeNull();
    const writer = posts.mock.contexts.find((_, i) => (posts.mock.calls[i]![0] as { name?: string }).name === 'append');
    posts.mockRestore();
    const during = [say(us, 'during 1'), say(us, 'during 2')];
    await (writer as Worker).terminate();
    await Promise.all(during);
    await until('the store', async () => (await say(us, 'after')) === null);
    expect(await health()).toBe(200);
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();
    await until('the next phase', () => us.view().clock.phase === 'seal');
    expect(us.view().press.map(({ id }) => us.texts[id])).toEqual(expect.arrayContaining(['before', 'after']));
  });
});
