/** What stands on the command line of the bench: names of cases, `--json`, and options with a value. */

const given = process.argv.slice(2);
const VALUED = ['scenario'] as const;

/** The value of an option, if it is there. */
export function optionOf(name: (typeof VALUED)[number]): string | undefined {
  const at = given.indexOf(`--${name}`);
  return at < 0 ? undefined : given[at + 1];
}

/** The names of cases. */
export const namesGiven = (): string[] =>
  given.filter((word, i) => !word.startsWith('--') && !VALUED.some((name) => given[i - 1] === `--${name}`));
