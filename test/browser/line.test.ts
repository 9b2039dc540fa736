/** What people see and can do on a bad network, in Chromium: a network that goes silent without closing stands between page and server. */
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { enter, makeGame, type Person, seat, seatOthers, until } from '../server/harness.ts';
import { openWire, type Wire } from '../server/wire.ts';
import { NARROW, openWindow, type Window } from './browser.ts';
import { openPanel, phaseIs, secondsLeft, speak } from './people.ts';
import { stage } from './stage.ts';

const here = stage();
const open: { wire: Wire; windows: Window[] } = { wire: null!, windows: [] };
const wireUp = async (): Promise<Wire> => {
  open.wire = await openWire(Number(new URL(here.server.at).port));
  return open.wire;
};
const window = async (...size: [] | [typeof NARROW]): Promise<Page> => {
  const made = await openWindow(here.browser, open.wire.at, ...size);
  open.windows.push(made);
  return made.page;
};
afterEach(async () => {
  for (const { context } of open.windows.splice(0)) await context.close();
  await open.wire.close();
});

/** A game in its negotiation, with its facilitator on a good line. */
async function negotiation() {
  const { code, facilitatorKey } = await makeGame(here.server.at);
  const desk = await enter(here.server.at, { code }, facilitatorKey);
  const us = await seat(here.server.at, code, 'US');
  await seatOthers(here.server.at, code, ['US']);
  expect(await desk.command({ kind: 'start' })).toBeNull();
  await until('the briefing', () => desk.view().clock.phase === 'briefing');
  expect(await desk.command({ kind: 'end-phase' })).toBeNull();
  await until('the talks', () => desk.view().clock.phase === 'negotiation');
  return { code, facilitatorKey, desk, us };
}

const said = (desk: Person): readonly (string | null)[] => desk.view().press.map((m) => desk.texts[m.id] ?? null);
const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const DOWN = 'The server cannot be reached';
/** How much later everything comes on a slow line, ms. */
const SLOW_MS = 400;
/** Until the page has come whole: what is still on its way is another matter. */
const whole = (...pages: readonly Page[]) => Promise.all(pages.map((page) => page.waitForLoadState('networkidle')));

test('a line that goes silent is told on every screen, and what was sent twice meanwhile is said once', async () => {
  const { code, facilitatorKey, desk, us } = await negotiation();
  const wire = await wireUp();
  const [phone, wall, paper] = [await window(NARROW), await window(), await window()];
  await phone.goto(`/g/${code}#${us.key}~${us.delegate}`);
  await wall.goto(`/project/${code}`);
  await paper.goto(`/desk/${code}/print#${facilitatorKey}`);
  await phaseIs(phone, 'Negotiation');
  await wall.getByRole('heading', { name: 'Negotiation' }).waitFor();
  await paper.getByRole('button', { name: 'Print' }).waitFor();
  await openPanel(phone, 'Talk');
  await whole(phone, wall, paper);
  wire.hold('up', 'down');
  const box = phone.getByRole('textbox', { name: 'To all' });
  await box.fill('We are still here.');
  await phone.getByRole('button', { name: 'Send' }).dblclick();
  await Promise.all([phone, wall, paper].map((page) => alert(page, DOWN).waitFor()));
  await phone.getByRole('button', { name: 'Send' }).click();
  await box.press('Enter');
  await alert(phone, 'What you did last waits here and is sent once').waitFor();
  expect(await box.inputValue()).toBe('We are still here.');
  wire.renew();
  await Promise.all([phone, wall, paper].map((page) => alert(page, DOWN).waitFor({ state: 'detached' })));
  await expect.poll(() => box.inputValue()).toBe('');
  await speak(phone, 'To all', 'Now on a better line.');
  await until('the words', () => said(desk).length > 1);
  expect(said(desk)).toEqual(['We are still here.', 'Now on a better line.']);
  await phone.getByRole('log').getByText('We are still here.').waitFor();
});

test('a line that dies while the page still loads holds nobody up: the page comes again by itself', async () => {
  const { code } = await negotiation();
  const wire = await wireUp();
  const page = await window();
  // Slow enough that the parts of the page are on their way, as many as the browser has connections for.
  wire.delay(SLOW_MS);
  await page.goto(`/project/${code}`);
  await page.getByRole('heading', { name: 'Negotiation' }).waitFor();
  wire.delay(0);
  wire.hold('up', 'down');
  await alert(page, DOWN).waitFor();
  wire.renew();
  await alert(page, DOWN).waitFor({ state: 'detached' });
  // The map's program, and the sky that it draws.
  await page.locator('.wall-map canvas').waitFor({ state: 'attached' });
  await page.locator('.wall-map [role=status]').waitFor({ state: 'detached' });
});

test('a network that blocks WebSockets is named where people come in', async () => {
  const { code, us } = await negotiation();
  const wire = await wireUp();
  wire.sockets('refuse');
  const page = await window(NARROW);
  await page.goto(`/g/${code}#${us.key}~${us.delegate}`);
  await page.getByText('the live line to it (WebSocket) does not come through').waitFor();
  const newcomer = await window();
  await newcomer.goto(`/g/${code}`);
  await newcomer.getByRole('button', { name: /^Take a seat/ }).click();
  await alert(newcomer, 'the live line to it (WebSocket) does not come through').waitFor();
  wire.sockets('pass');
  await phaseIs(page, 'Negotiation');
});

test('a device that says it has a network again, or is looked at again, tries at once', async () => {
  const { code, desk, us } = await negotiation();
  await wireUp();
  const page = await window();
  await page.goto(`/g/${code}#${us.key}~${us.delegate}`);
  await phaseIs(page, 'Negotiation');
  const { context } = open.windows[0]!;
  await context.setOffline(true);
  await alert(page, 'This device has no network').waitFor();
  await context.setOffline(false);
  await alert(page, 'This device has no network').waitFor({ state: 'detached' });
  // A frozen tab hears nothing of its line: it asks when somebody looks.
  await openPanel(page, 'Talk');
  await page.getByRole('heading', { name: 'Talk' }).waitFor();
  await whole(page);
  open.wire.hold('up', 'down');
  open.wire.renew();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await desk.command({ kind: 'broadcast', text: 'Back to the text.' })).toBeNull();
  await page.getByRole('log').getByText('Back to the text.').waitFor();
});

test('a device whose clock is put right meanwhile shows the same time left', async () => {
  const { code, desk, us } = await negotiation();
  await wireUp();
  const page = await window();
  await page.goto(`/g/${code}#${us.key}~${us.delegate}`);
  await phaseIs(page, 'Negotiation');
  for (const hours of [-1, 2]) {
    const before = await secondsLeft(page);
    await page.evaluate((ms) => {
      const system = Date.now.bind(Date);
      Date.now = () => system() + ms;
    }, hours * 3_600_000);
    expect(await desk.command({ kind: 'broadcast', text: `Clock ${hours}.` })).toBeNull();
    await openPanel(page, 'Talk');
    await page.getByText(`Clock ${hours}.`).first().waitFor();
    const after = await secondsLeft(page);
    expect(after).toBeLessThanOrEqual(before);
    expect(after).toBeGreaterThan(before - 60);
  }
});
