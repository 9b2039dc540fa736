import { describe, expect, test } from 'vitest';
import { type Box, layoutTable, middle, overlap } from '../../client/table/layout.ts';
import { pickAt, sealSpots, tokenSpots } from '../../client/table/spots.ts';

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [1280, 800],
  [1024, 768],
  [800, 600],
  [390, 500],
  [390, 700],
  [390, 844],
  [360, 560],
] as const;
const DIALS = [4, 3, 3, 3, 5, 2];
const SEATS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const within = (box: Box, width: number, height: number): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.w <= width && box.y + box.h <= height;

describe.each(SIZES)('at %i x %i', (width, height) => {
  test.each(SEATS)('%i placards lie inside and never overlap', (seats) => {
    const { seats: places } = layoutTable(width, height, { seats, dials: DIALS, texts: 2 });
    expect(places).toHaveLength(seats);
    places.forEach((a, i) => {
      expect(within(a.box, width, height)).toBe(true);
      expect(a.box.w).toBeGreaterThanOrEqual(38);
      expect(a.box.h).toBeGreaterThanOrEqual(22);
      for (const b of places.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
    });
  });

  test.each(SEATS)('sheets keep clear of %i placards and of each other, with 0 to 5 texts', (seats) => {
    for (const texts of [0, 1, 2, 3, 4, 5]) {
      const layout = layoutTable(width, height, { seats, dials: DIALS, texts });
      const sheets = [layout.paper, ...layout.cards];
      expect(layout.cards).toHaveLength(Math.max(1, texts));
      sheets.forEach((sheet, i) => {
        expect(within(sheet, width, height)).toBe(true);
        for (const { box } of layout.seats) expect(overlap(sheet, box)).toBe(false);
        for (const other of sheets.slice(i + 1)) expect(overlap(sheet, other)).toBe(false);
      });
    }
  });

  test('the six seats of First test leave sheets that can be read', () => {
    const layout = layoutTable(width, height, { seats: 6, dials: DIALS, texts: 5 });
    expect(layout.paper.w).toBeGreaterThanOrEqual(200);
    for (const row of layout.rows) expect(row.box.h).toBeGreaterThanOrEqual(24);
    for (const card of layout.cards) {
      expect(card.w).toBeGreaterThanOrEqual(100);
      expect(card.h).toBeGreaterThanOrEqual(36);
    }
  });

  test('tokens of one value stay on their stop, seals on their card', () => {
    const layout = layoutTable(width, height, { seats: 6, dials: DIALS, texts: 3 });
    for (const row of layout.rows)
      row.stops.forEach((stop, s) => {
        for (const spot of tokenSpots(row, s, 6, layout.token)) {
          expect(Math.abs(spot.x - stop.x)).toBeLessThanOrEqual(stop.w / 2);
          expect(spot.y - layout.token / 2).toBeGreaterThanOrEqual(row.box.y - 1);
        }
      });
    for (const card of layout.cards) {
      const { size, spots } = sealSpots(card, 6);
      for (const spot of spots)
        expect(
          within({ x: spot.x - size / 2 - card.x, y: spot.y - size / 2 - card.y, w: size, h: size }, card.w, card.h),
        ).toBe(true);
    }
  });

  test('no seat is nearer to the viewer than the first', () => {
    for (const count of SEATS) {
      const { seats } = layoutTable(width, height, { seats: count, dials: DIALS, texts: 0 });
      for (const other of seats) expect(other.box.y).toBeLessThanOrEqual(seats[0]!.box.y + 1);
    }
  });
});

test('a point picks the seat, the dial or the text that lies there', () => {
  const layout = layoutTable(1280, 720, { seats: 6, dials: DIALS, texts: 2 });
  const at = (box: Box) => pickAt(layout, middle(box).x, middle(box).y, 2);
  expect(at(layout.seats[3]!.box)).toEqual({ kind: 'seat', index: 3 });
  expect(at(layout.rows[4]!.box)).toEqual({ kind: 'dial', index: 4 });
  expect(at(layout.cards[1]!)).toEqual({ kind: 'text', index: 1 });
  expect(pickAt(layout, 1, 1, 2)).toBeNull();
});

test('the sheet of the empty state is not a text', () => {
  const layout = layoutTable(1280, 720, { seats: 6, dials: DIALS, texts: 0 });
  const { x, y } = middle(layout.cards[0]!);
  expect(pickAt(layout, x, y, 0)).toBeNull();
});

test('six delegations of a nearly square table face each other, and leave the sheets its whole width', () => {
  const { seats, paper, cards } = layoutTable(752, 690, { seats: 6, dials: DIALS, texts: 2 });
  const rows = new Set(seats.map(({ box }) => box.y));
  expect(rows.size).toBe(2);
  expect(seats.map(({ box }) => Math.sign(box.x - seats[0]!.box.x))).toEqual([0, -1, -1, 0, 1, 1]);
  expect(cards[0]!.x + cards[0]!.w - paper.x).toBeGreaterThan(0.85 * 752);
});
