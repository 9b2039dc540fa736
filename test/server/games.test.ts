import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Games, openGames } from '../../server/games/games.ts';
import { openLibrary } from '../../server/games/library.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { type Sim, startSim } from '../../server/sim/pool.ts';
import { FILE, openSqlite } from '../../server/store/sqlite.ts';
import { MAIN, type Store } from '../../server/store/store.ts';
import type { Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { pause, removeFolder, temporaryFolder, until } from './harness.ts';

/** Of the lobby four turns of four phases, the epilogue, the debrief. */
const PHASES = 4 * 4 + 2;
/** A game is put aside after this; what is done with it between two looks takes far less, also on a busy machine. */
const REST_MS = 3_000;
/** Longer than a write waits for another process that holds the file. */
const BUSY_MS = 3_000;
const log = pino({ level: 'silent' });
const folder = temporaryFolder();
const firstTest = builtInScenarios().get('first-test')!;
/** First test with phases of a moment: only the clock moves it on. */
const brief: Scenario = {
  ...firstTest,
  id: 'brief',
  seconds: {
    ...firstTest.seconds,
    briefing: 0.2,
    negotiation: 5,
    lastNegotiation: 5,
    seal: 4,
    resolution: 0.2,
    epilogue: 0.2,
  },
};
let sim: Sim;
let store: Store;
let games: Games;
const openOn = (on: Store, asideMs?: number): Games => {
  const scenarios = new Map([
    [brief.id, brief],
    [firstTest.id, firstTest],
  ]);
  return openGames({ store: on, sim, library: openLibrary(scenarios, on, sim), log }, undefined, asideMs);
};
beforeAll(async () => {
  sim = startSim(log);
  store = await openSqlite(folder);
  games = openOn(store);
});
afterAll(async () => {
  await games.close();
  await sim.close();
  await store.close();
  removeFolder(folder);
});

const logOf = (code: string): Promise<readonly Entry[]> => store.entries(code, MAIN, 0, 100_000);

/** Given in the lobby. */
const START = { kind: 'start', means: { phaseNumber: 0 } };

describe('words that another process erases', () => {
  it('are taken out of a game that runs', async () => {
    const here = openOn(store, 300);
    const made = await here.create({ scenario: 'first-test', names: 'fictional', thin: true });
    if (!('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await here.find(made.code))!;
    const desk = { kind: 'facilitator' } as const;
    expect(await running.submit(desk, 'start', START)).toBeNull();
    expect(await running.submit(desk, 'speak', { kind: 'broadcast', text: 'before' })).toBeNull();
    const { id } = running.game().state.press.at(-1)!;
    expect(running.words(id)).toBe('before');
    const elsewhere = await openSqlite(folder);
    expect(await elsewhere.eraseWords([made.code])).toBe(1);
    await elsewhere.close();
    await until('the words to be gone', () => running.words(id) === null);
    expect(await running.submit(desk, 'again', { kind: 'broadcast', text: 'after' })).toBeNull();
    expect(running.words(running.game().state.press.at(-1)!.id)).toBe('after');
    await here.close();
  });
});

describe('a flood of commands', () => {
  it('that the disk cannot follow is told to slow down, and what was taken is kept', async () => {
    const made = await games.create({ scenario: 'first-test', names: 'fictional', thin: true });
    if (!('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await games.find(made.code))!;
    const many = Array.from({ length: 500 }, (_, n) =>
      running.submit({ kind: 'facilitator' }, `flood-${n}`, { kind: 'broadcast', text: `${n}` }),
    );
    const answers = await Promise.all(many);
    const taken = answers.filter((answer) => answer === null).length;
    expect(answers.filter((answer) => answer?.code === 'too-fast').length).toBe(answers.length - taken);
    expect(taken).toBeLessThan(answers.length);
    expect(await logOf(made.code)).toHaveLength(taken);
    expect(running.game().state.press).toHaveLength(taken);
  });
});

describe('a game that is left to itself', () => {
  it('is played to the debrief by its clock and its bots, bold ones, and opens again as it was', async () => {
    const made = await games.create({ scenario: 'brief', names: 'fictional', thin: true });
    if (!('code' in made) || !('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await games.find(made.code))!;
    const desk = { kind: 'facilitator' } as const;
    expect(await running.submit(desk, 'be-bold', { kind: 'set-bold-bots', on: true })).toBeNull();
    expect(await running.submit(desk, 'start-now', START)).toBeNull();
    await until('the debrief', () => running.game().state.clock.phase === 'debrief', 200_000);

    const { state } = running.game();
    expect(state.turnsDone.map((turn) => turn.turn)).toEqual([1, 2, 3, 4]);
    expect(state.results?.seats).toHaveLength(6);
    expect(state.incidents.some(({ loud }) => loud?.cause === 'intercept')).toBe(true);
    const entries = await logOf(made.code);
    const by = (role: string): number => entries.filter((entry) => entry.actor.role === role).length;
    expect(by('bot')).toBeGreaterThan(20);
    // A year that comes when the time to look at it is over ends its phase itself, as it does on a busy machine.
    expect(by('clock')).toBeLessThanOrEqual(4 * 4 + 1);
    expect(by('clock')).toBeGreaterThanOrEqual(4 * 3 + 1);
    expect(state.clock.number).toBe(PHASES);
    expect(by('server')).toBe(4);

    // A snapshot of every phase: who opens the game folds what came after it, and no year.
    await until('the last snapshot', async () => {
      const [newest] = await store.snapshots(made.code, MAIN);
      const kept = await store.snapshot(made.code, MAIN, newest!);
      return (JSON.parse(kept.state) as typeof state).clock.number === state.clock.number;
    });
    const hash = stateHash(state);
    await games.close();
    games = openOn(store);
    expect(await games.resume()).toBeGreaterThan(0);
    const again = (await games.find(made.code))!.running;
    expect(again.seq()).toBe(entries.length);
    expect(stateHash(again.game().state)).toBe(hash);
  }, 120_000);

  it('goes on by its clock where the disk could not be written when a phase was over', async () => {
    const made = await games.create({ scenario: 'brief', names: 'fictional', thin: true });
    if (!('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await games.find(made.code))!;
    expect(await running.submit({ kind: 'facilitator' }, 'start-it', START)).toBeNull();
    const other = new Database(join(folder, FILE));
    other.exec('begin immediate');
    expect(
      await running.submit({ kind: 'facilitator' }, 'not-now', { kind: 'pause', means: { phaseNumber: 1 } }),
    ).toEqual({ code: 'store-down' });
    expect(running.game().state.clock.phase).toBe('briefing');
    // Over by now, and refused once at least.
    await pause(BUSY_MS);
    expect(running.game().state.clock.phase).toBe('briefing');
    other.exec('rollback');
    other.close();
    await until('the next phase', () => running.game().state.clock.phase !== 'briefing');
  });

  it('logs that newer code took it over', async () => {
    const made = await games.create({ scenario: 'first-test', names: 'real', thin: true });
    if (!('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await games.find(made.code))!;
    await running.log({ role: 'server' }, 'older-code', { kind: 'upgraded', engineVersion: 'older' });
    await games.close();
    games = openOn(store);
    const again = (await games.find(made.code))!.running;
    expect(again.game().state.engineVersion).not.toBe('older');
    expect((await logOf(made.code)).map((entry) => entry.command.kind)).toEqual(['upgraded', 'upgraded']);
  });

  it('leaves the memory while it rests, and is there again for whoever comes', async () => {
    await games.close();
    games = openOn(store, REST_MS);
    const codeOf = async (scenario: string): Promise<string> => {
      const made = await games.create({ scenario, names: 'real', thin: true });
      if (!('facilitatorKey' in made)) throw new Error('no game');
      return made.code;
    };
    const [resting, held, played] = [
      await codeOf('first-test'),
      await codeOf('first-test'),
      await codeOf('first-test'),
    ];
    const opened = await Promise.all([resting, held, played].map((code) => games.find(code)));
    const release = games.hold(held, () => {});
    const desk = { kind: 'facilitator' } as const;
    expect(await opened[2]!.running.submit(desk, 'cccccccc', START)).toBeNull();
    const { running } = opened[0]!;
    expect(await running.submit(desk, 'dddddddd', { kind: 'set-bold-bots', on: true })).toBeNull();
    // Whoever still has a game that was put aside can do nothing in it.
    const late = async () =>
      (await running.submit(desk, `late-${Date.now()}`, { kind: 'set-bold-bots', on: true }))?.code;
    await until('it is put aside', async () => (await late()) === 'store-down');
    // One that somebody holds, and one whose clock runs, are the same as before.
    expect(await Promise.all([held, played].map((code) => games.find(code)))).toEqual([opened[1], opened[2]]);
    const again = (await games.find(resting))!;
    expect(again).not.toBe(opened[0]);
    expect(again.running.game().state.boldBots).toBe(true);
    expect(await again.running.submit(desk, 'eeeeeeee', START)).toBeNull();
    release();
    await until(
      'the other too',
      async () =>
        (await opened[1]!.running.submit(desk, `x${Date.now()}`, { kind: 'set-bold-bots', on: true }))?.code ===
        'store-down',
    );
  });

  it('stops writing when another process writes the same game', async () => {
    const made = await games.create({ scenario: 'first-test', names: 'real', thin: true });
    if (!('facilitatorKey' in made)) throw new Error('no game');
    const { running } = (await games.find(made.code))!;
    const foreign: Entry = {
      seq: 1,
      at: 1,
      actor: { role: 'facilitator' },
      id: 'from-elsewhere',
      command: { kind: 'set-bold-bots', on: true },
    };
    await store.append(made.code, MAIN, 0, [foreign], []);
    const desk = { kind: 'facilitator' } as const;
    expect(await running.submit(desk, 'aaaaaaaa', START)).toEqual({ code: 'store-down' });
    expect(await running.submit(desk, 'bbbbbbbb', START)).toEqual({ code: 'store-down' });
    expect((await logOf(made.code)).map((entry) => entry.id)).toEqual(['from-elsewhere']);
  });
});
