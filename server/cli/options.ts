/** What the engine's subcommands read from their options. */
import { instantMs } from '../../shared/orbits/table/time.ts';
import { WrongUse } from './subcommand.ts';

/** A number option within limits; undefined when not given. Throws WrongUse. */
export function numberOf(
  values: Readonly<Record<string, unknown>>,
  name: string,
  low: number,
  high: number,
): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text === '' || !(value >= low && value <= high))
    throw new WrongUse(`--${name} ${text}: a number from ${low} to ${high}`);
  return value;
}

/** The same, but it must be there. */
export function neededNumber(
  values: Readonly<Record<string, unknown>>,
  name: string,
  low: number,
  high: number,
): number {
  const value = numberOf(values, name, low, high);
  if (value === undefined) throw new WrongUse(`--${name} is missing`);
  return value;
}

/** A text option that must be there. */
export function neededText(values: Readonly<Record<string, unknown>>, name: string): string {
  const text = values[name];
  if (typeof text !== 'string' || text === '') throw new WrongUse(`--${name} is missing`);
  return text;
}

/** One of a few words. */
export function oneOf<const T extends string>(
  values: Readonly<Record<string, unknown>>,
  name: string,
  words: readonly T[],
): T {
  const text = neededText(values, name);
  const word = words.find((w) => w === text);
  if (word === undefined) throw new WrongUse(`--${name} ${text}: ${words.join(' or ')}`);
  return word;
}

/** A date or instant as ms since 1970; undefined when not given. */
export function instantOf(values: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const ms = instantMs(String(text));
  if (ms === null) throw new WrongUse(`--${name} ${text}: a date such as 2021-11-15 or 2021-11-15T02:47:00Z`);
  return ms;
}
