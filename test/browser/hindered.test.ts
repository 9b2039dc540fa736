/**
 * A browser that hinders the page, over plain HTTP behind a real nginx under a path: storage blocked or full, no clipboard, no WebGL
 * or one that is lost for good. On the thin sky, on the smallest phone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  endPhasesUntil,
  enter,
  makeGame,
  type Person,
  type Process,
  removeFolder,
  seat,
  seatOthers,
  startProcess,
  temporaryFolder,
  until,
} from '../server/harness.ts';
import { locationOf, type Nginx, startNginx } from '../server/nginx.ts';
import { EXECUTABLE, FLAGS, NARROW, openBrowser, patient, watch } from './browser.ts';
import { openPanel, phaseIs, takeSeat } from './people.ts';
import { keepFailure } from './pictures.ts';

const SMALLEST = { width: 320, height: 640 } as const;
/** No device's own name: a page from there over plain HTTP is no secure context, as in a class-room. */
const HOST = 'school.test';

const data = temporaryFolder();
const profile = temporaryFolder();
const errors: string[] = [];
let server: Process;
let nginx: Nginx;
let context: BrowserContext;
let at: string;

beforeAll(async () => {
  server = await startProcess(data, { KESSLER_BASE: '/accords' });
  nginx = await startNginx([locationOf(Number(new URL(server.at).port))]);
  at = `http://${HOST}:${nginx.ports[0]}/accords/`;
  // What a person chooses under "block all cookies": pages then may not even ask for storage.
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  context = patient(
    await chromium.launchPersistentContext(profile, {
      executablePath: EXECUTABLE,
      args: [...FLAGS, '--disable-3d-apis', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
      viewport: SMALLEST,
      reducedMotion: 'reduce',
    }),
  );
});
afterAll(async () => {
  await context?.close();
  await nginx?.close();
  await server?.kill('SIGTERM');
  removeFolder(data);
  removeFolder(profile);
});

/** How many colours a canvas shows: nothing drawn is one. */
const coloursOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-host:not([hidden]) canvas');
    const brush = canvas?.getContext('2d');
    if (!canvas || !brush || canvas.width === 0) return 0;
    const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set<number>();
    for (let i = 0; i < data.length; i += 4) found.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    return found.size;
  });

const open = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  watch(page, errors);
  await page.goto(at + path);
  return page;
};

describe('where nothing is kept', () => {
  let code: string;
  let link: string;
  let seatHash: string;
  let desk: Person;

  test('a facilitator makes a game, is told, and takes the link along', async ({ onTestFailed }) => {
    const page = await open('');
    onTestFailed(() => keepFailure(page, 'hindered'));
    await page.getByText('storage is blocked or full').waitFor();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'Run a class' }).click();
    await page.waitForURL(/\/accords\/desk\/[A-Z]{6}$/);
    code = await page.getByText(/^[A-Z]{6}$/).innerText();
    await page.getByText(`${new URL(at).host}/accords/g/${code}`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('dialog', { name: 'Menu' });
    link = await menu.getByRole('textbox', { name: 'Your personal link' }).inputValue();
    expect(link).toMatch(new RegExp(`^${at}desk/${code}#.{32}$`));
    await menu.getByRole('button', { name: 'Copy the link' }).click();
    await menu.getByText('Copied.', { exact: true }).waitFor();
    // What was said to be copied is there to be put in elsewhere.
    const elsewhere = await open('');
    await elsewhere.getByLabel('Game code').focus();
    await elsewhere.keyboard.press('Control+V');
    expect(await elsewhere.getByLabel('Game code').inputValue()).toBe(code);
    await elsewhere.close();

    await menu.getByRole('button', { name: 'Close' }).click();
    const print = page.getByRole('link', { name: 'Print briefs and guide' }).first();
    const [sheet] = await Promise.all([context.waitForEvent('page'), print.click()]);
    await sheet.getByRole('button', { name: 'Print' }).waitFor();
    expect(sheet.url()).toBe(`${at}desk/${code}/print`);
    await sheet.close();
    await page.reload();
    await page.getByText(/^[A-Z]{6}$/).waitFor();
    await page.close();
  });

  test('a delegate takes a seat, and has it again after a reload', async ({ onTestFailed }) => {
    desk = await enter(server.at, { code }, link.split('#')[1]!);
    await seatOthers(server.at, code, ['US']);
    const page = await open(`g/${code}`);
    onTestFailed(() => keepFailure(page, 'hindered'));
    await takeSeat(page, 'Altair', 'مريم');
    await page.reload();
    await page.getByRole('heading', { name: 'Who is here' }).waitFor();
    await page.getByText('مريم').first().waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    const own = page.getByRole('dialog', { name: 'Menu' }).getByRole('textbox', { name: 'Your personal link' });
    seatHash = new URL(await own.inputValue()).hash;
    await page.keyboard.press('Escape');
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the briefing', () => desk.view().clock.phase === 'briefing');
    await endPhasesUntil(desk, 'negotiation');
    await phaseIs(page, 'Negotiation');
    // Once understood it is not said again in this tab; on the smallest phone the phase stands clear of its clock.
    await page.locator('.banners').getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await phaseIs(page, 'Negotiation');
    expect(await page.getByText('storage is blocked or full').count()).toBe(0);
    const [name, clock] = await Promise.all([
      page.locator('.where strong').evaluate((node) => node.getBoundingClientRect().left + node.scrollWidth),
      page.getByRole('timer').evaluate((node) => node.getBoundingClientRect().left),
    ]);
    expect(name).toBeLessThan(clock);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the map says that it has no graphics, the table is drawn without', async ({ onTestFailed }) => {
    const page = await open(`g/${code}${seatHash}`);
    onTestFailed(() => keepFailure(page, 'hindered'));
    await phaseIs(page, 'Negotiation');
    await openPanel(page, 'Orbit map');
    await page.getByText('no graphics for the globe').waitFor();
    await page.getByRole('radio', { name: 'GEO belt' }).check({ force: true });
    await page.getByRole('region', { name: 'The geostationary belt' }).waitFor();
    await openPanel(page, 'Table');
    await expect.poll(() => coloursOf(page)).toBeGreaterThan(5);
    expect(errors).toEqual([]);
  });

  test('a text that is too long is counted, not cut; one from right to left stands so', async ({ onTestFailed }) => {
    const page = context.pages().at(-1)!;
    onTestFailed(() => keepFailure(page, 'hindered'));
    await openPanel(page, 'Talk');
    const box = page.getByRole('textbox', { name: 'Speak to all delegations' });
    const send = page.getByRole('button', { name: 'Send' });
    await box.fill('long '.repeat(422));
    await page.getByText('2,109 of 2,000 characters', { exact: true }).waitFor();
    await page.getByText(/^Too long/).waitFor();
    await box.press('Enter');
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    expect(await box.inputValue()).toHaveLength(2_110);
    await box.fill('נאום, 3 דקות.');
    await send.click();
    const said = page.getByRole('log').locator('.words').last();
    await expect.poll(() => said.innerText()).toBe('נאום, 3 דקות.');
    expect(await said.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
    expect(desk.view().press).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALLEST.width);
    expect(errors).toEqual([]);
    await page.close();
  });
});

/** Takes the graphics card from the canvas on the page, as a browser under load does, and does not give it back. */
const loseCard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-host:not([hidden]) canvas')!;
    const card = canvas.getContext('webgl') ?? canvas.getContext('webgl2');
    card!.getExtension('WEBGL_lose_context')!.loseContext();
  });

describe('where less and less works', () => {
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const { code, facilitatorKey } = await makeGame(server.at);
    const desk = await enter(server.at, { code }, facilitatorKey);
    const altair = await seat(server.at, code, 'US');
    await seatOthers(server.at, code, ['US']);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await endPhasesUntil(desk, 'negotiation');
    page = await patient(await browser.newContext({ viewport: NARROW, reducedMotion: 'reduce' })).newPage();
    watch(page, complaints);
    await page.goto(`${server.at}/accords/g/${code}#${altair.key}~${altair.delegate}`);
    await phaseIs(page, 'Negotiation');
  });
  afterAll(() => browser?.close());

  test('a storage that is full is told, and what is typed outlives a reload', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(page, 'hindered'));
    await openPanel(page, 'Talk');
    await page.evaluate(() => {
      for (let size = 2 ** 22; size >= 1; size /= 2)
        try {
          for (let n = 0; ; n++) localStorage.setItem(`filler ${size} ${n}`, 'x'.repeat(size));
        } catch {}
    });
    const box = page.getByRole('textbox', { name: 'Speak to all delegations' });
    await box.fill('What does not fit any more.');
    await page.getByText('storage is blocked or full').waitFor();
    await page.reload();
    await expect.poll(() => box.inputValue()).toBe('What does not fit any more.');
    await page.evaluate(() => localStorage.clear());
  });

  test('a graphics card that is gone for good is told, and can be asked for again', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(page, 'hindered'));
    await openPanel(page, 'Orbit map');
    await page.getByText('Colours and filters').waitFor();
    await page.locator('.canvas-host canvas').waitFor();
    await loseCard(page);
    await page.getByText('no graphics for the globe').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('no graphics for the globe').waitFor({ state: 'hidden' });
    await page.locator('.canvas-host:not([hidden]) canvas').waitFor();

    await openPanel(page, 'Table');
    await page.locator('.canvas-host canvas').waitFor();
    await loseCard(page);
    await expect.poll(() => coloursOf(page)).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
  });
});
