/**
 * Where everything lies on the table, in CSS px of the host: pure numbers, tested without a screen. Two layouts: `round` (delegations
 * round the whole canvas or along its two long sides, paper and texts on the table) and `compact` (narrow hosts: a small table on top, the sheets below it).
 */

export type Point = { readonly x: number; readonly y: number };
/** A rectangle by its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** The table top: |(x-cx)/rx|^power + |(y-cy)/ry|^power = 1, which is an ellipse at power 2. */
export type Rim = {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  readonly power: number;
};
export type SeatPlace = {
  /** the placard */
  readonly box: Box;
  /** unit vector away from the middle of the table, for the chairs behind the placard */
  readonly out: Point;
};
export type DialRow = {
  readonly box: Box;
  readonly label: Box;
  readonly railY: number;
  readonly stops: readonly Stop[];
};
type Stop = { readonly x: number; readonly w: number };
export type Layout = {
  readonly kind: 'round' | 'compact';
  readonly width: number;
  readonly height: number;
  /** 1 at 1080 x 720; sizes of type and strokes go with it */
  readonly scale: number;
  readonly rim: Rim;
  readonly seats: readonly SeatPlace[];
  readonly paper: Box;
  readonly paperTitleH: number;
  readonly rows: readonly DialRow[];
  readonly token: number;
  /** one box per text; with no text, the one box of the empty state */
  readonly cards: readonly Box[];
};
/** What is to be laid: seats, the number of values of each dial, texts. */
export type Counts = { readonly seats: number; readonly dials: readonly number[]; readonly texts: number };

const COMPACT_BELOW_PX = 700;
const GAP = 6;
/** Share of the long sides along which placards stand when they face each other. */
const STRAIGHT = 0.94;
/** Exponent of width against height when the sheets choose their room. */
const WIDTH_COUNTS = 1.2;
export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Middle of a box. */
export function middle(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** Do two boxes come closer to each other than `gap`? */
export function overlap(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

/** The point of the rim at a parameter angle in radians: 0 is right, pi/2 is down (nearest to the viewer). */
export function rimPoint(rim: Rim, angle: number): Point {
  const bend = (v: number): number => Math.sign(v) * Math.abs(v) ** (2 / rim.power);
  return { x: rim.cx + rim.rx * bend(Math.cos(angle)), y: rim.cy + rim.ry * bend(Math.sin(angle)) };
}

/**
 * `count` points on the rim with equal distances along it, clockwise as seen: measured on a polyline of 720 pieces. The first is at the
 * bottom middle, or half a step after it when `half` is set, so that two share the side nearest to the viewer.
 */
function alongRim(rim: Rim, count: number, half = false): Point[] {
  const PIECES = 720;
  const points = Array.from({ length: PIECES + 1 }, (_, n) => rimPoint(rim, Math.PI / 2 + (2 * Math.PI * n) / PIECES));
  const lengths = [0];
  for (let n = 1; n <= PIECES; n++)
    lengths.push(lengths[n - 1]! + Math.hypot(points[n]!.x - points[n - 1]!.x, points[n]!.y - points[n - 1]!.y));
  return Array.from({ length: count }, (_, n) => {
    const wanted = (lengths[PIECES]! * (n + (half ? 0.5 : 0))) / count;
    const next = Math.max(
      1,
      lengths.findIndex((length) => length >= wanted - 1e-9),
    );
    const [a, b] = [points[next - 1]!, points[next]!];
    const share = (wanted - lengths[next - 1]!) / (lengths[next]! - lengths[next - 1]! || 1);
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
  });
}

/**
 * Placards round the rim as `alongRim` says, as large as they fit: shrunk in steps of 4 % from `w` x `h` until none
 * overlaps another and all lie within the host.
 */
function seatsRound(zone: Box, count: number, w: number, h: number, margin: number, power: number, half = false) {
  for (let size = 1; ; size *= 0.96) {
    const [bw, bh] = [Math.round((w * size) / 2) * 2, Math.round((h * size) / 2) * 2];
    const rim: Rim = {
      cx: zone.x + zone.w / 2,
      cy: zone.y + zone.h / 2,
      rx: zone.w / 2 - bw / 2 - margin,
      ry: zone.h / 2 - bh / 2 - margin,
      power,
    };
    const boxes = alongRim(rim, count, half).map(({ x, y }) => ({
      x: Math.round(x - bw / 2),
      y: Math.round(y - bh / 2),
      w: bw,
      h: bh,
    }));
    const clash = boxes.some((a, i) => boxes.some((b, j) => j > i && overlap(a, b, GAP)));
    if (!clash || size < 0.2) return { rim, boxes };
  }
}

/**
 * Placards along the two long sides of the table, facing each other, the first in the middle of the side nearest to the viewer and the
 * others clockwise as seen. They shrink like those of `seatsRound`.
 */
function seatsFacing(zone: Box, count: number, w: number, h: number, margin: number) {
  const near = Math.ceil(count / 2);
  const far = count - near;
  const middleOfNear = Math.floor((near - 1) / 2);
  for (let size = 1; ; size *= 0.96) {
    const [bw, bh] = [Math.round((w * size) / 2) * 2, Math.round((h * size) / 2) * 2];
    const rim: Rim = {
      cx: zone.x + zone.w / 2,
      cy: zone.y + zone.h / 2,
      rx: zone.w / 2 - margin * 0.7,
      ry: zone.h / 2 - bh / 2 - margin,
      power: 5,
    };
    // The corners of the table are round: placards stand where its sides are straight.
    const side = (n: number, row: number, y: number): Box => ({
      x: Math.round(rim.cx + rim.rx * STRAIGHT * ((2 * (n + 0.5)) / row - 1) - bw / 2),
      y: Math.round(y - bh / 2),
      w: bw,
      h: bh,
    });
    const boxes = Array.from({ length: count }, (_, n) => {
      if (n <= middleOfNear) return side(middleOfNear - n, near, rim.cy + rim.ry);
      const onFar = n - middleOfNear - 1;
      return onFar < far ? side(onFar, far, rim.cy - rim.ry) : side(near - 1 - (onFar - far), near, rim.cy + rim.ry);
    });
    const clash = boxes.some((a, i) => boxes.some((b, j) => j > i && overlap(a, b, GAP)));
    if (!clash || size < 0.2) return { rim, boxes };
  }
}

const worth = ({ w, h }: Box): number => w ** WIDTH_COUNTS * h;

/** The largest box in the middle of the table (by area, width counted more: words run sideways) that keeps clear of every placard. */
function clearing(rim: Rim, placards: readonly Box[], gap: number): Box {
  let best: Box = { x: rim.cx, y: rim.cy, w: 0, h: 0 };
  for (let w = 2 * rim.rx; w > 80; w -= 8) {
    let [top, bottom] = [rim.cy - rim.ry, rim.cy + rim.ry];
    // the corners stay on the table top
    const inner = rim.ry * (1 - Math.min(1, w / 2 / rim.rx) ** (2 * rim.power)) ** (1 / (2 * rim.power));
    top = Math.max(top, rim.cy - inner);
    bottom = Math.min(bottom, rim.cy + inner);
    for (const box of placards) {
      if (box.x + box.w + gap <= rim.cx - w / 2 || box.x - gap >= rim.cx + w / 2) continue;
      const y = middle(box).y;
      if (y < rim.cy) top = Math.max(top, box.y + box.h + gap);
      else bottom = Math.min(bottom, box.y - gap);
    }
    const h = bottom - top;
    if (h > 0 && w ** WIDTH_COUNTS * h > worth(best)) best = { x: rim.cx - w / 2, y: top, w, h };
  }
  return { x: Math.round(best.x), y: Math.round(best.y), w: Math.round(best.w), h: Math.round(best.h) };
}

/** Boxes of `count` cards in a shelf: the grid whose cells come nearest to the wanted size, no higher than `mostH`. */
function grid(shelf: Box, count: number, wantedW: number, wantedH: number, gap: number, mostH: number): Box[] {
  const cells = Array.from({ length: count }, (_, n) => {
    const columns = n + 1;
    const rows = Math.ceil(count / columns);
    const w = (shelf.w - gap * (columns - 1)) / columns;
    const h = Math.min(mostH, (shelf.h - gap * (rows - 1)) / rows);
    return { columns, rows, w, h, fit: Math.min(1, w / wantedW) * Math.min(1, h / wantedH) };
  });
  const cell = cells.reduce((best, next) => (next.fit > best.fit + 1e-9 ? next : best));
  const top = shelf.y + (shelf.h - (cell.rows * (cell.h + gap) - gap)) / 2;
  return Array.from({ length: count }, (_, n) => ({
    x: Math.round(shelf.x + (n % cell.columns) * (cell.w + gap)),
    y: Math.round(top + Math.floor(n / cell.columns) * (cell.h + gap)),
    w: Math.floor(cell.w),
    h: Math.floor(cell.h),
  }));
}

/** Rows of the paper: label above the rail where rows are high or the sheet is narrow, else on the left; stops evenly along the rail. */
function dialRows(paper: Box, titleH: number, values: readonly number[], pad: number, highRow: number): DialRow[] {
  const h = (paper.h - titleH - pad / 3) / Math.max(1, values.length);
  const stacked = h >= highRow || paper.w < 300;
  const labelW = stacked ? paper.w - 2 * pad : Math.round(clamp(paper.w * 0.3, 80, 200));
  return values.map((count, n) => {
    const box = { x: paper.x, y: paper.y + titleH + n * h, w: paper.w, h };
    const left = stacked ? paper.x + pad / 2 : paper.x + pad + labelW;
    const w = (paper.x + paper.w - pad / 2 - left) / Math.max(1, count);
    return {
      box,
      label: { x: paper.x + pad, y: box.y, w: labelW, h: stacked ? h * 0.28 : h },
      railY: Math.round(box.y + h * (stacked ? 0.68 : 0.6)),
      stops: Array.from({ length: count }, (_, s) => ({ x: left + w * (s + 0.5), w })),
    };
  });
}

/** The whole layout. Never throws; a host too small for its content gets small sheets. Width and height in CSS px, above 0. */
export function layoutTable(width: number, height: number, counts: Counts): Layout {
  return width < COMPACT_BELOW_PX ? compact(width, height, counts) : roundTable(width, height, counts);
}

function roundTable(width: number, height: number, counts: Counts): Layout {
  const scale = clamp(Math.min(width / 1080, height / 720), 0.62, 2.4);
  const zone = { x: 0, y: 0, w: width, h: height };
  const [w, h, margin] = [200 * scale, 60 * scale, Math.round(46 * scale)];
  const [{ rim, boxes }, room] = [
    seatsRound(zone, counts.seats, w, h, margin, 3),
    seatsRound(zone, counts.seats, w, h, margin, 3, true),
    seatsFacing(zone, counts.seats, w, h, margin),
  ]
    .map((seats) => [seats, clearing(seats.rim, seats.boxes, Math.round(14 * scale))] as const)
    .reduce((best, next) => (worth(next[1]) > worth(best[1]) ? next : best));
  const gap = Math.round(18 * scale);
  const paperW = Math.round((room.w - gap) * 0.57);
  const paper = { x: room.x, y: room.y, w: paperW, h: room.h };
  const shelf = { x: room.x + paperW + gap, y: room.y, w: room.w - paperW - gap, h: room.h };
  const titleH = Math.round(34 * scale);
  const rows = dialRows(paper, titleH, counts.dials, Math.round(18 * scale), 70 * scale);
  return {
    kind: 'round',
    width,
    height,
    scale,
    rim,
    seats: placed(rim, boxes),
    paper,
    paperTitleH: titleH,
    rows,
    token: tokenSize(rows, 36 * scale),
    cards: grid(shelf, Math.max(1, counts.texts), 240 * scale, 100 * scale, Math.round(10 * scale), 330 * scale),
  };
}

function compact(width: number, height: number, counts: Counts): Layout {
  const scale = clamp(width / 560, 0.62, 1);
  const pad = 8;
  const ringH = Math.round(clamp(height * 0.27, 124, 230));
  const { rim, boxes } = seatsRound({ x: 0, y: 9, w: width, h: ringH - 7 }, counts.seats, 106, 54, 2, 2.6);
  const below = height - ringH - 3 * pad;
  const shelfH = Math.round(clamp(below * (counts.texts > 3 ? 0.46 : 0.4), 60, counts.texts < 2 ? 170 : 260));
  const paper = { x: pad, y: ringH + pad, w: width - 2 * pad, h: Math.max(40, below - shelfH) };
  const shelf = { x: pad, y: paper.y + paper.h + pad, w: width - 2 * pad, h: shelfH };
  const titleH = below > 380 ? 28 : 6;
  const rows = dialRows(paper, titleH, counts.dials, 10, 54);
  return {
    kind: 'compact',
    width,
    height,
    scale,
    rim,
    seats: placed(rim, boxes),
    paper,
    paperTitleH: titleH,
    rows,
    token: tokenSize(rows, 22),
    cards: grid(shelf, Math.max(1, counts.texts), 170, 64, 6, 170),
  };
}

function placed(rim: Rim, boxes: readonly Box[]): SeatPlace[] {
  return boxes.map((box) => {
    const at = middle(box);
    const away = { x: (at.x - rim.cx) / rim.rx, y: (at.y - rim.cy) / rim.ry };
    const length = Math.hypot(away.x, away.y) || 1;
    return { box, out: { x: away.x / length, y: away.y / length } };
  });
}

function tokenSize(rows: readonly DialRow[], most: number): number {
  const row = rows[0];
  if (!row) return most;
  const stacked = row.label.h < row.box.h;
  return Math.round(clamp(row.box.h * (stacked ? 0.32 : 0.4), 12, most));
}
