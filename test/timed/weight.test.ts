/** What comes over the line, as the server sends it, and what a frame of the map costs the script: on the real sky. */
import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import { openWindow } from '../browser/browser.ts';
import { stage } from '../browser/stage.ts';
import { endPhasesUntil, enter, type Person, post, SKY_MS, seat, until } from '../server/harness.ts';
import { slowness } from './slowness.ts';

const KB = 1000;
const MOST_HOME_KB = 80;
/** Until the first screen of a game stands with its map, and all that a delegate's panels ever fetch. */
const MOST_FIRST_KB = 350;
const MOST_GAME_KB = 450;
const MOST_OVERLAY_KB = 150;
const MOST_SCRIPT_MS = 4;
/** What a browser says that it can read, over plain HTTP. */
const BROWSER = 'gzip, deflate';
/** Few pixels: they are drawn by the processor here, which is no business of the script. */
const SMALL = { width: 920, height: 420 } as const;
const FRAMES = 60;
/** Other work on the machine only ever adds to a frame, so the best of some windows is nearest to what the script takes. */
const WINDOWS = 3;
/** Frames in which the map is made and its buffers are filled. */
const WARM_UP = 30;

const here = stage();
let code: string;
let desk: Person;
let striker: Awaited<ReturnType<typeof seat>>;

type Served = { readonly encoding: string; readonly kb: number; readonly wholeKb: number };
/** What the server sends for an address: size over the line and unpacked. */
function served(path: string, accept: string, key: string | null = null): Promise<Served> {
  const headers = { 'accept-encoding': accept, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  return new Promise((done, fail) => {
    get(`${here.server.at}${path}`, { headers }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      const encoding = response.headers['content-encoding'] ?? 'none';
      const whole = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(response.statusCode, path).toBe(200);
      done({ encoding, kb: bytes.length / KB, wholeKb: whole.length / KB });
    }).on('error', fail);
  });
}

/** Notes the scripts that a page fetches. */
function noteScripts(page: Page): ReadonlySet<string> {
  const paths = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname);
  });
  return paths;
}

/** What scripts weigh together. Over plain HTTP a browser asks for gzip, over TLS for brotli. */
async function weightOf(paths: ReadonlySet<string>, encoding: 'br' | 'gzip'): Promise<number> {
  const all = await Promise.all([...paths].map((path) => served(path, encoding)));
  expect(new Set(all.map((one) => one.encoding))).toEqual(new Set([encoding]));
  return all.reduce((sum, { kb }) => sum + kb, 0);
}

async function tell(what: string, paths: ReadonlySet<string>): Promise<number> {
  const [brotli, gzip] = await Promise.all([weightOf(paths, 'br'), weightOf(paths, 'gzip')]);
  console.info(`${what}: ${paths.size} scripts, ${brotli.toFixed(1)} kB in brotli, ${gzip.toFixed(1)} kB in gzip`);
  return brotli;
}

beforeAll(async () => {
  const made = await post<CreateAnswer>(`${here.server.at}${ROUTES.games}`, {
    scenario: 'first-test',
    names: 'fictional',
  });
  expect(made.status).toBe(201);
  code = made.body.code;
  desk = await enter(here.server.at, { code }, made.body.facilitatorKey);
  striker = await seat(here.server.at, code, 'CN');
});

/** In the page: it has no idle moment before the test says so. */
declare const restAtLast: () => void;
function neverIdle(): void {
  const waiting: Parameters<typeof requestIdleCallback>[] = [];
  const usual = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (...asked) => waiting.push(asked);
  const restAtLast = () => {
    window.requestIdleCallback = usual;
    for (const asked of waiting.splice(0)) usual(...asked);
  };
  Object.assign(window, { restAtLast });
}

/** The 95th percentile of some times. */
const p95Of = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1]!;

/** In the page: what each call of a frame takes the script, ms. */
declare const frameTimes: number[];
function noteFrames(): void {
  const times: number[] = [];
  Object.assign(window, { frameTimes: times });
  const usual = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) =>
    usual((now) => {
      const began = performance.now();
      act(now);
      times.push(performance.now() - began);
    });
}

describe('what a page weighs', () => {
  test('the first page', async () => {
    const { page, context } = await openWindow(here.browser, here.server.at);
    const scripts = noteScripts(page);
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(scripts.size).toBeGreaterThan(0);
    expect(await tell('first page', scripts)).toBeLessThan(MOST_HOME_KB);
    await context.close();
  });

  test('the overlay of a turn with a strike', async () => {
    const must = async (person: Person, command: Record<string, unknown>) =>
      expect(await person.command(command), JSON.stringify(command)).toBeNull();
    await must(desk, { kind: 'start' });
    await until('the first briefing', () => desk.view().clock.phase === 'briefing');
    await endPhasesUntil(desk, 'negotiation');
    const order = { kind: 'strike', band: 'high', month: 6, flyBy: false, notify: true };
    await must(striker, { kind: 'draft-order', slot: 'security', order });
    await must(striker, { kind: 'confirm-order', slot: 'security' });
    await endPhasesUntil(desk, 'resolution');
    await until('the sky of turn 1', () => desk.view().turnsDone.length === 1, SKY_MS);
    for (const [who, person, key] of [
      ['the room', desk, null],
      ['a seat', striker, striker.key],
    ] as const) {
      const { encoding, kb, wholeKb } = await served(ROUTES.overlay(code, person.view().overlay), BROWSER, key);
      console.info(`overlay of ${who}: ${kb.toFixed(1)} kB as served (${encoding}), ${wholeKb.toFixed(1)} kB unpacked`);
      expect(wholeKb).toBeGreaterThan(1);
      expect(kb).toBeLessThan(MOST_OVERLAY_KB);
    }
  });

  test('a game, and a frame of its map with the full sky', async () => {
    const { page, context } = await openWindow(here.browser, here.server.at, SMALL);
    // The sky goes round, so that every frame is drawn.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.addInitScript(noteFrames);
    await page.addInitScript(neverIdle);
    const scripts = noteScripts(page);
    await page.goto(`/g/${code}#${striker.key}~${striker.delegate}`);
    await page.getByRole('checkbox', { name: /^New fragments/ }).waitFor({ timeout: SKY_MS });
    await page.waitForLoadState('networkidle');
    expect(await tell('the first screen of a game with its map', scripts)).toBeLessThan(MOST_FIRST_KB);
    await page.evaluate(() => restAtLast());
    await until('the last part', () => [...scripts].some((path) => /debrief/.test(path)), SKY_MS);
    await page.waitForLoadState('networkidle');
    expect(await tell('a game with all that a delegate may open', scripts)).toBeLessThan(MOST_GAME_KB);

    await page.evaluate(() => frameTimes.splice(0));
    const times = () => page.evaluate(() => [...frameTimes]);
    await until('the frames', async () => (await times()).length >= WARM_UP + WINDOWS * FRAMES, SKY_MS);
    const drawn = (await times()).slice(WARM_UP);
    const shares = Array.from({ length: WINDOWS }, (_, window) =>
      p95Of(drawn.slice(window * FRAMES, (window + 1) * FRAMES)),
    );
    const p95 = Math.min(...shares);
    console.info(
      `script per frame, 95th percentile of ${WINDOWS} times ${FRAMES} frames: ${shares.map((ms) => ms.toFixed(1)).join(', ')} ms`,
    );
    expect(p95).toBeLessThan(MOST_SCRIPT_MS * slowness());
    await context.close();
  });

  test('panels that came while the page was idle open without a line; one that did not come says so and comes with the line', async () => {
    const { page, context } = await openWindow(here.browser, here.server.at, SMALL);
    await page.addInitScript(neverIdle);
    const scripts = noteScripts(page);
    await page.goto(`/g/${code}#${striker.key}~${striker.delegate}`);
    const rail = page.getByRole('navigation', { name: 'Panels', exact: true });
    await rail.waitFor();
    // The last that the first screen asks for comes with the sky.
    await page.getByRole('checkbox', { name: /^New fragments/ }).waitFor({ timeout: SKY_MS });
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await rail.getByRole('button', { name: /^Paper/ }).click();
    await page.getByText('One moment.').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'The paper', level: 2 }).waitFor();

    await page.evaluate(() => restAtLast());
    await until('the last part', () => [...scripts].some((path) => /debrief/.test(path)), SKY_MS);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    for (const panel of ['Talk', 'Orders', 'Brief', 'Offers', 'Evidence', 'Mandate', 'Money', 'News']) {
      await rail.getByRole('button', { name: new RegExp(`^${panel}`) }).click();
      await page.locator('.side').getByRole('heading', { level: 2 }).waitFor();
    }
    await context.close();
  });
});
