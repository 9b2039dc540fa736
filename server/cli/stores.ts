/** The store of a folder, for the subcommands that look after games. They may run while a server does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCode } from '../games/keys.ts';
import { FILE, openSqlite } from '../store/sqlite.ts';
import type { GameRecord, Store } from '../store/store.ts';
import { WrongUse } from './subcommand.ts';

/** Options that all of them have. */
export const STORE_OPTIONS = {
  data: { type: 'string', default: './data' },
  json: { type: 'boolean', default: false },
} as const;

/** The file of a folder's games. Throws WrongUse if there is none. */
export function fileIn(folder: string): string {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw new WrongUse(`--data ${folder}: no games there`);
  return file;
}

/** Opens the store of a folder that has one, and closes it after use. */
export async function withStore<T>(folder: string, use: (store: Store) => Promise<T>): Promise<T> {
  fileIn(folder);
  const store = await openSqlite(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The game of a code as somebody has typed it. Throws WrongUse if there is none. */
export async function gameIn(store: Store, typed: string | undefined): Promise<GameRecord> {
  if (typed === undefined) throw new WrongUse('say which game: its code of six letters');
  const code = readCode(typed);
  const game = code && (await store.game(code));
  if (!game) throw new WrongUse(`${typed}: no game has this code`);
  return game;
}
