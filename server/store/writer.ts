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

/** How long another process may read the file before erasing is given up, and how often it is tried meanwhile. */
const LONGEST_READ_MS = 30_000;
const READ_AGAIN_MS = 200;

const { file, busyMs } = workerData as WriterData;
const port = parentPort!;
const database = new Database(file, { timeout: busyMs });
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('secure_delete = ON');
// No copies of pages in temporary files.
database.pragma('temp_store = MEMORY');
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
  for (const [i, answer] of answers.entries())
    if (LEAVES_TRACES.includes(batch[i]!.name))
      void emptyLog().then((why) => port.postMessage(why ? failed(answer, why) : answer));
    else port.postMessage(answer);
}

/** After these nothing of what they took away may be in the write-ahead log. */
const LEAVES_TRACES: readonly string[] = ['eraseWords', 'deleteGame'];

const failed = ({ id }: Answer, error: string): Answer => ({ id, error, conflict: false });

/**
 * Empties the write-ahead log, where older versions of what was overwritten are. It has to wait for other processes that read the file;
 * what is written meanwhile does not wait for it. Answers why not if that takes too long.
 */
async function emptyLog(): Promise<string | null> {
  for (const end = performance.now() + LONGEST_READ_MS; performance.now() < end; ) {
    database.pragma('busy_timeout = 0');
    try {
      const [{ busy }] = database.pragma('wal_checkpoint(truncate)') as [{ busy: number }];
      if (!busy) return null;
    } catch (error) {
      return String(error);
    } finally {
      database.pragma(`busy_timeout = ${busyMs}`);
    }
    await new Promise((go) => setTimeout(go, READ_AGAIN_MS));
  }
  return 'another process reads the file: its log could not be emptied';
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
