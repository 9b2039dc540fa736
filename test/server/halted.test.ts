/** Years that cannot be computed, in real workers: who is told, what can be done, and that nothing is lost. */
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { pauseAfter } from '../../server/games/resolving.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { resolve } from '../../server/sim/worker.ts';
import { FILE } from '../../server/store/sqlite.ts';
import type { State } from '../../shared/game/state.ts';
import { ROUTES } from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { REVEAL_STEPS } from '../../shared/vocabulary/index.ts';
import { firstTalk, sealed } from '../game/table.ts';
import { asVersion1 } from '../game/version-1.ts';
import {
  endPhasesUntil,
  enter,
  makeGame,
  newKey,
  type Person,
  removeFolder,
  SKY_MS,
  seat,
  seatOthers,
  temporaryFolder,
  testApp,
  until,
} from './harness.ts';

const folders: string[] = [];
const apps: App[] = [];
const folder = (): string => {
  folders.push(temporaryFolder());
  return folders.at(-1)!;
};
const start = async (data: string, scenarios = builtInScenarios()): Promise<{ app: App; at: string }> => {
  const app = await testApp(data, scenarios);
  apps.push(app);
  return { app, at: `http://localhost:${app.port}` };
};
afterAll(async () => {
  for (const app of apps) await app.close();
  for (const made of folders) removeFolder(made);
});

/** First test with a price below nothing for disposal: the schema and the check of the order let it pass, and no ledger takes it. */
function oddlyPriced(): ReadonlyMap<string, Scenario> {
  const firstTest = builtInScenarios().get('first-test')!;
  const pricesInCredits = { ...firstTest.pricesInCredits, disposal: -1 };
  return new Map([[firstTest.id, { ...firstTest, pricesInCredits }]]);
}

/** A game of it at its first seal, where a disposal of the United States makes the year fail. */
async function oddGame() {
  const { at } = await start(folder(), oddlyPriced());
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const us = await seat(at, code, 'US');
  await seatOthers(at, code, ['US']);
  await desk.command({ kind: 'start' });
  await endPhasesUntil(desk, 'seal', 1);
  return { at, code, facilitatorKey, desk, us };
}

/** Puts another state in the place of each that is stored of a game. */
function rewrite(data: string, code: string, change: (state: State) => object): void {
  const database = new Database(join(data, FILE));
  const rows = database.prepare('select seq, state from snapshots where game = ?').all(code) as {
    seq: number;
    state: Buffer;
  }[];
  for (const row of rows) {
    // Other code had no word for standing still.
    const { halt: _, ...state } = JSON.parse(zstdDecompressSync(row.state).toString()) as State;
    database
      .prepare('update snapshots set state = ? where game = ? and seq = ?')
      .run(zstdCompressSync(JSON.stringify(change(state as State))), code, row.seq);
  }
  database.close();
  expect(rows.length).toBeGreaterThan(0);
}

/** Takes a price out of the scenario of a stored game, in every snapshot of it, and puts in what older code had there. */
function dropPrice(data: string, code: string, price: keyof Scenario['pricesInCredits'], older: object = {}): void {
  rewrite(data, code, (state) => {
    const { [price]: _, ...pricesInCredits } = state.scenario.pricesInCredits;
    return { ...state, scenario: { ...state.scenario, pricesInCredits, ...older } };
  });
}

const exported = async (at: string, code: string, key: string): Promise<string> => {
  const response = await fetch(`${at}${ROUTES.export(code)}`, { headers: { authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
  return response.text();
};

describe('a year that fails', () => {
  it('is tried again soon, then more and more slowly', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([500, 2_000, 8_000, 32_000]);
    expect(pauseAfter(50)).toBe(300_000);
  });

  it('stops the clock, is told to all and explained to the desk, and comes once the order that it fails at is changed', async () => {
    const { desk, us } = await oddGame();
    const order = { kind: 'dispose', month: 6, count: 1 };
    expect(await us.command({ kind: 'draft-order', slot: 'p1', order })).toBeNull();
    const began = performance.now();
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();

    await until('the standstill', () => us.view().halted === 'year', SKY_MS);
    // Not at the first failure, nor at the second.
    expect(performance.now() - began).toBeGreaterThan(pauseAfter(1) + pauseAfter(2));
    expect(us.view().clock).toMatchObject({ phase: 'resolution', endsAt: null, pausedLeftMs: null });
    expect(us.bytes()).not.toContain('ledger.dispose');
    await until('the desk to know', () => desk.view().desk!.halt !== null);
    expect(desk.view().desk!.halt).toContain('ledger.dispose: -100000 is not an amount');

    // Tried again, it fails again, and says so again.
    const { number } = desk.view().clock;
    const told = desk.messages.length;
    expect(await us.command({ kind: 'try-again' })).toMatchObject({ code: 'not-your-role' });
    expect(await desk.command({ kind: 'try-again' })).toBeNull();
    await until(
      'the second standstill',
      () => desk.messages.length >= told + 2 && desk.view().halted === 'year',
      SKY_MS,
    );
    expect(desk.view().clock.number).toBe(number);

    expect(desk.view().desk!.back).toBe('seal');
    expect(await desk.command({ kind: 'go-back' })).toBeNull();
    await until('the way back', () => us.view().clock.phase === 'seal' && us.view().halted === null);
    expect(us.view().own!.drafts.p1).toBeDefined();
    expect(await us.command({ kind: 'clear-order', slot: 'p1' })).toBeNull();
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();
    await until('the year', () => us.view().turnsDone.length === 1, SKY_MS);
    expect(us.view().halted).toBeNull();
    expect(await desk.command({ kind: 'try-again' })).toMatchObject({ code: 'year-resolved' });
  });

  it('is no year where a number of it is none', () => {
    const { state, sky } = sealed(firstTalk('halted'));
    const { breachPoints: _, ...scenario } = state.scenario;
    const last = { ...state, scenario, clock: { ...state.clock, lastTurn: 1 } };
    expect(() => resolve({ state: JSON.stringify(last), sky })).toThrow(/^results\..* of the outcome is not a number$/);
  });

  it('lets the debrief be opened on the years before it', async () => {
    const { at, code, facilitatorKey, desk, us } = await oddGame();
    await us.command({ kind: 'draft-order', slot: 'p1', order: { kind: 'dispose', month: 6, count: 1 } });
    await desk.command({ kind: 'end-phase' });
    await until('the standstill', () => desk.view().halted === 'year', SKY_MS);
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    await until('the debrief', () => desk.view().clock.phase === 'debrief');
    expect(desk.view()).toMatchObject({ halted: null, turnsDone: [], desk: { back: 'resolution' } });
    for (const step of ['results', 'objectives'] as const) await desk.command({ kind: 'reveal', step });
    expect(await exported(at, code, facilitatorKey)).toContain('"halted"');
  });
});

describe('a game that other code has stored', () => {
  /** A game in its second year with a person at every seat. */
  async function inSecondYear(at: string): Promise<{ code: string; facilitatorKey: string; desk: Person }> {
    const { code, facilitatorKey } = await makeGame(at);
    const desk = await enter(at, { code }, facilitatorKey);
    await seatOthers(at, code, []);
    await desk.command({ kind: 'start' });
    await endPhasesUntil(desk, 'negotiation', 2);
    return { code, facilitatorKey, desk };
  }

  it('stands still where a number is missing, says so, can be read, saved and talked about; other games go on', async () => {
    const data = folder();
    const first = await start(data);
    const broken = await inSecondYear(first.at);
    const sound = await makeGame(first.at);
    await first.app.close();
    dropPrice(data, broken.code, 'launchBatch');

    const { at, app } = await start(data);
    expect(app.resumed).toBe(1);
    const desk = await enter(at, { code: broken.code }, broken.facilitatorKey);
    expect(desk.view()).toMatchObject({ halted: 'scenario', clock: { phase: 'negotiation', endsAt: null } });
    expect(desk.view().clock.pausedLeftMs).toBeGreaterThan(0);
    expect(desk.view().desk!.halt).toMatch(/^pricesInCredits\.launchBatch: /);
    expect(desk.view().turnsDone).toHaveLength(1);
    for (const kind of ['resume', 'end-phase', 'go-back', 'try-again'] as const)
      expect(await desk.command({ kind }), kind).toMatchObject({
        code: kind === 'try-again' ? 'wrong-phase' : 'scenario-outdated',
      });
    const guest = await enter(at, { code: broken.code }, (await newKey(at, broken.code)).key);
    expect(guest.view().halted).toBe('scenario');
    expect(guest.bytes()).not.toContain('launchBatch');
    expect(await guest.command({ kind: 'join', seat: 'US', text: 'late' })).toBeNull();
    expect(await guest.command({ kind: 'say', to: 'plenary', text: 'what now?' })).toBeNull();
    expect(await guest.command({ kind: 'set-dial', dial: 'N01', value: 300 })).toMatchObject({
      code: 'scenario-outdated',
    });
    expect(await exported(at, broken.code, broken.facilitatorKey)).toContain('what now?');
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    expect(await desk.command({ kind: 'reveal', step: 'results' })).toMatchObject({ code: expect.any(String) });
    await until('the debrief', () => guest.view().clock.phase === 'debrief');

    const other = await enter(at, { code: sound.code }, sound.facilitatorKey);
    expect(other.view().halted).toBeNull();
    expect(await other.command({ kind: 'start' })).toBeNull();
    await endPhasesUntil(other, 'resolution', 1);
    await until('the other game’s year', () => other.view().turnsDone.length === 1, SKY_MS);
  });

  it('ends with what it has where it ran under First test version 1: all are told, and the debrief opens', async () => {
    const data = folder();
    const first = await start(data);
    const { code, facilitatorKey } = await inSecondYear(first.at);
    await first.app.close();
    rewrite(data, code, asVersion1);
    const { at } = await start(data);
    const desk = await enter(at, { code }, facilitatorKey);
    expect(desk.view()).toMatchObject({ halted: 'scenario', clock: { phase: 'negotiation', endsAt: null } });
    expect(desk.view().desk!.halt).toMatch(/^evidence\./);
    const guest = await enter(at, { code }, (await newKey(at, code)).key);
    expect(guest.view().findings).toMatchObject([{ incident: 'i.old-stage', confidence: 0.85 }]);
    expect(await desk.command({ kind: 'open-debrief' })).toBeNull();
    await until('the debrief', () => guest.view().clock.phase === 'debrief');
    for (const step of REVEAL_STEPS) expect(await desk.command({ kind: 'reveal', step }), step).toBeNull();
    await until('the truth', () => guest.view().debrief.truth !== null);
    expect(guest.view().debrief.truth!.evidence.every((e) => e.cause.belief.explosion === 0.6)).toBe(true);
    expect(await exported(at, code, facilitatorKey)).toContain('"halted"');
  });

  it('gets what stands for a number that is missing, where there is such a thing, loses what nothing reads, and goes on', async () => {
    const data = folder();
    const first = await start(data);
    const { code, facilitatorKey } = await inSecondYear(first.at);
    await first.app.close();
    dropPrice(data, code, 'insurance', { slots: { programme: 2, security: 1 } });
    const { at, app } = await start(data);
    const desk = await enter(at, { code }, facilitatorKey);
    expect(desk.view().halted).toBeNull();
    const { running } = (await app.games.find(code))!;
    const state = (): State => running.game().state;
    expect(state().halt).toBeNull();
    await endPhasesUntil(desk, 'resolution', 2);
    await until('the second year', () => desk.view().turnsDone.length === 2, SKY_MS);
    const { scenario, ledger } = state();
    expect(scenario.pricesInCredits.insurance).toBe(0);
    expect(scenario).not.toHaveProperty('slots');
    expect(ledger.every((line) => Number.isInteger(line.amountK))).toBe(true);
  });

  it('goes on where it was once code reads it that fits', async () => {
    const data = folder();
    const first = await start(data);
    const { code, facilitatorKey } = await inSecondYear(first.at);
    await first.app.close();
    const database = new Database(join(data, FILE));
    const whole = database.prepare('select seq, state from snapshots where game = ?').all(code) as {
      seq: number;
      state: Buffer;
    }[];
    database.close();
    dropPrice(data, code, 'launchBatch');
    const second = await start(data);
    expect((await enter(second.at, { code }, facilitatorKey)).view().halted).toBe('scenario');
    await second.app.close();
    const again = new Database(join(data, FILE));
    for (const { seq, state } of whole)
      again.prepare('update snapshots set state = ? where game = ? and seq = ?').run(state, code, seq);
    again.close();
    const third = await start(data);
    const desk = await enter(third.at, { code }, facilitatorKey);
    expect(desk.view()).toMatchObject({ halted: null, clock: { phase: 'negotiation' } });
    expect(await desk.command({ kind: 'resume' })).toBeNull();
  });
});
