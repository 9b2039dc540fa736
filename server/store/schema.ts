/** Tables of the store and the steps that make them. A step is never edited once released: a new one is appended. */
import { type Kysely, sql } from 'kysely';
import type { KeyRole } from './store.ts';

export type Tables = {
  games: { code: string; scenario: string; created_at: number; closed: number; alive_at: number | null; aside: number };
  /** one row: when a server last ran on this store */
  pulse: { id: number; at: number };
  /** `parent` and `parent_seq` say where a branch leaves another; null for the first */
  branches: { game: string; branch: string; parent: string | null; parent_seq: number };
  log: { game: string; branch: string; seq: number; entry: string };
  /** `state`: JSON compressed with zstd */
  snapshots: {
    game: string;
    branch: string;
    seq: number;
    state: Uint8Array;
    sky: string;
    engine_version: string;
    node_version: string;
  };
  /** skies that a game has had: those of no game are of no use */
  skies_of: { game: string; hash: string };
  skies: { hash: string; packed: Uint8Array };
  /** rows are only ever added, and overwritten by as many bytes (queries.ts) */
  texts: { game: string; id: string; words: string | null };
  keys: { hash: string; game: string; role: KeyRole; delegate: string | null };
};

type Step = (db: Kysely<Tables>) => Promise<void>;

export const STEPS: Readonly<Record<string, Step>> = {
  '001-first': async (db) => {
    await db.schema
      .createTable('games')
      .addColumn('code', 'text', (c) => c.primaryKey())
      .addColumn('scenario', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('closed', 'integer', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('branches')
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('branch', 'text', (c) => c.notNull())
      .addColumn('parent', 'text')
      .addColumn('parent_seq', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('branches_key', ['game', 'branch'])
      .execute();
    await db.schema
      .createTable('log')
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('branch', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('entry', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('log_key', ['game', 'branch', 'seq'])
      .execute();
    await db.schema
      .createTable('snapshots')
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('branch', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('state', 'blob', (c) => c.notNull())
      .addColumn('sky', 'text', (c) => c.notNull())
      .addColumn('engine_version', 'text', (c) => c.notNull())
      .addColumn('node_version', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('snapshots_key', ['game', 'branch', 'seq'])
      .execute();
    await db.schema
      .createTable('skies')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('packed', 'blob', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('texts')
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('words', 'text')
      .addPrimaryKeyConstraint('texts_key', ['game', 'id'])
      .execute();
    await db.schema
      .createTable('keys')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('delegate', 'text')
      .execute();
    await db.schema.createIndex('keys_of_game').on('keys').column('game').execute();
  },
  '002-alive': async (db) => {
    await db.schema.alterTable('games').addColumn('alive_at', 'bigint').execute();
    await db.schema
      .createTable('pulse')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
  },
  '003-kept': async (db) => {
    await db.schema
      .alterTable('games')
      .addColumn('aside', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('skies_of')
      .addColumn('game', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('skies_of_key', ['game', 'hash'])
      .execute();
    await sql`insert or ignore into skies_of select game, sky from snapshots`.execute(db);
    // The skies of outcomes and of other worlds.
    for (const path of ['$.command.outcome.skyHash', '$.command.comparison.otherSky'])
      await sql`insert or ignore into skies_of select game, json_extract(entry, ${path}) from log
        where json_valid(entry) and json_extract(entry, ${path}) is not null`.execute(db);
  },
};
