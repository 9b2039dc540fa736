/** One student alone at the pages, on the real sky: the lesson to its end, and First test beside bots into the second year. */
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { SKY_MS } from '../server/harness.ts';
import { NARROW, openTab, openWindow, WIDE, type Window } from './browser.ts';
import { draft, openPanel, phaseIs, speak, tableText } from './people.ts';
import { barriers, keepFailure, look } from './pictures.ts';
import { stage } from './stage.ts';

const LESSON_MS = 300_000;

const here = stage();
let student: Window;

const card = (page: Page) => page.getByRole('region', { name: 'The lesson' });
const stepIs = (page: Page, title: string, ms?: number) =>
  card(page)
    .getByRole('heading', { name: title, exact: true })
    .waitFor(ms ? { timeout: ms } : {});
const onward = (page: Page, button: string) => card(page).getByRole('button', { name: button, exact: true }).click();
const ready = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Ready?' }).click();
const goOn = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Go on' }).click();

/** Offers a credit for the signature under the first text. */
async function askToSign(page: Page, seat: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Offers' });
  await form.getByRole('combobox', { name: 'To' }).selectOption(seat);
  const add = (half: string, point: string) =>
    form.getByRole('group', { name: half }).getByRole('combobox', { name: 'Add a point' }).selectOption(point);
  await add('I give', 'Credits now');
  await add('I get', 'A signature');
  await form.getByRole('button', { name: 'Send the offer' }).click();
}

beforeAll(async () => {
  student = await openWindow(here.browser, here.server.at);
});
describe('one student alone', () => {
  test('learns by doing: a first signature, a first break-up, a debrief', { timeout: LESSON_MS }, async ({
    onTestFailed,
  }) => {
    const { page } = student;
    onTestFailed(() => keepFailure(page, 'lesson'));
    const began = Date.now();
    await page.goto('/');
    await page.getByRole('button', { name: 'Play now: ten minutes' }).click();
    await page.waitForURL(/\/g\/[A-Z]{6}$/);
    await stepIs(page, 'Welcome');
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'lesson')).toEqual([]);
    await onward(page, 'Next');
    await stepIs(page, 'The sky is real');
    // Read once more, and on again: nothing is lost by going back.
    await onward(page, 'Back');
    await stepIs(page, 'Welcome');
    await card(page).getByRole('button', { name: 'Next' }).press('Enter');
    await stepIs(page, 'The sky is real');
    // The new step has the focus: keys go on from there.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The sky is real');
    await onward(page, 'Next');
    await stepIs(page, 'Read who you are');
    await onward(page, 'Open: Brief');
    await stepIs(page, 'Begin the talks');
    await page.getByRole('heading', { name: 'Your brief' }).waitFor();
    await ready(page);
    await stepIs(page, 'Say something');
    await onward(page, 'Open: Talk');
    await speak(page, 'Speak to all delegations', 'Let us keep this sky open.');
    await stepIs(page, 'Show where you stand');
    await onward(page, 'Open: Paper');
    await page
      .getByRole('group', { name: /^Destructive tests/ })
      .getByRole('radio', { name: /300 km/ })
      .check();
    await stepIs(page, 'Table a text');
    expect(await look(page, 'lesson-paper')).toEqual([]);
    // The form is further down: the card leads there, eyes and keys alike.
    await onward(page, 'Show me where');
    expect(await page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent)).toBe('Table a text');
    const form = await page.getByRole('heading', { name: 'Table a text', level: 3 }).boundingBox();
    expect(form!.y).toBeLessThan(WIDE.height / 2);
    await tableText(page, [[/^The pen/, /Capella League/]]);
    await stepIs(page, 'Make an offer');
    await onward(page, 'Open: Offers');
    await askToSign(page, 'Altair');
    await stepIs(page, 'Sign your text');
    await onward(page, 'Open: Paper');
    await page.getByRole('article', { name: 'Text 1' }).getByRole('button', { name: 'Give this signature' }).click();
    // A bot may have pledged by itself, or just now: then three would sign already.
    const enough = card(page).getByRole('heading', { name: 'Three must sign' });
    const order = card(page).getByRole('heading', { name: 'Give an order' });
    await enough.or(order).waitFor();
    if (await enough.isVisible()) {
      await openPanel(page, 'Offers');
      await askToSign(page, 'Meridian Networks');
    }
    await stepIs(page, 'Give an order', SKY_MS);
    await onward(page, 'Open: Orders');
    await draft(page, 'Programme 1', 'Launch');
    await stepIs(page, 'End the talks');
    await ready(page);
    await stepIs(page, 'Seal your orders');
    await ready(page);
    await stepIs(page, 'The sky answers');
    await stepIs(page, 'Look at the year again', SKY_MS);
    await openPanel(page, 'Paper');
    await page.getByRole('article', { name: 'Text 1' }).getByText('in force', { exact: true }).first().waitFor();
    expect(await look(page, 'lesson-signed')).toEqual([]);
    await goOn(page);

    await stepIs(page, 'Something broke up');
    await onward(page, 'Open: Evidence');
    await stepIs(page, 'Talk about it');
    await ready(page);
    await stepIs(page, 'Call for consultations');
    const stage = page.getByRole('article').filter({ hasText: 'Break-up in turn 2, month 1' });
    await stage.getByRole('button', { name: 'Call for consultations' }).click();
    await stage.getByText('You have called for consultations').waitFor();
    await stepIs(page, 'End the talks again');
    // On a phone what others published is still a table to a reader, and scrolls nowhere to a thumb.
    await page.setViewportSize(NARROW);
    const published = stage.getByRole('table', { name: 'What others’ sensors say' });
    await published.getByRole('row').nth(2).getByRole('cell', { name: /%$/ }).first().waitFor();
    expect(await published.evaluate((table) => table.scrollWidth - table.parentElement!.clientWidth)).toBe(0);
    await page.setViewportSize(WIDE);
    await ready(page);
    await stepIs(page, 'Seal again');
    await ready(page);
    await stepIs(page, 'Your first break-up', SKY_MS);
    // The pieces are the engine's, in the sky that this seat knows.
    const year = page.getByRole('region', { name: 'Year 2' });
    await year.getByText('Pieces of break-ups').waitFor();
    const told = await year.getByText('Pieces of break-ups').locator('..').innerText();
    expect(Number(told.replace(/\D/g, ''))).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'lesson-break-up')).toEqual([]);
    await goOn(page);
    await stepIs(page, '25 years later');
    await goOn(page);
    await stepIs(page, 'The debrief');
    expect(await barriers(page)).toEqual([]);
    for (const step of ['Hot-wash', 'Objectives', 'Sealed orders', 'Truth and belief'])
      await page.getByRole('button', { name: `Open: ${step}` }).click();
    await stepIs(page, 'Well done');
    await page.getByRole('heading', { name: 'What each delegation believed' }).first().waitFor();
    expect(await look(page, 'lesson-debrief')).toEqual([]);
    await onward(page, 'End the lesson');
    await card(page).waitFor({ state: 'detached' });
    console.info(`the lesson: ${Math.round((Date.now() - began) / 1000)} s`);
    expect(student.errors).toEqual([]);
  });

  test('plays First test into the second year, leaves, and goes on from the first page', {
    timeout: LESSON_MS,
  }, async ({ onTestFailed }) => {
    const page = await openTab(student);
    onTestFailed(() => keepFailure(page, 'alone'));
    await page.setViewportSize(NARROW);
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('Your delegation').selectOption('Vega');
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'home-alone')).toEqual([]);
    await page.getByRole('button', { name: 'Play First test' }).click();
    await page.waitForURL(/\/g\/[A-Z]{6}$/);
    const code = page.url().slice(-6);
    await phaseIs(page, 'Briefing');
    expect(await page.getByRole('timer').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'alone')).toEqual([]);
    for (const phase of ['Negotiation', 'Sealing', 'The sky answers']) {
      await ready(page);
      await phaseIs(page, phase);
    }
    await page.getByRole('banner').getByRole('button', { name: 'Go on' }).waitFor({ timeout: SKY_MS });
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`Go on: ${code}, turn 1`, 'i') }).click();
    await goOn(page);
    await page.getByRole('banner').getByText('Turn 2 of 4').waitFor();
    // Nobody else comes in.
    const other = await openWindow(here.browser, here.server.at, WIDE);
    await other.page.goto(`/g/${code}`);
    await other.page.getByText(/^One person plays this game alone/).waitFor();
    expect(await barriers(other.page)).toEqual([]);
    expect([...student.errors, ...other.errors]).toEqual([]);
  });
});
