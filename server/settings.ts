/** What the server is told by its environment. A variable that is empty counts as not set. */
import { readBase } from './http/base.ts';

export type Settings = {
  readonly data: string;
  readonly port: number;
  readonly proxies: number;
  readonly base: string;
  readonly keepWordsDays?: number;
  readonly seed?: string;
  readonly logLevel: string;
};

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Settings from an environment. Throws with the variable and what it must be. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const of = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const number = (name: string, usual: number, fits: (value: number) => boolean, must: string): number => {
    const value = Number(of(name) ?? usual);
    if (!fits(value)) throw new Error(`${name} must be ${must}, not "${of(name)}"`);
    return value;
  };
  const base = readBase(of('KESSLER_BASE') ?? '');
  if (base === null) throw new Error(`KESSLER_BASE must be a path such as /accords, not "${of('KESSLER_BASE')}"`);
  const logLevel = of('LOG_LEVEL') ?? 'warn';
  if (!LOG_LEVELS.includes(logLevel))
    throw new Error(`LOG_LEVEL must be ${LOG_LEVELS.join(' or ')}, not "${logLevel}"`);
  const days = number('KESSLER_KEEP_DAYS', Number.POSITIVE_INFINITY, (n) => n > 0, 'a number of days above 0');
  const seed = of('KESSLER_SEED');
  return {
    data: of('KESSLER_DATA') ?? './data',
    port: number('PORT', 2567, (n) => Number.isInteger(n) && n >= 0 && n <= 65_535, 'a number from 0 to 65535'),
    proxies: number('KESSLER_PROXIES', 0, (n) => Number.isInteger(n) && n >= 0, 'a number of proxies from 0'),
    base,
    logLevel,
    ...(days === Number.POSITIVE_INFINITY ? {} : { keepWordsDays: days }),
    ...(seed === undefined ? {} : { seed }),
  };
}
