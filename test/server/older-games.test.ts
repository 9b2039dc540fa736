/**
 * Stores as programs of before wrote them (test/golden/games): each was taken from that program while a game ran, with what its desk
 * showed then. This program must show the same, tell it to the end, and forget it.
 */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { FILE } from '../../server/store/sqlite.ts';
import { ROUTES } from '../../shared/protocol.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { enter, type Person, removeFolder, temporaryFolder, testApp, until } from './harness.ts';

/** What the desk of the older program showed when it stopped. */
type Seen = {
  readonly code: string;
  readonly facilitatorKey: string;
  readonly seatKey: string;
  readonly phase: string;
  readonly turn: number;
  /** id, status, signatures */
  readonly texts: readonly (readonly [string, string, number])[];
  readonly seats: Readonly<Record<SeatId, { creditsK: number; standing: number; approval: number; bot: boolean }>>;
  readonly newsAtTheDesk: number;
};

const FOLDER = fileURLToPath(new URL('../golden/games/', import.meta.url));

describe.each(readdirSync(FOLDER))('a game that program %s left in the middle', (version) => {
  const seen = JSON.parse(readFileSync(join(FOLDER, version, 'seen.json'), 'utf8')) as Seen;
  const data = temporaryFolder();
  let app: App;
  let at: string;
  let desk: Person;
  const opened = (async () => {
    copyFileSync(join(FOLDER, version, FILE), join(data, FILE));
    app = await testApp(data);
    at = `http://localhost:${app.port}`;
    desk = await enter(at, { code: seen.code }, seen.facilitatorKey);
  })();
  afterAll(async () => {
    await app?.close();
    removeFolder(data);
  });
  const get = (path: string) => fetch(`${at}${path}`, { headers: { authorization: `Bearer ${seen.facilitatorKey}` } });

  it('stands as it stood', async () => {
    await opened;
    const { clock, instruments, desk: card, news } = desk.view();
    expect([clock.phase, clock.turn]).toEqual([seen.phase, seen.turn]);
    expect(instruments.map((text) => [text.id, text.status, text.signatures.length])).toEqual(seen.texts);
    const seats = Object.entries(card!.seats).map(([id, { creditsK, standing, approval, bot }]) => [
      id,
      { creditsK, standing, approval, bot },
    ]);
    expect(Object.fromEntries(seats)).toEqual(seen.seats);
    expect(news.length).toBe(seen.newsAtTheDesk);
  });

  it('knows its delegate by the key of then', async () => {
    const us = await enter(at, { code: seen.code }, seen.seatKey);
    expect(us.view().viewer).toMatchObject({ kind: 'seat', seat: 'US' });
    expect(Object.values(us.texts)).toContain('A word between us, 1.');
    await us.room.leave();
  });

  it('is told to its end', async () => {
    expect(desk.view().halted).toBe('scenario');
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    await until('the debrief', () => desk.view().clock.phase === 'debrief');
    expect(await desk.command({ kind: 'close' })).toBeNull();
    await until('the end', () => desk.view().clock.phase === 'closed');
    const tables = unzipSync(new Uint8Array(await (await get(ROUTES.tables(seen.code, 'en'))).arrayBuffer()));
    expect(Object.keys(tables).length).toBeGreaterThan(10);
    expect(strFromU8(tables['messages.csv']!)).toContain('We speak in year 1.');
    const log = (await (await get(ROUTES.export(seen.code))).text()).trim().split('\n');
    // Words stand between the entries, as lines of their own.
    const seqs = log.flatMap((line) => (JSON.parse(line) as { seq?: number }).seq ?? []);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    expect(seqs.length).toBeGreaterThan(100);
  });

  it('is forgotten', async () => {
    const gone = await fetch(`${at}${ROUTES.game(seen.code)}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${seen.facilitatorKey}` },
    });
    expect(gone.status).toBe(200);
    expect((await get(ROUTES.export(seen.code))).status).toBe(404);
  });
});
