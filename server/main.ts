/**
 * Starts the server as the environment says: PORT (2567), KESSLER_DATA (./data), KESSLER_KEEP_DAYS (for ever), KESSLER_PROXIES (0),
 * KESSLER_BASE (none), KESSLER_SEED (new for each game), LOG_LEVEL (warn).
 */
import { pino } from 'pino';
import { startApp } from './app.ts';
import { readBase } from './http/base.ts';

const port = Number(process.env.PORT ?? 2567);
const data = process.env.KESSLER_DATA ?? './data';
const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  log.fatal(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`);
  process.exit(1);
}
const days = process.env.KESSLER_KEEP_DAYS;
if (days !== undefined && !(Number(days) > 0)) {
  log.fatal(`KESSLER_KEEP_DAYS must be a number of days above 0, not "${days}"`);
  process.exit(1);
}
const proxies = Number(process.env.KESSLER_PROXIES ?? 0);
if (!Number.isInteger(proxies) || proxies < 0) {
  log.fatal(`KESSLER_PROXIES must be a number of proxies from 0, not "${process.env.KESSLER_PROXIES}"`);
  process.exit(1);
}
const base = readBase(process.env.KESSLER_BASE ?? '');
if (base === null) {
  log.fatal(`KESSLER_BASE must be a path such as /accords, not "${process.env.KESSLER_BASE}"`);
  process.exit(1);
}
const seed = process.env.KESSLER_SEED;
if (seed !== undefined) log.warn('KESSLER_SEED is set: all games have this seed, and who knows it can know every draw');
try {
  const app = await startApp({
    data,
    port,
    log,
    proxies,
    base,
    ...(days === undefined ? {} : { keepWordsDays: Number(days) }),
    ...(seed === undefined ? {} : { seed }),
  });
  process.stdout.write(`Kessler Accords: http://localhost:${app.port}${base}\n`);
  if (app.resumed > 0) process.stdout.write(`${app.resumed} open games resumed\n`);
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await app.close();
    process.exit(0);
  };
  // What goes wrong in one game must not end the others; every game's log is ahead of its memory.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed unseen'));
  process.on('uncaughtException', (error) => log.error({ err: error }, 'an error was caught by nobody'));
  process.on('SIGTERM', () => void close());
  process.on('SIGINT', () => void close());
} catch (error) {
  // A sentence for whoever started it; the rest for whoever asks for more.
  process.stderr.write(`The server could not start. ${error instanceof Error ? error.message : error}\n`);
  log.debug({ err: error }, 'the server could not start');
  process.exit(1);
}
