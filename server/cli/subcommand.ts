/** One subcommand of `kessler`. */
export type Subcommand = {
  /** one line */
  readonly about: string;
  /** options and an example */
  readonly usage: string;
  /** @returns exit status: 0 done, 1 a check failed, 2 wrong use */
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** Wrong options or an unreadable file: the caller's to mend, told in one line. Anything else that is thrown is a bug. */
export class WrongUse extends Error {}

/**
 * Prints a record as JSON, or as `name  value` lines; what is in a record or list within stands under its name. Where standard
 * output has the table that was asked for, the record goes to standard error.
 */
export function print(record: Readonly<Record<string, unknown>>, json: boolean, outIsTaken = false): void {
  (outIsTaken ? console.error : console.log)(json ? JSON.stringify(record) : linesOf(record).join('\n'));
}

function linesOf(record: Readonly<Record<string, unknown>>): string[] {
  const shown = Object.entries(record).filter(([, value]) => value !== undefined);
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.flatMap(([name, value]) => {
    if (Array.isArray(value))
      return [`${name.padEnd(width)}  ${value.length}`, ...value.map((entry) => `  ${inLine(entry)}`)];
    if (typeof value !== 'object' || value === null) return [`${name.padEnd(width)}  ${value ?? '-'}`];
    return [name, ...linesOf(value as Readonly<Record<string, unknown>>).map((line) => `  ${line}`)];
  });
}

/** An entry of a list in one line. */
const inLine = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null
    ? Object.entries(entry)
        .map(([name, value]) => `${name} ${value === '' ? '-' : value}`)
        .join(', ')
    : String(entry);
