/** One person with developer tools, over real sockets: what they send is refused or cut, and the others play on. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import { REQUESTS, ROOM, ROUTES } from '../../shared/protocol.ts';
import type { Refusal } from '../../shared/vocabulary/index.ts';
import {
  enter,
  makeGame,
  newKey,
  type Person,
  pause,
  post,
  removeFolder,
  seat,
  temporaryFolder,
  until,
} from './harness.ts';

/** Codes and keys that may be wrong. */
const WRONG = 60;
let app: App;
let at: string;
const folder = temporaryFolder();
/** what the server logged as its own errors */
const errors: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  const limits = { create: [100, 1], wrong: [WRONG, 0.01], watchers: [150, 0.01] } as const;
  app = await startApp({ data: folder, port: 0, log, limits, seed: 'a hostile guest' });
  at = `http://localhost:${app.port}`;
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const fresh = async (): Promise<{ code: string; desk: Person; us: Person & { key: string }; cn: Person }> => {
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const us = await seat(at, code, 'US');
  const cn = await seat(at, code, 'CN');
  expect(await desk.command({ kind: 'start' })).toBeNull();
  return { code, desk, us, cn };
};
const codeOf = (refusal: unknown): string | null => (refusal as Refusal | null)?.code ?? null;

/** A command's refusal; waits where it is told to slow down. */
async function patient(person: Person, command: Record<string, unknown>): Promise<string | null> {
  for (;;) {
    const refused = codeOf(await person.command(command));
    if (refused !== 'too-fast') return refused;
    await pause(100);
  }
}

/** What requests may say of where they come from. */
const CLAIMS = ['x-real-ip', 'x-forwarded-for', 'x-client-ip'];

/** The status of an answer to one who wants to come in. */
async function way(body: { code: string }, key?: string, more: Record<string, string> = {}): Promise<number> {
  const headers = { 'content-type': 'application/json', ...more, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const answer = await fetch(`${at}/matchmake/joinOrCreate/${ROOM}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function plays(one: Person, other: Person, words: string): Promise<void> {
  expect(await patient(one, { kind: 'say', to: 'plenary', text: words })).toBeNull();
  await until(words, () => other.view().press.some((m) => other.texts[m.id] === words));
}

describe('one who means harm', () => {
  it('finds nothing under names that every object has', async () => {
    const { desk, us, cn } = await fresh();
    const order = { kind: 'launch', month: 3 };
    const asked = ['toString', 'valueOf', '__proto__'].flatMap((name) => [
      { kind: name },
      { kind: 'say', to: name, text: 'x' },
      { kind: 'offer', to: name, give: [{ kind: 'credits', credits: 1 }], get: [] },
      { kind: 'draft-order', slot: 'p1', order: { ...order, kind: name } },
      { kind: 'share-evidence', evidence: name, to: name },
      { kind: 'give-job', job: 'head', delegate: name },
      { kind: 'mute', delegate: name, on: true },
      { kind: 'remove-delegate', delegate: name },
      { kind: 'hold-seat', seat: name, on: true },
      { kind: 'swap-seats', first: 'US', second: name },
      { kind: 'act-for', seat: name, command: { kind: 'ready', on: true } },
      { kind: 'act-for', seat: 'US', command: { kind: 'share-evidence', evidence: name, to: 'CN' } },
      { kind: 'fire-inject', inject: name },
    ]);
    for (const command of asked)
      for (const person of [us, desk]) expect(await patient(person, command), JSON.stringify(command)).not.toBeNull();
    await plays(us, cn, 'unharmed');
  });

  it('says nothing that cannot be seen, is called nothing that cannot be, and turns nobody else’s words round', async () => {
    const { code, us, cn } = await fresh();
    // Fillers of Korean and Braille are letters and signs by their class, and take no ink.
    const unseen = [
      '\u0000',
      '\u200b\u2060',
      '\u202e',
      ' \u0007 ',
      '\u3164',
      '\u115f\u1160 \uffa0',
      '\u2800',
      '\u034f\ufe0f',
    ];
    for (const empty of unseen)
      expect(await patient(us, { kind: 'say', to: 'plenary', text: empty })).toBe('text-empty');
    const guest = await enter(at, { code }, (await newKey(at, code)).key);
    const join = (text: string) => patient(guest, { kind: 'join', seat: 'RU', text });
    for (const name of unseen.filter((one) => one.trim() !== ''))
      expect(await join(name), JSON.stringify(name)).toBe('name-unseen');
    expect(await join('x'.repeat(25))).toBe('name-too-long');
    expect(await join(' Ada\n of\tDeneb ')).toBeNull();
    await until('the name', () => Object.values(cn.texts).includes('Ada ofDeneb'));
    const said = `a\u202eb\u0000c e${'\u0301'.repeat(50)}\nf`;
    expect(await patient(us, { kind: 'say', to: 'plenary', text: said })).toBeNull();
    await until('the words', () => cn.view().press.length === 1);
    expect(cn.texts[cn.view().press[0]!.id]).toBe(`abc e${'\u0301'.repeat(4)}\nf`);
  });

  it('sends frames that mean nothing: they are dropped or the line is cut, the others play on', async () => {
    const { code, us, cn, desk } = await fresh();
    const frames = [
      [],
      [0],
      [13],
      [17, 1, 2, 3],
      [17, 0xdf, 0xff, 0xff, 0xff, 0xff],
      [19, 0xc1],
      [255, 255],
      [10],
      [12],
    ];
    for (const frame of frames) {
      const guest = await enter(at, { code }, null);
      for (let i = 0; i < 5; i++) guest.room.connection.send(Uint8Array.from(frame));
      await guest.request(REQUESTS.whole, {}).catch(() => {});
      guest.room.connection.close();
    }
    await plays(us, cn, 'unharmed');
    await plays(cn, desk, 'unharmed as well');
  });

  it('gets no more leave by coming again and again', async () => {
    const { code, us } = await fresh();
    const began = performance.now();
    let answered = 0;
    for (let again = 0; again < 6; again++) {
      const person = again === 0 ? us : await enter(at, { code }, us.key);
      const asked = Array.from({ length: 40 }, () => person.request(REQUESTS.ask, { command: { kind: 'start' } }));
      answered += (await Promise.all(asked)).filter((refusal) => codeOf(refusal) !== 'too-fast').length;
    }
    expect(answered).toBeLessThanOrEqual(40 + 15 * (1 + (performance.now() - began) / 1000));
  });

  it('talks for a minute at most as much as one can', async () => {
    const { us, cn } = await fresh();
    for (let i = 0; i < 60; i++) expect(await patient(us, { kind: 'say', to: 'CN', text: `${i}` })).toBeNull();
    expect(await us.command({ kind: 'say', to: 'CN', text: 'one more' })).toEqual({ code: 'too-fast' });
    await plays(cn, us, 'others still can');
  });

  it('comes with a thousand lines and says nothing on them', async () => {
    const { us, cn } = await fresh();
    const lines = Array.from({ length: 1_000 }, () => connect(app.port, 'localhost').on('error', () => {}));
    await Promise.all(lines.map((line) => new Promise((open) => line.once('connect', open))));
    await plays(us, cn, 'unharmed');
    for (const line of lines) line.destroy();
  });

  it('finds no way by addresses either', async () => {
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/..%2fpackage.json',
      '/assets/%00',
      '/%E0%A4%A',
      '/matchmake/game',
      `${ROUTES.game('%00')}`,
      '/matchmake/create/game',
      '/matchmake/joinById/x',
    ]) {
      const answer = await fetch(`${at}${path}`);
      expect([path, answer.status]).toEqual([path, expect.toSatisfy((s: number) => s >= 400 && s < 500)]);
      expect(await answer.text()).not.toContain('"dependencies"');
    }
  });

  it('comes to watch without end, and shuts out nobody with a key', async () => {
    const { code, us } = await fresh();
    const watch = () => way({ code });
    const statuses = await Promise.all(Array.from({ length: 200 }, watch));
    expect([...new Set(statuses)].sort()).toEqual([200, 429]);
    expect(await way({ code }, us.key)).toBe(200);
    const other = await makeGame(at);
    expect(await way({ code: other.code })).toBe(200);
  });

  it('tries codes and keys from all sorts of addresses, is soon told to slow down, and those who know theirs are let in', async () => {
    const { code, us } = await fresh();
    const stranger = await makeGame(at);
    const tried: number[] = [];
    const flood = async (): Promise<void> => {
      for (let n = 0; n < 2 * WRONG; n++) {
        const claims = Object.fromEntries(CLAIMS.map((claim) => [claim, `10.0.0.${n}`]));
        const answers = [
          (await fetch(`${at}${ROUTES.game('ZZZZZZ')}`, { headers: claims })).status,
          await way({ code: 'ZZZZZZ' }, undefined, claims),
          await way({ code: stranger.code }, 'a-key-that-nobody-holds', claims),
        ];
        tried.push(...answers);
      }
    };
    const floods = [flood(), flood(), flood(), flood()];
    await until('the wrong ones to be refused unseen', () => tried.at(-1) === 429);
    const mine = [];
    for (let n = 0; n < 20; n++) {
      mine.push(await way({ code }, us.key));
      // The board, the projector and who comes late: their code was right here before.
      mine.push((await fetch(`${at}${ROUTES.game(code)}`)).status);
      mine.push((await post(`${at}${ROUTES.delegates(code)}`)).status);
    }
    await Promise.all(floods);
    expect([...new Set(mine)].sort()).toEqual([200, 201]);
    expect(tried[0]).toBe(404);
    expect(tried.filter((status) => status !== 429).length).toBeLessThanOrEqual(WRONG + 2);
    expect(await way({ code: 'YYYYYY' })).toBe(429);
  });

  it('leaves no error of the server’s own behind', () => {
    expect(errors).toEqual([]);
  });
});
