/** Words are erased for good: the store's files are searched for them byte by byte, while log, hashes and replay stay as they were. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { eraseCommand } from '../../server/cli/erase.ts';
import { exportLines } from '../../server/records/exports.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { type Erased, ROUTES } from '../../shared/protocol.ts';
import { enter, makeGame, newKey, type Person, removeFolder, temporaryFolder, testApp, until } from './harness.ts';

/** In all that is typed here, and nowhere else in a store. */
const MARK = 'quokkaword';
/** Enough to fill many pages of the file and to make it move what it has. */
const MESSAGES = 300;
const folders: string[] = [];
let app: App | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

/** How often the mark stands in the files of a folder. */
const marksIn = (folder: string): number =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1').split(MARK).length - 1)
    .reduce((sum, n) => sum + n, 0);

type Table = {
  readonly folder: string;
  readonly code: string;
  readonly desk: Person;
  readonly us: Person;
  readonly deskKey: string;
  readonly usKey: string;
};

/** A game in which every kind of words has been typed. */
async function talkedAt(folder: string): Promise<Table> {
  folders.push(folder);
  app = await testApp(folder);
  const at = `http://localhost:${app.port}`;
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const { key } = await newKey(at, code);
  const us = await enter(at, { code }, key);
  const type = async (person: Person, command: Record<string, unknown>): Promise<void> =>
    expect(await person.command({ ...command, text: `${MARK} ${command.kind}` }), String(command.kind)).toBeNull();
  await type(us, { kind: 'join', seat: 'US' });
  expect(await desk.command({ kind: 'start' })).toBeNull();
  await type(us, { kind: 'say', to: 'plenary' });
  await type(us, { kind: 'say', to: 'CN' });
  await type(us, { kind: 'say', to: 'facilitator' });
  await type(desk, { kind: 'broadcast' });
  await type(desk, { kind: 'reply', to: 'US' });
  const inject = desk.view().desk!.injects.find((i) => i.planned === 2)!;
  await type(desk, { kind: 'edit-inject', inject: inject.id });
  const { running } = (await app.games.find(code))!;
  for (let i = 0; i < MESSAGES; i++) {
    const text = `${MARK} ${i} `.repeat(1 + ((i * 37) % 90));
    expect(await running.submit({ kind: 'facilitator' }, nanoid(), { kind: 'broadcast', text })).toBeNull();
  }
  return { folder, code, desk, us, deskKey: facilitatorKey, usKey: key };
}

/** The export of a game, line by line. */
async function exported(code: string): Promise<{ kind: string; words?: string | null; stateHash?: string }[]> {
  const store = await openSqlite(folders.at(-1)!);
  const lines: string[] = [];
  for await (const line of exportLines((await app!.games.find(code))!.running, store)) lines.push(line);
  await store.close();
  return lines.map((line) => JSON.parse(line));
}

const askToErase = async (code: string, key: string): Promise<{ status: number; body: Partial<Erased> }> => {
  const address = `http://localhost:${app!.port}${ROUTES.typed(code)}`;
  const answer = await fetch(address, { method: 'DELETE', headers: { authorization: `Bearer ${key}` } });
  return { status: answer.status, body: (await answer.json()) as Partial<Erased> };
};

describe('words of old games', () => {
  it('are gone from every file after `kessler erase --words`, and the log is as good as before', async () => {
    const { folder, code } = await talkedAt(temporaryFolder());
    const before = await exported(code);
    await app!.close();
    expect(marksIn(folder)).toBeGreaterThan(MESSAGES);

    expect(await eraseCommand.run(['--words', '--older-than-days', '1', '--data', folder])).toBe(0);
    expect(marksIn(folder)).toBeGreaterThan(MESSAGES);
    expect(await eraseCommand.run(['--words', '--older-than-days', '0', '--data', folder])).toBe(0);
    expect(marksIn(folder)).toBe(0);

    app = await testApp(folder);
    const after = await exported(code);
    const entries = (lines: typeof after) => lines.filter((line) => line.kind === 'entry');
    // Those who were there have gone: that is all that is new.
    expect(entries(after).slice(0, entries(before).length)).toEqual(entries(before));
    const typed = after.filter((line) => line.kind === 'text');
    expect(typed.length).toBeGreaterThan(MESSAGES);
    expect(typed.every((line) => line.words === null)).toBe(true);
  });

  it('are taken back from those who are looking at them', async () => {
    const { folder, code, us } = await talkedAt(temporaryFolder());
    const { running } = (await app!.games.find(code))!;
    const { state } = running.game();
    await until('the words', () => Object.values(us.texts).some((text) => text?.startsWith(MARK)));
    expect(await app!.games.eraseWords([code])).toBeGreaterThan(MESSAGES);
    await until('no words', () => Object.values(us.texts).every((text) => text === null));
    expect(running.game().state).toBe(state);
    expect(marksIn(folder)).toBe(0);
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'and on we go' })).toBeNull();
    await until('new words', () => Object.values(us.texts).includes('and on we go'));
    expect(await app!.games.eraseWords([])).toBe(0);
  });

  it('are deleted from the desk once play is over, and by nobody else', async () => {
    const { folder, code, desk, deskKey, usKey } = await talkedAt(temporaryFolder());
    expect((await askToErase(code, deskKey)).status).toBe(400);
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    await until('the debrief', () => desk.view().clock.phase === 'debrief', 30_000);
    expect((await askToErase(code, usKey)).status).toBe(403);
    expect(marksIn(folder)).toBeGreaterThan(MESSAGES);
    const { status, body } = await askToErase(code, deskKey);
    expect(status).toBe(200);
    expect(body.texts).toBeGreaterThan(MESSAGES);
    expect(marksIn(folder)).toBe(0);
  });

  it('are erased at the start by a server that is told how long to keep them', async () => {
    const { folder } = await talkedAt(temporaryFolder());
    await app!.close();
    app = await testApp(folder, undefined, 1);
    expect(marksIn(folder)).toBeGreaterThan(MESSAGES);
    await app.close();
    app = await testApp(folder, undefined, 1e-6);
    expect(marksIn(folder)).toBe(0);
  });
});
