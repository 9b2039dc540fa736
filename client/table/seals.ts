/** What moves on the table: seals of wax, pledged seals, blocking bars, tokens, notes, pens. Each is painted in a box of its own. */
import {
  BRASS,
  badge,
  type Canvas,
  circle,
  emblem,
  INK,
  inkOn,
  mix,
  type Paint,
  roundRect,
  SHEET,
  STOP,
  shadow,
  sign,
} from './ink.ts';
import type { TableSeat } from './model.ts';

type Who = Pick<TableSeat, 'id' | 'colour' | 'emblem' | 'own'>;

/** Seals are painted in a square of size x SEAL_ROOM, so that edge and shadow have room. */
export const SEAL_ROOM = 1.3;

/** An edge like pressed wax, different for each seat and always the same for one. */
function wax(c: Canvas, id: string, x: number, y: number, radius: number): void {
  const turn = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  c.beginPath();
  for (let n = 0; n < 72; n++) {
    const a = (n * Math.PI) / 36;
    const r = radius * (0.95 + 0.035 * Math.sin(5 * a + turn) + 0.03 * Math.sin(9 * a + 2 * turn));
    c.lineTo(x + r * Math.cos(a), y + r * Math.sin(a));
  }
  c.closePath();
}

/** A signature: wax in the seat's colour with its emblem pressed in. */
export function paintSeal(who: Who, size: number): Paint {
  const at = (size * SEAL_ROOM) / 2;
  return (c) => {
    const r = size / 2;
    const body = c.createRadialGradient(at - r * 0.35, at - r * 0.4, r * 0.1, at, at, r * 1.05);
    body.addColorStop(0, mix(who.colour, '#ffffff', 0.45));
    body.addColorStop(0.55, who.colour);
    body.addColorStop(1, mix(who.colour, '#000000', 0.35));
    shadow(c, size * 0.12, size * 0.06, 'rgba(20,10,0,0.55)');
    wax(c, who.id, at, at, r);
    c.fillStyle = body;
    c.fill();
    shadow(c, 0);
    c.lineWidth = Math.max(0.8, size * 0.025);
    c.strokeStyle = mix(who.colour, '#000000', 0.6);
    c.stroke();
    circle(c, at, at, r * 0.74);
    c.lineWidth = Math.max(1, size * 0.045);
    c.strokeStyle = mix(who.colour, '#000000', 0.28);
    c.stroke();
    const dark = inkOn(who.colour) !== '#ffffff';
    emblem(c, who.emblem, at, at + size * 0.02, size * 0.5, mix(who.colour, dark ? '#ffffff' : '#000000', 0.4));
    emblem(c, who.emblem, at, at, size * 0.5, inkOn(who.colour));
  };
}

/** A pledge: the seal that would fall if its condition is met; outline only. */
export function paintPledge(who: Who, size: number): Paint {
  const at = (size * SEAL_ROOM) / 2;
  return (c) => {
    const line = mix(who.colour, INK, 0.5);
    circle(c, at, at, size * 0.45);
    c.fillStyle = mix(who.colour, SHEET, 0.78);
    c.fill();
    c.setLineDash([size * 0.13, size * 0.085]);
    c.lineWidth = Math.max(1.6, size * 0.07);
    c.strokeStyle = line;
    c.stroke();
    c.setLineDash([]);
    emblem(c, who.emblem, at, at, size * 0.48, line);
  };
}

/** A token of a seat on a dial; the viewer's own has a brass ring. */
export function paintToken(who: Who, size: number): Paint {
  const at = (size * SEAL_ROOM) / 2;
  return (c) => {
    shadow(c, size * 0.14, size * 0.07, 'rgba(20,10,0,0.5)');
    circle(c, at, at, size / 2);
    c.fillStyle = who.own ? '#a8771c' : '#ffffff';
    c.fill();
    shadow(c, 0);
    badge(c, who, at, at, size * (who.own ? 0.82 : 0.9));
  };
}

/** A block: a barrier across the text with the badge of the seat that blocks. */
export function paintBlock(who: Who, w: number, h: number): Paint {
  return (c) => {
    const bar = { y: h * 0.24, h: h * 0.52 };
    shadow(c, 5, 2);
    roundRect(c, 3, bar.y, w - 6, bar.h, 3);
    c.fillStyle = INK;
    c.fill();
    shadow(c, 0);
    c.save();
    c.clip();
    c.fillStyle = STOP;
    const step = bar.h * 1.1;
    for (let x = -step; x < w + step; x += 2 * step) {
      c.beginPath();
      c.moveTo(x, bar.y + bar.h);
      c.lineTo(x + step, bar.y + bar.h);
      c.lineTo(x + 1.6 * step, bar.y);
      c.lineTo(x + 0.6 * step, bar.y);
      c.fill();
    }
    c.restore();
    const disc = h * 0.84;
    circle(c, w / 2, h / 2, h * 0.49);
    c.fillStyle = INK;
    c.fill();
    badge(c, who, w / 2, h / 2, disc);
    if (w < 3.6 * h) return;
    for (const side of [-1, 1]) {
      circle(c, w / 2 + side * h * 1.15, h / 2, bar.h * 0.56);
      c.fillStyle = INK;
      c.fill();
      sign(c, 'block', w / 2 + side * h * 1.15, h / 2, bar.h * 0.98, '#ffffff');
    }
  };
}

/** A note between two seats: folded paper sealed by the seat that sends it. */
export function paintNote(who: Who, w: number, h: number): Paint {
  return (c) => {
    const pad = 5;
    shadow(c, 6, 3);
    roundRect(c, pad, pad, w - 2 * pad, h - 2 * pad, 2);
    c.fillStyle = SHEET;
    c.fill();
    shadow(c, 0);
    c.lineWidth = 1;
    c.strokeStyle = '#9c8f6f';
    c.stroke();
    c.beginPath();
    c.moveTo(pad, pad);
    c.lineTo(w / 2, h * 0.56);
    c.lineTo(w - pad, pad);
    c.stroke();
    badge(c, who, w / 2, h * 0.53, (h - 2 * pad) * 0.66);
  };
}

/** The pen: brass on a dark edge, so that it stands out on paper and wood. */
export function paintPen(size: number): Paint {
  return (c) => {
    shadow(c, 5, 2);
    sign(c, 'pen', size / 2, size / 2, size * 0.94, '#1d2a36');
    shadow(c, 0);
    c.lineJoin = 'round';
    sign(c, 'pen', size / 2, size / 2, size * 0.78, BRASS);
  };
}
