/** An instrument: a text on its way from the table to force and out of it. What can be read from it alone. */
import type { Dial, DialValue, Package } from '../clauses/text.ts';
import type { Condition, InstrumentId, SeatId } from '../vocabulary/index.ts';

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
  /** turn at whose end a block last stopped it; absent: none has */
  readonly blockedIn?: number;
  readonly objections: readonly SeatId[];
  /** what members have said to it in a forum that asks each of them; absent: nobody was asked */
  readonly votes?: Readonly<Partial<Record<SeatId, string>>>;
  /** `ratified`: turn in which home ratified it; absent: at once, null: not yet */
  readonly signatures: readonly {
    readonly seat: SeatId;
    readonly turn: number;
    readonly ratified?: number | null;
  }[];
  /** turn in which notice of withdrawal was given */
  readonly notices: Readonly<Partial<Record<SeatId, number>>>;
  readonly inForceSince: number | null;
  /** last turn in which it was in force, once it no longer is; absent: it still is, or never was */
  readonly until?: number;
  /** parties that have left it: it bound what they did after turn `from`, up to and with turn `until`; absent: none has */
  readonly left?: readonly { readonly seat: SeatId; readonly from: number; readonly until: number }[];
};

/** A text as it is laid on the table; a seat tables one a turn. `number`: counted over the whole game, from 1. */
export const newText = (number: number, tabledBy: SeatId, tabledTurn: number, values: Package): Instrument => ({
  id: `i${tabledTurn}.${tabledBy}`,
  number,
  tabledBy,
  tabledTurn,
  values,
  status: 'tabled',
  penUsed: null,
  pledges: {},
  blocks: {},
  objections: [],
  signatures: [],
  notices: {},
  inForceSince: null,
});

/** Stopped in its forum: what the lead sponsor may carry to another one. */
export const isStopped = (i: Instrument): boolean => i.status === 'moved' || i.status === 'blocked';

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

/** The text once homes have ratified what they can: its signatures of this turn, and those that have waited; what is ratified stays so. */
export function ratifiedBy(text: Instrument, turn: number, can: (seat: SeatId) => boolean): Instrument {
  const signatures = text.signatures.map((s) => {
    const fresh = s.turn === turn;
    if (!fresh && s.ratified !== null) return s;
    if (can(s.seat)) return fresh ? s : { ...s, ratified: turn };
    return { ...s, ratified: null };
  });
  return { ...text, signatures };
}

/**
 * Whether a text bound what a seat did in a turn: in force before the turn began, signed and ratified before it. What it bound
 * stays judged by it, though the seat has left since or the text has ended (Vienna Convention, article 70, paragraphs 1 b and 2).
 */
export function boundDuring(text: Instrument, seat: SeatId, turn: number): boolean {
  const { inForceSince, until = turn, left = [] } = text;
  if (inForceSince === null || inForceSince >= turn || until < turn) return false;
  return partiesOf(text, turn).includes(seat) || left.some((l) => l.seat === seat && l.from < turn && turn <= l.until);
}

/** Seats whose notice of withdrawal has run its turns by the end of a turn. */
export const leaving = (text: Instrument, turn: number, noticeTurns: number): readonly SeatId[] =>
  Object.entries(text.notices)
    .filter(([, given]) => given !== undefined && turn >= given + noticeTurns - 1)
    .map(([seat]) => seat);

/**
 * Whether a seat can take its signature back: it has signed, and is not bound yet (Vienna Convention on the Law of Treaties,
 * article 18 a: a signatory may make clear that it does not intend to become a party). A party gives notice instead.
 */
export const canUnsign = (text: Instrument, seat: SeatId): boolean =>
  isOpen(text) && text.signatures.some((s) => s.seat === seat && (text.status !== 'in-force' || s.ratified === null));

/** The text at the end of a turn without some of its signatories. One in force that no party is left in ends. */
export function withoutParties(text: Instrument, gone: readonly SeatId[], turn: number): Instrument {
  const signatures = text.signatures.filter((s) => !gone.includes(s.seat));
  const notices = Object.fromEntries(Object.entries(text.notices).filter(([seat]) => !gone.includes(seat)));
  const left = text.signatures.flatMap(({ seat, turn: signed, ratified = signed }) =>
    gone.includes(seat) && ratified !== null ? [{ seat, from: ratified, until: turn }] : [],
  );
  const next = { ...text, signatures, notices, left: [...(text.left ?? []), ...left] };
  return text.status === 'in-force' && partiesOf(next).length === 0 ? { ...next, status: 'ended', until: turn } : next;
}
