/** The store in one SQLite file. The file belongs to a worker thread (writer.ts); this side only asks and waits. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SequenceConflict, type Store } from './store.ts';
import type { Answer, Ask, WriterData } from './writer.ts';

export const FILE = 'kessler.sqlite';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/**
 * Opens (or makes) the store in a folder. `busyMs`: how long a write waits for another process that holds the file.
 * Rejects if the file cannot be opened.
 */
export async function openSqlite(folder: string, busyMs = 2_000): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const data: WriterData = { file: join(folder, FILE), busyMs };
  const worker = new Worker(new URL('./writer.ts', import.meta.url), { workerData: data });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let dead: Error | null = null;

  const fail = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the store is closed')));

  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.on('message', (answer: Answer) => {
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!who) return;
    if ('value' in answer) who.resolve(answer.value);
    else who.reject(answer.conflict ? new SequenceConflict(answer.error) : new Error(answer.error));
  });

  const ask =
    <Name extends keyof Store>(name: Name) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        const id = ++asked;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id, name, args } satisfies Ask);
      });

  return {
    createGame: ask('createGame'),
    game: ask('game'),
    openGames: ask('openGames'),
    closeGame: ask('closeGame'),
    append: ask('append'),
    entries: ask('entries'),
    saveSnapshot: ask('saveSnapshot'),
    lastSnapshot: ask('lastSnapshot'),
    saveSky: ask('saveSky'),
    sky: ask('sky'),
    texts: ask('texts'),
    gamesWithWords: ask('gamesWithWords'),
    eraseWords: ask('eraseWords'),
    erasedTexts: ask('erasedTexts'),
    addKey: ask('addKey'),
    key: ask('key'),
    async close() {
      if (dead) return;
      // Questions already asked are ahead of this one in the worker's queue of messages.
      await Promise.allSettled([...waiting.keys()].map((id) => settled(waiting, id)));
      const ended = new Promise((done) => worker.once('exit', done));
      worker.postMessage('close');
      await ended;
    },
  };
}

/** Resolves when the question `id` has been answered. */
function settled(waiting: Map<number, Waiting>, id: number): Promise<void> {
  const who = waiting.get(id);
  if (!who) return Promise.resolve();
  return new Promise((done) => {
    waiting.set(id, {
      resolve: (value) => {
        who.resolve(value);
        done();
      },
      reject: (error) => {
        who.reject(error);
        done();
      },
    });
  });
}
