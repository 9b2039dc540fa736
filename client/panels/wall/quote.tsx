import { t } from '../../text.ts';

/** No more of somebody's words stands on the wall, signs: what is longer is read on each person's screen. */
const LONGEST = 150;

/** So much of a text as may stand on the wall, whole words. */
export function excerpt(text: string, most = LONGEST): string {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > most / 2 ? word : most)} …`;
}

/** Somebody's words, the shorter the larger. `most`: signs of them at most. */
export function Quote({ text, most }: { readonly text: string; readonly most?: number }) {
  const shown = excerpt(text, most);
  const size = shown.length <= 50 ? 'short' : shown.length <= 95 ? 'middle' : 'long';
  return (
    <q class={`wall-quote ${size}`} dir="auto">
      {t('wall.quote', { words: shown })}
    </q>
  );
}
