/** Limits behind proxies, over real sockets: who is told to slow down, and who cannot say that it comes from elsewhere. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOM, ROUTES } from '../../shared/protocol.ts';
import { type Process, removeFolder, startProcess, temporaryFolder } from './harness.ts';

/** More than anybody may ask at once. */
const MANY = 130;
const folders: string[] = [];
const running: Process[] = [];
const start = async (proxies?: string): Promise<string> => {
  folders.push(temporaryFolder());
  const server = await startProcess(folders.at(-1)!, proxies === undefined ? {} : { KESSLER_PROXIES: proxies });
  running.push(server);
  return server.at;
};
afterAll(async () => {
  for (const server of running) await server.kill('SIGKILL');
  for (const folder of folders) removeFolder(folder);
});

/** Wrong codes and ways into such a game, so many times each; `said` is what the n-th request says of where it comes from. */
async function statuses(at: string, said: (n: number) => string): Promise<{ codes: number[]; ways: number[] }> {
  const codes: number[] = [];
  const ways: number[] = [];
  for (let n = 0; n < MANY; n++) {
    const headers = { 'x-forwarded-for': said(n), 'content-type': 'application/json' };
    codes.push((await fetch(`${at}${ROUTES.game('ZZZZZZ')}`, { headers })).status);
    const body = JSON.stringify({ code: 'ZZZZZZ' });
    ways.push((await fetch(`${at}/matchmake/joinOrCreate/${ROOM}`, { method: 'POST', headers, body })).status);
  }
  return { codes, ways };
}

describe('limits', () => {
  it('are of one person each behind a proxy that is counted, whatever that person adds before it', async () => {
    const at = await start('1');
    const apart = await statuses(at, (n) => `10.1.0.${n}`);
    expect(new Set(apart.codes)).toEqual(new Set([404]));
    expect(new Set(apart.ways)).toEqual(new Set([404]));
    const forged = await statuses(at, (n) => `10.2.0.${n}, 10.9.9.9`);
    expect(forged.codes.at(-1)).toBe(429);
  });

  it('count as many proxies as they are told', async () => {
    const at = await start('2');
    const apart = await statuses(at, (n) => `10.9.9.9, 10.1.0.${n}, 10.8.8.8`);
    expect(new Set(apart.codes)).toEqual(new Set([404]));
    const forged = await statuses(at, (n) => `10.2.0.${n}, 10.9.9.9, 10.8.8.8`);
    expect(forged.codes.at(-1)).toBe(429);
  });

  it('believe nobody where no proxy is counted, and say once what that means', async () => {
    const forged = await statuses(await start(), (n) => `10.1.0.${n}`);
    expect(forged.codes.at(-1)).toBe(429);
    expect(running.at(-1)!.said().split('KESSLER_PROXIES')).toHaveLength(2);
  });

  it('are not started on a number of proxies that is none', () => {
    const main = join(import.meta.dirname, '../../server/main.ts');
    const { status, stderr } = spawnSync(process.execPath, [main], { env: { ...process.env, KESSLER_PROXIES: 'one' } });
    expect(status).toBe(1);
    expect(stderr.toString()).toContain('KESSLER_PROXIES must be a number of proxies from 0');
  });
});
