/**
 * The writer: a worker thread that alone holds the SQLite file. All operations that have come in are committed together
 * (group commit): one wait for the disk, however many games asked. Each runs in a savepoint, so that one that fails takes
 * nothing with it; nobody is answered before the commit.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { queriesOn } from './queries.ts';
import { STEPS, type Tables } from './schema.ts';

/** What the writer is asked: an operation of the store by name. */
export type Ask = { readonly id: number; readonly name: string; readonly args: readonly unknown[] };
/** `conflict`: the error was a SequenceConflict. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string; readonly conflict: boolean };
export type WriterData = { readonly file: string; readonly busyMs: number };

const { file, busyMs } = workerData as WriterData;
const port = parentPort!;
const database = new Database(file, { timeout: busyMs });
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('secure_delete = ON');
const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
const queries = queriesOn(db) as unknown as Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

const waiting: Ask[] = [];
let running = false;

async function commitWaiting(): Promise<void> {
  const batch = waiting.splice(0);
  const answers: Answer[] = [];
  try {
    await sql`begin immediate`.execute(db);
    for (const ask of batch) answers.push(await one(ask));
    await sql`commit`.execute(db);
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    answers.length = 0;
    for (const { id } of batch) answers.push({ id, error: String(error), conflict: false });
  }
  const wiped = batch.some((ask) => ask.name === 'eraseWords') ? wipe() : null;
  for (const [i, answer] of answers.entries())
    port.postMessage(
      wiped && batch[i]!.name === 'eraseWords' ? { id: answer.id, error: wiped, conflict: false } : answer,
    );
}

/**
 * What was overwritten or moved leaves copies in unused parts of the file and in the write-ahead log: the file is written anew
 * from what is in it now, and the log emptied. Answers why not if another process holds the file.
 */
function wipe(): string | null {
  try {
    database.exec('vacuum');
    const [{ busy }] = database.pragma('wal_checkpoint(truncate)') as [{ busy: number }];
    return busy ? 'another process reads the file: its log could not be emptied' : null;
  } catch (error) {
    return String(error);
  }
}

async function one(ask: Ask): Promise<Answer> {
  await sql`savepoint one`.execute(db);
  try {
    const value = await queries[ask.name]!(...ask.args);
    await sql`release one`.execute(db);
    return { id: ask.id, value };
  } catch (error) {
    // A full disk ends the whole transaction (https://www.sqlite.org/lang_transaction.html): what came after would be kept, though
    // all is answered as lost.
    if (!database.inTransaction) throw error;
    await sql`rollback to one`.execute(db);
    return { id: ask.id, error: String(error), conflict: (error as Error).name === 'SequenceConflict' };
  }
}

async function run(): Promise<void> {
  running = true;
  while (waiting.length > 0) {
    await commitWaiting();
    // Let the messages in that came while the disk was busy: they are the next batch.
    await new Promise((go) => setImmediate(go));
  }
  running = false;
}

const migrator = new Migrator({
  db,
  provider: {
    getMigrations: async () => Object.fromEntries(Object.entries(STEPS).map(([name, up]) => [name, { up }])),
  },
});
const { error } = await migrator.migrateToLatest();
if (error) throw error;

port.on('message', (message: Ask | 'close') => {
  if (message === 'close') {
    database.close();
    port.close();
    return;
  }
  waiting.push(message);
  if (!running) setImmediate(() => !running && void run());
});
port.postMessage('ready');
