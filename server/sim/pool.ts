/** The pool of worker threads. Every call answers with a promise; the event loop never waits for the sky. */
import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import type { Tasks } from './tasks.ts';

/** The tasks, each as a promise. */
export type Sim = {
  readonly [Name in keyof Tasks]: (task: Parameters<Tasks[Name]>[0]) => Promise<Awaited<ReturnType<Tasks[Name]>>>;
} & { readonly close: () => Promise<void> };

/** Starts the workers: one core is left to the event loop. */
export function startSim(log: Logger, threads = Math.min(4, Math.max(1, availableParallelism() - 1))): Sim {
  const pool = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 300_000,
    recordTiming: false,
  });
  // A worker that dies takes its own task with it, nothing else; the pool starts another.
  pool.on('error', (error: unknown) => log.error({ err: error }, 'a worker stopped'));
  const task =
    <Name extends keyof Tasks>(name: Name) =>
    (input: Parameters<Tasks[Name]>[0]): Promise<Awaited<ReturnType<Tasks[Name]>>> =>
      // Piscina's type takes the list for the options of the other overload of postMessage.
      pool.run(input, 'port' in input ? { name, transferList: [input.port] as never } : { name });
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
    close: () => pool.destroy(),
  };
}
