import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import { decode } from '../../shared/orbits/table/population-codec.ts';
import { type CreateAnswer, type GameCard, ROUTES, type SkyNames } from '../../shared/protocol.ts';
import { endPhasesUntil, enter, makeGame, newKey, post, seat, until } from './harness.ts';
import { hosted } from './hosted.ts';

const here = hosted();
let made: CreateAnswer;
beforeAll(async () => {
  made = await makeGame(here.at);
});
const get = (path: string, key?: string): Promise<Response> =>
  fetch(`${here.at}${path}`, key ? { headers: { authorization: `Bearer ${key}` } } : {});

describe('HTTP', () => {
  it('makes a game, shows its card, takes no seat by it', async () => {
    expect(made.code).toMatch(/^[A-HJKMNP-TV-Z]{6}$/);
    const before = here.app.games.store;
    const card = (await (await get(ROUTES.game(made.code.toLowerCase()))).json()) as GameCard;
    expect(card).toMatchObject({ code: made.code, phase: 'lobby' });
    expect(card.seats.map((s) => s.people)).toEqual([0, 0, 0, 0, 0, 0]);
    const key = await newKey(here.at, made.code);
    expect(key.key.length).toBeGreaterThanOrEqual(32);
    const again = (await (await get(ROUTES.game(made.code))).json()) as GameCard;
    expect(again.seats.every((s) => s.people === 0)).toBe(true);
    expect(await before.key(key.key)).toBeNull();
  });

  it('refuses what is wrong with a code and a field', async () => {
    const wrong = async (body: unknown): Promise<unknown> => (await post(`${here.at}${ROUTES.games}`, body)).body;
    expect(await wrong({})).toMatchObject({ refusal: { code: 'malformed', field: 'scenario' } });
    expect(await wrong({ scenario: 'no-such', names: 'real' })).toMatchObject({
      refusal: { code: 'scenario-unknown' },
    });
    expect(await wrong({ scenario: 'first-test', names: 'real', seed: 'x' })).toMatchObject({
      refusal: { code: 'malformed' },
    });
    const huge = await fetch(`${here.at}${ROUTES.games}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario: 'x'.repeat(40_000) }),
    });
    expect(huge.status).toBe(413);
    const broken = await fetch(`${here.at}${ROUTES.games}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"scenario":',
    });
    expect(await broken.json()).toMatchObject({ refusal: { code: 'malformed' } });
    for (const path of [ROUTES.game('ZZZZZZ'), ROUTES.words('ZZZZZZ', 'en'), ROUTES.export('nonsense')]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ refusal: { code: 'game-unknown' } });
    }
    expect((await get('/api/no-such-route')).status).toBe(404);
  });

  it('gives the words of the scenario with the names of this game', async () => {
    const words = (await (await get(ROUTES.words(made.code, 'en'))).json()) as Record<string, string>;
    expect(words['seat.US']).toBe('Altair');
    expect(words['scenario.title']).toBeTruthy();
    const real = await post<CreateAnswer>(`${here.at}${ROUTES.games}`, {
      scenario: 'first-test',
      names: 'real',
      thin: true,
    });
    const theirs = (await (await get(ROUTES.words(real.body.code, 'en'))).json()) as Record<string, string>;
    expect(theirs['seat.US']).toBe('United States');
  });

  it('serves the public catalogue by its content hash, for ever, and nothing else as a sky', async () => {
    const guest = await enter(here.at, { code: made.code }, null);
    const hash = guest.view().startSky;
    const response = await fetch(`${here.at}${ROUTES.sky(hash)}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(contentHash(bytes)).toBe(hash);
    const names = (await (await get(ROUTES.skyNames(hash))).json()) as SkyNames;
    expect(names.names).toHaveLength(decode(bytes).count);
    expect((await get(ROUTES.sky('0'.repeat(32)))).status).toBe(404);
    expect(() => brotliDecompressSync(bytes)).toThrow();
  });

  it('serves to nobody the true sky after a year, by whatever hash', async () => {
    const { code, facilitatorKey } = await makeGame(here.at);
    const desk = await enter(here.at, { code }, facilitatorKey);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await endPhasesUntil(desk, 'briefing', 2);
    const { skyHash, startSkyHash } = (await here.app.games.find(code))!.running.game().state;
    expect(skyHash).not.toBe(startSkyHash);
    for (const path of [ROUTES.sky(skyHash), ROUTES.skyNames(skyHash)]) expect((await get(path)).status).toBe(404);
    expect((await get(ROUTES.sky(startSkyHash))).status).toBe(200);
  });

  it('gives the overlay of the holder of a key, the public one without a key', async () => {
    const us = await seat(here.at, made.code, 'US');
    const own = await get(ROUTES.overlay(made.code, us.view().overlay), us.key);
    expect(own.status).toBe(200);
    expect(own.headers.get('x-overlay')).toBe(us.view().overlay);
    expect(own.headers.get('cache-control')).toContain('no-store');
    expect((await get(ROUTES.overlay(made.code, 'x'))).status).toBe(200);
    expect((await get(ROUTES.overlay(made.code, 'x'), 'a-key-that-nobody-holds')).status).toBe(403);
  });

  it('exports the log to the facilitator only, without the seed while the game is open', async () => {
    const { code, facilitatorKey } = await makeGame(here.at);
    const cn = await seat(here.at, code, 'CN');
    const desk = await enter(here.at, { code }, facilitatorKey);
    await cn.command({ kind: 'say', to: 'plenary', text: 'for the record' });
    expect((await get(ROUTES.export(code))).status).toBe(403);
    expect((await get(ROUTES.export(code), cn.key)).status).toBe(403);
    const lines = async (): Promise<Record<string, unknown>[]> =>
      (await (await get(ROUTES.export(code), facilitatorKey)).text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const open = await lines();
    expect(open[0]).toMatchObject({ kind: 'header', code, seed: null });
    expect(open.filter((line) => line.kind === 'text').map((line) => line.words)).toEqual(['of CN', 'for the record']);
    expect(open.at(-1)).toMatchObject({ kind: 'end', entries: open.filter((line) => line.kind === 'entry').length });
    const { seed } = (await here.app.games.find(code))!.running.game().state;
    expect(JSON.stringify(open)).not.toContain(seed);
    expect(await desk.command({ kind: 'close' })).toBeNull();
    await until('the seed', async () => (await lines())[0]!.seed === seed);
  });

  it('sends pages with a policy, and calls from elsewhere get no leave', async () => {
    const health = await get('/api/health');
    expect(await health.json()).toMatchObject({ ok: true });
    expect(health.headers.get('content-security-policy')).toContain("script-src 'self'");
    const cross = await fetch(`${here.at}/api/health`, { headers: { origin: 'https://elsewhere.example' } });
    expect(cross.headers.get('access-control-allow-origin')).toBeNull();
    for (const path of ['/', '/g/ABCDEF', '/project/ABCDEF'])
      expect((await get(path)).headers.get('content-type')).toMatch(/text/);
  });
});
