/** A disk that is full: a real one, in memory, of a size of its own. Only where the system lets a user mount one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FILE, openSqlite } from '../../server/store/sqlite.ts';
import { MAIN } from '../../server/store/store.ts';
import { enter, makeGame, type Process, removeFolder, seat, startProcess, temporaryFolder, until } from './harness.ts';

const folder = temporaryFolder();
const disk = join(folder, 'disk');
mkdirSync(disk);
let server: Process | undefined;
afterAll(async () => {
  await server?.kill('SIGKILL');
  removeFolder(folder);
});

const MEGABYTE = 1024 * 1024;
/** What runs behind these words has a disk of so many megabytes to itself, and is the process that was started. */
const onDisk = (megabytes: number): readonly string[] => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${megabytes}m none "${disk}" && exec "$@"`,
  'sh',
];
const [command, ...rest] = onDisk(1);
const mayMount = spawnSync(command!, [...rest, 'true']).status === 0;

describe.skipIf(!mayMount)('a disk that is full', () => {
  it('takes all that is committed together, or nothing of it', () => {
    const script = join(import.meta.dirname, 'store-full.ts');
    const [first, ...others] = [...onDisk(4), process.execPath, script, disk];
    const told = (bytes: number): unknown => JSON.parse(execFileSync(first!, [...others, `${bytes}`]).toString());
    expect(told(MEGABYTE)).toEqual({ both: ['fulfilled', 'fulfilled'], again: ['rejected'], kept: 1 });
    expect(told(12 * MEGABYTE)).toEqual({ both: ['rejected', 'rejected'], again: ['fulfilled'], kept: 1 });
  });

  it('makes the server say so, loses nothing that was acknowledged, and is forgotten when there is room again', async () => {
    server = await startProcess(disk, {}, onDisk(24));
    const seen = join('/proc', `${server.pid}`, 'root', disk);
    const { code, facilitatorKey } = await makeGame(server.at);
    const desk = await enter(server.at, { code }, facilitatorKey);
    const us = await seat(server.at, code, 'US');
    expect(await desk.command({ kind: 'start' })).toBeNull();
    const acknowledged: string[] = [];
    const say = async (text: string): Promise<string | null> => {
      const refusal = await us.command({ kind: 'say', to: 'plenary', text });
      if (!refusal) acknowledged.push(text);
      return refusal?.code ?? null;
    };
    expect(await say('with room')).toBeNull();

    const filler = join(seen, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(24 * MEGABYTE))).toThrow('ENOSPC');
    // A log that has room in its last page takes a few more.
    for (let n = 0; n < 10; n++) await say(`on a full disk ${n}`);
    expect(await say('refused')).toBe('store-down');
    expect(acknowledged.length).toBeLessThan(10);
    expect(await desk.command({ kind: 'end-phase' })).toMatchObject({ code: 'store-down' });
    await until('the start', () => desk.view().clock.phase !== 'lobby');
    expect(desk.view().clock.phase).toBe('briefing');
    const { at } = server;
    const health = async (): Promise<number> => (await fetch(`${at}/api/health`)).status;
    await until('a health that is told', async () => (await health()) === 503);

    rmSync(filler);
    await until('room', async () => (await say('with room again')) === null);
    await until('health', async () => (await health()) === 200);
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();
    await until('the next phase', () => us.view().clock.phase === 'negotiation');
    expect(us.view().press.map((m) => us.texts[m.id])).toEqual(acknowledged);

    // What is on the disk is what was acknowledged.
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    for (const name of [FILE, `${FILE}-wal`]) cpSync(join(seen, name), join(copy, name));
    const store = await openSqlite(copy);
    const said = (await store.entries(code, MAIN, 0, 1_000)).flatMap(({ command }) =>
      command.kind === 'say' ? [command.text] : [],
    );
    const words = new Map((await store.texts(code)).map((text) => [text.id, text.words]));
    await store.close();
    expect(said.map((id) => words.get(id))).toEqual(acknowledged);
  });
});
