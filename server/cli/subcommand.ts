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

/** Prints a record as JSON, or as `name  value` lines. */
export function print(record: Readonly<Record<string, unknown>>, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(record));
    return;
  }
  for (const [name, value] of Object.entries(record))
    console.log(`${name.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
