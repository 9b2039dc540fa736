/**
 * What a server bears: how long it takes from what one person does to the lines of all others, and how long years wait for each other.
 * Each beside a bare Colyseus room of the same shape (people, pace, size of messages) in the same run: both servers stand on the first
 * core, the people on the others, so that what the machine is worth cancels out.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { endPhasesUntil, type Person, pause, removeFolder, temporaryFolder, until } from '../server/harness.ts';
import { type Crowd, processOf, quantiles } from './crowd.ts';
import { openTable, SEATS } from './latency.ts';
import type { OwnTimes } from './served.ts';

/** What a process of people of a load can be asked. */
export type LoadOrders = {
  /** `seat`: null watches. `echo`: into the bare room */
  readonly enter: {
    readonly at: string;
    readonly echo: boolean;
    readonly people: readonly { readonly code: string; readonly seat: string | null }[];
  };
  /** who has a seat says something so often; `echoBytes`: how long what the bare room passes on is */
  readonly act: { readonly everyMs: number; readonly echoBytes: number | null };
  /** what is heard from now on counts */
  readonly count: object;
  readonly hush: object;
  readonly leave: object;
};
export type LoadAnswers = {
  readonly enter: null;
  readonly act: null;
  readonly count: null;
  /** `screensMs`: from the act to the line of each that saw it; `bytes`: of the message in which it came */
  readonly hush: {
    readonly screensMs: readonly number[];
    readonly answersMs: readonly number[];
    readonly bytes: readonly number[];
  };
  readonly leave: null;
};

type Acts = { readonly [Name in keyof LoadOrders]: (order: LoadOrders[Name]) => LoadAnswers[Name] };
type People = Crowd<Acts>;
/** The same order to all at once. */
const all = <Name extends keyof LoadOrders>(
  people: readonly People[],
  name: Name,
  order: LoadOrders[Name],
): Promise<LoadAnswers[Name][]> => Promise.all(people.map((some) => some.ask(name, order)));
type Place = LoadOrders['enter']['people'][number];

const PROCESSES = 4;
const WARM_UP_MS = 3_000;
const COUNTED_MS = 20_000;

/** Cores of the servers and of the people. Where threads cannot be bound to cores nothing is. */
const CORES =
  process.platform === 'linux' && availableParallelism() > 1
    ? { server: '0', people: `1-${availableParallelism() - 1}` }
    : null;

function start(file: URL, args: readonly string[], cores: string | undefined): ChildProcess {
  const bound = cores === undefined ? {} : { execPath: 'taskset', execArgv: ['-c', cores, process.execPath] };
  return fork(file, args, { execArgv: [], ...bound });
}

type Server = { readonly at: string; readonly times: () => Promise<OwnTimes>; readonly end: () => Promise<void> };

async function startServer(args: readonly string[]): Promise<Server> {
  const child = start(new URL('./served.ts', import.meta.url), args, CORES?.server);
  const said = async <T>(): Promise<T> => (await once(child, 'message'))[0] as T;
  const { port } = await said<{ port: number }>();
  return {
    at: `http://localhost:${port}`,
    times() {
      const answer = said<OwnTimes>();
      child.send('times');
      return answer;
    },
    async end() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** What was heard by all while it counted, ms from an act to the line of each that saw it. */
type Heard = { readonly acts: number; readonly p50Ms: number; readonly p95Ms: number; readonly p99Ms: number };

/** Lets people act, and counts while `meanwhile` goes on. */
async function listen(
  people: readonly People[],
  everyMs: number,
  echoBytes: number | null,
  meanwhile: () => Promise<unknown>,
) {
  await all(people, 'act', { everyMs, echoBytes });
  await pause(WARM_UP_MS);
  await all(people, 'count', {});
  await meanwhile();
  const heard = await all(people, 'hush', {});
  const screens = quantiles(heard.flatMap(({ screensMs }) => screensMs));
  const bytes = quantiles(heard.flatMap((one) => one.bytes))(0.5);
  const acts = heard.reduce((sum, { answersMs }) => sum + answersMs.length, 0);
  return { bytes, heard: { acts, p50Ms: screens(0.5), p95Ms: screens(0.95), p99Ms: screens(0.99) } satisfies Heard };
}

/** The same people at the same pace in bare rooms. */
async function listenToEcho(
  people: readonly People[],
  places: readonly Place[],
  everyMs: number,
  bytes: number,
): Promise<Heard> {
  const echo = await startServer(['--echo']);
  await enterAll(people, echo.at, places, true);
  const { heard } = await listen(people, everyMs, bytes, () => pause(COUNTED_MS));
  await all(people, 'leave', {});
  await echo.end();
  return heard;
}

/** People spread over the processes. */
async function enterAll(people: readonly People[], at: string, places: readonly Place[], echo: boolean): Promise<void> {
  await Promise.all(
    people.map((some, i) =>
      some.ask('enter', { at, echo, people: places.filter((_, place) => place % people.length === i) }),
    ),
  );
}

/** Runs a load on a server of its own. */
async function withServer<T>(load: (server: Server, people: readonly People[]) => Promise<T>): Promise<T> {
  // This process plays the desks: it must not take the server's core either.
  if (CORES) execFileSync('taskset', ['-a', '-c', '-p', CORES.people, String(process.pid)], { stdio: 'ignore' });
  const folder = temporaryFolder();
  const server = await startServer([folder]);
  const people = Array.from({ length: PROCESSES }, () =>
    processOf<Acts>(start(new URL('./load-process.ts', import.meta.url), [], CORES?.people)),
  );
  try {
    return await load(server, people);
  } finally {
    for (const some of people) await some.end();
    await server.end();
    removeFolder(folder);
  }
}

const CROWD = { perSeat: 8, watchers: 200, everyMs: 3_000 } as const;

export type CrowdLoad = {
  readonly screen: Heard;
  readonly echo: Heard;
  readonly bytes: number;
  readonly years: number;
  readonly loopP99Ms: number;
  readonly busy: number;
};

/** One table of 48 people and 200 who watch, while a year is always being computed. */
export const measureCrowd = (): Promise<CrowdLoad> =>
  withServer(async (server, people) => {
    const { code, desk } = await openTable(server.at);
    const seats = SEATS.flatMap((seat) => Array.from({ length: CROWD.perSeat }, () => seat));
    const places = [...seats, ...Array.from({ length: CROWD.watchers }, () => null)].map((seat) => ({ code, seat }));
    await enterAll(people, server.at, places, false);
    await desk.command({ kind: 'start' });
    await endPhasesUntil(desk, 'negotiation', 1);
    await server.times();
    const years = yearsAtAnotherTable(server);
    let own: OwnTimes | undefined;
    const { bytes, heard: screen } = await listen(people, CROWD.everyMs, null, async () => {
      await server.times();
      await pause(COUNTED_MS / 4);
      await endPhasesUntil(desk, 'negotiation', 2);
      await pause(COUNTED_MS / 2);
      own = await server.times();
    });
    await years.end();
    await all(people, 'leave', {});
    await desk.room.leave();
    const echo = await listenToEcho(people, places, CROWD.everyMs, bytes);
    return { screen, echo, bytes, years: yearsOf(own!).length, loopP99Ms: own!.loopP99Ms, busy: own!.busy };
  });

/** Tables at which one year after another is computed, until it is ended. */
function yearsAtAnotherTable(server: Server): { readonly end: () => Promise<void> } {
  let going = true;
  const all = (async () => {
    while (going) {
      const other = await openTable(server.at);
      await other.desk.command({ kind: 'start' });
      for (let turn = 1; turn <= 4 && going; turn++) {
        await endPhasesUntil(other.desk, 'resolution', turn);
        await until('the year', () => other.desk.view().turnsDone.length === turn, 60_000);
      }
      await other.desk.room.leave();
    }
  })();
  return {
    end() {
      going = false;
      return all;
    },
  };
}

const GAMES = { count: 50, people: 10, withinMs: 24_000, everyMs: 10_000 } as const;

export type GamesLoad = {
  readonly screen: Heard;
  readonly echo: Heard;
  /** with years computed on the same core by another process: how long the system lets threads wait for it */
  readonly echoBesideYears: Heard;
  readonly bytes: number;
  readonly years: number;
  readonly workers: number;
  /** of a year alone on the same server, and of all from the asking to the outcome, ms */
  readonly loneMs: number;
  readonly queueP95Ms: number;
  /** queueP95Ms over games x loneMs / workers */
  readonly queueRatio: number;
  readonly loopP99Ms: number;
  readonly busy: number;
};

/** Fifty tables of ten, each with a year within 24 s. */
export const measureGames = (): Promise<GamesLoad> =>
  withServer(async (server, people) => {
    const tables: { code: string; desk: Person }[] = [];
    for (let n = 0; n < GAMES.count; n++) tables.push(await openTable(server.at));
    // The desk is one of the ten.
    const places = tables.flatMap(({ code }) =>
      Array.from({ length: GAMES.people - 1 }, (_, i) => ({ code, seat: SEATS[i % SEATS.length]! })),
    );
    await enterAll(people, server.at, places, false);
    for (const { desk } of tables) {
      await desk.command({ kind: 'start' });
      await endPhasesUntil(desk, 'negotiation', 1);
    }
    const [first] = tables;
    await server.times();
    await endPhasesUntil(first!.desk, 'negotiation', 2);
    const loneMs = Math.max(...yearsOf(await server.times()).map(({ ranMs }) => ranMs));
    let own: OwnTimes | undefined;
    const { bytes, heard: screen } = await listen(people, GAMES.everyMs, null, async () => {
      await server.times();
      await Promise.all(
        tables.map(async ({ desk }, i) => {
          await pause((i * GAMES.withinMs) / GAMES.count);
          const turn = i === 0 ? 2 : 1;
          await endPhasesUntil(desk, 'resolution', turn);
          await until('the year', () => desk.view().turnsDone.length === turn, 120_000);
        }),
      );
      own = await server.times();
    });
    await all(people, 'leave', {});
    for (const { desk } of tables) await desk.room.leave();
    const echo = await listenToEcho(people, places, GAMES.everyMs, bytes);
    const meanwhile = yearsAtAnotherTable(server);
    const echoBesideYears = await listenToEcho(people, places, GAMES.everyMs, bytes);
    await meanwhile.end();
    const years = yearsOf(own!);
    const workers = CORES ? 1 : Math.min(4, Math.max(1, availableParallelism() - 1));
    const queueP95Ms = quantiles(years.map(({ waitedMs, ranMs }) => waitedMs + ranMs))(0.95);
    return {
      screen,
      echo,
      echoBesideYears,
      bytes,
      years: years.length,
      workers,
      loneMs,
      queueP95Ms,
      queueRatio: queueP95Ms / ((GAMES.count * loneMs) / workers),
      loopP99Ms: own!.loopP99Ms,
      busy: own!.busy,
    };
  });

const yearsOf = ({ tasks }: OwnTimes) => tasks.filter(({ task }) => task === 'resolve');
