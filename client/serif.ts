/** The one serif of titles, treaties and headlines: it comes after the first picture of a page, which shows the device's own until then. */
import italic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?url';
import upright from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

const FACES = [
  ['normal', upright],
  ['italic', italic],
] as const;
let coming: Promise<void> | null = null;

/** Fetches the serif once. Where it does not come, the device's own stays. */
export function loadSerif(): Promise<void> {
  coming ??= Promise.all(
    FACES.map(async ([style, file]) => {
      const face = new FontFace('Source Serif 4', `url(${file})`, { style, weight: '200 900', display: 'swap' });
      document.fonts.add(await face.load());
    }),
  )
    .then(() => {})
    .catch(() => {});
  return coming;
}
