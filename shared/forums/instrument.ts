/** An instrument: a text on its way from the table to force and out of it. What can be read from it alone. */
import type { Condition, Dial, DialValue, InstrumentId, Package, SeatId } from '../vocabulary/index.ts';

export const INSTRUMENT_STATUSES = [
  'tabled',
  'blocked',
  'moved',
  'withdrawn',
  'adopted',
  'in-force',
  'replaced',
  'ended',
] as const;
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

export type Instrument = {
  readonly id: InstrumentId;
  readonly number: number;
  readonly tabledBy: SeatId;
  readonly tabledTurn: number;
  readonly values: Package;
  readonly status: InstrumentStatus;
  /** dial the pen has set, once */
  readonly penUsed: Dial | null;
  readonly pledges: Readonly<Partial<Record<SeatId, Condition>>>;
  readonly blocks: Readonly<Partial<Record<SeatId, { readonly dial: Dial; readonly value: DialValue }>>>;
  readonly objections: readonly SeatId[];
  /** `ratified`: turn in which home ratified it; absent: at once, null: not yet */
  readonly signatures: readonly {
    readonly seat: SeatId;
    readonly turn: number;
    readonly ratified?: number | null;
  }[];
  /** turn in which notice of withdrawal was given */
  readonly notices: Readonly<Partial<Record<SeatId, number>>>;
  readonly inForceSince: number | null;
};

/** Texts that still can gather signatures. */
export const isOpen = (i: Instrument): boolean =>
  i.status === 'tabled' || i.status === 'adopted' || i.status === 'in-force';

/** A text of an earlier turn to which nobody has put a name. */
export const isForgotten = (text: Instrument, turn: number): boolean =>
  text.status === 'tabled' &&
  text.tabledTurn < turn &&
  text.signatures.length === 0 &&
  Object.keys(text.pledges).length === 0;

/**
 * Signatories whose signature is ratified, by a turn where one is given: once the text is in force it binds these and no
 * other (Vienna Convention on the Law of Treaties, articles 14 and 24).
 */
export const partiesOf = ({ signatures }: Instrument, before = Number.POSITIVE_INFINITY): readonly SeatId[] =>
  signatures
    .filter((s) => s.ratified !== null && s.turn < before && (s.ratified ?? s.turn) < before)
    .map((s) => s.seat)
    .sort();

/** Seats whose notice of withdrawal has run its turns by the end of a turn. */
export const leaving = (text: Instrument, turn: number, noticeTurns: number): readonly SeatId[] =>
  Object.entries(text.notices)
    .filter(([, given]) => given !== undefined && turn >= given + noticeTurns - 1)
    .map(([seat]) => seat);

/** The text without some of its signatories. One in force that nobody is left in ends. */
export function withoutParties(text: Instrument, gone: readonly SeatId[]): Instrument {
  const signatures = text.signatures.filter((s) => !gone.includes(s.seat));
  const notices = Object.fromEntries(Object.entries(text.notices).filter(([seat]) => !gone.includes(seat)));
  const ended = text.status === 'in-force' && signatures.length === 0;
  return { ...text, signatures, notices, status: ended ? 'ended' : text.status };
}
