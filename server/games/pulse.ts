/**
 * The server's pulse: every few seconds it writes down that it runs, and the time of each open game. A game that comes back after a
 * crash goes on from there, however long nobody has done anything; and whether that can be written is whether the server is well.
 */
import type { Logger } from 'pino';
import { now } from '../instant.ts';
import type { Games } from './games.ts';

export type Pulse = {
  /** writes now, or waits for what is being written; whether it is on the disk within a few seconds */
  readonly isWell: () => Promise<boolean>;
  /** writes a last time */
  readonly stop: () => Promise<void>;
};

const EVERY_MS = 5_000;
/** A disk that takes longer than this is as good as none. */
const LONGEST_MS = 5_000;

/** Who asks more often than this hears the same again. */
const FRESH_MS = 1_000;

/** Starts the pulse. Rejects with why if the first one cannot be written. */
export async function startPulse(games: Games, log: Logger): Promise<Pulse> {
  let last: Promise<void> | null = null;
  let failing = false;
  let wellAt = 0;

  const beat = (): Promise<void> => {
    last ??= games.beat().finally(() => {
      last = null;
    });
    return last;
  };
  const note = (error: unknown): void => {
    if (!failing) log.error({ err: error }, 'the server cannot write to its disk');
    failing = true;
  };
  const again = (): Promise<boolean> =>
    beat().then(
      () => {
        failing = false;
        wellAt = now();
        return true;
      },
      (error: unknown) => {
        note(error);
        return false;
      },
    );

  await beat();
  const timer = setInterval(() => void again(), EVERY_MS);
  return {
    isWell: async () => now() - wellAt < FRESH_MS || Promise.race([again(), tooLate()]),
    async stop() {
      clearInterval(timer);
      await again();
    },
  };
}

const tooLate = (): Promise<boolean> => new Promise((done) => setTimeout(() => done(false), LONGEST_MS).unref());
