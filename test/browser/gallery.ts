/** `npm run screens -- --gallery`: the eight pictures of the README, made small from those that were kept. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { NARROW, openBrowser, WIDE } from './browser.ts';
import { SCREENS } from './pictures.ts';

const FOLDER = join(import.meta.dirname, '../../client/pictures');
const MOST_BYTES = 120_000;
/** Pictures stand two in a row: no wider than this is ever seen. */
const WIDTH = 960;
const GAP = 24;

/** Each picture of the gallery: its file, and the screens that stand side by side in it. */
const GALLERY = [
  ['map', 'en-1280', 'sky-answers'],
  ['table', 'en-1280', 'table'],
  ['phone', 'fr-390', 'lesson', 'table-phone', 'orders'],
  ['forecast', 'en-1280', 'forecast'],
  ['shells', 'fr-1280', 'map-shells'],
  ['projector', 'fr-1280', 'projector-sky'],
  ['desk', 'en-1280', 'desk-seats'],
  ['results', 'en-1280', 'debrief-results'],
] as const;

type Size = { readonly width: number; readonly height: number };

/** Pictures side by side as WebP, as good as it can be within the limit; only what a window shows of each. */
async function small(page: Page, pictures: readonly Buffer[], size: Size): Promise<Buffer> {
  const data = await page.evaluate(
    async ({ pictures, size, widest, most, gap }) => {
      const width = pictures.length * (size.width + gap) - gap;
      const scale = Math.min(1, widest / width);
      const canvas = new OffscreenCanvas(width * scale, size.height * scale);
      const to = canvas.getContext('2d')!;
      to.imageSmoothingQuality = 'high';
      to.scale(scale, scale);
      for (const [i, png] of pictures.entries()) {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const { width, height } = size;
        to.drawImage(image, 0, 0, width, height, i * (width + gap), 0, width, height);
      }
      for (let quality = 0.9; quality > 0.3; quality -= 0.05) {
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
        if (blob.size > most) continue;
        return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
      }
      throw new Error('the picture stays too large');
    },
    { pictures: pictures.map((png) => png.toString('base64')), size, widest: WIDTH, most: MOST_BYTES, gap: GAP },
  );
  return Buffer.from(data, 'base64');
}

/** A screen as it was kept. Throws if it is not there. */
function kept(folder: string, screen: string): Buffer {
  const file = readdirSync(join(SCREENS, folder)).find((name) => name.replace(/^\d+-/, '') === `${screen}.png`);
  if (!file) throw new Error(`no picture of ${screen} in ${folder}`);
  return readFileSync(join(SCREENS, folder, file));
}

/** Writes the gallery from the pictures that were kept last. */
export async function makeGallery(): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const [name, folder, ...screens] of GALLERY) {
    const size = folder.endsWith(String(NARROW.width)) ? NARROW : WIDE;
    const picture = await small(
      page,
      screens.map((screen) => kept(folder, screen)),
      size,
    );
    writeFileSync(join(FOLDER, `${name}.webp`), picture);
    process.stdout.write(`${name}.webp: ${Math.round(picture.length / 1000)} kB\n`);
  }
  await browser.close();
}
