/** What a screen looks like: pictures to be looked at, colours counted, and what axe finds. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { NARROW, WIDE } from './browser.ts';

const FOLDER = join(import.meta.dirname, '../../artefacts/screens');
mkdirSync(FOLDER, { recursive: true });

/**
 * Keeps the screen at both widths as artefacts/screens/<name>-<width>.png, gives the window its size back, and tells what no screen
 * may show: sentences that are missing, and a page that scrolls sideways.
 */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  const size = page.viewportSize();
  const faults: string[] = [];
  for (const wanted of [WIDE, NARROW]) {
    await page.setViewportSize(wanted);
    await twoFrames(page);
    await page.screenshot({ path: join(FOLDER, `${name}-${wanted.width}.png`), fullPage: true });
    for (const key of await rawKeys(page)) faults.push(`${name}: no sentence for ${key}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${name} at ${wanted.width}: ${over} px too wide`);
  }
  if (size) await page.setViewportSize(size);
  return faults;
}

/** Keeps what a page showed when a test failed, as artefacts/screens/failed-<who>.png. */
export const keepFailure = async (page: Page, who: string): Promise<void> => {
  await page.screenshot({ path: join(FOLDER, `failed-${who}.png`) });
};

/** Resolves when the page has been laid out and drawn. */
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((go) => requestAnimationFrame(() => requestAnimationFrame(() => go()))));

/** How many pixels differ visibly between two pictures of the same size. The page only lends its canvas. */
export function pixelsChanged(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const to = canvas.getContext('2d', { willReadFrequently: true })!;
          to.drawImage(image, 0, 0);
          return to.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let count = 0;
      for (let i = 0; i < one!.length; i += 4)
        if ([0, 1, 2].some((k) => Math.abs(one![i + k]! - other![i + k]!) > 48)) count++;
      return count;
    },
    [before.toString('base64'), after.toString('base64')],
  );
}

/** Where and by which rules axe looks; everywhere and by all if not given. */
type Scope = { readonly within?: string; readonly rules?: readonly string[] };

/** What axe holds against a page that is serious or critical, one line each. */
export async function barriers(page: Page, { within, rules }: Scope = {}): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (within) axe.include(within);
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).join('; ')})`);
}

const KEY =
  /\b(?:ui|refusal|seat|phase|order|slot|news|cause|clause|inject|objective|step|brief|ledger|status|mark)\.[\w.-]+\b/g;

/** Keys that stand on the screen because there is no sentence for them. */
async function rawKeys(page: Page): Promise<readonly string[]> {
  return (await page.locator('body').innerText()).match(KEY) ?? [];
}
