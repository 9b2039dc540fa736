/** What a table of the record is made of: columns with units, rows from the record, cells as CSV. */
import type { Entry } from '../../shared/game/commands/index.ts';
import type { State } from '../../shared/game/state.ts';
import { type Language, languageFor } from '../../shared/text/languages.ts';
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

/** Spreadsheets run a cell that begins like a formula, some of them in wide or small signs too: words that people typed get a mark before them. */
export const asText = (typed: string | null): string | null =>
  typed !== null && /^[=+\-@\t\r]/.test(typed.normalize('NFKC')) ? `'${typed}` : typed;

/** What stands between cells, and before decimals, in the spreadsheets of a language. */
const SHEETS: Readonly<Record<Language, { readonly between: string; readonly decimal: string }>> = {
  en: { between: ',', decimal: '.' },
  fr: { between: ';', decimal: ',' },
};
/** Without this mark a spreadsheet takes the bytes for those of another alphabet. */
const UTF8 = '\ufeff';

/** Rows as a file that a spreadsheet of a language opens as they are: RFC 4180, with that language's separator, lines ended by CR LF. */
export function csvOf(rows: readonly (readonly Cell[])[], language: string): string {
  const { between, decimal } = SHEETS[languageFor([language])];
  const cellText = (cell: Cell): string => {
    if (cell === null || cell === undefined) return '';
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
    if (typeof cell === 'number') return String(cell).replace('.', decimal);
    return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  return UTF8 + rows.map((row) => `${row.map(cellText).join(between)}\r\n`).join('');
}
