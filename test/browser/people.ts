/** What people do on the pages of a game, by the names that a reader of the screen hears. */
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { SKY_MS } from '../server/harness.ts';

/** Opens a panel by its name, from the rail of a wide screen or the bar of a narrow one. */
export async function openPanel(page: Page, name: string): Promise<void> {
  const named = { name: new RegExp(`^${name}`) };
  const rail = page.getByRole('navigation', { name: 'Panels', exact: true });
  if (await rail.isVisible()) return rail.getByRole('button', named).click();
  const bar = page.getByRole('navigation', { name: 'Main panels' });
  const inBar = bar.getByRole('button', named);
  if ((await inBar.count()) > 0) return inBar.click();
  await bar.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', named).click();
}

/** The panels of a wide window, as they are called. */
export async function panelNames(page: Page): Promise<readonly string[]> {
  const rail = page.getByRole('navigation', { name: 'Panels', exact: true });
  await rail.waitFor();
  return rail.getByRole('button').evaluateAll((all) => all.map((b) => b.childNodes[1]?.textContent ?? ''));
}

/** Presses a button that asks again, and says yes. */
export async function pressSurely(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click();
  const page = 'page' in within ? within.page() : within;
  await page.getByRole('dialog', { name }).getByRole('button', { name, exact: true }).click();
}

/** Makes a game on the first page and gives its code as it stands on the screen. */
export async function createGame(page: Page, names: 'Fictional' | 'Real'): Promise<string> {
  await page.goto('/');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Scenario').selectOption('first-test');
  await page.getByRole('radio', { name: names }).check();
  await page.getByRole('button', { name: 'Create the game' }).click();
  await page.waitForURL(/\/desk\/[A-Z0-9]{6}$/);
  return page.getByText(/^[A-Z0-9]{6}$/).innerText();
}

/** Chooses a delegation on the page of a game and confirms. */
export async function takeSeat(page: Page, seat: string, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check();
  await page.getByLabel('What others call you').fill(name);
  await page.getByRole('button', { name: `Take a seat: ${seat}` }).click();
  await page.getByRole('heading', { name: 'Who is here' }).waitFor();
}

/** Waits until the top bar shows a phase. */
export const phaseIs = (page: Page, phase: string, ms?: number): Promise<void> =>
  page
    .getByRole('banner')
    .getByText(phase, { exact: true })
    .waitFor(ms ? { timeout: ms } : {});

/** The facilitator ends the phase that runs, once it can be ended: a sky that is being computed comes first. */
export async function endPhase(desk: Page): Promise<void> {
  await openPanel(desk, 'Room');
  await desk.getByRole('button', { name: 'End this phase' }).click({ timeout: SKY_MS });
  await desk.getByRole('dialog').getByRole('button', { name: 'End this phase' }).click();
}

/** The facilitator ends phases until this one runs; the clock may have ended some already. */
export async function endPhasesUntil(desk: Page, phase: string): Promise<void> {
  const banner = desk.getByRole('banner');
  while ((await banner.getByText(phase, { exact: true }).count()) === 0) {
    const before = await banner.locator('.where').innerText();
    await endPhase(desk);
    await expect.poll(() => banner.locator('.where').innerText()).not.toBe(before);
  }
}

/** The facilitator gives the phase that runs more time, a minute a press. */
export async function moreMinutes(desk: Page, minutes: number): Promise<void> {
  await openPanel(desk, 'Room');
  for (let n = 0; n < minutes; n++) {
    const left = await secondsLeft(desk);
    await desk.getByRole('button', { name: '+1 minute' }).click();
    await expect.poll(() => secondsLeft(desk)).toBeGreaterThan(left);
  }
}

/** Seconds left on the clock of a page. */
export async function secondsLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

/** Says something in the channel that is open. */
export async function speak(page: Page, box: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: box }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Picks values in the form of an own text, dials and values by how they begin or what they say, and tables it. */
export async function tableText(
  page: Page,
  values: readonly (readonly [dial: RegExp, value: RegExp])[],
): Promise<void> {
  const form = page.getByRole('heading', { name: 'Table a text' }).locator('..');
  for (const [dial, value] of values) {
    const select = form.getByRole('combobox', { name: dial });
    const option = await select.getByRole('option').filter({ hasText: value }).getAttribute('value');
    await select.selectOption(option);
  }
  await form.getByRole('button', { name: 'Table this text' }).click();
}

/** Fills a slot from the card of an order; `fill` sets the form's fields. */
export async function draft(
  page: Page,
  slot: string,
  order: string,
  fill: (form: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const card = page.getByRole('region', { name: slot });
  await card.getByRole('button', { name: 'Choose an order' }).click();
  await card.getByRole('button', { name: new RegExp(`^${order}`) }).click();
  await fill(card);
  await card.getByRole('button', { name: 'Put into the slot' }).click();
  await card
    .getByText('drafted', { exact: true })
    .or(card.getByText('not confirmed', { exact: true }))
    .waitFor();
}
