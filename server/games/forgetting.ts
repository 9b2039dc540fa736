/** Words that people typed are not kept for ever where the server is told so: log, results and hashes of the game stay. */
import type { Logger } from 'pino';
import type { Games } from './games.ts';

export const MS_PER_DAY = 86_400_000;

/**
 * Erases the words of games made more than `days` days ago, now and then every day until it is stopped.
 * Rejects if the first time fails; later failures are logged and tried again the next day.
 */
export async function startForgetting(games: Games, days: number, log: Logger): Promise<{ readonly stop: () => void }> {
  const erase = async (): Promise<void> => {
    const texts = await games.eraseWords(await games.store.gamesWithWords(Date.now() - days * MS_PER_DAY));
    if (texts > 0) log.info({ texts, days }, 'words of old games were erased');
  };
  await erase();
  const daily = setInterval(() => {
    erase().catch((error: unknown) => log.error({ err: error }, 'words of old games could not be erased'));
  }, MS_PER_DAY);
  return { stop: () => clearInterval(daily) };
}
