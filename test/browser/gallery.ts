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

/** Each picture of the gallery: its file, and the screen it is made from. */
const GALLERY = [
  ['map', 'en-1280', 'sky-answers'],
  ['table', 'en-1280', 'table'],
  ['paper', 'fr-1280', 'panel-paper'],
  ['forecast', 'en-1280', 'forecast'],
  ['shells', 'fr-1280', 'map-shells'],
  ['projector', 'fr-1280', 'projector-sky'],
  ['desk', 'en-1280', 'desk-seats'],
  ['results', 'en-1280', 'debrief-results'],
] as const;

/** A picture as WebP, as good as it can be within the limit; only what a window shows of it. */
async function small(
  page: Page,
  png: Buffer,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const data = await page.evaluate(
    async ({ png, size, width, most }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const scale = Math.min(1, width / size.width);
      const canvas = new OffscreenCanvas(size.width * scale, size.height * scale);
      const to = canvas.getContext('2d')!;
      to.imageSmoothingQuality = 'high';
      to.drawImage(image, 0, 0, size.width, size.height, 0, 0, canvas.width, canvas.height);
      for (let quality = 0.9; quality > 0.3; quality -= 0.05) {
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
        if (blob.size > most) continue;
        return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
      }
      throw new Error('the picture stays too large');
    },
    { png: png.toString('base64'), size, width: WIDTH, most: MOST_BYTES },
  );
  return Buffer.from(data, 'base64');
}

/** Writes the gallery from the pictures that were kept last. Throws if one of them is not there. */
export async function makeGallery(): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const [name, folder, screen] of GALLERY) {
    const file = readdirSync(join(SCREENS, folder)).find((kept) => kept.replace(/^\d+-/, '') === `${screen}.png`);
    if (!file) throw new Error(`no picture of ${screen} in ${folder}`);
    const size = folder.endsWith(String(NARROW.width)) ? NARROW : WIDE;
    const picture = await small(page, readFileSync(join(SCREENS, folder, file)), size);
    writeFileSync(join(FOLDER, `${name}.webp`), picture);
    process.stdout.write(`${name}.webp: ${Math.round(picture.length / 1000)} kB\n`);
  }
  await browser.close();
}
