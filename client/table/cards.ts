/** Texts as cards on the table. */
import {
  BRASS,
  badge,
  type Canvas,
  circle,
  commonSize,
  FAINT_INK,
  font,
  GOOD,
  INK,
  type Paint,
  roundRect,
  STOP,
  sign,
  write,
} from './ink.ts';
import type { Box } from './layout.ts';
import type { TableModel, TableSeat, TableText, Term } from './model.ts';
import { SHEET_PAD, sheet } from './sheets.ts';
import { sealSpots } from './spots.ts';

const STATUS_COLOURS: Readonly<Record<string, string>> = {
  'in-force': GOOD,
  adopted: '#0a5f9e',
  blocked: STOP,
};

/** How the status looks; the words say it too. */
function statusPill(c: Canvas, text: TableText, right: number, y: number, most: number, size: number): number {
  const colour = STATUS_COLOURS[text.status] ?? '#4a5763';
  font(c, size, 650);
  const icon = text.status === 'in-force' ? 'ready' : text.status === 'blocked' ? 'block' : null;
  const iconW = icon ? size * 1.2 : 0;
  const w = Math.min(most, c.measureText(text.statusLabel).width + iconW + size * 1.2);
  roundRect(c, right - w, y - size * 0.85, w, size * 1.7, size);
  c.fillStyle = colour;
  c.fill();
  if (icon) sign(c, icon, right - w + size * 1.1, y, size, '#ffffff');
  write(c, text.statusLabel, right - w + size * 0.6 + iconW, y, w - size * 1.2 - iconW, {
    size,
    least: size * 0.7,
    weight: 650,
    colour: '#ffffff',
  });
  return w;
}

/** Marks for the seals that are needed, and how many have fallen. */
function slots(c: Canvas, text: TableText, box: Box): void {
  const { size, spots, count } = sealSpots(box, slotCount(text));
  spots.forEach(({ x, y }, n) => {
    if (n >= text.needs) return;
    circle(c, x, y, size * 0.44);
    c.setLineDash([2, 3]);
    c.lineWidth = 1.3;
    c.strokeStyle = '#9b9178';
    c.stroke();
    c.setLineDash([]);
  });
  const met = text.signatures.length >= text.needs;
  const colour = met ? GOOD : INK;
  const big = Math.min(size * 0.95, count.w * 0.62, 44);
  font(c, big * 0.62, 600);
  const rest = `/${text.needs}`;
  const restW = c.measureText(rest).width;
  write(c, rest, count.x, count.y + big * 0.13, count.w, {
    size: big * 0.62,
    weight: 600,
    align: 'right',
    colour: FAINT_INK,
  });
  write(c, String(text.signatures.length), count.x, count.y, count.w - restW - 1, {
    size: big,
    weight: 750,
    align: 'right',
    colour,
  });
}

/** A clause has no line of its own in less than this. */
const LEAST_TERM_PX = 11.5;

/** Cards wider than this have title and status on one line, and leave the rest of their height to the clauses. */
const WIDE_CARD_PX = 190;

/** Cards lower than this have title and status on one line too, and their clauses as values alone. */
export const LOW_CARD_PX = 110;

/** Height of that line on a narrow one. */
const LOW_HEAD_PX = 22;

/** Height of a barrier across a card. */
export function blockHeight(card: Box): number {
  return 2 * Math.round(Math.min(24, Math.max(14, card.h * 0.12)));
}

/** Places for seals on a text's card. */
export function slotCount(text: TableText): number {
  return Math.max(text.needs, text.signatures.length + text.pledges.length);
}

/** A tabled text: who tabled it, title, status, its clauses where there is room, and places for the seals. */
export function paintCard(text: TableText, sponsor: TableSeat | undefined, box: Box, scale: number): Paint {
  return (c) => {
    const { w, h } = box;
    c.translate(SHEET_PAD, SHEET_PAD);
    sheet(c, w, h);
    const inForce = text.status === 'in-force';
    if (inForce) {
      roundRect(c, 2.5, 2.5, w - 5, h - 5, 4);
      c.lineWidth = 3;
      c.strokeStyle = BRASS;
      c.stroke();
    }
    const pad = Math.min(20, Math.max(7, w * 0.045));
    const { size, top } = sealSpots({ x: 0, y: 0, w, h }, slotCount(text));
    const beside = w > WIDE_CARD_PX;
    const low = !beside && h < LOW_CARD_PX;
    const headH = low
      ? LOW_HEAD_PX
      : Math.min(44 * Math.max(1, scale), Math.max(18, (h - size - pad) * (beside ? 0.34 : 0.62)));
    const disc = Math.min(headH * 0.86, 40 * scale + 4);
    // a barrier on the upper edge of a low card needs a little room
    const y = pad * 0.7 + headH / 2 + (h < LOW_CARD_PX && text.blocks.length > 0 ? 6 : 0);
    let left = pad;
    if (sponsor) {
      badge(c, sponsor, pad + disc / 2, y, disc);
      left += disc + 7;
    }
    const titleSize = Math.min(headH * (low ? 0.6 : 0.52), 22 * Math.max(0.8, scale));
    const pillSize = Math.max(9.5, titleSize * 0.66);
    if (beside) {
      font(c, titleSize, 750);
      const rest = w - left - pad - c.measureText(text.title).width - 10;
      const pill = statusPill(c, text, w - pad, y, Math.max(rest, (w - left - pad) * 0.6), pillSize);
      write(c, text.title, left, y, w - left - pad - pill - 8, { size: titleSize, least: 10, weight: 750 });
    } else if (low) {
      font(c, titleSize, 750);
      const titleW = Math.min(w - left - pad, c.measureText(text.title).width + 1);
      write(c, text.title, left, y, titleW, { size: titleSize, least: 9, weight: 750 });
      write(c, text.statusLabel, left + titleW + 8, y, w - left - titleW - 8 - pad, {
        size: 11,
        least: 8.5,
        weight: 650,
        align: 'right',
        colour: STATUS_COLOURS[text.status] ?? FAINT_INK,
      });
    } else {
      write(c, text.title, left, y - headH * 0.22, w - left - pad, {
        size: Math.min(titleSize, headH * 0.42),
        least: 9,
        weight: 750,
      });
      write(c, text.statusLabel, left, y + headH * 0.25, w - left - pad, {
        size: Math.min(pillSize, headH * 0.36),
        least: 8.5,
        weight: 650,
        colour: STATUS_COLOURS[text.status] ?? FAINT_INK,
      });
    }
    const bars = text.blocks.length > 0 ? blockHeight(box) : 0;
    terms(
      c,
      text.terms,
      pad,
      pad * 0.7 + headH + (low ? 1 : 4),
      w - 2 * pad,
      top - 6 - bars,
      Math.max(low ? 11 : 12.5, 14.5 * scale),
      !low,
    );
    slots(c, text, { x: 0, y: 0, w, h });
  };
}

/** Height of a clause whose name takes two lines, in sizes of its type. */
const TWO_LINES = 2.7;

/** Clauses as lines of a term sheet, values at the right edge; where these have no room, or not `apart`, the values alone. */
function terms(
  c: Canvas,
  all: readonly Term[],
  x: number,
  from: number,
  w: number,
  to: number,
  most: number,
  apart: boolean,
): void {
  const room = (to - from) / Math.max(1, all.length);
  if (!apart || room < LEAST_TERM_PX) {
    const lines = Math.min(2, Math.floor((to - from) / LEAST_TERM_PX));
    const values = all.map(({ value }) => value).join(' · ');
    if (lines > 0) write(c, values, x, (from + to) / 2, w, { size: most, least: 10, weight: 650, lines });
    return;
  }
  const size = Math.max(10, Math.min(most, room / 1.2));
  font(c, size, 700);
  const labels = all.map(({ label, value }) => ({
    text: label,
    width: w - Math.min(w * 0.5, c.measureText(value).width + 2) - 8,
  }));
  const inLines = (lines: number) => commonSize(c, labels, { size, least: 9.5, weight: 400, lines });
  const oneLine = inLines(1);
  // A long name goes on in a second line where there is room for it, before its letters grow small.
  const lines = oneLine < size && room >= TWO_LINES * size ? 2 : 1;
  const px = lines === 2 ? inLines(2) : oneLine;
  const h = Math.min(size * (lines === 2 ? TWO_LINES : 2), room);
  all.forEach(({ value }, n) => {
    const { text, width } = labels[n]!;
    const y = from + h * (n + 0.5);
    if (n > 0) {
      c.fillStyle = 'rgba(20,32,43,0.12)';
      c.fillRect(x, Math.round(y - h / 2), w, 1);
    }
    write(c, text, x, y, width, { size: px, colour: FAINT_INK, lines });
    write(c, value, x + width + 8, y, w - width - 8, { size, least: 9.5, weight: 700, align: 'right' });
  });
}

/** What lies where the texts will lie: an outline, a pen, and the words that invite to table one. */
export function paintEmpty(empty: TableModel['empty'], box: Box, scale: number): Paint {
  return (c) => {
    const { w, h } = box;
    c.translate(SHEET_PAD, SHEET_PAD);
    roundRect(c, 1, 1, w - 2, h - 2, 8);
    c.fillStyle = 'rgba(255,255,255,0.07)';
    c.fill();
    c.setLineDash([9, 7]);
    c.lineWidth = 1.8;
    c.strokeStyle = 'rgba(226,189,114,0.8)';
    c.stroke();
    c.setLineDash([]);
    const size = Math.max(13, 19 * scale);
    const icon = Math.min(h * 0.2, 44 * scale);
    const roomy = h > 120;
    if (roomy) sign(c, 'pen', w / 2, h * 0.22, icon, BRASS);
    write(c, empty.title, 14, roomy ? h * 0.47 : h * 0.3, w - 28, {
      size,
      least: 12,
      weight: 700,
      align: 'center',
      colour: '#ffffff',
      lines: roomy ? 4 : 2,
    });
    write(c, empty.hint, 14, roomy ? h * 0.76 : h * 0.66, w - 28, {
      size: Math.max(12.5, size * 0.8),
      least: 11,
      align: 'center',
      colour: '#d7e1ea',
      lines: roomy ? 4 : 2,
      leading: 1.3,
    });
  };
}
