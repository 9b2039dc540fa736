/** The store's questions and changes as Kysely queries: the same for every SQL database. Run one after another by the writer. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Entry } from '../../shared/game/command-shape.ts';
import type { Tables } from './schema.ts';
import {
  type GameRecord,
  type KeyRecord,
  MAIN,
  type PackedSky,
  SequenceConflict,
  type Snapshot,
  type Store,
} from './store.ts';

type Db = Kysely<Tables>;
type Queries = Omit<Store, 'close'>;

/**
 * Whether a text still has its words. Erased ones are zeros of the same length, written where the words stood: a row that neither grows nor
 * shrinks is not moved, so no copy of it, or of its neighbours, is left in the file. Version 0.1 left null.
 */
const areThere = sql<boolean>`typeof(words) = 'text'`;

/** Every operation of a Store but `close`, on an open connection; the caller makes the transaction around it. */
export function queriesOn(db: Db): Queries {
  return {
    async createGame(game, first, sky, keyHash) {
      const taken = await db.selectFrom('games').select('code').where('code', '=', game.code).executeTakeFirst();
      if (taken) return false;
      await db
        .insertInto('games')
        .values({
          code: game.code,
          scenario: game.scenario,
          created_at: game.createdAt,
          closed: game.closed ? 1 : 0,
          alive_at: null,
        })
        .execute();
      await db.insertInto('branches').values({ game: game.code, branch: MAIN, parent: null, parent_seq: 0 }).execute();
      await saveSky(db, sky);
      await saveSnapshot(db, game.code, MAIN, first);
      await db
        .insertInto('keys')
        .values({ hash: keyHash, game: game.code, role: 'facilitator', delegate: null })
        .execute();
      return true;
    },
    async game(code) {
      const row = await db.selectFrom('games').selectAll().where('code', '=', code).executeTakeFirst();
      return row ? recordOf(row) : null;
    },
    async openGames() {
      const rows = await db.selectFrom('games').selectAll().where('closed', '=', 0).orderBy('created_at').execute();
      return rows.map(recordOf);
    },
    async closeGame(code) {
      await db.updateTable('games').set({ closed: 1 }).where('code', '=', code).execute();
    },
    async beat(at, games) {
      await db
        .insertInto('pulse')
        .values({ id: 1, at })
        .onConflict((c) => c.column('id').doUpdateSet({ at }))
        .execute();
      for (const { game, at: aliveAt } of games)
        await db.updateTable('games').set({ alive_at: aliveAt }).where('code', '=', game).execute();
    },
    async append(game, branch, expectedSeq, entries, texts) {
      const last = await db
        .selectFrom('log')
        .select((e) => e.fn.max('seq').as('seq'))
        .where('game', '=', game)
        .where('branch', '=', branch)
        .executeTakeFirst();
      const seq = Number(last?.seq ?? 0);
      if (seq !== expectedSeq) throw new SequenceConflict(`${game} ends at ${seq}, not at ${expectedSeq}`);
      await db
        .insertInto('log')
        .values(entries.map((entry) => ({ game, branch, seq: entry.seq, entry: JSON.stringify(entry) })))
        .execute();
      if (texts.length > 0)
        await db
          .insertInto('texts')
          .values(texts.map((text) => ({ game, ...text })))
          .execute();
    },
    async entries(game, branch, after, limit) {
      const rows = await db
        .selectFrom('log')
        .select(['seq', 'entry'])
        .where('game', '=', game)
        .where('branch', '=', branch)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map((row) => readOr(`entry ${row.seq} of ${game}`, () => JSON.parse(row.entry) as Entry));
    },
    saveSnapshot: (game, branch, snapshot) => saveSnapshot(db, game, branch, snapshot),
    async lastSnapshot(game, branch) {
      const row = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('game', '=', game)
        .where('branch', '=', branch)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      return {
        seq: Number(row.seq),
        state: readOr(`the snapshot of ${game} at ${row.seq}`, () => zstdDecompressSync(row.state).toString('utf8')),
        sky: row.sky,
        engineVersion: row.engine_version,
        nodeVersion: row.node_version,
      };
    },
    saveSky: (sky) => saveSky(db, sky),
    async sky(hash) {
      const row = await db.selectFrom('skies').select('packed').where('hash', '=', hash).executeTakeFirst();
      return row?.packed ?? null;
    },
    texts: (game) =>
      db
        .selectFrom('texts')
        .select(['id', sql<string | null>`case when ${areThere} then words end`.as('words')])
        .where('game', '=', game)
        .execute(),
    async gamesWithWords(before) {
      const rows = await db
        .selectFrom('games')
        .select('code')
        .where('created_at', '<', before)
        .where((e) => e.exists(e.selectFrom('texts').select('id').whereRef('game', '=', 'code').where(areThere)))
        .orderBy('created_at')
        .execute();
      return rows.map((row) => row.code);
    },
    async eraseWords(games) {
      const erased = await db
        .updateTable('texts')
        .set({ words: sql`zeroblob(length(cast(words as blob)))` })
        .where('game', 'in', games)
        .where(areThere)
        .executeTakeFirst();
      return Number(erased.numUpdatedRows);
    },
    erasedTexts: (games) =>
      db
        .selectFrom('texts')
        .select(['game', 'id'])
        .where('game', 'in', games)
        .where((e) => e.not(areThere))
        .execute(),
    async addKey(hash, key, most, seated) {
      const count = await db
        .selectFrom('keys')
        .select((e) => e.fn.countAll().as('n'))
        .where('game', '=', key.game)
        .executeTakeFirstOrThrow();
      if (Number(count.n) >= most) {
        const spare = await db
          .selectFrom('keys')
          .select('hash')
          .where('game', '=', key.game)
          .where('role', '=', 'delegate')
          .where('delegate', 'not in', seated)
          .limit(1)
          .executeTakeFirst();
        if (!spare) return false;
        await db.deleteFrom('keys').where('hash', '=', spare.hash).execute();
      }
      await db
        .insertInto('keys')
        .values({ hash, ...key })
        .execute();
      return true;
    },
    async key(hash) {
      const row = await db.selectFrom('keys').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? ({ game: row.game, role: row.role, delegate: row.delegate } satisfies KeyRecord) : null;
    },
  };
}

/** What a row holds; throws with its name if it cannot be read. */
function readOr<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${name} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

const recordOf = (row: Tables['games']): GameRecord => ({
  code: row.code,
  scenario: row.scenario,
  createdAt: Number(row.created_at),
  closed: Number(row.closed) !== 0,
  aliveAt: row.alive_at === null ? null : Number(row.alive_at),
});

async function saveSky(db: Db, sky: PackedSky): Promise<void> {
  await db
    .insertInto('skies')
    .values({ hash: sky.hash, packed: Buffer.from(sky.packed) })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
}

async function saveSnapshot(db: Db, game: string, branch: string, snapshot: Snapshot): Promise<void> {
  await db
    .insertInto('snapshots')
    .values({
      game,
      branch,
      seq: snapshot.seq,
      state: zstdCompressSync(snapshot.state),
      sky: snapshot.sky,
      engine_version: snapshot.engineVersion,
      node_version: snapshot.nodeVersion,
    })
    .onConflict((c) => c.columns(['game', 'branch', 'seq']).doNothing())
    .execute();
}
