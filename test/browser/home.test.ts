/** The first page: a stranger presses something at once. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { openWindow, type Window } from './browser.ts';
import { pressByKey, reach } from './by-key.ts';
import { barriers, keepFailure, look, speakIn } from './pictures.ts';
import { stage } from './stage.ts';

const here = stage();
const SMALLEST = { width: 320, height: 568 } as const;
const PHONE = { width: 390, height: 844 } as const;
const dot = (page: Page, km: number) => page.getByRole('button', { name: new RegExp(`satellite at ${km} km`) });

/** How many pixels of the second canvas, that of the pieces, are drawn on. */
const drawn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.three-dots canvas')[1];
    const { data } = canvas!.getContext('2d')!.getImageData(0, 0, canvas!.width, canvas!.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 60) count++;
    return count;
  });

async function closeWindow({ context, errors }: Window): Promise<void> {
  expect(errors).toEqual([]);
  await context.close();
}

describe('the first page', () => {
  test('by keys: the code first, then two things to press, then three dots; the result is said', async ({
    onTestFailed,
  }) => {
    const window = await openWindow(here.browser, here.server.at);
    const { page } = window;
    onTestFailed(() => keepFailure(page, 'home'));
    await page.goto('/');
    await reach(page.getByLabel('Game code'));
    await page.keyboard.press('Enter');
    await page.getByText('6 more letters').waitFor();
    await reach(page.getByRole('button', { name: 'Play now: ten minutes' }));
    await reach(page.getByRole('button', { name: 'Run a class' }));
    expect(await drawn(page)).toBe(0);
    const told = page.locator('.three-dots').getByRole('status');
    for (const [km, said] of [
      [280, /^At 280 km, none of \d{3} pieces is still up after 25 years\.$/],
      [500, /^At 500 km, \d+ of \d{3} pieces are still up after 25 years\.$/],
      [850, /^At 850 km, \d{3} of \d{3} pieces are still up after 25 years\.$/],
    ] as const) {
      await pressByKey(dot(page, km));
      // Who asks for less motion has the end at once.
      await expect.poll(() => told.innerText()).toMatch(said);
    }
    await expect.poll(() => drawn(page)).toBeGreaterThan(1000);
    expect(await barriers(page)).toEqual([]);
    expect(await look(page, 'home-burst')).toEqual([]);
    await closeWindow(window);
  });

  test('with motion the years run, pieces come down and the count stands', async () => {
    const window = await openWindow(here.browser, here.server.at);
    const { page } = window;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto('/');
    await dot(page, 280).click();
    const count = page.locator('.dot-count');
    await count.waitFor();
    const first = Number(await count.innerText());
    expect(first).toBeGreaterThan(0);
    await page.getByText(/280 km: (first year|\d+ years?)/).waitFor();
    await expect.poll(() => count.innerText()).toBe('0');
    await page
      .getByText(/^At 280 km, none of/)
      .first()
      .waitFor();
    await closeWindow(window);
  });

  test('on phones, in both languages: all of it is seen and pressed without scrolling sideways', async () => {
    for (const size of [SMALLEST, PHONE]) {
      const window = await openWindow(here.browser, here.server.at, size);
      const { page } = window;
      await page.goto('/');
      for (const language of ['en', 'fr']) {
        await speakIn(page, language);
        await page.locator('.burstable').nth(2).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
        // Nothing lies over a dot, and no dot over what is pressed.
        const covered = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.burstable, .home-body button, .home-body input')]
            .filter((node) => {
              node.scrollIntoView({ block: 'center' });
              const box = node.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return !node.contains(top);
            })
            .map((node) => node.className),
        );
        expect(covered, `${size.width} ${language}`).toEqual([]);
        expect(await barriers(page)).toEqual([]);
      }
      await closeWindow(window);
    }
  });
});
