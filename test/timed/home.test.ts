/** How soon a stranger on a poor line can burst the first of the three dots. */
import { expect, test } from 'vitest';
import { openWindow } from '../browser/browser.ts';
import { stage } from '../browser/stage.ts';
import { slowness } from './slowness.ts';

const LINE = { bitsPerSecond: 250_000, latencyMs: 400 } as const;
const MOST_MS = 10_000;

const here = stage();

test('a cold load at 250 kbit/s and 400 ms: the first burst within 10 s', async () => {
  const { page, context, errors } = await openWindow(here.browser, here.server.at, { width: 390, height: 844 });
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.latencyMs,
    downloadThroughput: LINE.bitsPerSecond / 8,
    uploadThroughput: LINE.bitsPerSecond / 8,
  });
  const began = performance.now();
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Burst the satellite at 850 km' }).click();
  await page.locator('.dot-count').waitFor();
  const ms = performance.now() - began;
  console.info(`first burst after ${(ms / 1000).toFixed(1)} s`);
  expect(ms).toBeLessThan(MOST_MS * slowness());
  expect(errors).toEqual([]);
  await context.close();
});
