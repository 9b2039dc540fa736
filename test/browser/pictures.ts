/** What a screen looks like: pictures to be looked at, colours counted, and what axe finds. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { NARROW, WIDE } from './browser.ts';

export const SCREENS = join(import.meta.dirname, '../../artefacts/screens');

/** Which languages pictures are kept in, and in which room: English in a bright one. `npm run screens` keeps French in a dark one too. */
const SETTINGS = [
  { language: 'en', room: 'light' },
  ...(process.env.KESSLER_SCREENS ? ([{ language: 'fr', room: 'dark' }] as const) : []),
] as const;
/** Parts that scroll by themselves. A picture of a phone shows them whole. */
const SCROLLING = '.side-body, .map-stage, dialog[open]';
/** What is further down would be drawn wrongly: textures have a largest size. */
const TALLEST_PX = 6000;

/**
 * Keeps the screen at both widths as artefacts/screens/<language>-<width>/<number>-<name>.png, gives the window its size, language
 * and room back, and tells what no screen may show: sentences that are missing, and a page that scrolls sideways.
 */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  const size = page.viewportSize();
  const file = `${numberOf(name)}-${name}.png`;
  const faults: string[] = [];
  for (const wanted of [WIDE, NARROW]) {
    await page.setViewportSize(wanted);
    for (const { language, room } of SETTINGS) {
      await speakIn(page, language);
      await page.emulateMedia({ colorScheme: room });
      await twoFrames(page);
      if (wanted === NARROW) await showWhole(page);
      await keep(page, join(folderOf(language, wanted.width), file));
      for (const key of await rawKeys(page)) faults.push(`${name}: no ${language} sentence for ${key}`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${name} at ${wanted.width} in ${language}: ${over} px too wide`);
    }
  }
  if (SETTINGS.length > 1) {
    await speakIn(page, SETTINGS[0].language);
    await page.emulateMedia({ colorScheme: SETTINGS[0].room });
  }
  if (size) await page.setViewportSize(size);
  return faults;
}

/** Keeps pictures of a page that is a file, which has a language of its own. */
export async function lookAtFile(page: Page, name: string, file: (language: string) => Promise<string>): Promise<void> {
  const picture = `${numberOf(name)}-${name}.png`;
  for (const { language, room } of SETTINGS) {
    await page.emulateMedia({ colorScheme: room });
    await page.setContent(await file(language));
    for (const wanted of [WIDE, NARROW]) {
      await page.setViewportSize(wanted);
      await keep(page, join(folderOf(language, wanted.width), picture));
    }
  }
}

/** Keeps what a page shows from its top down. */
async function keep(page: Page, path: string): Promise<void> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(TALLEST_PX, height) } });
}

function folderOf(language: string, width: number): string {
  const folder = join(SCREENS, `${language}-${width}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** How many sheets of A4 a page is printed on. */
export async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Makes a phone as high as what it shows. */
async function showWhole(page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
  const hidden = await page.evaluate(
    (parts) => [...document.querySelectorAll(parts)].map((part) => part.scrollHeight - part.clientHeight),
    SCROLLING,
  );
  const height = Math.min(TALLEST_PX, NARROW.height + Math.max(0, ...hidden));
  await page.setViewportSize({ ...NARROW, height });
  await twoFrames(page);
}

/** Three digits by which the pictures stand in the order they were taken in; a picture taken again keeps its place. */
function numberOf(name: string): string {
  const folder = join(SCREENS, `${SETTINGS[0].language}-${WIDE.width}`);
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  const before = kept.find((file) => /^\d+-(.*)\.png$/.exec(file)?.[1] === name);
  return before ? before.split('-')[0]! : String(kept.length + 1).padStart(3, '0');
}

/** Changes the language as another tab of the same device would, so that nothing that is open is touched. */
export async function speakIn(page: Page, language: string): Promise<void> {
  const key = 'kessler.language';
  await page.evaluate(
    ([key, newValue]) => {
      if (document.documentElement.lang === newValue) return;
      localStorage.setItem(key, newValue);
      dispatchEvent(new StorageEvent('storage', { key, newValue }));
    },
    [key, language] as const,
  );
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

/** Keeps what a page showed when a test failed, as artefacts/screens/failed-<who>.png. */
export const keepFailure = async (page: Page, who: string): Promise<void> => {
  await page.screenshot({ path: join(SCREENS, `failed-${who}.png`) });
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
