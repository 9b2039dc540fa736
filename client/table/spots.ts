/** Where on a table that is laid out single things stand: tokens on a dial, seals on a card, and what lies under a point. */
import { type Box, clamp, type DialRow, type Layout, type Point } from './layout.ts';

/** Middles of `count` tokens that stand on one stop, above the rail; they fan over each other when the stop is narrow. */
export function tokenSpots(row: DialRow, stop: number, count: number, token: number): Point[] {
  const at = row.stops[stop]!;
  const step = count < 2 ? 0 : Math.min(token + 2, (at.w - token - 4) / (count - 1));
  return Array.from({ length: count }, (_, n) => ({
    x: Math.round(at.x + step * (n - (count - 1) / 2)),
    y: Math.round(row.railY - token / 2 - 3),
  }));
}

/**
 * Middles and diameter of `n` seals along the foot of a card, which fan when it is narrow; `top` is the upper edge of their strip, and
 * `count` the place for the number beside them (y: its middle).
 */
export function sealSpots(
  card: Box,
  n: number,
): { size: number; spots: Point[]; top: number; count: { x: number; y: number; w: number } } {
  const pad = clamp(card.w * 0.045, 6, 20);
  const countW = clamp(card.w * 0.17, 26, 72);
  const room = card.w - 2 * pad - countW - 4;
  const most = clamp(card.h * 0.25, 14, 64);
  const size = Math.round(clamp(room / Math.max(1, n) - 3, 12, most));
  const step = n < 2 ? 0 : Math.min(size + 5, (room - size) / (n - 1));
  const y = Math.round(card.y + card.h - pad * 0.7 - size / 2);
  return {
    size,
    spots: Array.from({ length: n }, (_, s) => ({ x: Math.round(card.x + pad + size / 2 + s * step), y })),
    top: y - size / 2,
    count: { x: card.x + card.w - pad - countW, y, w: countW },
  };
}

export type Picked = { readonly kind: 'seat' | 'dial' | 'text'; readonly index: number };

/** What lies under a point: the placard, card or row by its index; null beside all. */
export function pickAt(layout: Layout, x: number, y: number, texts: number): Picked | null {
  const within = (b: Box): boolean => x >= b.x && x < b.x + b.w && y >= b.y && y < b.y + b.h;
  const find = (kind: Picked['kind'], boxes: readonly Box[]): Picked | null => {
    const index = boxes.findIndex(within);
    return index < 0 ? null : { kind, index };
  };
  return (
    find(
      'seat',
      layout.seats.map((seat) => seat.box),
    ) ??
    find('text', layout.cards.slice(0, texts)) ??
    find(
      'dial',
      layout.rows.map((row) => row.box),
    )
  );
}
