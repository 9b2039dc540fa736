/**
 * First test on the thin sky without a mouse: one delegate plays a turn by keys alone, and the next by what a screen reader is
 * told, with no canvas on the page. Then every screen is held against axe, and against the thumb on a phone.
 */
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { REVEAL_STEPS } from '../../shared/vocabulary/index.ts';
import { endPhasesUntil, enter, makeGame, type Person, seatOthers, until } from '../server/harness.ts';
import { NARROW, openTab, openWindow, WIDE, type Window } from './browser.ts';
import { hears, press, setTo, type Told } from './by-ear.ts';
import { chooseByKey, pressByKey, reach, selectByKey } from './by-key.ts';
import { openPanel, panelNames, phaseIs } from './people.ts';
import { barriers, keepFailure } from './pictures.ts';
import { stage } from './stage.ts';

/** Both sides of what a finger presses, CSS px (WCAG 2.5.5). */
const TARGET_PX = 44;
/** A laid-out box may miss the whole pixel by this. */
const ROUNDING_PX = 0.5;

const here = stage();
let delegate: Window;
let page: Page;
let code: string;
let deskKey: string;
let desk: Person;

const altair = () => desk.view().seats.find((s) => s.id === 'US')!;
/** What is wrong with a screen, or a part of it: everything in a bright room, and contrast in a dark one. */
async function faults(of: Page, name: string, within = 'html'): Promise<readonly string[]> {
  await of.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const bright = await barriers(of, { within });
  await of.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await barriers(of, { within, rules: ['color-contrast'] });
  return [...bright.map((b) => `${name}, bright: ${b}`), ...dark.map((b) => `${name}, dark: ${b}`)];
}

/**
 * What is wrong with a screen on a phone: it scrolls sideways, or something to press is smaller than a fingertip. Not counted:
 * words explained on tap and links, which stand inside a sentence (WCAG 2.5.5 excepts them), and a scrolling part that only
 * keys have to get to. A control inside a label is as large as its label.
 */
async function faultsOnPhone(of: Page, name: string): Promise<readonly string[]> {
  await of.setViewportSize(NARROW);
  await of.evaluate(() => new Promise<void>((go) => requestAnimationFrame(() => requestAnimationFrame(() => go()))));
  const found = await of.evaluate((least) => {
    const out: string[] = [];
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 0) out.push(`${over} px too wide`);
    const inSentence = (node: Element) => node.matches('.term, p a, li a');
    for (const node of document.querySelectorAll('a, button, input, select, textarea, summary')) {
      const box = (node.closest('label') ?? node).getBoundingClientRect();
      if (inSentence(node) || box.width <= 1 || !node.checkVisibility({ visibilityProperty: true })) continue;
      if (box.width < least || box.height < least)
        out.push(
          `${Math.round(box.width)} x ${Math.round(box.height)} px: ${node.tagName} ${node.className} ${(node.closest('label') ?? node).textContent?.slice(0, 30)}`,
        );
    }
    return [...new Set(out)];
  }, TARGET_PX - ROUNDING_PX);
  await of.setViewportSize(WIDE);
  return found.map((fault) => `${name} on a phone: ${fault}`);
}

const bothFaults = async (of: Page, name: string, within?: string): Promise<readonly string[]> => [
  ...(await faults(of, name, within)),
  ...(await faultsOnPhone(of, name)),
];

/** Opens every panel of a window and tells what is wrong with it. The frame round them is looked at with the first. */
async function faultsOfPanels(of: Page, least: number): Promise<readonly string[]> {
  const panels = await panelNames(of);
  expect(panels.length).toBeGreaterThanOrEqual(least);
  const found: string[] = [];
  for (const [i, name] of panels.entries()) {
    await openPanel(of, name);
    found.push(...(await bothFaults(of, name, i === 0 ? 'html' : '.side')));
  }
  return found;
}

/** Changes the language in the menu of a game. */
async function speak(of: Page, menu: string, language: string, code: string): Promise<void> {
  await of.getByRole('button', { name: menu }).click();
  await of.getByRole('dialog').getByRole('radio', { name: language }).click();
  await of.waitForFunction((wanted) => document.documentElement.lang === wanted, code);
  await of.keyboard.press('Escape');
}

beforeAll(async () => {
  const made = await makeGame(here.server.at);
  code = made.code;
  deskKey = made.facilitatorKey;
  desk = await enter(here.server.at, { code }, deskKey);
  await seatOthers(here.server.at, code, ['US']);
  delegate = await openWindow(here.browser, here.server.at);
  page = delegate.page;
});

describe('without a mouse', () => {
  test('the first page and the page to join', async () => {
    await page.goto('/');
    const found = [...(await bothFaults(page, 'home'))];
    await page.goto(`/g/${code}`);
    await page.getByRole('heading', { name: `Game ${code}` }).waitFor();
    found.push(...(await bothFaults(page, 'join')));
    expect(found).toEqual([]);
  });

  test('a turn by keys alone: join, dial, text, pledge, launch, ready', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(page, 'keys'));
    await page.goto('/');
    await reach(page.getByLabel('Game code'));
    await page.keyboard.type(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/g/${code}`);
    await chooseByKey(page.getByRole('radio', { name: /^Altair/ }));
    await reach(page.getByLabel('What others call you'));
    await page.keyboard.type('Ada');
    await pressByKey(page.getByRole('button', { name: 'Take a seat: Altair' }));
    await page.getByRole('heading', { name: 'Who is here' }).waitFor();
    expect(await bothFaults(page, 'lobby')).toEqual([]);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the first briefing', () => desk.view().clock.phase === 'briefing');
    await endPhasesUntil(desk, 'negotiation', 1);
    await phaseIs(page, 'Negotiation');

    const rail = page.getByRole('navigation', { name: 'Panels', exact: true });
    await pressByKey(rail.getByRole('button', { name: /^Paper/ }));
    // The panel's heading has the focus: what follows is read and reached from there.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('The paper');
    await chooseByKey(page.getByRole('group', { name: /^Destructive tests/ }).getByRole('radio', { name: /300 km/ }));
    await until('the position', () => altair().positions.N01 === 300);

    const form = page.getByRole('heading', { name: 'Table a text' }).locator('..');
    for (const [dial, value] of [
      [/^Leave low orbit/, /10 years/],
      [/^Register/, /90 days/],
      [/^Data pool/, /\ball\b/],
      [/^The pen/, /Capella League/],
      [/^Road/, /open signature/],
    ] as const)
      await selectByKey(form.getByRole('combobox', { name: dial }), value);
    await pressByKey(form.getByRole('button', { name: 'Table this text' }));
    const text = page.getByRole('article', { name: 'Text 1' });
    await chooseByKey(text.getByRole('radio', { name: 'if enough others do' }));
    await pressByKey(text.getByRole('button', { name: 'less' }), 'Space');
    await pressByKey(text.getByRole('button', { name: 'Give this signature' }));
    await until('the pledge', () => 'US' in (desk.view().instruments[0]?.pledges ?? {}));

    await pressByKey(rail.getByRole('button', { name: /^Orders/ }));
    const slot = page.getByRole('region', { name: 'Programme 1' });
    await pressByKey(slot.getByRole('button', { name: 'Choose an order' }));
    await pressByKey(slot.getByRole('button', { name: /^Launch/ }), 'Space');
    await pressByKey(slot.getByRole('button', { name: 'Put into the slot' }));
    await slot.getByText('drafted', { exact: true }).waitFor();
    const { number } = desk.view().clock;
    await pressByKey(page.getByRole('button', { name: 'We are ready' }));
    await until('ready', () => altair().ready || desk.view().clock.number > number);
  });

  test('the next turn by what a screen reader is told, with no canvas on the page', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(page, 'tree'));
    await endPhasesUntil(desk, 'negotiation', 2);
    await page.addInitScript(() => {
      new MutationObserver(() => {
        for (const canvas of document.querySelectorAll('canvas')) canvas.remove();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await phaseIs(page, 'Negotiation');
    const line = await page.context().newCDPSession(page);
    await line.send('Accessibility.enable');
    await line.send('DOM.enable');
    const panel = (name: RegExp) => press(line, ['navigation', 'Panels'], ['button', name]);

    await panel(/^Paper/);
    await press(line, ['group', /^Leave low orbit/], ['radio', /5 years/]);
    await until('the position', () => altair().positions.N06 === 5);
    await setTo(line, '5 years', ['combobox', /^Leave low orbit/]);
    await setTo(line, 'Altair', ['combobox', /^The pen/]);
    await press(line, ['button', 'Table this text']);
    await press(line, ['article', 'Text 2'], ['button', 'Give this signature']);
    await until('the pledge', () => 'US' in (desk.view().instruments.find((i) => i.number === 2)?.pledges ?? {}));

    await panel(/^Orders/);
    const slot: Told = ['region', 'Programme 1'];
    await press(line, slot, ['button', 'Choose an order']);
    await press(line, slot, ['button', /^Launch/]);
    await press(line, slot, ['button', 'Put into the slot']);
    await hears(line, slot, ['StaticText', 'drafted']);
    const { number } = desk.view().clock;
    await press(line, ['button', 'We are ready']);
    await until('ready', () => altair().ready || desk.view().clock.number > number);
    expect(await page.locator('canvas').count()).toBe(0);
    await line.detach();
  });
});

describe('every screen', () => {
  test('of a delegate: nothing serious, nothing too small, nothing too wide', async () => {
    await endPhasesUntil(desk, 'negotiation', 3);
    page = await openTab(delegate);
    await page.goto(`/g/${code}`);
    await phaseIs(page, 'Negotiation');
    const found = [...(await faultsOfPanels(page, 10))];
    await page.getByRole('tab', { name: 'Table' }).click();
    found.push(...(await faults(page, 'table')));
    await page.setViewportSize(NARROW);
    for (const name of ['Orbit map', 'Table']) {
      await openPanel(page, name);
      found.push(...(await faultsOnPhone(page, name)));
      await page.setViewportSize(NARROW);
    }
    await openPanel(page, 'Orbit map');
    for (const view of ['Shells', 'GEO belt', 'Globe']) {
      await page.getByRole('radio', { name: view, exact: true }).check();
      await page.getByText('Colours and filters').click();
      found.push(...(await faultsOnPhone(page, view)), ...(await faults(page, view, '.stage')));
      await page.setViewportSize(NARROW);
    }
    await page.setViewportSize(WIDE);
    expect(found).toEqual([]);
  });

  test('of what a delegate opens: forms, refusals, dialogs, an object, a year', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(page, 'opened'));
    const found: string[] = [];
    const note = async (name: string, within: string) => {
      found.push(...(await bothFaults(page, name, within)));
      const over = await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      );
      if (over > 0) found.push(`${name}: the page scrolls by ${over} px`);
    };
    const { keyboard } = page;

    await openPanel(page, 'Offers');
    const offers = page.getByRole('region', { name: 'Offers' });
    await offers.getByRole('button', { name: 'Send the offer' }).click();
    await offers.getByRole('alert').waitFor();
    await note('an offer refused', '.side');
    for (const [half, point] of [
      ['I give', 'Credits now'],
      ['I get', 'A signature'],
    ] as const)
      await offers
        .getByRole('group', { name: half })
        .getByRole('combobox', { name: 'Add a point' })
        .selectOption(point);
    await note('an offer being made', '.side');
    await offers.getByRole('button', { name: 'Send the offer' }).click();
    await offers.getByRole('article').first().waitFor();
    await note('an offer sent', '.side');

    await openPanel(page, 'Orders');
    const security = page.getByRole('region', { name: 'Security' });
    await security.getByRole('button', { name: 'Choose an order' }).click();
    await note('cards of orders', '.side');
    await security.getByRole('button', { name: /^Missile test/ }).click();
    await note('the form of a strike', '.side');
    await security.getByRole('button', { name: 'Put into the slot' }).click();
    await security.getByRole('button', { name: 'Confirm this order' }).click();
    await page.getByRole('dialog').waitFor();
    await note('a grave question', 'dialog');
    await keyboard.press('Escape');
    await note('a strike not confirmed', '.side');

    await openPanel(page, 'Paper');
    await page.getByRole('button', { name: 'Forecast' }).first().click();
    await page.getByRole('dialog').getByText('What is assumed').waitFor();
    await note('a forecast', 'dialog');
    await keyboard.press('Escape');

    await page.getByRole('button', { name: 'Menu' }).click();
    await note('the menu', 'dialog');
    await keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Orbit map' }).click();
    await page.getByText('Find an object').click();
    await page.getByRole('searchbox').fill('10');
    await page.locator('.finder li button').first().click();
    await note('an object', '.stage');
    await page.getByRole('button', { name: 'Watch year 2 again' }).click();
    await page.getByRole('button', { name: 'Break-ups' }).click();
    await page.getByRole('heading', { name: 'Gabbard plot' }).waitFor();
    await note('a year', '.stage');

    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: /^More/ }).click();
    found.push(...(await faults(page, 'more', 'dialog')), ...(await faultsOnPhone(page, 'more')));
    await keyboard.press('Escape');
    await page.setViewportSize(WIDE);
    expect(found).toEqual([]);
  });

  test('in French too', async () => {
    const found: string[] = [];
    await speak(page, 'Menu', 'Français', 'fr');
    found.push(...(await bothFaults(page, 'game in French')));
    const home = await openTab(delegate);
    await home.goto('/');
    await home.getByRole('heading', { level: 1 }).waitFor();
    found.push(...(await bothFaults(home, 'home in French')));
    await home.close();
    await speak(page, 'Menu', 'English', 'en');
    expect(found).toEqual([]);
  });

  test('of the facilitator and on the wall, in play and in the debrief', async () => {
    const [table, wall] = await Promise.all([
      openWindow(here.browser, here.server.at),
      openWindow(here.browser, here.server.at),
    ]);
    await table.page.goto(`/desk/${code}#${deskKey}`);
    await wall.page.goto(`/project/${code}`);
    await wall.page.getByRole('timer').waitFor();
    const found = [...(await faultsOfPanels(table.page, 5))];
    found.push(...(await faults(wall.page, 'projector')));
    // A sky that is being computed comes first.
    await until('the debrief', async () => (await desk.command({ kind: 'open-debrief' })) === null);
    for (const step of REVEAL_STEPS)
      await until(step, async () => (await desk.command({ kind: 'reveal', step })) === null);
    for (const [name, of] of Object.entries({ delegate: page, desk: table.page, projector: wall.page })) {
      await of.getByRole('region', { name: 'Exit question' }).waitFor();
      found.push(...(await faults(of, `debrief: ${name}`)));
      if (of !== wall.page) found.push(...(await faultsOnPhone(of, `debrief: ${name}`)));
    }
    expect(found).toEqual([]);
    for (const { errors } of [delegate, table, wall]) expect(errors).toEqual([]);
  });
});
