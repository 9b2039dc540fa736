/** The paper with the dials, the cards of the tabled texts, and the sheet that waits when there are none. */
import {
  BRASS,
  badge,
  type Canvas,
  circle,
  commonSize,
  FAINT_INK,
  font,
  INK,
  type Paint,
  roundRect,
  SHEET,
  SHEET_SHADE,
  shadow,
  write,
} from './ink.ts';
import type { Layout } from './layout.ts';
import type { TableDial, TableModel, TableSeat } from './model.ts';

/** Room round a sheet's texture for its shadow. */
export const SHEET_PAD = 16;

export function sheet(c: Canvas, w: number, h: number): void {
  shadow(c, 14, 6, 'rgba(0,0,0,0.55)');
  roundRect(c, 0, 0, w, h, 5);
  const face = c.createLinearGradient(0, 0, 0, h);
  face.addColorStop(0, SHEET);
  face.addColorStop(1, SHEET_SHADE);
  c.fillStyle = face;
  c.fill();
  shadow(c, 0);
}

const labelLines = ({ rows }: Layout): number => {
  const row = rows[0];
  if (!row || row.label.h < row.box.h) return 1;
  return Math.max(1, Math.min(3, Math.floor(row.box.h / 14)));
};

/** One size of type for all dials' names, one for all values. */
function dialSizes(c: Canvas, dials: readonly TableDial[], layout: Layout): { label: number; value: number } {
  const h = layout.rows[0]?.box.h ?? 0;
  const stacked = (layout.rows[0]?.label.h ?? 0) < h;
  const most =
    layout.kind === 'compact'
      ? { label: stacked ? h * 0.21 : 12.5, value: stacked ? h * 0.185 : 11 }
      : { label: Math.min(19 * layout.scale + 2, h * 0.2), value: Math.min(16 * layout.scale + 1.5, h * 0.175) };
  const labels = dials.map(({ label }, n) => ({ text: label, width: layout.rows[n]!.label.w - 8 }));
  const values = dials.flatMap(({ dial, values }, n) =>
    dial === 'lead' ? [] : values.map(({ label }, s) => ({ text: label, width: layout.rows[n]!.stops[s]!.w - 4 })),
  );
  return {
    label: commonSize(c, labels, { size: most.label, least: 10, weight: 700, lines: labelLines(layout) }),
    value: commonSize(c, values, { size: most.value, least: 8.5, weight: 650, lines: 1 }),
  };
}

function dial(
  c: Canvas,
  d: TableDial,
  n: number,
  layout: Layout,
  seats: readonly TableSeat[],
  sizes: { label: number; value: number },
): void {
  const row = layout.rows[n]!;
  const { scale, token } = layout;
  if (n > 0) {
    c.fillStyle = 'rgba(20,32,43,0.13)';
    c.fillRect(row.box.x + 10, Math.round(row.box.y), row.box.w - 20, 1);
  }
  const { label } = row;
  write(c, d.label, label.x, label.y + label.h * 0.5, label.w - 8, {
    size: sizes.label,
    weight: 700,
    lines: labelLines(layout),
  });
  const [first, last] = [row.stops[0], row.stops.at(-1)];
  if (!first || !last) return;
  c.fillStyle = '#b9ae92';
  c.fillRect(first.x, row.railY - 1, last.x - first.x, 2);
  const dot = Math.max(2.6, 4 * scale);
  // names of seats stand beside their emblems only where all of them fit
  font(c, sizes.value, 650);
  const named = d.values.every(
    ({ label: words }, s) => c.measureText(words).width + sizes.value * 1.4 + 10 < row.stops[s]!.w,
  );
  const taken = new Set(Object.values(d.positions));
  d.values.forEach(({ value, label: words }, s) => {
    const stop = row.stops[s]!;
    circle(c, stop.x, row.railY, dot);
    c.fillStyle = taken.has(value) ? INK : SHEET;
    c.fill();
    c.lineWidth = 1.4;
    c.strokeStyle = taken.has(value) ? INK : '#8d8468';
    c.stroke();
    const size = sizes.value;
    const y = row.railY + dot + 2 + size * 0.62;
    const seat = seats.find((who) => who.id === value);
    const weight = taken.has(value) ? 650 : 450;
    const colour = taken.has(value) ? INK : FAINT_INK;
    if (!seat) {
      write(c, words, stop.x - stop.w / 2 + 2, y, stop.w - 4, { size, align: 'center', weight, colour });
      return;
    }
    const disc = Math.min(token, size * 1.35);
    font(c, size, weight);
    const w = named ? c.measureText(words).width : 0;
    const left = stop.x - (disc + (named ? 3 + w : 0)) / 2;
    badge(c, seat, left + disc / 2, y, disc);
    if (named) write(c, words, left + disc + 3, y, w + 1, { size, weight, colour });
  });
}

/** The sheet with one row per dial; tokens stand on it as pieces of their own. */
export function paintPaper(model: TableModel, layout: Layout): Paint {
  const { paper, paperTitleH, scale, kind } = layout;
  return (c) => {
    c.translate(SHEET_PAD, SHEET_PAD);
    sheet(c, paper.w, paper.h);
    if (paperTitleH > 16) {
      const size = kind === 'compact' ? 13 : Math.max(12, 16 * scale);
      c.fillStyle = '#16303e';
      c.beginPath();
      c.roundRect(0, 0, paper.w, paperTitleH, [5, 5, 0, 0]);
      c.fill();
      c.fillStyle = BRASS;
      c.fillRect(0, paperTitleH - 2, paper.w, 2);
      write(c, model.paper.title, 14, paperTitleH / 2 - 1, paper.w - 28, {
        size,
        least: 11,
        weight: 650,
        colour: '#ffffff',
      });
    }
    c.translate(-paper.x, -paper.y);
    const sizes = dialSizes(c, model.dials, layout);
    model.dials.forEach((d, n) => {
      dial(c, d, n, layout, model.seats, sizes);
    });
  };
}
