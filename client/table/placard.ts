/** A delegation: the people seen from above, and the placard before them. */
import {
  BRASS,
  badge,
  type Canvas,
  circle,
  FAINT_INK,
  font,
  GOOD,
  INK,
  mix,
  type Paint,
  roundRect,
  SHEET,
  SHEET_SHADE,
  shadow,
  sign,
  write,
} from './ink.ts';
import type { Point, SeatPlace } from './layout.ts';
import type { TableSeat } from './model.ts';

/** Room round a placard's texture for shadow and signs, as a share of its height. */
export const PLACARD_PAD = 0.5;
const MOST_FIGURES = 4;

const absent = (seat: TableSeat): boolean => !seat.bot && seat.present === 0;

/** A round sign with a ring, so that it stands out on wood and paper alike. */
function medal(c: Canvas, key: Parameters<typeof sign>[1], x: number, y: number, size: number, fill: string): void {
  shadow(c, size * 0.2, size * 0.08);
  circle(c, x, y, size / 2);
  c.fillStyle = fill;
  c.fill();
  shadow(c, 0);
  c.lineWidth = Math.max(1.2, size * 0.08);
  c.strokeStyle = '#ffffff';
  c.stroke();
  sign(c, key, x, y, size * 0.58, fill === BRASS ? INK : '#ffffff');
}

function card(c: Canvas, seat: TableSeat, x: number, y: number, w: number, h: number): void {
  if (seat.speaking) shadow(c, h * 0.36, 0, BRASS);
  else shadow(c, h * 0.2, h * 0.08, 'rgba(0,0,0,0.6)');
  const lean = h * 0.07;
  c.beginPath();
  c.moveTo(x + lean, y);
  c.lineTo(x + w - lean, y);
  c.lineTo(x + w, y + h);
  c.lineTo(x, y + h);
  c.closePath();
  const face = c.createLinearGradient(0, y, 0, y + h);
  face.addColorStop(0, absent(seat) ? '#b8bcc0' : SHEET);
  face.addColorStop(1, absent(seat) ? '#a2a7ac' : SHEET_SHADE);
  c.fillStyle = face;
  c.fill();
  if (seat.speaking) c.fill();
  shadow(c, 0);
  c.lineJoin = 'round';
  c.lineWidth = seat.own || seat.speaking ? Math.max(2, h * 0.06) : 1;
  c.strokeStyle = seat.own || seat.speaking ? BRASS : 'rgba(0,0,0,0.35)';
  c.stroke();
  // the seat's colour along the foot
  c.fillStyle = seat.colour;
  c.fillRect(x + 1.5, y + h - h * 0.13, w - 3, h * 0.13 - 1);
}

function attendance(c: Canvas, seat: TableSeat, x: number, y: number, size: number, widthPx: number): void {
  const colour = absent(seat) ? '#6a7178' : FAINT_INK;
  sign(c, seat.bot ? 'bot' : 'person', x + size / 2, y, size, colour);
  write(c, seat.attendance, x + size * 1.3, y, widthPx - size * 1.3, { size: size * 0.98, weight: 600, colour });
}

/** The tent card with emblem and name; signs for ready, speaking, bot and how many are present. */
export function paintPlacard(seat: TableSeat, w: number, h: number): Paint {
  return (c) => {
    const pad = h * PLACARD_PAD;
    c.translate(pad, pad);
    card(c, seat, 0, 0, w, h);
    const disc = h * 0.66;
    badge(c, seat, h * 0.13 + disc / 2, h * 0.435, disc);
    const left = disc + h * 0.28;
    const width = w - left - h * 0.1;
    font(c, h * 0.25, 700);
    const twoLines = c.measureText(seat.name).width > width;
    if (twoLines)
      write(c, seat.name, left, h * 0.3, width, {
        size: h * 0.245,
        least: h * 0.17,
        weight: 700,
        lines: 2,
        leading: 1.04,
      });
    else write(c, seat.name, left, h * 0.28, width, { size: h * 0.33, least: h * 0.25, weight: 700 });
    attendance(c, seat, left, h * (twoLines ? 0.71 : 0.65), h * (twoLines ? 0.21 : 0.27), width);
    if (seat.ready) medal(c, 'ready', w - h * 0.06, -h * 0.08, h * 0.46, GOOD);
    if (seat.speaking) medal(c, 'speaking', w - h * (seat.ready ? 0.58 : 0.06), -h * 0.08, h * 0.46, BRASS);
  };
}

/** The narrow host's placard: emblem above, name below. */
export function paintSmallPlacard(seat: TableSeat, w: number, h: number): Paint {
  return (c) => {
    const pad = h * PLACARD_PAD;
    c.translate(pad, pad);
    const nameH = h * 0.36;
    const disc = h - nameH - 2;
    if (seat.speaking) {
      shadow(c, h * 0.3, 0, BRASS);
      circle(c, w / 2, disc / 2, disc / 2);
      c.fillStyle = BRASS;
      c.fill();
      c.fill();
      shadow(c, 0);
    }
    if (absent(seat)) c.globalAlpha = 0.6;
    badge(c, seat, w / 2, disc / 2, disc);
    c.globalAlpha = 1;
    if (seat.own || seat.speaking) {
      circle(c, w / 2, disc / 2, disc / 2 + 1);
      c.lineWidth = 2.5;
      c.strokeStyle = BRASS;
      c.stroke();
    }
    shadow(c, 3, 1);
    roundRect(c, 0, h - nameH, w, nameH, 4);
    c.fillStyle = absent(seat) ? '#b8bcc0' : SHEET;
    c.fill();
    shadow(c, 0);
    write(c, seat.name, 3, h - nameH / 2, w - 6, { size: nameH * 0.62, least: 8.5, weight: 650, align: 'center' });
    const signSize = disc * 0.46;
    circle(c, w / 2 - disc * 0.62, disc * 0.72, signSize * 0.62);
    c.fillStyle = '#22313f';
    c.fill();
    if (seat.bot) sign(c, 'bot', w / 2 - disc * 0.62, disc * 0.72, signSize * 0.8, '#ffffff');
    else
      write(c, String(seat.present), w / 2 - disc * 0.62 - signSize / 2, disc * 0.72, signSize, {
        size: signSize * 0.82,
        weight: 700,
        align: 'center',
        colour: '#ffffff',
      });
    if (seat.ready) medal(c, 'ready', w / 2 + disc * 0.58, disc * 0.22, disc * 0.5, GOOD);
    if (seat.speaking) medal(c, 'speaking', w / 2 + disc * 0.58, disc * 0.78, disc * 0.5, BRASS);
  };
}

/** Which side of its placard a seat's chairs stand on: behind it, above or below, or beside it at the ends of the table. */
function chairsSide(out: Point): Point {
  return Math.abs(out.y) > 0.3 ? { x: 0, y: Math.sign(out.y) } : { x: Math.sign(out.x), y: 0 };
}

/** The middle of the row of chairs: `reach` px outside the placard. */
export function chairsAt({ box, out }: SeatPlace, reach: number): Point {
  const side = chairsSide(out);
  return {
    x: box.x + box.w / 2 + side.x * (box.w / 2 + reach),
    y: box.y + box.h / 2 + side.y * (box.h / 2 + reach),
  };
}

/** Shoulders in the seat's colour and a head: round, or square for a bot. */
function figure(c: Canvas, seat: TableSeat, size: number): void {
  c.beginPath();
  c.ellipse(0, 0, size * 0.62, size * 0.4, 0, 0, 2 * Math.PI);
  c.fillStyle = mix(seat.colour, '#0b111a', 0.15);
  c.fill();
  c.lineWidth = 1;
  c.strokeStyle = 'rgba(0,0,0,0.5)';
  c.stroke();
  if (seat.bot) roundRect(c, -size * 0.24, -size * 0.28, size * 0.48, size * 0.46, size * 0.1);
  else circle(c, 0, -size * 0.06, size * 0.27);
  c.fillStyle = '#d5dde6';
  c.fill();
  c.stroke();
}

/** Chairs and people from above in a square texture of `side`, turned towards the table; an empty chair when nobody is there. */
export function paintChairs(seat: TableSeat, out: Point, side: number, size: number): Paint {
  return (c) => {
    c.translate(side / 2, side / 2);
    const to = chairsSide(out);
    c.rotate(Math.atan2(to.y, to.x) - Math.PI / 2);
    const count = seat.bot ? 1 : Math.min(MOST_FIGURES, seat.present);
    const chairs = Math.max(1, count);
    for (let n = 0; n < chairs; n++) {
      c.save();
      c.translate((n - (chairs - 1) / 2) * size * 1.3, 0);
      roundRect(c, -size * 0.58, -size * 0.3, size * 1.16, size * 0.84, size * 0.3);
      c.fillStyle = '#0a0f16';
      c.fill();
      c.lineWidth = 1;
      c.strokeStyle = '#33424f';
      c.stroke();
      if (count > 0) figure(c, seat, size);
      c.restore();
    }
  };
}
