/** What comes out of the printer, counted in Chromium: each brief on one sheet of paper. */
import { expect, test } from 'vitest';
import { openWindow } from './browser.ts';
import { createGame } from './people.ts';
import { pagesOf, speakIn } from './pictures.ts';
import { stage } from './stage.ts';

const here = stage();

/** One for each delegation, and the one for all. */
const SHEETS = 6 + 1;

test.each(['Fictional', 'Real'] as const)('each brief is printed on one page: %s names', async (names) => {
  const { page, context, errors } = await openWindow(here.browser, here.server.at);
  const code = await createGame(page, names);
  await page.goto(`/desk/${code}/print`);
  await page.getByRole('radio', { name: 'Briefs only' }).check();
  expect(await page.getByRole('article').count()).toBe(SHEETS);
  for (const language of ['fr', 'en']) {
    await speakIn(page, language);
    expect(await pagesOf(page), language).toBe(SHEETS);
  }
  expect(errors).toEqual([]);
  await context.close();
});
