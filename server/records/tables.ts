/**
 * The record of a game as tidy tables in CSV (RFC 4180): one row for each thing that happened, one column for each thing that
 * is said of it. The list of columns is also the codebook: none can be written without a unit and words that say what it means.
 */
import { CLAUSE_IDS, clauses } from '../../shared/clauses/index.ts';
import { type Instrument, partiesOf } from '../../shared/forums/instrument.ts';
import { asDone } from '../../shared/game/commands/act-for.ts';
import { type Command, commands, type Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import type { Message, Offer } from '../../shared/game/negotiation.ts';
import { type StatementLine, saidAndDone } from '../../shared/game/score/said-and-done.ts';
import { TABLES, type TableName } from '../../shared/protocol.ts';
import type { OfferTerm } from '../../shared/terms/index.ts';
import { say } from '../../shared/text/say.ts';
import { type OrderRecord, type SeatId, words } from '../../shared/vocabulary/index.ts';
import { messagesOf } from './languages.ts';
import { outcomeTables } from './outcome-tables.ts';
import { asText, type Cell, column, csvOf, type GameRecord, list, rest, type Table, table } from './table.ts';

/** An entry with its turn: 0 before play, then the turn whose year is resolved next, at last the last. */
type Dated = Entry & { readonly turn: number };

function dated({ entries, state }: GameRecord): Dated[] {
  let turn = 0;
  return entries.map((entry) => {
    const { kind } = entry.command;
    if (kind === 'start') turn = 1;
    const row = { ...entry, turn };
    if (kind === 'resolved') turn = Math.min(turn + 1, Math.max(1, state.turnsDone.length));
    return row;
  });
}

const seatOf = ({ actor }: Entry): SeatId | null => ('seat' in actor ? actor.seat : null);
const fieldOf = (command: Command, name: string): unknown => (command as Readonly<Record<string, unknown>>)[name];
const cellOf = (value: unknown): Cell =>
  value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : typeof value === 'number'
        ? value
        : String(value);

const isVote = ({ kind }: Command): boolean => commands[kind].theme === 'texts';

/** What a seat did about the paper: a position, a text of its own, an act on one. */
type Said = { readonly kind: string; readonly text?: string; readonly values: Readonly<Record<string, unknown>> };
function saidOf(command: Command): Said {
  if (command.kind === 'act-on-text') return { kind: command.act, text: command.text, values: command.values };
  if (command.kind === 'table') return { kind: command.kind, values: { text: command.values } };
  return { kind: command.kind, values: { ...command } };
}

type Signature = {
  readonly text: Instrument;
  readonly seat: SeatId;
  readonly turn: number;
  readonly ratified: number | null;
};
type Promised = {
  readonly offer: Offer;
  readonly side: 'give' | 'get';
  readonly term: OfferTerm;
  readonly kept: boolean | null;
};
type Described = { readonly table: string; readonly column: string; readonly unit: string };

const promised = ({ state }: GameRecord): Promised[] =>
  state.offers.flatMap((offer) =>
    (['give', 'get'] as const).flatMap((side) =>
      offer[side].map((term, i) => ({ offer, side, term, kept: offer.kept[side][i] ?? null })),
    ),
  );

const tables: { readonly [T in TableName]: Table } = {
  game: table<GameRecord>(
    (record) => [record],
    [
      column('code', (r) => r.code),
      column('scenario', ({ state }) => state.scenario.id),
      column('scenario_version', ({ state }) => state.scenario.version),
      column('names', ({ state }) => state.names),
      column('thin_sky', ({ state }) => state.thin),
      column('engine_version', ({ state }) => state.engineVersion),
      column('started_at', ({ state }) => state.clock.playStartedAt, 'ms since 1970'),
      column('turns', ({ state }) => state.turnsDone.length, 'count'),
      column('entries', ({ entries }) => entries.length, 'count'),
      column('seed', ({ state }) => (state.clock.phase === 'closed' ? state.seed : null)),
      column('state_hash', ({ state }) => stateHash(state)),
      column('orbit_health', ({ state }) => state.results?.health.j, '0-100'),
      column('orbit_health_low', ({ state }) => state.results?.health.low, '0-100'),
      column('orbit_health_high', ({ state }) => state.results?.health.high, '0-100'),
      column('left_on_table', ({ state }) => state.results?.leftOnTable.points, 'points'),
      column('joint_gain_used', ({ state }) => state.results?.jointGainUsed, 'share'),
      column('balance', ({ state }) => state.results?.balance, 'points'),
      column('nash', ({ state }) => state.results?.nash, 'points'),
    ],
  ),
  entries: table<Dated>(dated, [
    column('seq', (e) => e.seq),
    column('at', (e) => e.at, 'ms since 1970'),
    column('turn', (e) => e.turn),
    column('role', (e) => e.actor.role),
    column('seat', seatOf),
    column('delegate', (e) => ('delegate' in e.actor ? e.actor.delegate : null)),
    column('kind', (e) => e.command.kind),
    column('about', (e) => cellOf(fieldOf(e.command, 'seat'))),
  ]),
  orders: table<OrderRecord>(
    ({ state }) => state.orders,
    [
      column('order', (o) => o.id),
      column('turn', (o) => o.turn),
      column('seat', (o) => o.seat),
      column('slot', (o) => o.slot),
      column('kind', (o) => o.order.kind),
      column('month', (o) => o.order.month, '1-12'),
      column('confirmed', (o) => o.confirmed),
      column('details', (o) => rest(o.order, 'kind', 'month')),
    ],
  ),
  messages: table<Message>(
    ({ state }) => state.press,
    [
      column('message', (m) => m.id),
      column('at', (m) => m.at, 'ms since 1970'),
      column('turn', (m) => m.turn),
      column('from', (m) => m.from),
      column('delegate', (m) => m.by),
      column('to', (m) => m.to),
      column('hidden', (m) => m.hidden),
      column('words', (m, record) => (m.hidden ? null : asText(record.words[m.id] ?? null))),
    ],
  ),
  votes: table<Dated & { readonly said: Said }>(
    // What the facilitator did for a seat counts as the seat's own; the table of entries says whose hand it was.
    (record) =>
      dated(record)
        .map((e) => ({ ...e, ...asDone(e) }))
        .filter((e) => isVote(e.command))
        .map((e) => ({ ...e, said: saidOf(e.command) })),
    [
      column('seq', (e) => e.seq),
      column('at', (e) => e.at, 'ms since 1970'),
      column('turn', (e) => e.turn),
      column('seat', seatOf),
      column('kind', ({ said }) => said.kind),
      column('instrument', ({ said }) => said.text ?? null),
      column('dial', ({ said }) => cellOf(said.values.dial)),
      column('value', ({ said: { values } }) => (values.value === null ? 'none' : cellOf(values.value ?? values.text))),
      column('condition', ({ said: { kind, values } }) => (kind === 'pledge' ? cellOf(values) : null)),
    ],
  ),
  texts: table<Instrument>(
    ({ state }) => state.instruments,
    [
      column('instrument', (text) => text.id),
      column('number', (text) => text.number),
      column('seat', (text) => text.tabledBy),
      column('turn', (text) => text.tabledTurn),
      column('status', (text) => text.status),
      column('in_force_since', (text) => text.inForceSince),
      column('until', (text) => text.until),
      column('parties', (text) => list(partiesOf(text))),
      ...CLAUSE_IDS.map((id) => column<Instrument>(id, (text) => text.values[id], clauses[id].unit ?? undefined)),
      column('lead', (text) => text.values.lead),
      column('road', (text) => text.values.road),
    ],
  ),
  signatures: table<Signature>(
    ({ state }) =>
      state.instruments.flatMap((text) =>
        text.signatures.map(({ seat, turn, ratified = turn }) => ({ text, seat, turn, ratified })),
      ),
    [
      column('instrument', ({ text }) => text.id),
      column('number', ({ text }) => text.number),
      column('seat', (s) => s.seat),
      column('turn', (s) => s.turn),
      column('ratified', (s) => s.ratified),
    ],
  ),
  offers: table<Promised>(promised, [
    column('offer', ({ offer }) => offer.id),
    column('turn', ({ offer }) => offer.turn),
    column('seat', ({ offer, side }) => (side === 'give' ? offer.from : offer.to)),
    column('to', ({ offer, side }) => (side === 'give' ? offer.to : offer.from)),
    column('status', ({ offer }) => offer.status),
    column('kind', ({ term }) => term.kind),
    column('details', ({ term }) => rest(term, 'kind')),
    column('kept', ({ kept }) => kept),
  ]),
  statements: table<StatementLine>(
    ({ state }) => saidAndDone(state).statements,
    [
      column('incident', (s) => s.incident),
      column('turn', (s) => s.turn),
      column('seat', (s) => s.seat),
      column('kind', (s) => s.say),
      column('of', (s) => s.of),
      column('cause', (s) => s.cause),
      column('right', (s) => s.right),
    ],
  ),
  ...outcomeTables,
  codebook: table<Described>(
    () => TABLES.flatMap((name) => tables[name].columns.map((c) => ({ table: name, column: c.name, unit: c.unit }))),
    [
      column('table', (d) => d.table),
      column('column', (d) => d.column),
      column('unit', (d) => d.unit),
      column('meaning', meaningOf),
    ],
  ),
};

function meaningOf(d: Described, record: GameRecord): string {
  const { language, messages } = messagesOf(record.language);
  return say(messages, language, words(`column.${d.table}.${d.column}`));
}

/** One table as CSV with a head line, as spreadsheets of the record's language read it. */
export function tableCsv(name: TableName, record: GameRecord): string {
  const { columns, cells } = tables[name];
  return csvOf([columns.map((c) => c.name), ...cells(record)], record.language);
}
