/** The debrief over real sockets: another world, moments, report and tables, and nothing of them before their step. */

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { decodeOverlay } from '../../shared/game/sight/overlay/overlay-codec.ts';
import { type CounterfactualLine, type CreateAnswer, ROUTES, TABLES, type TableName } from '../../shared/protocol.ts';
import { records as messages } from '../../shared/text/en/records.ts';
import { REVEAL_STEPS, type RevealStep } from '../../shared/vocabulary/index.ts';
import { enter, makeGame, type Person, seat, seatOthers, until } from './harness.ts';
import { hosted } from './hosted.ts';

const here = hosted();

type Table = {
  readonly code: string;
  readonly key: string;
  readonly desk: Person;
  readonly us: Person & { readonly key: string };
  readonly others: readonly { readonly name: string; readonly person: Person; readonly key: string | null }[];
  /** in play, after the first year: the sky of that year by asker and by whose eyes it was asked for */
  readonly past: Readonly<Record<string, { readonly status: number; readonly same: boolean }>>;
};

const done = async (what: Promise<unknown>): Promise<void> => expect(await what).toBeNull();
const get = (path: string, key: string | null): Promise<Response> =>
  fetch(`${here.at}${path}`, key ? { headers: { authorization: `Bearer ${key}` } } : {});
const text = async (path: string, key: string | null): Promise<string> => (await get(path, key)).text();

/** A game of one year: a high strike, a text that one seat signs, then the debrief. */
async function playedTable(made: CreateAnswer): Promise<Table> {
  const { code, facilitatorKey: key } = made;
  const desk = await enter(here.at, { code }, key);
  const us = await seat(here.at, code, 'US');
  const cn = await seat(here.at, code, 'CN');
  await seatOthers(here.at, code, ['US', 'CN']);
  const others = [
    { name: 'CN', person: cn, key: cn.key },
    { name: 'guest', person: await enter(here.at, { code }, null), key: null },
    { name: 'projector', person: await enter(here.at, { code, as: 'projector' }, null), key: null },
    { name: 'spectator', person: await enter(here.at, { code, as: 'spectator' }, null), key: null },
  ];
  for (const [inject, words] of Object.entries(OTHER_WORDS))
    await done(desk.command({ kind: 'edit-inject', inject, text: words }));
  await done(desk.command({ kind: 'start' }));
  await done(desk.command({ kind: 'withdraw-inject', inject: 'table-or-test' }));
  await done(desk.command({ kind: 'end-phase' }));
  await done(us.command({ kind: 'say', to: 'CN', text: '=a bilateral word, with "quotes"' }));
  await done(us.command({ kind: 'set-dial', dial: 'N10', value: 30 }));
  await done(
    us.command({
      kind: 'table',
      values: { N01: 500, N06: null, N10: 30, N17: 'all', lead: 'US', road: 'open' },
    }),
  );
  await until('the text', () => us.view().instruments.length > 0);
  const instrument = us.view().instruments[0]!.id;
  await done(us.command({ kind: 'act-on-text', text: instrument, act: 'pledge', values: { condition: 'none' } }));
  await done(
    us.command({
      kind: 'draft-order',
      slot: 'security',
      order: { kind: 'strike', month: 3, band: 'high', flyBy: false, notify: false },
    } as Command),
  );
  await done(us.command({ kind: 'confirm-order', slot: 'security' }));
  await done(desk.command({ kind: 'end-phase' }));
  await done(desk.command({ kind: 'end-phase' }));
  await until('the first sky', () => desk.view().turnsDone.length === 1, 60_000);
  const past: Record<string, { status: number; same: boolean }> = {};
  for (const [name, person, asker] of [
    ['US', us, us.key],
    ['CN', cn, cn.key],
    ['desk', desk, key],
    ['guest', others[1]!.person, null],
  ] as const)
    for (const as of ['US', 'public', 'truth']) {
      const bytes = async (path: string) => Buffer.from(await (await get(path, asker)).arrayBuffer());
      const { status } = await get(ROUTES.moment(code, 1, as), asker);
      const shown = await bytes(ROUTES.overlay(code, person.view().overlay));
      past[`${name} as ${as}`] = { status, same: shown.equals(await bytes(ROUTES.moment(code, 1, as))) };
    }
  await done(desk.command({ kind: 'end-phase' }));
  await done(desk.command({ kind: 'open-debrief' }));
  await until('the debrief', () => desk.view().clock.phase === 'debrief', 60_000);
  return { code, key, desk, us, others, past };
}

/** What the facilitator wrote on two cards in place of the prepared words. */
const OTHER_WORDS = {
  'old-stage': 'A stage burst, says the radio.',
  'test-window': 'There is a window, says the ministry.',
};
const STRIKE = { kind: 'without-order', order: 't1.US.security' } as const;

/** Asks for another world and reads the answer to its end. */
async function ask({ code }: Table, key: string | null, change: unknown): Promise<CounterfactualLine[]> {
  const response = await fetch(`${here.at}${ROUTES.counterfactual(code)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ change }),
  });
  const lines = (await response.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as CounterfactualLine);
}

const revealTo = async ({ desk }: Table, last: RevealStep): Promise<void> => {
  for (const step of REVEAL_STEPS.slice(desk.view().revealed.length, REVEAL_STEPS.indexOf(last) + 1)) {
    await done(desk.command({ kind: 'reveal', step }));
    await until(step, () => desk.view().revealed.includes(step));
  }
};

describe('the debrief', () => {
  let table: Table;
  beforeAll(async () => {
    table = await playedTable(await makeGame(here.at));
  });

  it('answers only the facilitator, and says what is wrong with a question', async () => {
    const code = async (key: string | null, change: unknown): Promise<unknown> => (await ask(table, key, change))[0];
    expect(await code(table.us.key, STRIKE)).toMatchObject({ refusal: { code: 'not-your-role' } });
    expect(await code(null, STRIKE)).toMatchObject({ refusal: { code: 'not-your-role' } });
    expect(await code('nobodys-key', STRIKE)).toMatchObject({ refusal: { code: 'key-unknown' } });
    expect(await code(table.key, { kind: 'without-order' })).toMatchObject({ refusal: { code: 'malformed' } });
    expect(await code(table.key, { ...STRIKE, order: 't7.US.p1' })).toMatchObject({ refusal: { code: 'malformed' } });
  });

  it('plays the log without the strike; unchanged it has the recorded hash', async () => {
    const lines = await ask(table, table.key, STRIKE);
    const turns = lines.slice(0, -1).map((line) => ('done' in line ? line.done : -1));
    expect(turns).toEqual([...new Set(turns)].sort((a, b) => a - b));
    expect([turns[0], turns.at(-1)]).toEqual([0, 4]);
    await until('the comparison', () => table.desk.view().desk!.counterfactuals.length === 1);
    const found = table.desk.view().desk!.counterfactuals[0]!;
    expect(lines.at(-1)).toEqual({ counterfactual: found.id });
    expect(found.hashes!.again).toBe(found.hashes!.recorded);
    expect(found.same).toBe(true);
    expect(found).toMatchObject({ seat: 'US', act: 'strike', fromTurn: 1, shown: false });
    expect(found.played.turns[0]!.tracked).toBeGreaterThan(found.other.turns[0]!.tracked);
    for (const s of found.skipped) expect(s.refusal.code).toBeTruthy();
  });

  it('adds a signature, or says why it may not be given', async () => {
    const instrument = table.desk.view().instruments.find((i) => i.tabledBy === 'US')!.id;
    const sign = (seatId: string) => ask(table, table.key, { kind: 'with-signature', seat: seatId, instrument });
    expect((await sign('US')).at(-1)).toMatchObject({ refusal: { code: 'already-signed' } });
    const lines = await sign('EU');
    expect(lines.at(-1)).toHaveProperty('counterfactual');
    await until('the second comparison', () => table.desk.view().desk!.counterfactuals.length === 2);
    expect(table.desk.view().desk!.counterfactuals[1]).toMatchObject({ seat: 'EU', act: 'signature', same: true });
  });

  it('shows the other world from its step on and its scores from the results on, to every kind of viewer', async () => {
    const { desk, others, us } = table;
    const [first] = desk.view().desk!.counterfactuals;
    const everybody = [...others, { name: 'US', person: us, key: us.key }];
    const canaries = ['costToOthers', first!.id, first!.hashes!.recorded, 'trackedIn25'];
    const seen = (): string[] =>
      everybody.flatMap(({ name, person }) =>
        canaries.filter((canary) => person.bytes().includes(canary)).map((canary) => `${name}: ${canary}`),
      );
    await done(desk.command({ kind: 'show-counterfactual', counterfactual: first!.id, on: true }));
    await done(desk.command({ kind: 'show-moment', turn: 1, month: 12, as: 'CN' }));
    expect(await us.command({ kind: 'show-counterfactual', counterfactual: first!.id, on: true })).toMatchObject({
      code: 'not-your-role',
    });
    await revealTo(table, 'orders');
    await until('the orders', () => everybody.every(({ person }) => person.view().debrief.orders !== null));
    expect(seen()).toEqual([]);
    for (const { person, key, name } of everybody) {
      const { promises, moment, truth, results } = person.view().debrief;
      expect([name, promises, moment, truth, results]).toEqual([name, null, null, null, null]);
      expect((await get(ROUTES.moment(table.code, 1, 'truth'), key)).status, name).toBe(409);
    }
    expect((await get(ROUTES.moment(table.code, 1, 'truth'), table.key)).status).toBe(200);

    await revealTo(table, 'truth');
    // Crews shelter for what happened in spring: that is told there, though it is worked out when the year is over.
    const months = table.desk.view().debrief.truth!.facts.map(({ turn, month }) => 100 * turn + month);
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    await until('the moment', () => everybody.every(({ person }) => person.view().debrief.moment !== null));
    expect(seen()).toEqual([]);
    for (const { person } of everybody) {
      expect(person.view().debrief.moment).toMatchObject({ turn: 1, month: 12, as: 'CN', facts: null });
      const card = person.view().debrief.moment!.news.find((n) => n.id === 'card-test-window')!;
      expect(person.texts[card.text!]).toBe(OTHER_WORDS['test-window']);
      expect(person.view().debrief.promises!.stands.find((s) => s.seat === 'US')).toMatchObject({
        said: ['N10'],
        agreed: ['N10'],
        signed: true,
      });
    }

    const world = async (key: string | null) => (await get(ROUTES.world(table.code, first!.id), key)).status;
    expect([await world(null), await world(us.key), await world(table.key)]).toEqual([409, 409, 200]);
    await revealTo(table, 'counterfactual');
    expect([await world(null), await world(us.key)]).toEqual([200, 200]);
    await until('the other world', () =>
      everybody.every(({ person }) => person.view().debrief.counterfactual?.length === 1),
    );
    for (const { person } of everybody) {
      const [shown] = person.view().debrief.counterfactual!;
      expect(shown).toMatchObject({ id: first!.id, hashes: null, costToOthers: first!.costToOthers });
      expect([shown!.played.scores, shown!.other.scores]).toEqual([null, null]);
      expect(person.bytes()).not.toContain(first!.hashes!.recorded);
    }
    await revealTo(table, 'results');
    await until('the scores', () =>
      everybody.every(({ person }) => person.view().debrief.counterfactual?.[0]?.played.scores != null),
    );
    await done(desk.command({ kind: 'show-counterfactual', counterfactual: first!.id, on: false }));
    await until('its end', () => everybody.every(({ person }) => person.view().debrief.counterfactual?.length === 0));
    expect(await world(us.key)).toBe(409);
    const { otherSky } = (await here.app.games.find(table.code))!.running.game().state.counterfactuals[0]!;
    for (const { person } of [...everybody, { person: desk }]) expect(person.bytes()).not.toContain(otherSky);
  });

  it('gives in play the sky of a year that is over as the asker was shown it, byte for byte, and nobody else', () => {
    const allowed = ['US as US', 'desk as truth', 'guest as public'];
    for (const [name, { status, same }] of Object.entries(table.past))
      expect([name, status, same]).toEqual(allowed.includes(name) ? [name, 200, true] : [name, 400, false]);
  });

  it('gives the sky of a turn as it was known then', async () => {
    const sky = async (as: string) => {
      const response = await get(ROUTES.moment(table.code, 1, as), null);
      expect(response.status).toBe(200);
      return decodeOverlay(new Uint8Array(await response.arrayBuffer()));
    };
    const [truth, everybody] = [await sky('truth'), await sky('public')];
    expect(truth.month).toBe(12);
    expect(truth.made.length).toBeGreaterThan(everybody.made.length - 1);
    expect(truth.made.some((row) => row.breakupId !== 0)).toBe(true);
    expect((await get(ROUTES.moment(table.code, 9, 'truth'), null)).status).toBe(400);
    expect((await get(ROUTES.moment(table.code, 1, 'nobody'), null)).status).toBe(400);
  });

  it('makes a report that opens without a network', async () => {
    expect((await get(ROUTES.report(table.code, 'en'), table.us.key)).status).toBe(403);
    const response = await get(ROUTES.report(table.code, 'en'), table.key);
    expect(response.headers.get('content-disposition')).toContain('.html');
    const page = await response.text();
    // Nothing that a browser would fetch: no address in an attribute or a style, no element that loads.
    expect(page).not.toMatch(
      /(?:src|href|srcset|action|data|poster|xlink:href)\s*=\s*["']?\s*(?:https?:|\/\/|data:|\/)/i,
    );
    expect(page).not.toMatch(/url\(|@import|<(?:script|link|iframe|img|object|embed|video|audio|base)\b/i);
    for (const name of [
      'seats',
      'timeline',
      'texts',
      'orders',
      'incidents',
      'promises',
      'results',
      'worlds',
      'history',
      'credits',
    ])
      expect(page).toContain(`<section id="${name}">`);
    expect(page).toContain('Altair');
    expect(page.match(/<figure>/g)).toHaveLength(2);
    // Its head says which game this was; every line of its contents leads to a section.
    expect(page).toContain(`<dd>${table.code}</dd>`);
    const leads = [...page.matchAll(/<a href="#([a-z]+)">/g)].map(([, name]) => name);
    expect(leads).toEqual([...page.matchAll(/<section id="([a-z]+)">/g)].map(([, name]) => name).slice(1));
    // Points that no objective explains are told beside them, as on the screen.
    expect(page).toMatch(/<li>Demonstrations: \+\d/);
    // Every word has been said: no key stands in the page.
    expect(page).not.toMatch(/>(?:ui|report|scenario|cause|status|order|news|clause|dial)\.[a-zA-Z0-9.-]+</);
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('bilateral word');
    // Cards stand as they were dealt, one that was taken back with that.
    expect(page).toContain(OTHER_WORDS['old-stage']);
    expect(page.match(/\(taken back\)/g)).toHaveLength(1);
    const french = await text(ROUTES.report(table.code, 'fr'), table.key);
    expect(french).toContain('<html lang="fr">');
    expect(french).not.toContain(messages['report.timeline']);
  });

  it('exports tables with as many rows as the log has entries of the kind, and a codebook of every column', async () => {
    const { code, key } = table;
    const read = async (name: TableName): Promise<Record<string, string>[]> =>
      parse(await text(ROUTES.table(code, name, 'en'), key), { columns: true }) as Record<string, string>[];
    expect((await get(ROUTES.table(code, 'orders', 'en'), table.us.key)).status).toBe(403);
    expect((await get(ROUTES.table(code, 'seed', 'en'), key)).status).toBe(404);
    const lines = (await text(ROUTES.export(code), key))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const commands = lines.filter((line) => line.kind === 'entry').map((line) => line.command);
    const kinds = (...wanted: string[]): number => commands.filter((c) => wanted.includes(c.kind)).length;
    const found = (field: string): number =>
      commands.reduce((n, c) => n + (c.kind === 'resolved' ? c.outcome[field].length : 0), 0);
    const rows = Object.fromEntries(
      await Promise.all(TABLES.map(async (name) => [name, await read(name)] as const)),
    ) as Record<TableName, Record<string, string>[]>;
    expect(rows.entries).toHaveLength(commands.length);
    expect(rows.orders).toHaveLength(found('orders'));
    expect(rows.messages).toHaveLength(kinds('say', 'broadcast'));
    expect(rows.votes).toHaveLength(kinds('set-dial', 'table', 'act-on-text'));
    expect(rows.votes.map((r) => r.kind)).toEqual(expect.arrayContaining(['table', 'pledge', 'set-dial']));
    const last = commands.filter((c) => c.kind === 'resolved').at(-1).outcome;
    expect(rows.signatures).toHaveLength(
      last.instruments.reduce((n: number, i: { signatures: [] }) => n + i.signatures.length, 0),
    );
    expect(rows.texts).toHaveLength(last.instruments.length);
    expect(rows.statements).toHaveLength(kinds('state-incident', 'accuse'));
    expect(rows.findings).toHaveLength(found('findings'));
    expect(rows.turns).toHaveLength(kinds('resolved'));
    expect(new Set(rows.outlook.map((r) => r.line))).toEqual(new Set(['played', 'nothing', 'best']));
    expect(rows.outlook).toHaveLength(3 * 26);
    const joined = rows.entries.filter((r) => r.kind === 'join').map((r) => r.about);
    expect(joined).toEqual(commands.filter((c) => c.kind === 'join').map((c) => c.seat));
    const stood = (what: (c: { value?: unknown }) => boolean): number =>
      commands.filter((c) => c.kind === 'set-dial' && what(c)).length;
    expect(rows.votes.filter((r) => r.kind === 'set-dial' && r.value === 'none')).toHaveLength(
      stood((c) => c.value === null),
    );
    expect(rows.evidence).toHaveLength(last.evidence.length);
    expect(rows.scores).toHaveLength(last.results.seats.length);
    expect(rows.grades).toHaveLength(
      last.results.seats.reduce((n: number, s: { grades: [] }) => n + s.grades.length, 0),
    );
    const state = (await here.app.games.find(code))!.running.game().state;
    expect(rows.facts).toHaveLength(state.facts.length);
    expect(rows.facts.length).toBeGreaterThanOrEqual(found('facts'));
    expect(rows.ledger).toHaveLength(state.ledger.length);
    expect(rows.ledger.length).toBeGreaterThanOrEqual(found('ledger'));
    expect(rows.messages.map((r) => r.words)).toContain(`'=a bilateral word, with "quotes"`);

    const named = new Set(rows.codebook.map((r) => `${r.table}.${r.column}`));
    for (const name of TABLES) {
      const [head] = parse(await text(ROUTES.table(code, name, 'en'), key)) as string[][];
      for (const column of head!) expect(named.has(`${name}.${column}`), `${name}.${column}`).toBe(true);
    }
    for (const row of rows.codebook) {
      expect(row.meaning, `${row.table}.${row.column}`).toMatch(/\.$/);
      expect(row.meaning).not.toContain('column.');
    }
    const zipped = unzipSync(new Uint8Array(await (await get(ROUTES.tables(code, 'en'), key)).arrayBuffer()));
    expect(Object.keys(zipped).sort()).toEqual(TABLES.map((name) => `${name}.csv`).sort());
    const bytes = new Uint8Array(await (await get(ROUTES.table(code, 'orders', 'en'), key)).arrayBuffer());
    expect(zipped['orders.csv']).toEqual(bytes);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await get(ROUTES.tables(code, 'en'), table.us.key)).status).toBe(403);
    const french = await text(ROUTES.table(code, 'codebook', 'fr'), key);
    expect(french).not.toContain(messages['column.orders.seat']);
    expect(french).toMatch(/^table;column;unit;meaning\r\n/);
    expect(french.split('\r\n')).toHaveLength(rows.codebook.length + 2);
    expect(rows.game[0]!.seed).toBe('');
    await done(table.desk.command({ kind: 'close' }));
    await until('the seed', async () => (await read('game'))[0]!.seed === state.seed);
  });
});
