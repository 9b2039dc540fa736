/** The wall through a class: each moment at two sizes, with a picture of each; on the thin sky. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { endPhasesUntil, enter, makeGame, type Person, SKY_MS, seat, until } from '../server/harness.ts';
import { openWindow, type Window } from './browser.ts';
import { SCREENS, speakIn } from './pictures.ts';
import { stage } from './stage.ts';
import { wallFaults } from './wall-measure.ts';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
const FOLDER = join(SCREENS, 'wall');

const here = stage();
const open: { wall: Window; desk: Person; us: Person; cn: Person; ru: Person; code: string } = {} as never;

/** Gives a command that must be taken. */
const does = async (who: Person, command: Command | Record<string, unknown>): Promise<void> => {
  expect(await who.command(command)).toBeNull();
};

/** Gives the window a size, and waits until the wall fills it. */
async function resized(size: (typeof SIZES)[number]): Promise<void> {
  const { page } = open.wall;
  await page.setViewportSize(size);
  await page.waitForFunction(
    (width) => Math.abs(document.querySelector('.wall')!.getBoundingClientRect().width - width) < 2,
    size.width,
  );
}

/** Measures and keeps what stands on the wall, in each language and size. */
async function looked(moment: string): Promise<void> {
  const { page } = open.wall;
  await page.locator('.wall-stage').waitFor();
  const faults: string[] = [];
  for (const language of ['fr', 'en'] as const) {
    await speakIn(page, language);
    for (const size of SIZES) {
      await resized(size);
      // Whatever came in has faded in.
      await page.waitForTimeout(500);
      faults.push(...(await wallFaults(page, `${moment}, ${language}, ${size.width}`)));
      await page.screenshot({ path: join(FOLDER, `${moment}-${language}-${size.width}.png`) });
    }
  }
  expect(faults).toEqual([]);
}

/** What stands on the wall for some seconds only, held by a pause whose words are taken off the page. */
async function heldStill(part: string, moment: string): Promise<void> {
  const { desk, wall } = open;
  await wall.page.locator(part).waitFor();
  await does(desk, { kind: 'pause' });
  const cover = await wall.page.addStyleTag({ content: '.wall-over { display: none; }' });
  await looked(moment);
  expect(await wall.page.locator(part).count()).toBe(1);
  await cover.evaluate((style) => (style as HTMLElement).remove());
  await does(desk, { kind: 'resume' });
}

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const { code, facilitatorKey } = await makeGame(here.server.at);
  const desk = await enter(here.server.at, { code }, facilitatorKey);
  const [us, cn, ru] = await Promise.all(['US', 'CN', 'RU'].map((id) => seat(here.server.at, code, id)));
  Object.assign(open, { desk, us, cn, ru, code, wall: await openWindow(here.browser, here.server.at, SIZES[0]) });
  await open.wall.page.goto(`/project/${code}`);
});

describe('the wall', () => {
  test('in the lobby', async () => {
    const { page } = open.wall;
    await page.getByText(open.code, { exact: true }).waitFor();
    await looked('lobby');
    // Who has just sat down is lit for a moment; a busy machine may be slower to look than that.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        for (const seat of document.querySelectorAll('.wall-seats .lit b')) seen.push(seat.textContent ?? '');
      }).observe(document.querySelector('.wall-seats')!, { subtree: true, childList: true, attributes: true });
    });
    await seat(here.server.at, open.code, 'IN');
    const seats = page.getByRole('contentinfo').getByRole('listitem');
    await seats.filter({ hasText: 'of IN' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => [...new Set((globalThis as never as { seen: string[] }).seen)]))
      .toEqual(['Rigel']);
    await page.locator('.wall-seats .lit').waitFor({ state: 'detached' });
  });

  test('in the briefing', async () => {
    await does(open.desk, { kind: 'start' });
    await until('the briefing', () => open.desk.view().clock.phase === 'briefing');
    await looked('briefing');
  });

  test('in the talks, before and after there is a text', async () => {
    const { desk, us, cn, ru } = open;
    await endPhasesUntil(desk, 'negotiation');
    await looked('talks-empty');
    await does(us, {
      kind: 'table',
      values: { N01: 500, N06: 10, N10: 30, N17: 'all', lead: 'EU', road: 'open' },
    });
    const text = () => desk.view().instruments.find((i) => i.tabledBy === 'US');
    await until('the text', () => text() !== undefined);
    await does(us, { kind: 'act-on-text', text: text()!.id, act: 'pledge', values: { condition: 'none' } });
    await does(cn, {
      kind: 'act-on-text',
      text: text()!.id,
      act: 'pledge',
      values: { condition: 'with', seats: ['US'] },
    });
    await does(ru, { kind: 'say', to: 'plenary', text: 'You move first, then we move.' });
    await looked('talks');
  });

  test('while orders are sealed', async () => {
    const { desk, us } = open;
    await does(open.cn, {
      kind: 'draft-order',
      slot: 'security',
      order: { kind: 'strike', month: 6, band: 'high', flyBy: false, notify: false },
    });
    await does(open.cn, { kind: 'confirm-order', slot: 'security' });
    await endPhasesUntil(desk, 'seal');
    await does(us, { kind: 'ready', on: true });
    await looked('sealing');
  });

  test('as the sky answers: the year plays, its event is held, its headlines come, then its card', async () => {
    const { desk } = open;
    await endPhasesUntil(desk, 'resolution');
    await until('the year', () => desk.view().turnsDone.length === 1, SKY_MS);
    await heldStill('.wall-flag-text', 'sky-held');
    await heldStill('.wall-headlines', 'sky-headlines');
    await heldStill('.wall-card', 'sky-card');
  });

  test('an accusation and words to all stand over whatever is there, and go', async () => {
    const { desk, us, wall } = open;
    await endPhasesUntil(desk, 'negotiation', 2);
    const incident = desk.view().incidents.find((i) => i.loud)!;
    const faults: string[] = [];
    for (const [who, command, part] of [
      [us, { kind: 'accuse', incident: incident.id, cause: 'intercept', of: 'CN' }, '.wall-grave'],
      [
        desk,
        { kind: 'broadcast', text: 'Ten minutes to lunch. Whoever wants a text by then says so now.' },
        '.wall-words',
      ],
    ] as const) {
      await does(who, command);
      await wall.page.locator(part).waitFor();
      // It stands beside the table, too, until a delegation does something else: a bot may within seconds.
      if (command.kind === 'accuse') await wall.page.locator('.wall-act').getByText('Altair accuses Vega').waitFor();
      faults.push(...(await wallFaults(wall.page, part)));
      await wall.page.screenshot({ path: join(FOLDER, `over${part.replace('.wall', '')}-en-1280.png`) });
      await wall.page.locator(part).waitFor({ state: 'detached' });
    }
    expect(faults).toEqual([]);
    await looked('talks-accused');
  });

  test('while the game is paused', async () => {
    const { desk } = open;
    await does(desk, { kind: 'pause' });
    await looked('paused');
    await does(desk, { kind: 'resume' });
  });

  test('25 years later', async () => {
    const { desk } = open;
    await endPhasesUntil(desk, 'epilogue');
    await looked('epilogue');
    expect(open.wall.errors).toEqual([]);
  });
});
