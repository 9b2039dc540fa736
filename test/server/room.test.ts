import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { FILE } from '../../server/store/sqlite.ts';
import {
  PART_HOURS,
  WARNING_HOURS,
  type Warnings,
  type WarningsUnderWay,
} from '../../shared/game/other-worlds/warnings-shape.ts';
import { CLOSE_CODES, REQUESTS, type WarningsAnswer } from '../../shared/protocol.ts';
import { enter, makeGame, newKey, type Person, pause, seat, until } from './harness.ts';
import { hosted } from './hosted.ts';

/** Commands at once: more than are taken, even where they take ten seconds to come in; fewer than cut the line. */
const FLOOD = 300;
/** A day is searched in so many parts. */
const PARTS = WARNING_HOURS / PART_HOURS;
const START = { kind: 'start', means: { phaseNumber: 0 } };
const here = hosted();

const fresh = async (): Promise<{ code: string; desk: Person; us: Person; cn: Person; cnKey: string }> => {
  const { code, facilitatorKey } = await makeGame(here.at);
  const desk = await enter(here.at, { code }, facilitatorKey);
  const us = await seat(here.at, code, 'US');
  const cn = await seat(here.at, code, 'CN');
  return { code, desk, us, cn, cnKey: cn.key };
};

describe('a room', () => {
  it('takes people in, carries words, and keeps every view whole over deltas', async () => {
    const { code, desk, us, cn } = await fresh();
    const screen = await enter(here.at, { code, as: 'projector' }, null);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'Good morning' })).toBeNull();
    expect(await us.command({ kind: 'say', to: 'CN', text: 'between us only' })).toBeNull();
    await until('both messages', () => cn.view().press.length === 2);
    expect(Object.values(cn.texts)).toContain('between us only');
    for (const person of [desk, us, cn, screen]) {
      await until('the whole', async () => {
        await person.request(REQUESTS.whole, {});
        await pause(20);
        return person.same.length > 0;
      });
      expect(person.same).not.toContain(false);
      expect(person.view().seats.map((card) => card.present)).toEqual([1, 1, 0, 0, 0, 0]);
    }
    expect(screen.view().viewer).toEqual({ kind: 'projector' });
    expect(screen.bytes()).not.toContain('between us only');
    expect(screen.bytes()).toContain('Good morning');
    expect(desk.room.state.phase).toBe('briefing');
  });

  it('answers what is wrong with a refusal and stays open', async () => {
    const { code, desk, us, cn } = await fresh();
    const refused = async (payload: unknown): Promise<unknown> =>
      (await us.request(REQUESTS.command, payload)) as { code: string };
    expect(await refused(null)).toMatchObject({ code: 'malformed' });
    expect(await refused({ id: 'abcdefgh' })).toMatchObject({ code: 'malformed' });
    expect(await refused({ id: 'x', command: { kind: 'ready', on: true } })).toMatchObject({
      code: 'malformed',
      field: 'id',
    });
    expect(await us.command({ kind: 'zork' })).toMatchObject({ code: 'unknown-command' });
    expect(await us.command({ kind: 'ready', on: 'yes' })).toMatchObject({ code: 'malformed', field: 'on' });
    expect(await us.command({ kind: 'ready', on: true, extra: 1 })).toMatchObject({
      code: 'malformed',
      field: 'extra',
    });
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'x'.repeat(3_000) })).toMatchObject({
      code: 'text-too-long',
    });
    expect(await us.command({ kind: 'say', to: 'plenary', text: '  ' })).toMatchObject({ code: 'text-empty' });
    expect(await us.command({ kind: 'ready', on: true })).toMatchObject({ code: 'wrong-phase' });
    expect(await us.command({ kind: 'start' })).toMatchObject({ code: 'not-your-role' });
    expect(await us.command({ kind: 'expire', number: 0 })).toMatchObject({ code: 'unknown-command' });
    expect(await us.command({ kind: 'join', seat: 'CN', text: 'two' })).toMatchObject({ code: 'not-your-role' });
    expect(await us.request(REQUESTS.ask, { command: START })).toMatchObject({ code: 'not-your-role' });
    expect(await desk.request(REQUESTS.ask, { command: START })).toBeNull();
    expect(await us.request(REQUESTS.forecast, { text: { N01: 7 } })).toMatchObject({ code: 'malformed' });
    await expect(us.request('no-such-request', {})).rejects.toThrow();
    us.room.send('no-such-message', { a: 1 });
    const guest = await enter(here.at, { code }, null);
    expect(await guest.command({ kind: 'say', to: 'plenary', text: 'hi' })).toMatchObject({ code: 'not-your-role' });
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'still here' })).toBeNull();
    await until('the message', () => cn.view().press.length === 1);
    expect(us.left.code).toBeNull();
  });

  it('warns a seat of the close approaches of its fleet, part by part, and nobody else of them', async () => {
    const { code, us, cn } = await fresh();
    const warned = async (person: Person): Promise<Warnings> => {
      let before: WarningsUnderWay = { done: 0, of: PARTS };
      for (;;) {
        const answer = (await person.request(REQUESTS.warnings, {})) as WarningsAnswer;
        if ('code' in answer) throw new Error(answer.code);
        if ('worst' in answer) return answer;
        // All parts may be searched while what they found is still being put together.
        expect(answer).toEqual({ done: expect.any(Number), of: PARTS });
        expect(answer.done).toBeLessThanOrEqual(PARTS);
        expect(answer.done).toBeGreaterThanOrEqual(before.done);
        before = answer;
      }
    };
    const [ours, theirs] = await Promise.all([warned(us), warned(cn)]);
    expect(ours).toMatchObject({ hours: 24, weight: 20 });
    expect(ours.objects).toBe(theirs.objects);
    const active = us.view().seats.map((card) => card.active);
    expect([20 * ours.satellites, 20 * theirs.satellites]).toEqual(active.slice(0, 2));
    expect(ours.near).toBeGreaterThan(0);
    expect(ours.worst).not.toEqual(theirs.worst);
    expect(await warned(us)).toEqual(ours);
    const guest = await enter(here.at, { code }, null);
    expect(await guest.request(REQUESTS.warnings, {})).toMatchObject({ code: 'not-your-role' });
  });

  it('does a command once, however often it is sent', async () => {
    const { us, cn } = await fresh();
    const say = { kind: 'say', to: 'plenary', text: 'once' };
    const answers = await Promise.all([us.command(say, 'same-id-1'), us.command(say, 'same-id-1')]);
    expect(answers).toEqual([null, null]);
    expect(await us.command(say, 'same-id-1')).toBeNull();
    // The same id from somebody else is another command.
    expect(await cn.command({ ...say, text: 'mine' }, 'same-id-1')).toBeNull();
    await until('two messages', () => us.view().press.length === 2);
    expect(us.view().press).toHaveLength(2);
  });

  it('tells a flood to slow down, cuts a harder one, and the others go on', async () => {
    const { us, cn, desk } = await fresh();
    const answers = await Promise.all(
      Array.from({ length: FLOOD }, (_, i) => us.command({ kind: 'say', to: 'plenary', text: `m${i}` })),
    );
    const slow = answers.filter((answer) => answer?.code === 'too-fast');
    expect(slow.length).toBeGreaterThan(FLOOD / 3);
    expect(slow.length).toBeLessThan(FLOOD);
    expect(us.left.code).toBeNull();
    for (let i = 0; i < 2_000; i++) us.room.send('junk', i);
    await until('the cut', () => us.left.code !== null);
    expect(await cn.command({ kind: 'say', to: 'plenary', text: 'unharmed' })).toBeNull();
    await until('the message', () => desk.view().press.some((m) => desk.texts[m.id] === 'unharmed'));
  });

  it('closes a connection that sends too large a frame, and takes the person back', async () => {
    const { code, cn, cnKey, desk } = await fresh();
    cn.room.send('command', { id: 'too-large-1', command: { kind: 'say', to: 'plenary', text: 'x'.repeat(70_000) } });
    await until('the close', () => cn.left.code === 1009);
    await until('absence', () => desk.view().seats[1]!.present === 0);
    const again = await enter(here.at, { code }, cnKey);
    expect(again.view().viewer).toEqual({ kind: 'seat', seat: 'CN' });
    await until('presence', () => desk.view().seats[1]!.present === 1);
  });

  it('lets the newest connection of a delegate win', async () => {
    const { code, cn, cnKey, desk } = await fresh();
    const second = await enter(here.at, { code }, cnKey);
    await until('the older to be closed', () => cn.left.code === CLOSE_CODES.replaced);
    expect(second.view().viewer).toEqual({ kind: 'seat', seat: 'CN' });
    expect(await second.command({ kind: 'say', to: 'plenary', text: 'on another device' })).toBeNull();
    await until('one present', () => desk.view().seats[1]!.present === 1);
  });

  it('refuses unknown codes, foreign keys and other ways in', async () => {
    const { code } = await makeGame(here.at);
    const other = await makeGame(here.at);
    const foreign = await newKey(here.at, other.code);
    await expect(enter(here.at, { code: 'ZZZZZZ' }, null)).rejects.toThrow(/game-unknown/);
    await expect(enter(here.at, { code: 'not a code' }, null)).rejects.toThrow(/game-unknown/);
    await expect(enter(here.at, { code }, foreign.key)).rejects.toThrow(/key-unknown/);
    await expect(enter(here.at, { code }, 'no-key-at-all-no-key')).rejects.toThrow(/key-unknown/);
    const create = await fetch(`${here.at}/matchmake/create/game`, { method: 'POST', body: JSON.stringify({ code }) });
    expect(create.ok).toBe(false);
  });

  it('stops taking commands while the store cannot write, and goes on when it can', async () => {
    const { us } = await fresh();
    const other = new Database(join(here.folder, FILE));
    other.exec('begin immediate');
    // The later ones built on the first: none of them happened.
    const lost = [1, 2, 3].map((n) => us.command({ kind: 'say', to: 'plenary', text: `lost ${n}` }));
    expect(await Promise.all(lost)).toEqual([1, 2, 3].map(() => ({ code: 'store-down' })));
    // Sent again while it is not on the disk yet: that is no yes either.
    const again = [1, 2].map(() => us.command({ kind: 'say', to: 'plenary', text: 'lost twice' }, 'sent-twice'));
    expect(await Promise.all(again)).toEqual([1, 2].map(() => ({ code: 'store-down' })));
    other.exec('rollback');
    other.close();
    // The server asks the store again after a moment; until then it takes nothing.
    await until('the store', async () => (await us.command({ kind: 'say', to: 'plenary', text: 'kept' })) === null);
    await until('the message', () => us.view().press.length > 0);
    expect(us.view().press.map((m) => us.texts[m.id])).toEqual(['kept']);
  });
});
