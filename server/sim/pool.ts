/**
 * The worker threads. Every call answers with a promise; the event loop never waits for the sky.
 *
 * Three lanes with threads of their own, so that no question holds up a year: what games wait for, short questions, long ones.
 * Within a lane each game has its turn (lane.ts). On Linux, where a thread has a rank of its own, the system gives a core to the
 * event loop before the workers, and to a year before a question.
 */
import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { type Bounds, openLane } from './lane.ts';
import type { Tasks } from './tasks.ts';

type Ask<Name extends keyof Tasks> = (
  task: Parameters<Tasks[Name]>[0],
  /** whose share of the workers it is: the code of a game, or what stands for all that ask for the same */
  of: string,
  /** aborted when nobody waits for the answer any more: the promise then rejects with Cancelled */
  unless?: AbortSignal,
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;

/** The tasks, each as a promise, which rejects with Overdue where the worker had to be ended. */
export type Sim = { readonly [Name in keyof Tasks]: Ask<Name> } & {
  /** years, and what else games wait for, that take far longer than they ever should: they may hang */
  readonly late: () => number;
  readonly close: () => Promise<void>;
};

export type SimOptions = {
  /** the file of the tasks; worker.ts unless given */
  readonly worker?: URL;
  /** how long a year may be computed, ms; a minute unless given: on the slowest machine it takes a few seconds */
  readonly yearMs?: number;
};

type LaneName = 'years' | 'answers' | 'searches';

const laneOf: { readonly [Name in keyof Tasks]: LaneName } = {
  startSky: 'years',
  create: 'years',
  resolve: 'years',
  overlay: 'years',
  decideFor: 'years',
  unpack: 'years',
  webSky: 'years',
  forecastFor: 'answers',
  warningsFor: 'answers',
  moment: 'answers',
  report: 'answers',
  table: 'answers',
  readZip: 'answers',
  approaches: 'searches',
  arm: 'searches',
};

const YEAR_MS = 60_000;
/** Half a minute without work, and the threads of questions are let go: each holds tens of megabytes. */
const IDLE_MS = 30_000;

/**
 * Rank of the threads of a lane below the event loop's (nice), and how many are kept when there is nothing to do. Not more steps than help: each
 * takes a fifth off the share beside other programs of the machine, too.
 */
const RANK: Readonly<Record<LaneName, { readonly nice: number; readonly kept: number }>> = {
  years: { nice: 5, kept: 1 },
  answers: { nice: 8, kept: 0 },
  searches: { nice: 10, kept: 0 },
};

/** One core is left to the event loop. */
function boundsOf(yearMs: number): Readonly<Record<LaneName, Bounds>> {
  const spare = Math.max(1, availableParallelism() - 1);
  const few = Math.min(2, spare);
  return {
    years: { most: Math.min(4, spare), lateMs: Math.min(10_000, yearMs / 2), deadlineMs: yearMs, stops: true },
    answers: { most: few, lateMs: 2_000, deadlineMs: 120_000, stops: false },
    searches: { most: few, lateMs: 60_000, deadlineMs: 600_000, stops: true },
  };
}

/** Starts the workers. */
export function startSim(log: Logger, { worker, yearMs = YEAR_MS }: SimOptions = {}): Sim {
  const bounds = boundsOf(yearMs);
  const filename = (worker ?? new URL('./worker.ts', import.meta.url)).href;

  function open(name: LaneName) {
    const { nice, kept } = RANK[name];
    const pool = new Piscina({
      filename,
      minThreads: kept,
      // As many again for those that run late.
      maxThreads: 2 * bounds[name].most,
      idleTimeout: IDLE_MS,
      recordTiming: false,
      // Elsewhere this would be the rank of the whole process.
      niceIncrement: process.platform === 'linux' ? nice : 0,
    });
    // A worker that dies takes its own task with it, nothing else; the pool starts another.
    pool.on('error', (error: unknown) => log.error({ err: error }, 'a worker stopped'));
    return { pool, lane: openLane(bounds[name]) };
  }
  const lanes = { years: open('years'), answers: open('answers'), searches: open('searches') };

  const task =
    <Name extends keyof Tasks>(name: Name): Ask<Name> =>
    (input, of, unless) => {
      const { pool, lane } = lanes[laneOf[name]];
      // Piscina's type takes the list for the options of the other overload of postMessage.
      const transfer = 'port' in input ? { transferList: [input.port] as never } : {};
      return lane.run(name, of, (signal) => pool.run(input, { name, signal, ...transfer }), unless);
    };
  return {
    startSky: task('startSky'),
    create: task('create'),
    resolve: task('resolve'),
    overlay: task('overlay'),
    forecastFor: task('forecastFor'),
    approaches: task('approaches'),
    warningsFor: task('warningsFor'),
    decideFor: task('decideFor'),
    unpack: task('unpack'),
    webSky: task('webSky'),
    arm: task('arm'),
    moment: task('moment'),
    report: task('report'),
    table: task('table'),
    readZip: task('readZip'),
    late: lanes.years.lane.late,
    async close() {
      for (const { lane } of Object.values(lanes)) lane.close();
      await Promise.all(Object.values(lanes).map(({ pool }) => pool.destroy()));
    },
  };
}
