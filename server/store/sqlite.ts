/** The store in one SQLite file. The file belongs to a worker thread (writer.ts); this side only asks and waits. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeFolder } from './folder.ts';
import { SequenceConflict, type Store } from './store.ts';
import type { Answer, Ask, WriterData } from './writer.ts';

export const FILE = 'kessler.sqlite';

/** How long to wait before a file that could not be opened again is tried once more. */
const AGAIN_MS = 1_000;

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
/** A writer thread, with the questions that it has not answered. `ended` resolves when it has gone, with what was wrong. */
type Writer = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; readonly ended: Promise<Error> };

/**
 * Opens (or makes) the store in a folder. `busyMs`: how long a write waits for another process that holds the file. A writer that
 * dies is replaced; what it was asked meanwhile is rejected, though it may have been kept. `onLost` hears of it.
 * Rejects if the file cannot be opened.
 */
export async function openSqlite(folder: string, busyMs = 2_000, onLost?: (error: Error) => void): Promise<Store> {
  makeFolder(folder);
  const data: WriterData = { file: join(folder, FILE), busyMs };
  let asked = 0;
  let closed = false;
  let gone: Error | null = null;
  let writer = await startWriter(data);
  watch();

  function watch(): void {
    void writer.ended.then(async (error) => {
      gone = closed ? new Error('the store is closed') : error;
      for (const { reject } of writer.waiting.values()) reject(gone);
      writer.waiting.clear();
      if (closed) return;
      onLost?.(error);
      await reopen();
    });
  }

  async function reopen(): Promise<void> {
    while (!closed) {
      try {
        const next = await startWriter(data);
        if (closed) return void next.worker.terminate();
        writer = next;
        gone = null;
        return watch();
      } catch (error) {
        gone = error as Error;
        await new Promise((go) => setTimeout(go, AGAIN_MS).unref());
      }
    }
  }

  const ask =
    <Name extends keyof Store>(name: Name) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        if (closed || gone) return reject(closed ? new Error('the store is closed') : gone!);
        const id = ++asked;
        writer.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        writer.worker.postMessage({ id, name, args } satisfies Ask);
      });

  return {
    createGame: ask('createGame'),
    game: ask('game'),
    games: ask('games'),
    openGames: ask('openGames'),
    setAside: ask('setAside'),
    deleteGame: ask('deleteGame'),
    wholeGame: ask('wholeGame'),
    takeGame: ask('takeGame'),
    closeGame: ask('closeGame'),
    beat: ask('beat'),
    append: ask('append'),
    entries: ask('entries'),
    saveSnapshot: ask('saveSnapshot'),
    snapshots: ask('snapshots'),
    snapshot: ask('snapshot'),
    saveSky: ask('saveSky'),
    mendSky: ask('mendSky'),
    sky: ask('sky'),
    texts: ask('texts'),
    gamesWithWords: ask('gamesWithWords'),
    eraseWords: ask('eraseWords'),
    erasedTexts: ask('erasedTexts'),
    addKey: ask('addKey'),
    dropKeys: ask('dropKeys'),
    key: ask('key'),
    async close() {
      if (closed) return;
      // Questions already asked are ahead of this one in the worker's queue of messages.
      await Promise.allSettled([...writer.waiting.keys()].map((id) => settled(writer.waiting, id)));
      closed = true;
      if (gone) return;
      writer.worker.postMessage('close');
      await writer.ended;
    },
  };
}

/** A writer that has opened the file. Rejects if it cannot. */
async function startWriter(data: WriterData): Promise<Writer> {
  const worker = new Worker(new URL('./writer.ts', import.meta.url), { workerData: data });
  const waiting = new Map<number, Waiting>();
  const ended = new Promise<Error>((done) => {
    worker.once('error', done);
    worker.once('exit', () => done(new Error('the writer of the store has stopped')));
  });
  await Promise.race([
    new Promise((ready) => worker.once('message', ready)),
    ended.then((error) => Promise.reject(error)),
  ]);
  worker.on('message', (answer: Answer) => {
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!who) return;
    if ('value' in answer) who.resolve(answer.value);
    else who.reject(answer.conflict ? new SequenceConflict(answer.error) : new Error(answer.error));
  });
  return { worker, waiting, ended };
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
