import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { FILE, openSqlite } from '../../server/store/sqlite.ts';
import { MAIN, SequenceConflict, type Snapshot } from '../../server/store/store.ts';
import type { Entry } from '../../shared/game/commands/index.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'kessler-store-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const first: Snapshot = { seq: 0, state: '{"turn":0}', sky: 'aa', engineVersion: 'e1', nodeVersion: 'n1' };
const record = (code: string) => ({ code, scenario: 'first-test', createdAt: 1, closed: false });
const sky = { hash: 'aa', packed: new Uint8Array([1, 2, 3]) };
const entry = (seq: number): Entry => ({
  seq,
  at: 1_000 + seq,
  actor: { role: 'facilitator' },
  id: `id${seq}`,
  command: { kind: 'ready', on: true },
});

/** Commits in the write-ahead log: frames that carry the size of the database after them (https://sqlite.org/fileformat2.html#walformat). */
function commits(at: string): number {
  const wal = readFileSync(join(at, `${FILE}-wal`));
  const frame = 24 + wal.readUInt32BE(8);
  let count = 0;
  for (let offset = 32; offset + frame <= wal.length; offset += frame) if (wal.readUInt32BE(offset + 4) > 0) count++;
  return count;
}

describe('the store', () => {
  it('keeps what it was given, over a reopening', async () => {
    const at = folder();
    const store = await openSqlite(at);
    expect(await store.createGame(record('ABCDEF'), first, sky, 'k1')).toBe(true);
    await store.append('ABCDEF', MAIN, 0, [entry(1), entry(2)], [{ id: 't1', words: 'Grüße 🚀' }]);
    await store.saveSnapshot('ABCDEF', MAIN, { ...first, seq: 2, state: '{"turn":1}' });
    await store.close();

    const again = await openSqlite(at);
    expect((await again.openGames()).map((game) => game.code)).toEqual(['ABCDEF']);
    expect(await again.snapshots('ABCDEF', MAIN)).toEqual([2, 0]);
    expect(await again.snapshot('ABCDEF', MAIN, 2)).toEqual({ ...first, seq: 2, state: '{"turn":1}' });
    expect(await again.entries('ABCDEF', MAIN, 0, 10)).toEqual([entry(1), entry(2)]);
    expect(await again.entries('ABCDEF', MAIN, 1, 10)).toEqual([entry(2)]);
    expect(await again.texts('ABCDEF')).toEqual([{ id: 't1', words: 'Grüße 🚀' }]);
    expect([...(await again.sky('aa'))!]).toEqual([1, 2, 3]);
    expect(await again.key('k1')).toEqual({ game: 'ABCDEF', role: 'facilitator', delegate: null });
    expect(await again.gamesWithWords(1)).toEqual([]);
    expect(await again.gamesWithWords(2)).toEqual(['ABCDEF']);
    expect(await again.eraseWords(['ABCDEF'])).toBe(1);
    expect(await again.texts('ABCDEF')).toEqual([{ id: 't1', words: null }]);
    expect(await again.gamesWithWords(2)).toEqual([]);
    await again.closeGame('ABCDEF');
    expect(await again.openGames()).toEqual([]);
    expect((await again.game('ABCDEF'))?.closed).toBe(true);
    await again.close();
  });

  it('gives a code once and a key at most so often', async () => {
    const store = await openSqlite(folder());
    expect(await store.createGame(record('ABCDEF'), first, sky, 'k1')).toBe(true);
    expect(await store.createGame(record('ABCDEF'), first, sky, 'k2')).toBe(false);
    expect(await store.key('k2')).toBeNull();
    const key = { game: 'ABCDEF', role: 'delegate', delegate: 'd' } as const;
    expect(await store.addKey('k3', key, 2, [])).toBe(true);
    // A key without a seat makes room; one with a seat stays, and so does the facilitator's.
    expect(await store.addKey('k4', { ...key, delegate: 'e' }, 2, [])).toBe(true);
    expect(await store.key('k3')).toBeNull();
    expect(await store.addKey('k5', { ...key, delegate: 'f' }, 2, ['e'])).toBe(false);
    expect(await store.key('k4')).not.toBeNull();
    expect(await store.key('k1')).not.toBeNull();
    await store.close();
  });

  it('refuses an append that is not at the end, and leaves the others of the same commit alone', async () => {
    const store = await openSqlite(folder());
    await store.createGame(record('ABCDEF'), first, sky, 'k1');
    await store.createGame(record('GHJKMN'), first, sky, 'k2');
    const outcomes = await Promise.allSettled([
      store.append('ABCDEF', MAIN, 0, [entry(1)], []),
      store.append('ABCDEF', MAIN, 0, [entry(1)], [{ id: 'lost', words: 'never' }]),
      store.append('GHJKMN', MAIN, 0, [entry(1)], []),
      store.append('GHJKMN', MAIN, 5, [entry(6)], []),
    ]);
    expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    for (const o of outcomes) if (o.status === 'rejected') expect(o.reason).toBeInstanceOf(SequenceConflict);
    expect(await store.texts('ABCDEF')).toEqual([]);
    expect(await store.entries('GHJKMN', MAIN, 0, 10)).toHaveLength(1);
    await store.close();
  });

  it('keeps nothing of an append of which a part fails', async () => {
    const store = await openSqlite(folder());
    await store.createGame(record('ABCDEF'), first, sky, 'k1');
    const text = { id: 't1', words: 'said' };
    await store.append('ABCDEF', MAIN, 0, [entry(1)], [text]);
    // Its entry could be written, its words are there already.
    await expect(store.append('ABCDEF', MAIN, 1, [entry(2)], [text])).rejects.toThrow(/UNIQUE/);
    expect(await store.entries('ABCDEF', MAIN, 0, 10)).toEqual([entry(1)]);
    await store.append('ABCDEF', MAIN, 1, [entry(2)], []);
    await store.close();
  });

  it('says so when another process holds the file, and goes on after it', async () => {
    const at = folder();
    const store = await openSqlite(at, 50);
    await store.createGame(record('ABCDEF'), first, sky, 'k1');
    const other = new Database(join(at, FILE));
    other.exec('begin immediate');
    await expect(store.append('ABCDEF', MAIN, 0, [entry(1)], [])).rejects.toThrow(/busy|locked/i);
    other.exec('rollback');
    other.close();
    await store.append('ABCDEF', MAIN, 0, [entry(1)], []);
    await store.close();
    await expect(store.append('ABCDEF', MAIN, 1, [entry(2)], [])).rejects.toThrow(/closed/);
  });

  it('erases words where they stand, of one game after the other, and leaves the rest of the file alone', async () => {
    const at = folder();
    const store = await openSqlite(at);
    const codes = ['ABCDEF', 'GHJKMN', 'PQRSTV'];
    for (const code of codes) await store.createGame(record(code), first, sky, `k${code}`);
    const typed = (code: string, seq: number) => `${code}quokka `.repeat(1 + ((seq * 137) % 700));
    for (let seq = 1; seq <= 200; seq++)
      for (const code of codes)
        await store.append(code, MAIN, seq - 1, [entry(seq)], [{ id: `t${seq}`, words: typed(code, seq) }]);
    await store.saveSky('ABCDEF', { hash: 'bb', packed: new Uint8Array(100_000) });
    const other = new Database(join(at, FILE));
    other.prepare("delete from skies where hash = 'bb'").run();
    const unused = (): unknown => other.pragma('freelist_count', { simple: true });
    const before = unused();
    expect(before).toBeGreaterThan(20);

    const marks = (code: string): number =>
      [FILE, `${FILE}-wal`]
        .map((name) => readFileSync(join(at, name)).toString('latin1').split(`${code}quokka`).length - 1)
        .reduce((a, b) => a + b);
    for (const [n, code] of codes.entries()) {
      expect(marks(code)).toBeGreaterThan(200);
      expect(await store.eraseWords([code])).toBe(200);
      expect(marks(code)).toBe(0);
      for (const later of codes.slice(n + 1)) {
        const { words } = (await store.texts(later)).find(({ id }) => id === 't150')!;
        expect(words).toBe(typed(later, 150));
      }
      expect(await store.eraseWords([code])).toBe(0);
    }
    expect(unused()).toBe(before);
    expect((await store.texts('ABCDEF')).every(({ words }) => words === null)).toBe(true);
    // One who reads holds the erasing up, and nobody else.
    await store.append('ABCDEF', MAIN, 200, [entry(201)], [{ id: 't201', words: 'ABCDEFquokka' }]);
    other.exec('begin');
    other.prepare('select count(*) from log').get();
    const erasing = store.eraseWords(['ABCDEF']);
    await store.append('GHJKMN', MAIN, 200, [entry(201)], []);
    expect(marks('ABCDEF')).toBeGreaterThan(0);
    other.exec('commit');
    expect(await erasing).toBe(1);
    expect(marks('ABCDEF')).toBe(0);
    other.close();
    await store.close();
  });

  it('commits what waits together: a hundred appends cost few commits', async () => {
    const at = folder();
    const store = await openSqlite(at);
    const codes = Array.from({ length: 100 }, (_, i) => `G${i}`);
    await Promise.all(codes.map((code) => store.createGame(record(code), first, sky, `k${code}`)));
    const before = commits(at);
    await Promise.all(codes.map((code) => store.append(code, MAIN, 0, [entry(1)], [])));
    const after = commits(at);
    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThan(20);
    await store.close();
  });

  it('loses no acknowledged entry to a kill', async () => {
    const at = folder();
    const script = new URL('./store-killed.ts', import.meta.url).pathname;
    const run = promisify(execFile)(process.execPath, [script, at]);
    const { stdout } = await run.catch((killed: { stdout: string }) => killed);
    const acknowledged = stdout.trim().split('\n').map(Number);
    expect(acknowledged.length).toBeGreaterThan(20);
    const store = await openSqlite(at);
    const kept = new Set((await store.entries('ABCDEF', MAIN, 0, 100_000)).map((e) => e.seq));
    for (const seq of acknowledged) expect(kept.has(seq)).toBe(true);
    await store.append('ABCDEF', MAIN, kept.size, [entry(kept.size + 1)], []);
    await store.close();
  });
});
