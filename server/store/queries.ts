/** The store's questions and changes as Kysely queries: the same for every SQL database. Run one after another by the writer. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Entry } from '../../shared/game/commands/index.ts';
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
          aside: 0,
        })
        .execute();
      await db.insertInto('branches').values({ game: game.code, branch: MAIN, parent: null, parent_seq: 0 }).execute();
      await saveSky(db, game.code, sky);
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
      const rows = await db
        .selectFrom('games')
        .selectAll()
        .where('closed', '=', 0)
        .where('aside', '=', 0)
        .orderBy('created_at')
        .execute();
      return rows.map(recordOf);
    },
    async games() {
      const rows = await db.selectFrom('games').selectAll().orderBy('created_at').execute();
      return rows.map(recordOf);
    },
    async setAside(code, aside) {
      await db
        .updateTable('games')
        .set({ aside: aside ? 1 : 0 })
        .where('code', '=', code)
        .execute();
    },
    async deleteGame(code) {
      const gone = await db.deleteFrom('games').where('code', '=', code).executeTakeFirst();
      await eraseWords(db, [code]);
      for (const table of OF_GAME) await db.deleteFrom(table).where('game', '=', code).execute();
      const own = db.selectFrom('skies_of').select('hash').where('game', '=', code);
      const others = db.selectFrom('skies_of').select('hash').where('game', '!=', code);
      await db.deleteFrom('skies').where('hash', 'in', own).where('hash', 'not in', others).execute();
      await db.deleteFrom('skies_of').where('game', '=', code).execute();
      return Number(gone.numDeletedRows) > 0;
    },
    async wholeGame(code) {
      const games = await db.selectFrom('games').selectAll().where('code', '=', code).execute();
      if (games.length === 0) return null;
      const whole: Record<string, Record<string, unknown>[]> = { games };
      for (const table of [...OF_GAME, 'texts', 'skies_of'] as const)
        whole[table] = await db.selectFrom(table).selectAll().where('game', '=', code).execute();
      const own = db.selectFrom('skies_of').select('hash').where('game', '=', code);
      whole.skies = await db.selectFrom('skies').selectAll().where('hash', 'in', own).execute();
      return whole;
    },
    async takeGame(whole) {
      const [game] = whole.games as unknown as Tables['games'][];
      if (await isThere(db, game!.code)) return false;
      // Other games may have the same skies; of a game that was deleted there may be erased texts.
      for (const [table, rows] of Object.entries(whole))
        for (const row of rows)
          await db
            .insertInto(table as keyof Tables)
            .values(row as never)
            .onConflict((c) => c.doNothing())
            .execute();
      return true;
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
      if (!(await isThere(db, game))) throw new SequenceConflict(`there is no game ${game}`);
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
    async saveSnapshot(game, branch, snapshot) {
      if (await isThere(db, game)) await saveSnapshot(db, game, branch, snapshot);
    },
    async snapshots(game, branch) {
      const rows = await db
        .selectFrom('snapshots')
        .select('seq')
        .where('game', '=', game)
        .where('branch', '=', branch)
        .orderBy('seq', 'desc')
        .execute();
      return rows.map((row) => Number(row.seq));
    },
    async snapshot(game, branch, seq) {
      const row = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('game', '=', game)
        .where('branch', '=', branch)
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow();
      return {
        seq: Number(row.seq),
        state: readOr(`the snapshot of ${game} at ${row.seq}`, () => zstdDecompressSync(row.state).toString('utf8')),
        sky: row.sky,
        engineVersion: row.engine_version,
        nodeVersion: row.node_version,
      };
    },
    async saveSky(game, sky) {
      if (await isThere(db, game)) await saveSky(db, game, sky);
    },
    async mendSky(game, sky) {
      // Of what is broken not even the place may be found again: it goes, and a new one comes.
      await db.deleteFrom('skies').where('hash', '=', sky.hash).execute();
      await saveSky(db, game, sky);
    },
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
    eraseWords: (games) => eraseWords(db, games),
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
    async dropKeys(game, role) {
      await db.deleteFrom('keys').where('game', '=', game).where('role', '=', role).execute();
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
  aside: Number(row.aside) !== 0,
});

/** Tables whose rows belong to one game, but for its texts, which are never deleted, and its skies, which others may have. */
const OF_GAME = ['branches', 'log', 'snapshots', 'keys'] as const;

const isThere = async (db: Db, code: string): Promise<boolean> =>
  (await db.selectFrom('games').select('code').where('code', '=', code).executeTakeFirst()) !== undefined;

async function eraseWords(db: Db, games: readonly string[]): Promise<number> {
  const erased = await db
    .updateTable('texts')
    .set({ words: sql`zeroblob(length(cast(words as blob)))` })
    .where('game', 'in', games)
    .where(areThere)
    .executeTakeFirst();
  return Number(erased.numUpdatedRows);
}

async function saveSky(db: Db, game: string, sky: PackedSky): Promise<void> {
  await db
    .insertInto('skies')
    .values({ hash: sky.hash, packed: Buffer.from(sky.packed) })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
  await db
    .insertInto('skies_of')
    .values({ game, hash: sky.hash })
    .onConflict((c) => c.columns(['game', 'hash']).doNothing())
    .execute();
}

async function saveSnapshot(db: Db, game: string, branch: string, snapshot: Snapshot): Promise<void> {
  await db
    .insertInto('snapshots')
    .values({
      game,
      branch,
      seq: snapshot.seq,
      state: zstdCompressSync(snapshot.state, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
      sky: snapshot.sky,
      engine_version: snapshot.engineVersion,
      node_version: snapshot.nodeVersion,
    })
    .onConflict((c) => c.columns(['game', 'branch', 'seq']).doNothing())
    .execute();
}
