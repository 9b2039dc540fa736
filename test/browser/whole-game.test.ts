/**
 * A whole game of First test on the real sky, played on the pages by a facilitator and three delegates: two at wide screens, one
 * on a phone. The other seats are bots. Steps build on one another.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keptKey } from '../../client/keys.ts';
import { ROUTES } from '../../shared/protocol.ts';
import { SKY_MS } from '../server/harness.ts';
import { NARROW, openTab, openWindow, type Window } from './browser.ts';
import {
  createGame,
  draft,
  endPhase,
  endPhasesUntil,
  moreMinutes,
  openPanel,
  panelNames,
  phaseIs,
  pressSurely,
  secondsLeft,
  speak,
  tableText,
  takeSeat,
} from './people.ts';
import { barriers, keepFailure, look, lookAtFile, pixelsChanged } from './pictures.ts';
import { stage } from './stage.ts';

/** Twenty seconds, and a slow machine. */
const SILENCE_MS = 120_000;
/** Messages that come in while somebody types. */
const STORM = 12;
/** The steps of the debrief, each with words that must not be on any screen before it. */
const REVEALS = [
  ['Hot-wash', 'what did you not say?'],
  ['Objectives', 'Build the network: four batches on time'],
  ['Sealed orders', 'Destructive test on Lantern 4 in month 6'],
  ['Truth and belief', 'What each delegation believed'],
  ['What if', 'The facilitator shows the other world'],
  ['Results', 'Points left on the table'],
  ['What was possible', 'at nobody’s cost'],
  ['History', 'resolution 77/41'],
  ['Exit question', 'now that you know the sky'],
] as const;

const here = stage();
let desk: Window;
let altair: Window;
let vega: Window;
let capella: Window;
let wall: Window;
let code: string;
const everybody = (): Readonly<Record<string, Window>> => ({ desk, altair, vega, capella, wall });
/** Does the same on several pages at once. */
const onAll = async (pages: readonly Page[], act: (page: Page) => Promise<void>): Promise<void> => {
  await Promise.all(pages.map(act));
};
const delegates = (): Page[] => [altair.page, vega.page, capella.page];

/** The text that Altair tabled; bots may have tabled theirs before it. */
const textOfAltair = (page: Page) => page.getByRole('article').filter({ hasText: 'Tabled by Altair' });

/** Keeps a picture of every panel. */
async function lookAtPanels(page: Page, when: string): Promise<void> {
  for (const panel of await panelNames(page)) {
    await openPanel(page, panel);
    expect(await look(page, `${when}-${panel.toLowerCase()}`)).toEqual([]);
  }
}

/** The facilitator chooses moments and eyes, one after the other; the room sees each. */
async function lookAgain(): Promise<void> {
  const eyes = desk.page.getByLabel('Through whose eyes');
  for (const label of ['What truly was', 'As seen by: Vega', 'What everybody could see']) {
    await eyes.selectOption({ label });
    await onAll(delegates(), (page) => page.getByRole('heading', { name: `Turn 1, month 12 · ${label}` }).waitFor());
  }
  await desk.page.getByLabel('Turn and month').press('End');
  await onAll(delegates(), (page) => page.getByRole('heading', { name: /^Turn 4, month 12/ }).waitFor());
  await desk.page.getByRole('button', { name: 'Put it away' }).click();
  await onAll(delegates(), (page) => page.getByText('No moment has been chosen yet.').waitFor());
}

/** The facilitator takes the strike out, and the room sees both worlds. */
async function showOtherWorld(): Promise<void> {
  await desk.page.getByText('What if: ask the other world').click();
  await desk.page
    .getByLabel('Order', { exact: true })
    .selectOption({ label: 'Turn 1, Vega: Destructive test on Lantern 4 in month 6' });
  await desk.page.getByRole('button', { name: 'Play the other world' }).click();
  const show = desk.page.getByRole('button', { name: 'Show to the room' });
  await show.waitFor({ timeout: 2 * SKY_MS });
  expect(await look(desk.page, 'debrief-desk-what-if')).toEqual([]);
  await show.click();
  await onAll([...delegates(), wall.page], async (page) => {
    await page
      .getByRole('heading', { name: 'Without: Turn 1, Vega: Destructive test on Lantern 4 in month 6' })
      .waitFor();
    await page.getByText('played again unchanged, the log gives the recorded state').waitFor();
  });
}

beforeAll(async () => {
  [desk, altair, vega, wall] = await Promise.all([1, 2, 3, 4].map(() => openWindow(here.browser, here.server.at)));
  capella = await openWindow(here.browser, here.server.at, NARROW);
});

describe('a whole game of First test', () => {
  let broken = false;
  // A step that fails leaves pictures of what everybody saw; the steps after it have no ground to stand on.
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip();
    onTestFailed(async () => {
      broken = true;
      for (const [who, { page }] of Object.entries(everybody())) await keepFailure(page, who);
    });
  });

  test('the facilitator makes a game and reads its code', async () => {
    const { page } = desk;
    await page.goto('/');
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'home')).toEqual([]);
    code = await createGame(page, 'Fictional');
    expect(page.url()).toContain(`/desk/${code}`);
    await expect.poll(() => page.getByRole('img', { name: /^Square code/ }).isVisible()).toBe(true);
    await wall.page.goto(`/project/${code}`);
    const shown = wall.page.getByText(code, { exact: true });
    await shown.waitFor();
    // The widest code there could be stands on one line, too.
    const room = await shown.evaluate((line) => {
      const was = line.textContent;
      line.textContent = 'WWWWWW';
      const wide = {
        needs: line.scrollWidth,
        has: line.clientWidth,
        lines: line.clientHeight / parseFloat(getComputedStyle(line).lineHeight),
      };
      line.textContent = was;
      return wide;
    });
    expect(room.needs).toBeLessThanOrEqual(room.has);
    expect(Math.round(room.lines)).toBe(1);
  });

  test('delegates join by the code; looking takes no seat', async () => {
    await capella.page.goto('/');
    await capella.page.getByLabel('Code').fill(code.toLowerCase());
    await capella.page.getByRole('button', { name: 'Join' }).click();
    await capella.page.waitForURL(`**/g/${code}`);
    await onAll([altair.page, vega.page], async (page) => void (await page.goto(`/g/${code}`)));
    await onAll(delegates(), (page) => page.getByRole('radio', { name: /^Altair.*nobody yet/ }).waitFor());
    const card = await (await fetch(`${here.server.at}/api/games/${code}`)).json();
    expect(card.seats.map((s: { people: number }) => s.people)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await barriers(capella.page)).toEqual([]);
    expect(await look(capella.page, 'join')).toEqual([]);

    await takeSeat(altair.page, 'Altair', 'Ada');
    await takeSeat(vega.page, 'Vega', 'Ben');
    await takeSeat(capella.page, 'Capella League', 'Cleo');
    const present = desk.page.getByText('1 here');
    await expect.poll(() => present.count()).toBe(3);
    await desk.page.getByText('Ada').waitFor();
    expect(await barriers(desk.page)).toEqual([]);
    expect(await barriers(capella.page)).toEqual([]);
    expect(await look(desk.page, 'lobby-desk')).toEqual([]);
    const print = await openTab(desk);
    await print.goto(`/desk/${code}/print`);
    await print.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriers(print)).toEqual([]);
    expect(await look(print, 'print')).toEqual([]);
    await print.close();
    expect(await look(altair.page, 'lobby')).toEqual([]);
    expect(await look(wall.page, 'projector-lobby')).toEqual([]);
  });

  test('the check question is put, answered wrongly and rightly', async () => {
    await desk.page.getByRole('button', { name: 'Put the check question' }).click();
    await altair.page.getByRole('heading', { name: 'Check question' }).waitFor();
    expect(await look(altair.page, 'question')).toEqual([]);
    await altair.page.getByRole('button', { name: /285 km/ }).click();
    await altair.page.getByText('Not this one.').waitFor();
    const picture = altair.page.getByRole('table', { name: 'The higher it breaks, the longer it stays.' });
    expect(await picture.count()).toBe(0);
    await onAll(delegates(), (page) => page.getByRole('button', { name: /850 km/ }).click());
    await onAll(delegates(), (page) => page.getByText('That is right.').waitFor());
    // Why it is: a row an altitude, the pieces that are up after 25 years at its end.
    const left = picture
      .getByRole('row', { name: /^850 km/ })
      .getByRole('cell')
      .last();
    expect(Number(await left.innerText())).toBeGreaterThan(100);
    expect(await look(altair.page, 'question-answered')).toEqual([]);
  });

  test('the game starts with a card for everybody', async () => {
    await desk.page.getByRole('button', { name: 'Start the game' }).click();
    await onAll(delegates(), (page) => phaseIs(page, 'Briefing'));
    await moreMinutes(desk.page, 5);
    await openPanel(altair.page, 'Brief');
    await altair.page.getByRole('region', { name: 'Your brief' }).getByText('a test window is open').waitFor();
    expect(await look(altair.page, 'brief')).toEqual([]);
    expect(await look(wall.page, 'projector-briefing')).toEqual([]);
  });

  test('before anybody has spoken every panel says what it is for', async () => {
    await lookAtPanels(altair.page, 'empty');
    await lookAtPanels(desk.page, 'desk-empty');
    await altair.page.getByRole('button', { name: 'Menu' }).click();
    expect(await look(altair.page, 'menu')).toEqual([]);
    await altair.page.keyboard.press('Escape');
    await capella.page.getByRole('button', { name: /^More/ }).click();
    expect(await look(capella.page, 'more')).toEqual([]);
    await capella.page.keyboard.press('Escape');
    await endPhase(desk.page);
    await onAll(delegates(), (page) => phaseIs(page, 'Negotiation'));
  });

  test('words in plenary reach all, private ones two seats and the desk', async () => {
    await onAll([...delegates(), desk.page], (page) => openPanel(page, 'Talk'));
    await speak(altair.page, 'Speak to all delegations', 'Let us forbid what litters for decades.');
    await onAll([vega.page, capella.page, desk.page], (page) => page.getByText('litters for decades').waitFor());
    await altair.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: /^Vega/ }).click();
    await speak(altair.page, 'Write to Vega', 'What would you need to see?');
    await desk.page.getByText('What would you need to see?').waitFor();
    await vega.page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('button', { name: /^Altair/ })
      .click();
    await vega.page.getByText('What would you need to see?').waitFor();
    await speak(vega.page, 'Write to Altair', 'Open data, for all.');
    await altair.page.getByText('Open data, for all.').waitFor();
    expect(await capella.page.content()).not.toContain('What would you need');
    expect(await look(altair.page, 'talk')).toEqual([]);
  });

  test('positions on the dials are seen by all; a text is tabled, pledged on conditions', async () => {
    await onAll(delegates(), (page) => openPanel(page, 'Paper'));
    const ban = altair.page.getByRole('group', { name: /^Destructive tests/ });
    await ban.getByRole('radio', { name: /300 km/ }).check();
    const seen = vega.page.getByRole('group', { name: /^Destructive tests/ });
    await seen.getByRole('radio', { name: /300 km.*Altair/ }).waitFor();
    await capella.page
      .getByRole('group', { name: /^Leave low orbit/ })
      .getByRole('radio', { name: /5 years/ })
      .check();

    await tableText(altair.page, [
      [/^Destructive tests/, /300 km/],
      [/^Leave low orbit/, /10 years/],
      [/^Register/, /90 days/],
      [/^Data pool/, /\ball\b/],
      [/^The pen/, /Capella League/],
      [/^Road/, /open signature/],
    ]);
    const text = textOfAltair;
    await onAll(delegates(), (page) => text(page).getByText('above 300 km').first().waitFor());
    await text(altair.page).getByRole('button', { name: 'Give this signature' }).click();
    const atLeast = text(vega.page);
    await atLeast.getByRole('radio', { name: 'if enough others do' }).check();
    await atLeast.getByRole('button', { name: 'less' }).click();
    await atLeast.getByRole('button', { name: 'Give this signature' }).click();
    const certain = text(capella.page);
    await certain.getByRole('radio', { name: 'if certain seats do' }).check();
    await certain.getByRole('checkbox', { name: 'Altair' }).check();
    await certain.getByRole('button', { name: 'Give this signature' }).click();
    // Bots may pledge too.
    await onAll(delegates(), (page) =>
      text(page)
        .getByText(/[3-6] would sign/)
        .waitFor(),
    );
    await text(vega.page).getByText('if Altair sign').waitFor();
    expect(await look(vega.page, 'paper')).toEqual([]);
    expect(await look(wall.page, 'projector-negotiation')).toEqual([]);
  });

  test('a forecast says what the text would do', async () => {
    const text = textOfAltair(altair.page);
    await text.getByRole('button', { name: 'Forecast' }).click();
    const dialog = altair.page.getByRole('dialog', { name: 'What this text would do' });
    await dialog.getByRole('table').first().waitFor();
    expect(await look(altair.page, 'forecast')).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  test('orders are drafted, a strike confirmed by the head, and nobody else sees them', async () => {
    await onAll(delegates(), (page) => openPanel(page, 'Orders'));
    await draft(altair.page, 'Programme 1', 'Launch');
    await draft(vega.page, 'Programme 1', 'Launch');
    await draft(vega.page, 'Security', 'Missile test', (form) =>
      form.getByRole('radio', { name: /Lantern 4/ }).check(),
    );
    const security = vega.page.getByRole('region', { name: 'Security' });
    await security.getByText(/Destructive test on Lantern 4 in month/).waitFor();
    await security.getByText(/pieces of 10 cm and more at once/).waitFor();
    await pressSurely(security, 'Confirm this order');
    await security.getByText('drafted', { exact: true }).waitFor();
    expect(await look(vega.page, 'orders')).toEqual([]);
    expect(await look(capella.page, 'orders-empty')).toEqual([]);

    await endPhase(desk.page);
    await onAll(delegates(), (page) => phaseIs(page, 'Sealing'));
    await moreMinutes(desk.page, 1);
    for (const { page } of [altair, capella, wall])
      expect(await page.content()).not.toContain('Destructive test on Lantern 4');
    expect(await look(altair.page, 'seal')).toEqual([]);
    expect(await look(wall.page, 'projector-sealing')).toEqual([]);
    await openPanel(capella.page, 'Paper');
    const text = textOfAltair(capella.page);
    await expect.poll(() => text.getByText('signed in turn 1').count()).toBeGreaterThanOrEqual(3);
  });

  test('the sky answers: the pieces are told in numbers and drawn on the map', async () => {
    const map = altair.page.getByRole('application', { name: /^Orbit map/ });
    const fresh = altair.page.getByRole('checkbox', { name: /^New fragments/ });
    expect(await fresh.count()).toBe(0);
    await endPhase(desk.page);
    await onAll(delegates(), (page) => phaseIs(page, 'The sky answers'));
    // A strike became known: dark and silence for twenty seconds, but not on the desk.
    const silence = (page: Page) => page.getByText(/Silence\. Look at the sky/);
    await onAll([...delegates(), wall.page], (page) => silence(page).waitFor({ timeout: SKY_MS }));
    expect(await silence(desk.page).count()).toBe(0);
    await fresh.waitFor({ timeout: SKY_MS });
    expect(await look(altair.page, 'dark')).toEqual([]);
    await moreMinutes(desk.page, 2);
    await onAll([...delegates(), wall.page], (page) =>
      silence(page).waitFor({ state: 'detached', timeout: SILENCE_MS }),
    );
    const told = await altair.page
      .getByText(/^New fragments/)
      .locator('..')
      .innerText();
    expect(Number(told.replace(/\D/g, ''))).toBeGreaterThan(300);
    await onAll(delegates(), (page) => openPanel(page, 'Evidence'));
    await onAll(delegates(), (page) =>
      page
        .getByText(/Object of Vega, .* tracked pieces/)
        .first()
        .waitFor(),
    );
    expect(await look(altair.page, 'sky-answers')).toEqual([]);
    expect(await look(wall.page, 'projector-sky')).toEqual([]);
    // Nothing moves on this map but what is switched off and on.
    const shown = await map.screenshot();
    const changed = async () => pixelsChanged(altair.page, shown, await map.screenshot());
    await fresh.uncheck();
    await expect.poll(changed).toBeGreaterThan(300);
    await fresh.check();
    await expect.poll(changed).toBeLessThan(30);
    const { page } = capella;
    await openPanel(page, 'Orbit map');
    await page.getByRole('application', { name: /^Orbit map/ }).waitFor();
    expect(await look(page, 'map')).toEqual([]);
    const view = (name: string) => page.getByRole('radio', { name, exact: true });
    for (const name of ['Shells', 'GEO belt']) {
      await view(name).check();
      expect(await look(page, `map-${name.toLowerCase().replace(' ', '-')}`)).toEqual([]);
    }
    await view('Globe').check();
    await page.getByText('Colours and filters').click();
    expect(await look(page, 'map-filters')).toEqual([]);
    await page.getByText('Colours and filters').click();
  });

  test('every object of the map is also in a list', async () => {
    const { page } = altair;
    await page.getByText('Find an object').click();
    await page.getByRole('searchbox', { name: 'Name, number or delegation' }).fill('Heron 17');
    await page.getByRole('button', { name: 'Heron 17' }).click();
    const card = page.getByRole('region', { name: 'Chosen object' });
    await card.getByText('Altair').waitFor();
    expect(await look(page, 'object')).toEqual([]);
    await card.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Find an object').click();
  });

  test('an old stage breaks up: accused over it, evidence published', async () => {
    await endPhasesUntil(desk.page, 'Negotiation');
    await onAll(delegates(), (page) => phaseIs(page, 'Negotiation'));
    await onAll(delegates(), (page) => openPanel(page, 'Evidence'));
    const incident = (page: Page) => page.getByRole('article').filter({ hasText: 'Break-up in turn 2, month 1' });
    await incident(altair.page).getByText('cause open').waitFor();
    await incident(altair.page).getByText('Accuse a delegation').click();
    await incident(altair.page).getByRole('radio', { name: 'Explosion' }).check();
    await pressSurely(incident(altair.page), 'Accuse');
    await onAll(delegates(), (page) =>
      incident(page)
        .getByText(/^accuses .*: Explosion/)
        .first()
        .waitFor(),
    );
    // A card by itself, or a line of the table where bots have published too.
    const reading = (page: Page) =>
      incident(page)
        .getByText('Sensors of the Capella League')
        .or(incident(page).locator('tr > :first-child').filter({ hasText: 'Capella League' }));
    expect(await reading(vega.page).count()).toBe(0);
    await pressSurely(incident(capella.page), 'Publish');
    await onAll([altair.page, vega.page], (page) => reading(page).waitFor());
    expect(await look(vega.page, 'evidence')).toEqual([]);
  });

  test('an offer is made and taken', async () => {
    await onAll([altair.page, vega.page], (page) => openPanel(page, 'Offers'));
    const form = altair.page.getByRole('region', { name: 'Offers' });
    await form.getByRole('combobox', { name: 'To' }).selectOption('Vega');
    const give = form.getByRole('group', { name: 'I give' });
    await give.getByRole('combobox', { name: 'Add a point' }).selectOption('Credits now');
    const get = form.getByRole('group', { name: 'I get' });
    await get.getByRole('combobox', { name: 'Add a point' }).selectOption('No destructive test');
    await form.getByRole('button', { name: 'Send the offer' }).click();
    const offer = vega.page.getByRole('article').filter({ hasText: /^Altair.*no destructive test in turn 2/ });
    await offer.getByText('1 credit, on acceptance').waitFor();
    expect(await look(vega.page, 'offer')).toEqual([]);
    await offer.getByRole('button', { name: 'Accept' }).click();
    await altair.page.getByText('accepted', { exact: true }).first().waitFor();
    await openPanel(vega.page, 'Money');
    await vega.page.getByRole('cell', { name: 'Altair' }).first().waitFor();
    expect(await look(vega.page, 'money')).toEqual([]);
  });

  test('half-typed words outlive a storm of messages and a reload; the seat is kept', async () => {
    const { page } = vega;
    await onAll([altair.page, page], (one) => openPanel(one, 'Talk'));
    const channels = (one: Page) => one.getByRole('navigation', { name: 'Channels' });
    await onAll([altair.page, page], (one) =>
      channels(one)
        .getByRole('button', { name: /^Plenary/ })
        .click(),
    );
    const box = page.getByRole('textbox', { name: 'Speak to all delegations' });
    await box.fill('We could live with three hundred kilometres, if');
    for (let i = 0; i < 9; i++) await box.press('ArrowLeft');
    const cursor = () => box.evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
    const at = await cursor();
    for (let n = 1; n <= STORM; n++) await speak(altair.page, 'Speak to all delegations', `Point ${n} of ${STORM}.`);
    await page.getByText(`Point ${STORM} of ${STORM}.`).first().waitFor();
    expect(await box.inputValue()).toBe('We could live with three hundred kilometres, if');
    expect(await cursor()).toBe(at);

    await page.reload();
    await phaseIs(page, 'Negotiation');
    await page.getByRole('banner').getByText('Vega').waitFor();
    expect(await box.inputValue()).toBe('We could live with three hundred kilometres, if');
    await box.press('End');
    await box.pressSequentially(' the data are open.');
    await page.getByRole('button', { name: 'Send' }).click();
    await altair.page.getByText('three hundred kilometres, if the data are open.').first().waitFor();
  });

  test('the newest tab of a seat has it, and the older one is told', async () => {
    const tab = await openTab(capella);
    await tab.goto(`/g/${code}`);
    await phaseIs(tab, 'Negotiation');
    await capella.page.getByText('You opened this seat somewhere else.').waitFor();
    expect(await look(capella.page, 'second-tab')).toEqual([]);
    await capella.page.getByRole('button', { name: 'Use it here' }).click();
    await tab.getByText('You opened this seat somewhere else.').waitFor();
    await phaseIs(capella.page, 'Negotiation');
    expect(await capella.page.getByText('You opened this seat somewhere else.').count()).toBe(0);
    await tab.close();
  });

  test('the facilitator stops the clock, gives a minute, speaks, changes what is to come', async () => {
    const { page } = desk;
    await openPanel(page, 'Room');
    await page.getByRole('button', { name: 'Pause' }).click();
    await onAll([...delegates()], (one) => one.getByText('The facilitator has paused the game.').first().waitFor());
    const left = await secondsLeft(altair.page);
    expect(await look(altair.page, 'paused')).toEqual([]);
    expect(await look(wall.page, 'projector-paused')).toEqual([]);
    await page.getByRole('button', { name: '+1 minute' }).click();
    await expect.poll(() => secondsLeft(altair.page)).toBe(left + 60);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => altair.page.getByText('The facilitator has paused the game.').count()).toBe(0);

    const wallShows = page.getByRole('group', { name: 'The projector shows' });
    await wallShows.getByRole('radio', { name: 'Shells' }).check();
    await wall.page.getByRole('heading', { name: 'Low orbits by altitude' }).waitFor();
    await wallShows.getByRole('radio', { name: 'Globe' }).check();
    await wall.page.getByRole('heading', { name: 'Low orbits by altitude' }).waitFor({ state: 'detached' });

    await page.getByRole('textbox', { name: 'Words to all' }).fill('Ten minutes to lunch.');
    await page.getByRole('button', { name: 'Say it to all' }).click();
    await altair.page.getByText('Ten minutes to lunch.').first().waitFor();

    await openPanel(page, 'Events');
    const event = (words: string) => page.getByRole('article').filter({ hasText: words });
    await event('Last call for the test window').getByRole('button', { name: 'Skip' }).click();
    await event('Last call for the test window').getByText('skipped').waitFor();
    await pressSurely(event('the clean-up fund opens'), 'Fire now');
    await event('the clean-up fund opens').getByText('fired').waitFor();
    await openPanel(altair.page, 'Now');
    await altair.page.getByRole('button', { name: 'The clean-up fund is open' }).waitFor();
    expect(await look(altair.page, 'now')).toEqual([]);
  });

  test('a seat is handed to a bot and back', async () => {
    const { page } = desk;
    await openPanel(page, 'Seats');
    const seat = page.getByRole('article').filter({ hasText: 'Vega' });
    await seat.getByRole('button', { name: 'Hand to a bot' }).click();
    await seat.getByText('Bot', { exact: true }).waitFor();
    await seat.getByRole('button', { name: 'Give back to people' }).click();
    await seat.getByText('1 here').waitFor();
    await seat.getByRole('button', { name: 'Act for it' }).click();
    expect(await look(page, 'desk-act-for')).toEqual([]);
    await page.keyboard.press('Escape');
    await openPanel(vega.page, 'Talk');
    await speak(vega.page, 'Speak to all delegations', 'We are back.');
    await openPanel(altair.page, 'Talk');
    await altair.page.getByText('We are back.').first().waitFor();
  });

  test('who calls for help sees it read and answered', async () => {
    await vega.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'Facilitator' }).click();
    await speak(vega.page, 'Ask the facilitator', 'Where does our mandate stand?');
    const call = vega.page.getByRole('listitem').filter({ hasText: 'Where does our mandate stand?' });
    await call.getByText('· sent').waitFor();
    await openPanel(desk.page, 'Help');
    await call.getByText('· read').waitFor();
    await desk.page.getByText('Prepared answers').click();
    await desk.page.getByRole('button', { name: 'I am coming to you.' }).click();
    await call.getByText('· answered').waitFor();
  });

  test('the facilitator takes an event back and fires it again, ends a talk and goes back to it', async () => {
    const { page } = desk;
    await openPanel(page, 'Events');
    const fund = page.getByRole('article').filter({ hasText: 'the clean-up fund opens' });
    await pressSurely(fund, 'Take it back');
    await fund.getByText('taken back').waitFor();
    await openPanel(altair.page, 'News');
    await altair.page.getByText('It did not happen.').first().waitFor();
    await fund.getByRole('button', { name: 'Put it back' }).click();
    await pressSurely(fund, 'Fire now');
    await fund.getByText('fired').waitFor();

    await endPhase(page);
    await phaseIs(altair.page, 'Sealing');
    await pressSurely(page, 'Back to: Negotiation');
    await phaseIs(altair.page, 'Negotiation');
    expect(await look(page, 'desk-gone-back')).toEqual([]);
  });

  test('the other panels and the table can be shown and read', async () => {
    const { page } = altair;
    await moreMinutes(desk.page, 3);
    await lookAtPanels(page, 'panel');
    await lookAtPanels(desk.page, 'desk');
    for (const panel of ['Mandate', 'Money', 'News', 'Brief']) {
      await openPanel(page, panel);
      expect(await barriers(page)).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByRole('table', { name: 'Where each delegation stands' }).waitFor({ state: 'attached' });
    await openPanel(page, 'Paper');
    expect(await look(page, 'table')).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    for (const panel of ['Now', 'Talk', 'Orders', 'Evidence']) {
      await openPanel(capella.page, panel);
      expect(await barriers(capella.page)).toEqual([]);
    }
    await openPanel(capella.page, 'Table');
    expect(await look(capella.page, 'table-phone')).toEqual([]);
    expect(await barriers(desk.page)).toEqual([]);
    expect(await barriers(wall.page)).toEqual([]);
  });

  test('the last turns pass, and 25 years after them', async () => {
    await endPhase(desk.page);
    await endPhase(desk.page);
    for (let turn = 3; turn <= 4; turn++) {
      await phaseIs(desk.page, 'The sky answers');
      await endPhase(desk.page);
      await desk.page.getByText(`Turn ${turn} of 4`).first().waitFor();
      for (const phase of ['Briefing', 'Negotiation', 'Sealing']) {
        await phaseIs(desk.page, phase);
        await endPhase(desk.page);
      }
    }
    await phaseIs(desk.page, 'The sky answers');
    await endPhase(desk.page);
    await onAll(delegates(), (page) => phaseIs(page, '25 years later'));
    expect(await look(wall.page, 'epilogue')).toEqual([]);
    expect(await look(altair.page, 'epilogue-delegate')).toEqual([]);
    await endPhase(desk.page);
    await onAll(delegates(), (page) => page.getByRole('heading', { name: 'Debrief', level: 1 }).waitFor());
  });

  test('the debrief opens secrets step by step, to everybody at once', async () => {
    for (const [step, secret] of REVEALS) {
      for (const { page } of [altair, wall]) expect(await page.locator('body').innerText()).not.toContain(secret);
      await desk.page.getByRole('button', { name: `Open: ${step}` }).click();
      await onAll([...delegates(), wall.page, desk.page], (page) =>
        page.getByRole('region', { name: step }).getByText(secret).first().waitFor(),
      );
      if (step === 'Objectives') {
        await desk.page.getByRole('button', { name: `Shut again: ${step}` }).click();
        await onAll(delegates(), (page) => page.getByText(secret).first().waitFor({ state: 'detached' }));
        await desk.page.getByRole('button', { name: `Open: ${step}` }).click();
        await onAll(delegates(), (page) => page.getByText(secret).first().waitFor());
      }
      if (step === 'Truth and belief') await lookAgain();
      if (step === 'What if') await showOtherWorld();
      const name = step.toLowerCase().replaceAll(' ', '-');
      expect(await look(altair.page, `debrief-${name}`)).toEqual([]);
      expect(await look(wall.page, `debrief-wall-${name}`)).toEqual([]);
    }
    for (const { page } of [altair, capella, desk, wall]) expect(await barriers(page)).toEqual([]);
    expect(await look(desk.page, 'debrief-desk')).toEqual([]);
  });

  test('the log is saved whole', async () => {
    await pressSurely(desk.page, 'Close the game');
    await desk.page.getByRole('heading', { name: 'This game is closed' }).waitFor();
    const coming = desk.page.waitForEvent('download');
    await desk.page.getByRole('button', { name: 'Save the log' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`kessler-${code}.jsonl`);
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\n');
    const parts = lines.map((line) => JSON.parse(line));
    const ofKind = (kind: string) => parts.filter((part) => part.kind === kind);
    const [header, end] = [parts[0], parts.at(-1)];
    expect(header).toMatchObject({ kind: 'header', format: 'kessler-log', code, thin: false });
    expect(header.seed).not.toBeNull();
    expect(end).toMatchObject({ kind: 'end', entries: ofKind('entry').length });
    expect(ofKind('entry').map((entry) => entry.seq)).toEqual(ofKind('entry').map((_, i) => i + 1));
    const withWords = ofKind('entry').filter(({ command }) => command.text);
    expect(ofKind('text').map((text) => text.id)).toEqual(withWords.map(({ command }) => command.text));
    expect(lines).toHaveLength(2 + ofKind('entry').length + ofKind('text').length);
    expect(lines.join('\n')).toContain('litters for decades');
  });

  test('the report is one page that needs nothing else', async () => {
    const kept = new Map(Object.entries(await desk.page.evaluate(() => ({ ...localStorage }))));
    const { key } = keptKey({ getItem: (name) => kept.get(name) ?? null }, 'desk', code)!;
    const { page, context } = await openWindow(here.browser, here.server.at);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await lookAtFile(page, 'report', async (language) =>
      (
        await fetch(`${here.server.at}${ROUTES.report(code, language)}`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).text(),
    );
    expect(await barriers(page)).toEqual([]);
    expect(asked).toEqual([]);
    await context.close();
  });

  test('pages for those who lost their way', async () => {
    const { page, context } = await openWindow(here.browser, here.server.at);
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).click();
    expect(await look(page, 'more')).toEqual([]);
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByText('Space-Track.org').waitFor();
    expect(await look(page, 'about')).toEqual([]);
    await page.goto('/g/ZZZZZZ');
    await page.getByRole('heading', { name: 'No game ZZZZZZ' }).waitFor();
    expect(await look(page, 'no-game')).toEqual([]);
    await page.goto(`/desk/${code}`);
    await page.getByRole('heading', { name: 'This desk needs its key' }).waitFor();
    expect(await look(page, 'no-key')).toEqual([]);
    await context.close();
  });

  test('no page has complained', () => {
    for (const [who, { errors }] of Object.entries(everybody())) expect(errors, who).toEqual([]);
  });

  test('a page whose server is gone says so', async () => {
    await here.server.kill('SIGTERM');
    await altair.page.getByText(/^The server cannot be reached from here/).waitFor();
    expect(await look(altair.page, 'reconnecting')).toEqual([]);
  });
});
