/**
 * Starts the server as the environment says: PORT (2567), KESSLER_DATA (./data), KESSLER_KEEP_DAYS (for ever), KESSLER_PROXIES (0),
 * KESSLER_BASE (none), KESSLER_SEED (new for each game), LOG_LEVEL (warn).
 */
import { pino } from 'pino';
import { startApp } from './app.ts';
import { addressesHere } from './http/addresses.ts';
import { readSettings } from './settings.ts';

/** A sentence for whoever started it. */
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const { logLevel, ...settings } = readSettings(process.env);
  const log = pino({ level: logLevel });
  if (settings.seed !== undefined)
    tell('KESSLER_SEED is set: all games have this seed, and who knows it can know every draw.');
  const app = await startApp({ ...settings, log });
  const addressAt = (host: string): string => `http://${host}:${app.port}${settings.base}`;
  process.stdout.write(`Kessler Accords: ${addressAt('localhost')}\n`);
  for (const host of addressesHere())
    process.stdout.write(`On phones and laptops of the same network: ${addressAt(host)}\n`);
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
  tell(`The server could not start. ${error instanceof Error ? error.message : error}`);
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}
