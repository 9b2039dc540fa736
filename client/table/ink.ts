/** Brushes of the table: colours, type and emblems on a 2-D canvas. Sizes in CSS px. */
import { emblemPath, type SIGNS, signPath } from './emblems.ts';

export type Canvas = CanvasRenderingContext2D;
export type Paint = (c: Canvas) => void;

export const INK = '#14202b';
export const FAINT_INK = '#5b6773';
export const SHEET = '#fbf7ec';
export const SHEET_SHADE = '#efe8d5';
export const BRASS = '#e2bd72';
export const GOOD = '#00795c';
export const STOP = '#b23a00';

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Blend of two #rrggbb colours; share 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)];
  return `#${a
    .map((v, n) =>
      Math.round(v + (b[n]! - v) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Relative luminance 0..1 of a #rrggbb colour (WCAG 2, relative luminance). */
function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Dark or light, whichever stands out more on a colour. */
export function inkOn(colour: string): string {
  return luminance(colour) > 0.18 ? '#0c141c' : '#ffffff';
}

const FALLBACK_FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
let family = FALLBACK_FONT;

/** The typeface of the page round the table. */
export function useFont(fontFamily: string): void {
  family = fontFamily || FALLBACK_FONT;
}

/** Sets the face for what is written next, CSS px. */
export function font(c: Canvas, sizePx: number, weight = 400): void {
  c.font = `${weight} ${sizePx}px ${family}`;
}

function clipped(c: Canvas, text: string, widthPx: number): string {
  if (c.measureText(text).width <= widthPx) return text;
  let end = text.length;
  while (end > 1 && c.measureText(`${text.slice(0, end).trimEnd()}…`).width > widthPx) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Lines that fit a width, at most `most`; the last one ends in an ellipsis when words are left over. */
function wrapped(c: Canvas, text: string, widthPx: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && c.measureText(longer).width > widthPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} ${lines.slice(most).join(' ')}`;
  return kept.map((l) => clipped(c, l, widthPx));
}

export type Type = {
  readonly size: number;
  /** smallest size before words are cut */
  readonly least?: number;
  readonly weight?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** most lines, 1 if not given */
  readonly lines?: number;
  readonly leading?: number;
};

/**
 * Writes text in a box `widthPx` wide whose middle line is at `y` (several lines are centred on it); shrinks, then cuts. Returns the
 * height written.
 */
export function write(c: Canvas, text: string, x: number, y: number, widthPx: number, type: Type): number {
  const { size, least = size, weight = 400, colour = INK, align = 'left', lines: most = 1, leading = 1.16 } = type;
  let px = size;
  let lines: string[] = [];
  for (; ; px = Math.max(least, px - 0.5)) {
    font(c, px, weight);
    lines = wrapped(c, text, widthPx, most);
    const whole = lines.every((line) => !line.endsWith('…')) || text.endsWith('…');
    if (whole || px <= least) break;
  }
  c.fillStyle = colour;
  c.textAlign = align;
  c.textBaseline = 'middle';
  const from = align === 'left' ? x : align === 'right' ? x + widthPx : x + widthPx / 2;
  lines.forEach((line, n) => {
    c.fillText(line, from, y + (n - (lines.length - 1) / 2) * px * leading + px * 0.04);
  });
  return lines.length * px * leading;
}

/** The largest size in px, not below `least`, at which each text fits a width in at most `lines` lines: one size for texts that stand side by side. */
export function commonSize(
  c: Canvas,
  texts: readonly { readonly text: string; readonly width: number }[],
  type: { readonly size: number; readonly least: number; readonly weight: number; readonly lines: number },
): number {
  let px = type.size;
  for (; px > type.least; px -= 0.5) {
    font(c, px, type.weight);
    if (texts.every(({ text, width }) => wrapped(c, text, width, type.lines).every((line) => !line.endsWith('…'))))
      return px;
  }
  return type.least;
}

/** A path: a box with round corners, no rounder than the box allows; px. */
export function roundRect(c: Canvas, x: number, y: number, w: number, h: number, radius: number): void {
  c.beginPath();
  c.roundRect(x, y, w, h, Math.min(radius, w / 2, h / 2));
}

/** A path: a whole circle, px. */
export function circle(c: Canvas, x: number, y: number, radius: number): void {
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Sets a soft shadow below what is drawn next; call with 0 to end it. Blur and offset in CSS px. */
export function shadow(c: Canvas, blur: number, dy = 0, colour = 'rgba(0,0,0,0.5)'): void {
  const k = c.getTransform().a;
  c.shadowColor = blur === 0 ? 'transparent' : colour;
  c.shadowBlur = blur * k;
  c.shadowOffsetY = dy * k;
}

function fillPath(c: Canvas, path: string, x: number, y: number, size: number, colour: string): void {
  c.save();
  c.translate(x - size / 2, y - size / 2);
  c.scale(size / 24, size / 24);
  c.fillStyle = colour;
  c.fill(new Path2D(path));
  c.restore();
}

/** An emblem with its middle at x, y. */
export function emblem(c: Canvas, key: string, x: number, y: number, size: number, colour: string): void {
  fillPath(c, emblemPath(key), x, y, size, colour);
}

/** A small sign with its middle at x, y. */
export function sign(c: Canvas, key: keyof typeof SIGNS, x: number, y: number, size: number, colour: string): void {
  fillPath(c, signPath(key), x, y, size, colour);
}

/** The badge of a seat: a disc in its colour with its emblem, dark edge. */
export function badge(c: Canvas, who: { colour: string; emblem: string }, x: number, y: number, size: number): void {
  circle(c, x, y, size / 2);
  c.fillStyle = who.colour;
  c.fill();
  c.lineWidth = Math.max(1, size * 0.045);
  c.strokeStyle = mix(who.colour, '#000000', 0.55);
  c.stroke();
  emblem(c, who.emblem, x, y, size * 0.66, inkOn(who.colour));
}
