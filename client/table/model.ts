/** What the negotiation table shows, made of a View: pure, no Phaser, no DOM. All words are already said in the reader's language. */

import type { DialValue } from '../../shared/clauses/text.ts';
import type { InstrumentView, View } from '../../shared/game/view/view-shape.ts';
import { type SeatId, type Words, words } from '../../shared/vocabulary/index.ts';

export type TableSeat = {
  readonly id: SeatId;
  readonly name: string;
  readonly emblem: string;
  /** #rrggbb */
  readonly colour: string;
  readonly ready: boolean;
  /** people at the seat now */
  readonly present: number;
  readonly bot: boolean;
  /** how many are present, or that a bot sits there */
  readonly attendance: string;
  /** gave the last word in plenary */
  readonly speaking: boolean;
  readonly own: boolean;
};

export type TableDial = {
  readonly dial: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** the value each seat has said it stands for; a seat that has said nothing is not in it */
  readonly positions: Readonly<Record<SeatId, string>>;
};

export type Term = { readonly label: string; readonly value: string };

export type TableText = {
  readonly id: string;
  readonly title: string;
  readonly tabledBy: SeatId;
  /** who holds the pen */
  readonly lead: SeatId;
  readonly status: string;
  readonly statusLabel: string;
  readonly signatures: readonly SeatId[];
  /** seats that would sign on a condition and have not signed */
  readonly pledges: readonly SeatId[];
  readonly blocks: readonly SeatId[];
  /** parties needed to enter into force */
  readonly needs: number;
  /** what it would rule, clause by clause */
  readonly terms: readonly Term[];
};

type TableOffer = { readonly id: string; readonly from: SeatId; readonly to: SeatId };

export type TableModel = {
  readonly seats: readonly TableSeat[];
  readonly dials: readonly TableDial[];
  readonly texts: readonly TableText[];
  readonly offers: readonly TableOffer[];
  /** the sheet with the dials */
  readonly paper: { readonly title: string };
  /** what lies where the texts will lie as long as there are none */
  readonly empty: { readonly title: string; readonly hint: string };
  readonly reducedMotion: boolean;
};

/** Texts that no longer lie on the table. */
const GONE: ReadonlySet<string> = new Set(['withdrawn', 'replaced', 'ended']);
const MOST_TEXTS = 5;

/** A dial's value as a key: "no clause" (null) is 'none'. */
export function valueKey(value: DialValue): string {
  return value === null ? 'none' : String(value);
}

/** The seat that spoke last to everybody this turn, null when nobody has or the facilitator did. */
function lastSpeaker(view: View): SeatId | null {
  const last = view.press.findLast((m) => m.to === 'plenary' && !m.hidden && m.turn === view.clock.turn);
  return !last || last.from === 'facilitator' ? null : last.from;
}

/** The clauses of a text as the paper calls them, with their values. */
function termsOf(view: View, text: InstrumentView, say: (w: Words) => string): Term[] {
  return text.sentences.flatMap(({ dial }) => {
    const row = view.dials.find((d) => d.dial === dial);
    const value = row?.values.find((v) => v.value === text.values[dial]);
    return row && value ? [{ label: say(row.label), value: say(value.label) }] : [];
  });
}

function textOf(view: View, text: InstrumentView, say: (w: Words) => string): TableText {
  const signatures = text.signatures.map((s) => s.seat);
  return {
    id: text.id,
    title: say(words('ui.paper.text.n', { n: text.number })),
    tabledBy: text.tabledBy,
    lead: text.values.lead,
    status: text.status,
    statusLabel: say(words(`status.${text.status}`)),
    signatures,
    pledges: Object.keys(text.pledges).filter((seat) => !signatures.includes(seat)),
    blocks: Object.keys(text.blocks),
    needs: text.needs,
    terms: termsOf(view, text, say),
  };
}

/**
 * The table of a View. `say` turns words into the reader's language. Shows at most the five latest texts that still lie on the table
 * and the offers that are open and in the View, which holds none that its viewer may not know.
 */
export function tableModel(view: View, say: (w: Words) => string, reducedMotion: boolean): TableModel {
  const own = view.viewer.kind === 'seat' ? view.viewer.seat : null;
  const speaker = lastSpeaker(view);
  return {
    seats: view.seats.map((seat) => ({
      id: seat.id,
      name: say(seat.name),
      emblem: seat.emblem,
      colour: seat.colour,
      ready: seat.ready,
      present: seat.present,
      bot: seat.bot,
      attendance: seat.bot ? say(words('ui.bot')) : String(seat.present),
      speaking: seat.id === speaker,
      own: seat.id === own,
    })),
    dials: view.dials.map((dial) => ({
      dial: dial.dial,
      label: say(dial.label),
      values: dial.values.map(({ value, label }) => ({ value: valueKey(value), label: say(label) })),
      positions: Object.fromEntries(
        view.seats.flatMap(({ id, positions }) => {
          const value = positions[dial.dial];
          return value === undefined ? [] : [[id, valueKey(value)]];
        }),
      ),
    })),
    texts: view.instruments
      .filter((text) => !GONE.has(text.status))
      .slice(-MOST_TEXTS)
      .map((text) => textOf(view, text, say)),
    offers: view.offers.filter((offer) => offer.status === 'open').map(({ id, from, to }) => ({ id, from, to })),
    paper: { title: say(words('ui.paper.title')) },
    empty: { title: say(words('ui.table.none')), hint: say(words('ui.table.empty')) },
    reducedMotion,
  };
}
