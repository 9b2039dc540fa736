/** What a table of the record is made of: columns with units, rows from the record, cells as CSV. */
import type { Entry } from '../../shared/game/command-shape.ts';
import type { State } from '../../shared/game/state.ts';
import type { TypedWords } from '../sim/tasks.ts';

/** What tables are made from. */
export type GameRecord = {
  readonly code: string;
  readonly state: State;
  readonly entries: readonly Entry[];
  /** what people typed, by text id */
  readonly words: TypedWords;
  /** of the codebook */
  readonly language: string;
};

/** What stands in one place of a table. */
export type Cell = string | number | boolean | null | undefined;
/** `unit`: empty for names, texts and yes or no. */
export type Column<R> = {
  readonly name: string;
  readonly unit: string;
  readonly of: (row: R, record: GameRecord) => Cell;
};
/** A table that can be made of any record. */
export type Table = {
  readonly columns: readonly { readonly name: string; readonly unit: string }[];
  readonly cells: (record: GameRecord) => readonly (readonly Cell[])[];
};

/** One column of rows of a kind. */
export const column = <R>(name: string, of: Column<R>['of'], unit = ''): Column<R> => ({ name, unit, of });
/** A table of rows of a kind. */
export const table = <R>(rows: (record: GameRecord) => readonly R[], columns: readonly Column<R>[]): Table => ({
  columns,
  cells: (record) => rows(record).map((row) => columns.map((c) => c.of(row, record))),
});
/** What else a thing says, as JSON. */
export const rest = (value: object, ...without: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).filter(([name]) => !without.includes(name))));
/** Several ids in one place. */
export const list = (ids: readonly (string | number)[]): string => ids.join(' ');

/** Spreadsheets run a cell that begins like a formula: words that people typed get a mark before them. */
export const asText = (typed: string | null): string | null =>
  typed !== null && /^[=+\-@\t\r]/.test(typed) ? `'${typed}` : typed;

/** A place as CSV has it (RFC 4180). */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
