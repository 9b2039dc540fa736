/** What a server says that cannot start, or finds a game that it cannot open: what is wrong and where; and nothing is lost by it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import { FILE } from '../../server/store/sqlite.ts';
import { enter, makeGame, removeFolder, seat, temporaryFolder, until } from './harness.ts';

const folders: string[] = [];
const folder = (): string => {
  folders.push(temporaryFolder());
  return folders.at(-1)!;
};
const apps: App[] = [];
const start = async (data: string, port = 0, lines: string[] = []): Promise<App> => {
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const app = await startApp({ data, port, log });
  apps.push(app);
  return app;
};
const addressOf = (app: App): string => `http://localhost:${app.port}`;
afterAll(async () => {
  for (const app of apps) await app.close();
  for (const made of folders) removeFolder(made);
});

describe('a server', () => {
  it('says which port is taken, and lets go of its data', async () => {
    const first = await start(folder());
    const data = folder();
    await expect(start(data, first.port)).rejects.toThrow(new RegExp(`port ${first.port}.*EADDRINUSE`));
    await (await start(data)).close();
  });

  it('does not touch the games of another server on the same data', async () => {
    const data = folder();
    const first = await start(data);
    const { code } = await makeGame(addressOf(first));
    const us = await seat(addressOf(first), code, 'US');
    await expect(start(data)).rejects.toThrow(`the data in ${data}: another server`);
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'undisturbed' })).toBeNull();
  });

  it('says which data it cannot read', async () => {
    const file = join(folder(), 'a file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(`the data in ${file}: EEXIST`);
    const data = folder();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, FILE), 'this is not a database, however long it may be read '.repeat(100));
    await expect(start(data)).rejects.toThrow(`the data in ${data}: file is not a database`);
  });

  it('names the game that cannot be read and goes on with the others', async () => {
    const data = folder();
    const first = await start(data);
    const broken = await makeGame(addressOf(first));
    const sound = await makeGame(addressOf(first));
    for (const { code } of [broken, sound]) {
      const us = await seat(addressOf(first), code, 'US');
      expect(await us.command({ kind: 'say', to: 'plenary', text: 'before' })).toBeNull();
    }
    await first.close();
    const database = new Database(join(data, FILE));
    database.prepare('update log set entry = \'{"seq":\' where game = ? and seq = 1').run(broken.code);
    // As a crash leaves them.
    database.prepare('update games set aside = 0').run();
    database.close();

    const lines: string[] = [];
    const second = await start(data, 0, lines);
    expect(second.resumed).toBe(1);
    const named = lines.filter((line) => (JSON.parse(line) as { game?: string }).game === broken.code);
    expect(named.join()).toContain('a game could not be opened');
    expect(named.join()).toContain(`entry 1 of ${broken.code} cannot be read`);
    const us = await seat(addressOf(second), sound.code, 'CN');
    await until('what was said', () => us.view().press.length === 1);
    await expect(enter(addressOf(second), { code: broken.code }, null)).rejects.toThrow();
    expect((await fetch(`${addressOf(second)}/api/games/${broken.code}`)).status).toBe(500);
  });
});
