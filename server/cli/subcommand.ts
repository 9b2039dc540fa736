/** One subcommand of `kessler`. */
export type Subcommand = {
  /** one line */
  readonly about: string;
  /** options and an example */
  readonly usage: string;
  /** @returns exit status: 0 done, 1 a check failed, 2 wrong use */
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** Prints a record as JSON, or as `name  value` lines. */
export function print(record: Readonly<Record<string, unknown>>, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(record));
    return;
  }
  for (const [name, value] of Object.entries(record))
    console.log(`${name.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
