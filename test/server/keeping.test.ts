/** Looking after the games of a server while it runs: the lost link, backup and restore, deleting, checking. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../server/app.ts';
import { backupCommand } from '../../server/cli/backup.ts';
import { checkCommand } from '../../server/cli/check.ts';
import { deleteCommand } from '../../server/cli/delete.ts';
import { deskCommand } from '../../server/cli/desk.ts';
import { gamesCommand } from '../../server/cli/games.ts';
import { restoreCommand } from '../../server/cli/restore.ts';
import type { Subcommand } from '../../server/cli/subcommand.ts';
import { FILE } from '../../server/store/sqlite.ts';
import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import {
  enter,
  makeGame,
  type Person,
  removeFolder,
  seat,
  startProcess,
  temporaryFolder,
  testApp,
  until,
} from './harness.ts';

const MARK = 'quokkaword';
const folders: string[] = [];
const newFolder = (): string => {
  folders.push(temporaryFolder());
  return folders.at(-1)!;
};
let folder = '';
let app: App;
const at = (): string => `http://localhost:${app.port}`;
beforeEach(async () => {
  folder = newFolder();
  app = await testApp(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
});
afterAll(() => folders.forEach(removeFolder));

/** What a subcommand prints as JSON, and its exit status. */
async function kessler(
  command: Subcommand,
  ...args: string[]
): Promise<{ status: number; said: Record<string, unknown> }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const status = await command.run([...args, '--json']);
  const said = JSON.parse(log.mock.calls.at(-1)![0]);
  log.mockRestore();
  return { status, said };
}
const inData = (...args: string[]): string[] => [...args, '--data', folder];
const marksIn = (data: string): number =>
  readdirSync(data)
    .map((name) => readFileSync(join(data, name)).toString('latin1').split(MARK).length - 1)
    .reduce((sum, n) => sum + n, 0);
const say = (who: Person, text: string) => who.command({ kind: 'say', to: 'plenary', text });
const cardOf = async (code: string): Promise<number> => (await fetch(`${at()}${ROUTES.game(code)}`)).status;

/** A game that has begun, with somebody at the table who has spoken. */
async function spoken(): Promise<
  CreateAnswer & { readonly us: Person; readonly usKey: string; readonly desk: Person }
> {
  const made = await makeGame(at());
  const desk = await enter(at(), { code: made.code }, made.facilitatorKey);
  const us = await seat(at(), made.code, 'US');
  expect(await desk.command({ kind: 'start' })).toBeNull();
  expect(await say(us, `${MARK} at the table`)).toBeNull();
  return { ...made, us, usKey: us.key, desk };
}

describe('a facilitator who has lost the link', () => {
  it('gets a new one, and the old one can be withdrawn', async () => {
    const { code, facilitatorKey } = await spoken();
    const { said } = await kessler(deskCommand, ...inData(code.toLowerCase(), '--port', '8080'));
    const [link] = said.links as string[];
    expect(link).toMatch(new RegExp(`^http://localhost:8080/desk/${code}#[\\w-]{32}$`));
    const desk = await enter(at(), { code }, link!.split('#')[1]!);
    expect(desk.view().viewer.kind).toBe('facilitator');
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();
    expect((await enter(at(), { code }, facilitatorKey)).view().viewer.kind).toBe('facilitator');

    const { said: only } = await kessler(deskCommand, ...inData(code, '--only'));
    for (const old of [facilitatorKey, link!.split('#')[1]!])
      await expect(enter(at(), { code }, old)).rejects.toThrow();
    const newest = (only.links as string[])[0]!.split('#')[1]!;
    expect((await enter(at(), { code }, newest)).view().viewer.kind).toBe('facilitator');
    await expect(deskCommand.run(inData('ABCDEF'))).rejects.toThrow('no game has this code');
  });
});

describe('a backup', () => {
  it('is made while people play, and brings games back on another folder or on the same, also while it runs', async () => {
    const first = await spoken();
    const out = join(newFolder(), 'backup.sqlite');
    const { said } = await kessler(backupCommand, ...inData('--out', out));
    expect(said).toMatchObject({ games: 1, file: out });
    expect(existsSync(`${out}-wal`)).toBe(false);
    await expect(backupCommand.run(inData('--out', out))).rejects.toThrow('it is there already');
    expect(await say(first.us, `${MARK} after it`)).toBeNull();
    const later = await spoken();

    // On another folder: all of it, as it was.
    const other = newFolder();
    expect((await kessler(restoreCommand, out, '--data', other)).said).toEqual({ restored: [first.code], left: [] });
    const second = await startProcess(other);
    const again = await enter(second.at, { code: first.code }, first.usKey);
    expect(again.view().press.map(({ id }) => again.texts[id])).toEqual([`${MARK} at the table`]);
    await second.kill('SIGTERM');

    // Where it is already it stays; where it was deleted it comes back; and it may be set back.
    expect((await kessler(restoreCommand, out, ...inData())).said).toEqual({ restored: [], left: [first.code] });
    expect((await kessler(deleteCommand, ...inData(first.code, '--yes'))).said).toEqual({ deleted: first.code });
    expect((await kessler(restoreCommand, out, ...inData('--game', first.code))).said).toMatchObject({
      restored: [first.code],
    });
    await until('the game as it was', async () => {
      // Whoever does something in the game that was deleted finds the one that is there.
      if (first.us.left.code === null) await say(first.us, 'lost').catch(() => null);
      return first.us.left.code !== null;
    });
    const back = await enter(at(), { code: first.code }, first.usKey);
    expect(await say(back, 'and on')).toBeNull();
    await until('what is said', () => back.view().press.length === 2);
    const { said: listed } = await kessler(gamesCommand, ...inData());
    expect((listed.games as { code: string }[]).map(({ code }) => code).toSorted()).toEqual(
      [first.code, later.code].toSorted(),
    );
    expect((await kessler(checkCommand, ...inData())).said).toEqual({ games: 2, faults: [] });
  });

  it('says of a file that is none what it is', async () => {
    await expect(restoreCommand.run([join(import.meta.dirname, 'harness.ts'), ...inData()])).rejects.toThrow(
      'not a database',
    );
    await expect(backupCommand.run(['--out', 'x', '--data', newFolder()])).rejects.toThrow('no games there');
  });
});

describe('deleting a game', () => {
  it('takes all of it away once play is over, and sends its people away', async () => {
    const { code, facilitatorKey, desk, us, usKey } = await spoken();
    const other = await spoken();
    const remove = (key: string) =>
      fetch(`${at()}${ROUTES.game(code)}`, { method: 'DELETE', headers: { authorization: `Bearer ${key}` } });
    expect((await remove(facilitatorKey)).status).toBe(400);
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    await until('the debrief', () => desk.view().clock.phase === 'debrief', 60_000);
    expect((await remove(usKey)).status).toBe(403);
    const marks = marksIn(folder);
    expect((await remove(facilitatorKey)).status).toBe(200);
    await until('an end', () => us.left.code !== null && desk.left.code !== null);
    expect(await cardOf(code)).toBe(404);
    await expect(enter(at(), { code }, usKey)).rejects.toThrow('game-unknown');
    expect(marksIn(folder)).toBeLessThan(marks);
    const database = new Database(join(folder, FILE), { readonly: true });
    for (const table of ['branches', 'log', 'snapshots', 'keys', 'skies_of'])
      expect(database.prepare(`select count(*) as n from ${table} where game = ?`).get(code), table).toEqual({ n: 0 });
    const unused = 'select count(*) as n from skies where hash not in (select hash from skies_of)';
    expect(database.prepare(unused).get()).toEqual({ n: 0 });
    database.close();
    expect(await say(other.us, 'undisturbed')).toBeNull();
    await expect(deleteCommand.run(inData(other.code))).rejects.toThrow('say --yes');
    expect(await cardOf(other.code)).toBe(200);
  });
});

describe('a check', () => {
  it('names what is damaged, of which game', async () => {
    const { code } = await spoken();
    await app.close();
    const database = new Database(join(folder, FILE));
    database.prepare("update skies set packed = x'00'").run();
    database.prepare('update log set entry = \'{"seq":\' where game = ? and seq = 2').run(code);
    database.close();
    const { status, said } = await kessler(checkCommand, ...inData());
    expect(status).toBe(1);
    const faults = said.faults as { game: string; what: string; why: string }[];
    expect(faults.every((fault) => fault.game === code)).toBe(true);
    expect(faults.map(({ what }) => what).join()).toMatch(/sky .*log 0 to/);
    expect(faults.map(({ why }) => why).join()).toContain(`entry 2 of ${code} cannot be read`);
    app = await testApp(newFolder());
  });
});
