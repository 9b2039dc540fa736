/** Sets the table: every piece that a model needs, with its place and its brush. No Phaser, no DOM. */

import { blockHeight, LOW_CARD_PX, paintCard, paintEmpty, slotCount } from './cards.ts';
import { type Box, type Layout, middle, type Point } from './layout.ts';
import type { TableModel, TableSeat, TableText } from './model.ts';
import type { Wanted } from './pieces.ts';
import { chairsAt, PLACARD_PAD, paintChairs, paintPlacard, paintSmallPlacard } from './placard.ts';
import { paintRoom } from './room.ts';
import { paintBlock, paintNote, paintPen, paintPledge, paintSeal, paintToken, SEAL_ROOM } from './seals.ts';
import { paintPaper, SHEET_PAD } from './sheets.ts';
import { sealSpots, tokenSpots } from './spots.ts';

const DEPTH = { room: 0, chairs: 1, sheet: 2, seal: 3, block: 4, placard: 5, pen: 6, note: 7 } as const;

const grown = (box: Box, pad: number) => ({
  x: Math.round(box.x - pad),
  y: Math.round(box.y - pad),
  w: Math.round(box.w + 2 * pad),
  h: Math.round(box.h + 2 * pad),
});
const around = (at: Point, w: number, h = w): Box => {
  const [ew, eh] = [2 * Math.round(w / 2), 2 * Math.round(h / 2)];
  return { x: Math.round(at.x - ew / 2), y: Math.round(at.y - eh / 2), w: ew, h: eh };
};
const look = (seat: TableSeat | undefined): string => (seat ? `${seat.emblem} ${seat.colour} ${seat.own}` : '');

/** Seats in the order of their places: the viewer's own first, which is the place nearest to the viewer. */
export function seated(seats: readonly TableSeat[]): TableSeat[] {
  const own = Math.max(
    0,
    seats.findIndex((seat) => seat.own),
  );
  return [...seats.slice(own), ...seats.slice(0, own)];
}

/** All pieces of a model in a layout made for it, from the floor up. */
export function setTable(model: TableModel, layout: Layout): Wanted[] {
  const seats = seated(model.seats);
  const boxOf = new Map(seats.map((seat, n) => [seat.id, layout.seats[n]!.box]));
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  return [
    {
      key: 'room',
      x: 0,
      y: 0,
      w: layout.width,
      h: layout.height,
      depth: DEPTH.room,
      looks: `${layout.seats.length}`,
      paint: paintRoom(layout),
    },
    ...seats.flatMap((seat, n) => delegation(seat, n, layout)),
    {
      key: 'paper',
      ...grown(layout.paper, SHEET_PAD),
      depth: DEPTH.sheet,
      looks: paperLooks(model),
      paint: paintPaper(model, layout),
    },
    ...tokens(model, seats, layout),
    ...(model.texts.length === 0 ? [emptySheet(model, layout)] : []),
    ...model.texts.flatMap((text, n) => tabled(text, layout.cards[n]!, seatOf, layout.scale)),
    ...pens(model, boxOf, layout),
    ...notes(model, boxOf, seatOf, layout),
  ];
}

/** What the sheet itself shows: which values are taken, not by whom. */
function paperLooks(model: TableModel): string {
  const dials = model.dials.map(({ dial, label, values, positions }) => {
    const taken = new Set(Object.values(positions));
    return [dial, label, values.map(({ value, label: words }) => [value, words, taken.has(value)])];
  });
  return JSON.stringify([model.paper, dials, model.seats.map((seat) => [seat.id, look(seat)])]);
}

function delegation(seat: TableSeat, n: number, layout: Layout): Wanted[] {
  const { box, out } = layout.seats[n]!;
  const small = layout.kind === 'compact';
  const placard: Wanted = {
    key: `seat ${seat.id}`,
    ...grown(box, Math.round(box.h * PLACARD_PAD)),
    depth: DEPTH.placard,
    looks: JSON.stringify(seat),
    paint: (small ? paintSmallPlacard : paintPlacard)(seat, box.w, box.h),
  };
  if (small) return [placard];
  const size = Math.round(box.h * 0.5);
  const side = size * 6;
  return [
    {
      key: `chairs ${seat.id}`,
      ...around(chairsAt(layout.seats[n]!, size * 0.4), side),
      depth: DEPTH.chairs,
      looks: `${seat.present} ${seat.bot} ${seat.colour} ${out.x} ${out.y}`,
      paint: paintChairs(seat, out, side, size),
    },
    placard,
  ];
}

function tokens(model: TableModel, seats: readonly TableSeat[], layout: Layout): Wanted[] {
  return model.dials.flatMap((dial, d) =>
    dial.values.flatMap(({ value }, s) => {
      const there = model.seats.filter((seat) => dial.positions[seat.id] === value);
      const spots = tokenSpots(layout.rows[d]!, s, there.length, layout.token);
      return there.map((seat, n): Wanted => {
        const home = layout.seats[seats.indexOf(seat)]!.box;
        return {
          key: `token ${dial.dial} ${seat.id}`,
          ...around(spots[n]!, layout.token * SEAL_ROOM),
          depth: DEPTH.seal + (seat.own ? 0.5 : 0.01 * n),
          looks: look(seat),
          paint: paintToken(seat, layout.token),
          entrance: { kind: 'travel', ...middle(home) },
        };
      });
    }),
  );
}

function emptySheet(model: TableModel, layout: Layout): Wanted {
  const box = layout.cards[0]!;
  return {
    key: 'empty',
    ...grown(box, SHEET_PAD),
    depth: DEPTH.sheet,
    looks: JSON.stringify(model.empty),
    paint: paintEmpty(model.empty, box, layout.scale),
    entrance: { kind: 'fade' },
  };
}

function tabled(text: TableText, box: Box, seatOf: ReadonlyMap<string, TableSeat>, scale: number): Wanted[] {
  const sponsor = seatOf.get(text.tabledBy);
  const { size, spots, top } = sealSpots(box, slotCount(text));
  const known = (ids: readonly string[]): TableSeat[] => ids.flatMap((id) => seatOf.get(id) ?? []);
  const signed = known(text.signatures);
  const barH = blockHeight(box);
  return [
    {
      key: `text ${text.id}`,
      ...grown(box, SHEET_PAD),
      depth: DEPTH.sheet,
      looks: JSON.stringify([text, look(sponsor)]),
      paint: paintCard(text, sponsor, box, scale),
      entrance: { kind: 'fade' },
    },
    ...signed.map(
      (seat, n): Wanted => ({
        key: `seal ${text.id} ${seat.id}`,
        ...around(spots[n]!, size * SEAL_ROOM),
        depth: DEPTH.seal + 0.01 * n,
        looks: look(seat),
        paint: paintSeal(seat, size),
        entrance: { kind: 'fall' },
      }),
    ),
    ...known(text.pledges).map(
      (seat, n): Wanted => ({
        key: `pledge ${text.id} ${seat.id}`,
        ...around(spots[signed.length + n]!, size * SEAL_ROOM),
        depth: DEPTH.seal,
        looks: look(seat),
        paint: paintPledge(seat, size),
        entrance: { kind: 'fade' },
      }),
    ),
    ...known(text.blocks).map((seat, n, all): Wanted => {
      const w = Math.floor((box.w + 8) / all.length);
      const x = Math.round(box.x - 4 + n * w);
      // a low card has no room of its own for the barrier: it lies on the upper edge
      const y = Math.round(box.h < LOW_CARD_PX ? box.y - barH / 2 : top - 2 - barH);
      return {
        key: `block ${text.id} ${seat.id}`,
        ...{ x, y, w, h: barH },
        depth: DEPTH.block,
        looks: look(seat),
        paint: paintBlock(seat, w, barH),
        entrance: { kind: 'travel', x: x + 1.5 * box.w, y: y + barH / 2 },
      };
    }),
  ];
}

/** One pen at each seat that holds the pen of a text. */
function pens(model: TableModel, boxOf: ReadonlyMap<string, Box>, layout: Layout): Wanted[] {
  return model.texts.flatMap((text, n) => {
    const box = boxOf.get(text.lead);
    if (!box || model.texts.findIndex((other) => other.lead === text.lead) < n) return [];
    const size = layout.kind === 'compact' ? 24 : Math.round(box.h * 0.62);
    const at =
      layout.kind === 'compact'
        ? { x: box.x + box.w / 2 - box.h * 0.42, y: box.y + box.h * 0.08 }
        : { x: box.x + size * 0.02, y: box.y + size * 0.02 };
    return [
      {
        key: `pen ${text.id}`,
        ...around(at, size),
        depth: DEPTH.pen,
        looks: '',
        paint: paintPen(size),
        entrance: { kind: 'fade' },
      } satisfies Wanted,
    ];
  });
}

/** Notes come to rest on the placard of the seat they are for. */
function notes(
  model: TableModel,
  boxOf: ReadonlyMap<string, Box>,
  seatOf: ReadonlyMap<string, TableSeat>,
  layout: Layout,
): Wanted[] {
  const waiting = new Map<string, number>();
  return model.offers.flatMap(({ id, from, to }) => {
    const [start, end, sender] = [boxOf.get(from), boxOf.get(to), seatOf.get(from)];
    if (!start || !end || !sender) return [];
    const n = waiting.get(to) ?? 0;
    waiting.set(to, n + 1);
    const small = layout.kind === 'compact';
    const h = Math.round(end.h * (small ? 0.5 : 0.62));
    const w = Math.round(h * 1.35);
    const rest = {
      x: end.x + end.w - (small ? w * 0.4 : w * 0.62) - n * w * 0.4,
      y: end.y + end.h * (small ? 0.3 : 0.7),
    };
    return [
      {
        key: `note ${id}`,
        ...around(rest, w, h),
        depth: DEPTH.note + 0.01 * n,
        looks: look(sender),
        paint: paintNote(sender, w, h),
        entrance: { kind: 'travel', ...middle(start) },
      } satisfies Wanted,
    ];
  });
}
