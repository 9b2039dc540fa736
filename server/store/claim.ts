/** One server to a folder of data: two would write the same games, and each would lose them to the other. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './folder.ts';

/** Long enough for a server that is just closing. */
const WAIT_MS = 3_000;

/**
 * Claims a folder, made if it is not there, until the returned function is called or the process ends, however it ends: the lock is
 * the operating system's. Throws if another server has it, or nothing can be written there.
 */
export function claimFolder(folder: string): () => void {
  makeFolder(folder);
  const lock = new Database(join(folder, 'server.lock'), { timeout: WAIT_MS });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error('another server is running on it');
  }
  return () => lock.close();
}
