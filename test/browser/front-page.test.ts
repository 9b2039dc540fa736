/** The page of a year on the wall, at two sizes and in each language, and near by: in News, on a phone and to be printed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { endPhasesUntil, enter, makeGame, type Person, pause, SKY_MS, seat, until } from '../server/harness.ts';
import { openWindow, type Window } from './browser.ts';
import { openPanel } from './people.ts';
import { barriers, pagesOf, SCREENS, speakIn } from './pictures.ts';
import { stage } from './stage.ts';
import { wallFaults } from './wall-measure.ts';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
const FOLDER = join(SCREENS, 'wall');
/** Of the phase so much is left when the page is on the wall, ms. */
const PAGE_MS = 15_000;

const here = stage();
const open: { wall: Window; desk: Person; code: string; key: string; delegate: string; deskKey: string } = {} as never;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const made = await makeGame(here.server.at, true);
  const { code } = made;
  const desk = await enter(here.server.at, { code }, made.facilitatorKey);
  const us = await seat(here.server.at, code, 'US');
  const cn = await seat(here.server.at, code, 'CN');
  Object.assign(open, { desk, code, key: us.key, delegate: us.delegate, deskKey: made.facilitatorKey });
  open.wall = await openWindow(here.browser, here.server.at, SIZES[0]);
  await open.wall.page.goto(`/project/${code}`);
  const does = async (who: Person, command: Record<string, unknown>) => expect(await who.command(command)).toBeNull();
  await does(desk, { kind: 'start' });
  await endPhasesUntil(desk, 'negotiation');
  await does(us, { kind: 'say', to: 'plenary', text: 'You move first, then we move.' });
  const order = { kind: 'strike', band: 'high', month: 6, flyBy: false, notify: true };
  await does(cn, { kind: 'draft-order', slot: 'security', order });
  await does(cn, { kind: 'confirm-order', slot: 'security' });
  await endPhasesUntil(desk, 'resolution');
  await until('the sky of the year', () => desk.view().turnsDone.length === 1, SKY_MS);
  const { endsAt } = desk.view().clock;
  await pause(Math.max(0, endsAt! - Date.now() - PAGE_MS + 1_000));
  // A clock that stands keeps the page on the wall.
  await does(desk, { kind: 'pause' });
});

test('the year ends on its page, which nothing on the wall is too small for', async () => {
  const { page } = open.wall;
  // What a pause lays over the wall is another matter.
  await page.addStyleTag({ content: '.wall-over { display: none !important }' });
  const sheet = page.locator('.front-page.on-wall');
  await sheet.waitFor();
  const faults: string[] = [];
  for (const language of ['fr', 'en'] as const) {
    await speakIn(page, language);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.locator('.plate[data-drawn]').waitFor();
      await page.waitForTimeout(600);
      faults.push(...(await wallFaults(page, `front page, ${language}, ${size.width}`)));
      await page.screenshot({ path: join(FOLDER, `front-page-${language}-${size.width}.png`) });
    }
  }
  expect(faults).toEqual([]);
  expect(await page.locator('.front-page h1').evaluate((line) => line.getClientRects().length)).toBe(1);
  expect(await sheet.innerText()).toContain('You move first, then we move.');
  expect(await sheet.innerText()).toMatch(/invented/);
  // Ink, and one red.
  const { red, ink } = await page.locator('.plate canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let [reds, inks] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i]! > 140 && data[i + 1]! < 90 && data[i + 2]! < 90) reds++;
      if (data[i]! < 80 && data[i + 1]! < 80 && data[i + 2]! < 80) inks++;
    }
    return { red: reds, ink: inks };
  });
  expect(red).toBeGreaterThan(500);
  expect(ink).toBeGreaterThan(20_000);
  expect(open.wall.errors).toEqual([]);
  // What is printed hangs on the game: the longest of it all stands whole, too.
  await page.locator('.front-page h1').evaluate((line) => {
    line.firstChild!.nodeValue = 'The Capella League leaves its mark at 1,200 km';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    const long = {
      h2: 'Essais interdits au-dessus de 1 200 km, à 4',
      blockquote: '“We will not be the last to move, nor the first one to say it”',
      '.notice': 'Perdu un tournevis, à 28 000 km/h. À qui le trouve : baissez-vous. ',
    };
    for (const [part, text] of Object.entries(long))
      for (const one of document.querySelectorAll(`.front-page ${part}`)) one.firstChild!.nodeValue = text;
  });
  await page.screenshot({ path: join(FOLDER, 'front-page-longest.png') });
  expect(await wallFaults(page, 'the longest words')).toEqual([]);
});

test('the page can be read in News, on a desk and on a phone', async () => {
  for (const [name, size] of [
    ['wide', { width: 1280, height: 900 }],
    ['phone', { width: 390, height: 844 }],
    ['small', { width: 320, height: 640 }],
  ] as const) {
    const { page, context, errors } = await openWindow(here.browser, here.server.at, size);
    await page.goto(`/g/${open.code}#${open.key}~${open.delegate}`);
    await page.getByRole('navigation').first().waitFor();
    await speakIn(page, 'en');
    await openPanel(page, 'News');
    await page.locator('.press-page summary').click();
    const sheet = page.locator('.front-page.to-read');
    await page.locator('.plate[data-drawn]').waitFor();
    expect(await sheet.evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
    expect(await barriers(page, { within: '.front-page' })).toEqual([]);
    await sheet.screenshot({ path: join(FOLDER, `front-page-news-${name}.png`) });
    expect(errors).toEqual([]);
    await context.close();
  }
});

test('the desk prints it on one sheet of A4', async () => {
  const { page, context } = await openWindow(here.browser, here.server.at, { width: 1280, height: 900 });
  await page.goto(`/desk/${open.code}/print#${open.deskKey}`);
  await speakIn(page, 'en');
  await page.getByRole('radio', { name: 'Front pages only' }).check();
  await page.locator('.plate[data-drawn]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 690, height: 1030 });
  await page.screenshot({ path: join(FOLDER, 'front-page-a4.png'), fullPage: true });
  expect(await pagesOf(page)).toBe(1);
  await context.close();
});
