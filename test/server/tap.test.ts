/** Secrecy on the wire: every byte the server sends to a viewer passes a tap, and what is not theirs is never among them. */
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { newModel } from '../../client/model.ts';
import { openSession } from '../../client/session.ts';
import { commands } from '../../shared/game/commands/index.ts';
import { hearersOf } from '../../shared/game/commands/rule.ts';
import { ROUTES } from '../../shared/protocol.ts';
import { endPhasesUntil, enter, makeGame, newKey, type Person, pause, until } from './harness.ts';
import { hosted } from './hosted.ts';

const here = hosted();
const taps: Tap[] = [];
/** By then what is on its way has come, on a busy machine, too. */
const QUIET_MS = 1_000;
/** A frame that asks whether the line is alive, https://www.rfc-editor.org/rfc/rfc6455#section-5.5.2: it comes by the clock. */
const PING = '\x89\x00';
afterAll(async () => {
  for (const tap of taps) tap.server.close();
});

type Tap = {
  readonly server: Server;
  readonly at: string;
  /** what went to the client */
  readonly seen: () => string;
  /** what went to the server */
  readonly said: () => string;
};

/** A proxy in front of the server that keeps what goes from one to the other. */
async function tap(): Promise<Tap> {
  const chunks: Buffer[] = [];
  const asked: Buffer[] = [];
  const server = createServer((client) => {
    const upstream = connect(here.app.port, 'localhost');
    upstream.on('data', (bytes: Buffer) => chunks.push(bytes));
    client.on('data', (bytes: Buffer) => asked.push(bytes));
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const made = {
    server,
    at: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen: () => Buffer.concat(chunks).toString('latin1'),
    said: () => Buffer.concat(asked).toString('latin1'),
  };
  taps.push(made);
  return made;
}

type Tapped = Person & { readonly tap: Tap; readonly key: string | null; readonly name: string };

/** Comes in through a tap, fetches all the routes that a page fetches, and takes a seat if one is named. */
async function tapped(
  code: string,
  name: string,
  key: string | null,
  as: 'guest' | 'projector' | 'spectator' = 'guest',
): Promise<Tapped> {
  const own = await tap();
  return { ...(await enter(own.at, { code, as }, key)), tap: own, key, name };
}

async function fetchAll(person: Tapped, code: string): Promise<void> {
  const headers: Record<string, string> = {
    'accept-encoding': 'identity',
    ...(person.key ? { authorization: `Bearer ${person.key}` } : {}),
  };
  for (const path of [
    ROUTES.words(code, 'en'),
    ROUTES.overlay(code, person.view().overlay),
    ROUTES.game(code),
    ROUTES.export(code),
  ])
    await fetch(`${person.tap.at}${path}`, { headers }).then((response) => response.arrayBuffer());
}

describe('the wire', () => {
  it('carries sealed orders, briefs, bilateral press, private cards and evidence to their own seat and the facilitator only', async () => {
    const { code, facilitatorKey } = await makeGame(here.at);
    const desk = await tapped(code, 'desk', facilitatorKey);
    const seated: Record<string, Tapped> = {};
    // People at every seat: what a bot would offer or plan is nobody's canary.
    for (const seat of ['US', 'CN', 'RU', 'IN', 'EU', 'OP']) {
      const { key } = await newKey(here.at, code);
      const person = await tapped(code, seat, key);
      expect(await person.command({ kind: 'join', seat, text: `delegate of ${seat}` })).toBeNull();
      await until('the seat', () => person.view().viewer.kind === 'seat');
      seated[seat] = person;
    }
    const { US, CN, EU, OP } = seated as Record<'US' | 'CN' | 'EU' | 'OP', Tapped>;
    const watchers = [
      await tapped(code, 'guest', null),
      await tapped(code, 'projector', null, 'projector'),
      await tapped(code, 'spectator', null, 'spectator'),
    ];
    const everybody = [desk, US, CN, EU, OP, ...watchers];

    const done = async (what: Promise<unknown>): Promise<void> => expect(await what).toBeNull();
    await done(desk.command({ kind: 'start' }));
    await done(desk.command({ kind: 'end-phase' }));
    await done(US.command({ kind: 'say', to: 'CN', text: 'canary-bilateral-words' }));
    await done(
      US.command({
        kind: 'offer',
        to: 'CN',
        give: [{ kind: 'credits', credits: 1 }],
        get: [{ kind: 'no-strike', turn: 3 }],
      }),
    );
    await done(
      US.command({
        kind: 'draft-order',
        slot: 'security',
        order: { kind: 'strike', month: 11, band: 'low', flyBy: true, notify: false },
      }),
    );
    await done(US.command({ kind: 'confirm-order', slot: 'security' }));
    await until('the offer', () => [US, CN, desk].every((person) => person.view().offers.length === 1));
    await until('the order', () => [US, desk].every((person) => person.tap.seen().includes('"flyBy":true')));
    const hiddenIn = (person: Tapped, canaries: readonly string[]): string[] =>
      canaries.filter((canary) => person.tap.seen().includes(canary));

    // In the first turn: words, offers and sealed orders.
    for (const person of everybody) await fetchAll(person, code);
    const order = ['"flyBy":true', '"month":11'];
    const offer = ['"no-strike"'];
    for (const person of [EU, OP, ...watchers])
      expect({ who: person.name, saw: hiddenIn(person, ['canary-bilateral-words', ...order, ...offer]) }).toEqual({
        who: person.name,
        saw: [],
      });
    expect(hiddenIn(CN, order)).toEqual([]);
    for (const person of [US, CN, desk]) expect(hiddenIn(person, ['canary-bilateral-words', ...offer])).toHaveLength(2);
    for (const person of [US, desk]) expect(hiddenIn(person, order)).toHaveLength(2);

    // Briefs, objectives and private cards by their words.
    const all = desk.view().desk!;
    expect(all.seats.US?.drafts.security).toBeDefined();
    const secretWords = (person: Tapped): RegExpMatchArray[] => [
      ...person.tap.seen().matchAll(/"scenario\.(?:brief|objective)\.([A-Z]{2})\./g),
    ];
    for (const person of [US, CN, EU, OP]) {
      expect(secretWords(person).length).toBeGreaterThan(0);
      expect([...new Set(secretWords(person).map((m) => m[1]))]).toEqual([person.name]);
    }
    for (const person of watchers) expect(secretWords(person)).toEqual([]);
    for (const person of [EU, OP, ...watchers]) expect(person.tap.seen()).not.toContain('inject.test-window');
    expect(US.tap.seen()).toContain('inject.test-window');
    for (const person of everybody) if (person !== desk) expect(person.tap.seen()).not.toContain('inject.signing-day');

    // The second turn: evidence on the old stage belongs to each holder until published.
    await done(desk.command({ kind: 'end-phase' }));
    await done(desk.command({ kind: 'end-phase' }));
    await until('the sky', () => desk.view().turnsDone.length === 1, 60_000);
    await done(desk.command({ kind: 'end-phase' }));
    await until('the second turn', () => everybody.every((p) => p.view().clock.turn === 2));
    for (const person of everybody) await fetchAll(person, code);
    const holders = (person: Tapped): string[] =>
      [...new Set([...person.tap.seen().matchAll(/"holder":"([A-Z]{2})"/g)].map((m) => m[1]!))].sort();
    for (const person of [US, CN, EU, OP]) expect(holders(person)).toEqual([person.name]);
    for (const person of watchers) expect(holders(person)).toEqual([]);
    // The fly-by that was flown is in nobody's bytes but its owner's and the facilitator's.
    for (const person of [CN, EU, OP, ...watchers]) expect(hiddenIn(person, ['"flyBy":true'])).toEqual([]);

    // The seed is nowhere, the facilitator's bytes included.
    const seed = (await here.app.games.find(code))?.running.game().state.seed;
    expect(seed).toBeTruthy();
    for (const person of everybody) expect(person.tap.seen()).not.toContain(seed!);
  });

  it('brings a line of an act to those who are said to hear of it, and not a byte to anybody else', async () => {
    const { code, facilitatorKey } = await makeGame(here.at);
    const desk = await tapped(code, 'desk', facilitatorKey);
    const people: Tapped[] = [desk];
    for (const seat of ['US', 'CN', 'RU', 'IN', 'EU', 'OP']) {
      const person = await tapped(code, seat, (await newKey(here.at, code)).key);
      expect(await person.command({ kind: 'join', seat, text: `delegate of ${seat}` })).toBeNull();
      people.push(person);
    }
    people.push(await tapped(code, 'projector', null, 'projector'));
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await endPhasesUntil(desk, 'negotiation');
    await until('the talks', () => people.every((person) => person.view().clock.phase === 'negotiation'));
    const us = people.find(({ name }) => name === 'US')!;
    const { state } = (await here.app.games.find(code))!.running.game();
    const acts = [
      { kind: 'say', to: 'plenary', text: 'to all' },
      { kind: 'say', to: 'IN', text: 'to one' },
      { kind: 'say', to: 'facilitator', text: 'to the desk' },
      { kind: 'set-dial', dial: 'N10', value: us.view().dials.find(({ dial }) => dial === 'N10')!.values[0]!.value },
      { kind: 'offer', to: 'CN', give: [{ kind: 'credits', credits: 1 }], get: [{ kind: 'no-strike', turn: 3 }] },
      { kind: 'draft-order', slot: 'p1', order: { kind: 'manoeuvre', month: 1 } },
      { kind: 'ready', on: true },
    ] as const;
    for (const act of acts) {
      await pause(QUIET_MS);
      const had = people.map(({ tap }) => tap.seen().length);
      expect(await us.command(act), act.kind).toBeNull();
      await pause(QUIET_MS);
      const by = hearersOf(commands[act.kind] as never, act, state);
      const said = people.filter(
        ({ name }) => name === 'desk' || name === 'US' || by === 'all' || (by as readonly string[]).includes(name),
      );
      const sent = people.filter(({ tap }, i) => tap.seen().slice(had[i]!).replaceAll(PING, '').length > 0);
      expect(
        sent.map(({ name }) => name),
        JSON.stringify(act),
      ).toEqual(said.map(({ name }) => name));
    }
  });

  it('carries a key in headers only; the address of a line has a ticket that opens it once', async () => {
    const { code, facilitatorKey } = await makeGame(here.at);
    const own = await tap();
    const model = newModel(code, null, { getItem: () => null, setItem() {}, removeItem() {} }, Date.now());
    const session = openSession(model, facilitatorKey, 'guest', own.at);
    await until('the view', () => model.view.value !== null);
    expect(await session.command({ kind: 'start' })).toBeNull();
    const addresses = [...own.said().matchAll(/(?:GET|POST) (\S+) HTTP\/1\.1\r\n/g)].map((m) => m[1]!);
    expect(addresses).toHaveLength(2);
    for (const address of addresses) expect(address).not.toContain(facilitatorKey);
    expect(own.said().toLowerCase()).toContain(`authorization: bearer ${facilitatorKey.toLowerCase()}`);

    const again = new WebSocket(`${here.at.replace('http', 'ws')}${addresses.at(-1)}`);
    const closed = await new Promise<CloseEvent>((done) => again.addEventListener('close', done));
    expect(closed.code).toBe(4002);
    expect(model.link.value).toBe('open');
  });
});
