/** What a disk can do to a game, and what is made good: bits that flip, a folder that cannot be written. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE } from '../../server/store/sqlite.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { endPhasesUntil, enter, makeGame, removeFolder, temporaryFolder, testApp, until } from './harness.ts';

const folder = temporaryFolder();
const game = { code: '', lobby: '', key: '', hash: '', skyHash: '' };
beforeAll(async () => {
  const app = await testApp(folder);
  const at = `http://localhost:${app.port}`;
  game.lobby = (await makeGame(at)).code;
  const made = await makeGame(at);
  const desk = await enter(at, { code: made.code }, made.facilitatorKey);
  expect(await desk.command({ kind: 'start' })).toBeNull();
  await endPhasesUntil(desk, 'negotiation', 2);
  expect(await desk.command({ kind: 'pause' })).toBeNull();
  const { state } = (await app.games.find(made.code))!.running.game();
  Object.assign(game, { code: made.code, key: made.facilitatorKey, hash: stateHash(state), skyHash: state.skyHash });
  await until('the snapshots', async () => (await app.games.store.snapshots(made.code, 'main')).length > 5);
  await app.close();
});
afterAll(() => removeFolder(folder));

/** Flips a bit in the middle of what a column of a row holds. */
function flip(table: 'snapshots' | 'skies', column: 'state' | 'packed', where: string): Buffer {
  const database = new Database(join(folder, FILE));
  const row = database.prepare(`select rowid, ${column} as bytes from ${table} where ${where} limit 1`).get() as {
    rowid: number;
    bytes: Buffer;
  };
  const { bytes } = row;
  bytes[bytes.length >> 1]! ^= 4;
  database.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(bytes, row.rowid);
  database.close();
  return bytes;
}
/** The hash of a game's state as a server opens it that is started now. */
async function opened(code: string): Promise<{ hash: string; objects: number }> {
  const app = await testApp(folder);
  try {
    const { state, sky } = (await app.games.find(code))!.running.game();
    return { hash: stateHash(state), objects: sky.count };
  } finally {
    await app.close();
  }
}
const packed = (hash: string): Buffer => {
  const database = new Database(join(folder, FILE), { readonly: true });
  const row = database.prepare('select packed from skies where hash = ?').get(hash) as { packed: Buffer };
  database.close();
  return row.packed;
};

describe('a bit that has flipped', () => {
  it('in a snapshot costs nothing: an earlier one tells the same', async () => {
    const whole = await opened(game.code);
    flip('snapshots', 'state', `game = '${game.code}' order by seq desc`);
    expect(await opened(game.code)).toEqual(whole);
  });

  it('in a sky costs the time to compute it again', async () => {
    const sound = packed(game.skyHash);
    const whole = await opened(game.code);
    flip('skies', 'packed', `hash = '${game.skyHash}'`);
    expect(packed(game.skyHash).equals(sound)).toBe(false);
    expect(await opened(game.code)).toEqual(whole);
    expect(packed(game.skyHash).equals(sound)).toBe(true);
  });

  it('in a starting sky costs nothing: the program has it', async () => {
    const whole = await opened(game.lobby);
    const broken = flip('skies', 'packed', `hash <> '${game.skyHash}'`);
    expect(await opened(game.lobby)).toEqual(whole);
    const database = new Database(join(folder, FILE), { readonly: true });
    const all = database.prepare('select packed from skies').all() as { packed: Buffer }[];
    database.close();
    expect(all.some((row) => row.packed.equals(broken))).toBe(false);
  });
});

const UNSHARE = 'unshare';
const inNamespace = (script: string, env: Record<string, string> = {}) =>
  spawnSync(UNSHARE, ['--user', '--map-root-user', '--mount', 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
const READ_ONLY = `mount --bind "${folder}" "${folder}" && mount -o remount,ro,bind "${folder}"`;

describe.skipIf(inNamespace(READ_ONLY).status !== 0)('a folder that cannot be written', () => {
  it('is told at the start', () => {
    const main = join(import.meta.dirname, '../../server/main.ts');
    const { status, stderr, stdout } = inNamespace(`${READ_ONLY} && exec "${process.execPath}" "${main}"`, {
      PORT: '0',
      KESSLER_DATA: folder,
    });
    expect(stdout).toBe('');
    expect(stderr).toMatch(new RegExp(`^The server could not start\\. the data in ${folder}: .*read-?only`, 'm'));
    expect(status).toBe(1);
  });
});
