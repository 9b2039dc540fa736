/** Whose work goes first: shares of games, years beside questions, work that hangs and work that nobody waits for. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { type Bounds, Cancelled, Overdue, openLane } from '../../server/sim/lane.ts';
import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import {
  endPhasesUntil,
  enter,
  type Person,
  post,
  removeFolder,
  SKY_MS,
  seatOthers,
  temporaryFolder,
  until,
} from './harness.ts';

const LONG: Bounds = { most: 1, lateMs: 1e6, deadlineMs: 1e6, stops: false };

/** A task that ends when it is told to. */
function task() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const seen: { begun: boolean; signal: AbortSignal | null } = { begun: false, signal: null };
  const begin = (signal: AbortSignal): Promise<void> => {
    Object.assign(seen, { begun: true, signal });
    return new Promise((done, fail) => {
      promise.then(done);
      signal.addEventListener('abort', () => fail(new Error('ended')));
    });
  };
  return { begin, end: resolve, seen };
}

describe('a lane', () => {
  it('gives each game its turn: one that asks for much waits for itself', async () => {
    const lane = openLane(LONG);
    const order: string[] = [];
    const say = (name: string) => async (): Promise<void> => void order.push(name);
    await Promise.all([
      ...[1, 2, 3, 4].map((n) => lane.run('task', 'MUCHMU', say(`much ${n}`))),
      lane.run('task', 'LITTLE', say('little')),
      ...[1, 2].map((n) => lane.run('task', 'THIRDG', say(`third ${n}`))),
    ]);
    expect(order).toEqual(['much 1', 'much 2', 'little', 'third 1', 'much 3', 'third 2', 'much 4']);
  });

  it('does so many at once and no more', async () => {
    const lane = openLane({ ...LONG, most: 2 });
    const tasks = [task(), task(), task()];
    const all = tasks.map(({ begin }) => lane.run('task', 'AAAAAA', begin));
    expect(tasks.map(({ seen }) => seen.begun)).toEqual([true, true, false]);
    tasks[1]!.end();
    await all[1];
    expect(tasks[2]!.seen.begun).toBe(true);
    for (const { end } of tasks) end();
    await Promise.all(all);
  });

  it('ends what is not done in time, says so, and goes on', async () => {
    const lane = openLane({ ...LONG, deadlineMs: 20 });
    const hangs = task();
    const next = lane.run('task', 'AAAAAA', hangs.begin).catch((error: unknown) => error);
    expect(await next).toBeInstanceOf(Overdue);
    expect(hangs.seen.signal!.aborted).toBe(true);
    await lane.run('task', 'AAAAAA', async () => {});
  });

  it('lets the next one go beside what is late, but no more than there are threads for', async () => {
    const lane = openLane({ ...LONG, lateMs: 20 });
    const tasks = [task(), task(), task()];
    const all = tasks.map(({ begin }) => lane.run('task', 'AAAAAA', begin));
    await until('the second', () => tasks[1]!.seen.begun);
    await until('both late', () => lane.late() === 2);
    expect(tasks[2]!.seen.begun).toBe(false);
    for (const { end } of tasks) end();
    await Promise.all(all);
    expect(lane.late()).toBe(0);
  });

  it.each([true, false])('takes what nobody waits for out of the row; what runs is ended: %s', async (stops) => {
    const lane = openLane({ ...LONG, stops });
    const [runs, waits] = [task(), task()];
    const [left, stays] = [new AbortController(), new AbortController()];
    const all = [
      lane.run('task', 'AAAAAA', runs.begin, stays.signal),
      lane.run('task', 'AAAAAA', waits.begin, left.signal),
    ];
    left.abort();
    await expect(all[1]).rejects.toBeInstanceOf(Cancelled);
    expect(waits.seen.begun).toBe(false);
    stays.abort();
    expect(runs.seen.signal!.aborted).toBe(stops);
    if (stops) await expect(all[0]).rejects.toBeInstanceOf(Cancelled);
    runs.end();
    await Promise.allSettled(all);
    await lane.run('task', 'BBBBBB', async () => {});
  });

  it('begins nothing more once it is closed', async () => {
    const lane = openLane(LONG);
    const runs = task();
    const all = [lane.run('task', 'AAAAAA', runs.begin), lane.run('task', 'AAAAAA', async () => {})];
    lane.close();
    await expect(all[1]).rejects.toBeInstanceOf(Cancelled);
    await expect(lane.run('task', 'AAAAAA', async () => {})).rejects.toBeInstanceOf(Cancelled);
    runs.end();
    await all[0];
  });
});

/** A busy machine computes a year of the thin sky, and reads the catalogue, well within this. */
const YEAR_MS = 12_000;

describe('work that hangs in its worker', () => {
  const folder = temporaryFolder();
  let app: App;
  let at: string;

  beforeAll(async () => {
    const firstTest = builtInScenarios().get('first-test')!;
    const ids = ['first-test', 'hanging-years', 'hanging-questions'];
    app = await startApp({
      data: folder,
      port: 0,
      log: pino({ level: 'silent' }),
      limits: { create: [100, 100] },
      scenarios: new Map(ids.map((id) => [id, { ...firstTest, id }])),
      sim: { worker: new URL('./hanging-worker.ts', import.meta.url), yearMs: YEAR_MS },
    });
    at = `http://localhost:${app.port}`;
  });
  afterAll(async () => {
    await app.close();
    removeFolder(folder);
  });

  const health = async (): Promise<unknown> => (await fetch(`${at}/api/health`)).json();

  /** A game with somebody silent at every seat, at its first talk. */
  async function gameOf(scenario: string): Promise<CreateAnswer & { desk: Person }> {
    const { body } = await post<CreateAnswer>(`${at}${ROUTES.games}`, { scenario, names: 'fictional', thin: true });
    const desk = await enter(at, { code: body.code }, body.facilitatorKey);
    await seatOthers(at, body.code, []);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await endPhasesUntil(desk, 'negotiation', 1);
    return { ...body, desk };
  }

  it('a year: is ended, tried once more, told to the desk and to whoever asks the server; other games go on', async () => {
    const [hanging, sound] = [await gameOf('hanging-years'), await gameOf('first-test')];
    await endPhasesUntil(hanging.desk, 'resolution', 1);
    await until('the health to say so', async () => ((await health()) as { ok: boolean }).ok === false, SKY_MS);
    await endPhasesUntil(sound.desk, 'resolution', 1);
    await until('the year of the other game', () => sound.desk.view().turnsDone.length === 1, SKY_MS);
    expect(hanging.desk.view().halted).toBeNull();
    await until('the standstill', () => hanging.desk.view().halted === 'year', SKY_MS);
    expect(hanging.desk.view().clock.endsAt).toBeNull();
    expect(hanging.desk.view().desk!.halt).toBe(`not done within ${YEAR_MS / 1000} s`);
    expect(await health()).toEqual({ ok: true, yearsLate: 0, gamesHalted: 1 });
    await endPhasesUntil(sound.desk, 'resolution', 2);
    await until('one more year', () => sound.desk.view().turnsDone.length === 2, SKY_MS);
    expect(await hanging.desk.command({ kind: 'go-back' })).toBeNull();
  });

  const STRIKE = { kind: 'strike', month: 3, band: 'high', flyBy: false, notify: false };

  /** A game at its debrief, after a strike in its first year. */
  async function played(scenario: string): Promise<CreateAnswer> {
    const game = await gameOf(scenario);
    for (const command of [
      { kind: 'draft-order', slot: 'security', order: STRIKE },
      { kind: 'confirm-order', slot: 'security' },
    ])
      expect(await game.desk.command({ kind: 'act-for', seat: 'US', command })).toBeNull();
    await endPhasesUntil(game.desk, 'debrief');
    return game;
  }

  /** Asks for the world without that strike: the answer as it comes. */
  const otherWorld = (game: CreateAnswer, left?: AbortSignal): Promise<Response> =>
    fetch(`${at}${ROUTES.counterfactual(game.code)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${game.facilitatorKey}` },
      body: JSON.stringify({ change: { kind: 'without-order', order: 't1.US.security' } }),
      ...(left ? { signal: left } : {}),
    });

  it('a question: no year waits for it, and it ends when whoever asked it leaves', async () => {
    const [hanging, sound] = await Promise.all([played('hanging-questions'), played('first-test')]);
    const left = new AbortController();
    const lines = (await otherWorld(hanging, left.signal)).body!.getReader();
    expect(Buffer.from((await lines.read()).value!).toString()).toContain('"done":0');
    const young = await gameOf('first-test');
    await endPhasesUntil(young.desk, 'resolution', 1);
    await until('the year of a third game', () => young.desk.view().turnsDone.length === 1, SKY_MS);
    expect(await (await otherWorld(hanging)).json()).toMatchObject({ refusal: { code: 'resolving' } });

    let answered = '';
    void otherWorld(sound).then(async (answer) => {
      answered = await answer.text();
    });
    left.abort();
    await expect(lines.read()).rejects.toThrow();
    // It may be asked again: the first is over.
    const again = new AbortController();
    await until('its end', async () => (await otherWorld(hanging, again.signal)).status === 200);
    again.abort();
    await until('the other game’s answer', () => answered.includes('"counterfactual"'));
  });
});
