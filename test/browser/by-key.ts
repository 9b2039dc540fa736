/** What a person does on a page by keys alone. */
import type { Locator } from 'playwright';
import { expect } from 'vitest';

/** More stops of the Tab key than any screen has. */
const MOST_TABS = 400;
const MOST_ARROWS = 40;

/** Presses Tab until this has the focus. */
export async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < MOST_TABS; n++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not get to ${target}`);
}

export async function pressByKey(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(target);
  await target.page().keyboard.press(key);
}

/** Tab into the group of a radio, arrows inside it. */
export async function chooseByKey(radio: Locator): Promise<void> {
  const { keyboard } = radio.page();
  await radio.waitFor();
  const place = () =>
    radio.evaluate((node) => {
      const at = document.activeElement;
      if (at === node) return 'there';
      return at instanceof HTMLInputElement && at.name === (node as HTMLInputElement).name ? 'group' : 'elsewhere';
    });
  for (let n = 0; n < MOST_TABS && (await place()) === 'elsewhere'; n++) await keyboard.press('Tab');
  for (let n = 0; n < MOST_ARROWS && (await place()) === 'group'; n++) await keyboard.press('ArrowDown');
  if (!(await radio.isChecked())) await keyboard.press('Space');
  expect(await place()).toBe('there');
  await expect.poll(() => radio.isChecked()).toBe(true);
}

/** Tab to a list of choices, arrows in it until its choice reads like this. */
export async function selectByKey(select: Locator, wanted: RegExp): Promise<void> {
  await reach(select);
  const { keyboard } = select.page();
  const chosen = () => select.evaluate((node) => (node as HTMLSelectElement).selectedOptions[0]?.label ?? '');
  await keyboard.press('Home');
  for (let n = 0; n < MOST_ARROWS && !wanted.test(await chosen()); n++) await keyboard.press('ArrowDown');
  expect(await chosen()).toMatch(wanted);
}
