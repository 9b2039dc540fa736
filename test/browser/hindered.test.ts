/**
 * A browser that hinders the page, over plain HTTP behind a real nginx under a path: storage blocked or full, no clipboard, no WebGL
 * or one that is lost for good. On the thin sky, on the smallest phone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  endPhasesUntil,
  enter,
  type Person,
  type Process,
  removeFolder,
  seatOthers,
  startProcess,
  temporaryFolder,
  until,
} from '../server/harness.ts';
import { locationOf, type Nginx, startNginx } from '../server/nginx.ts';
import { EXECUTABLE, FLAGS, watch } from './browser.ts';
import { phaseIs, takeSeat } from './people.ts';
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
  context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    args: [...FLAGS, '--disable-3d-apis', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    viewport: SMALLEST,
    reducedMotion: 'reduce',
  });
});
afterAll(async () => {
  await context?.close();
  await nginx?.close();
  await server?.kill('SIGTERM');
  removeFolder(data);
  removeFolder(profile);
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
  let desk: Person;

  test('a facilitator makes a game, is told, and takes the link along', async ({ onTestFailed }) => {
    const page = await open('');
    onTestFailed(() => keepFailure(page, 'hindered'));
    await page.getByText('storage is blocked or full').waitFor();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'Create the game' }).click();
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
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the briefing', () => desk.view().clock.phase === 'briefing');
    await endPhasesUntil(desk, 'negotiation');
    await phaseIs(page, 'Negotiation');
    expect(errors).toEqual([]);
  });
});
