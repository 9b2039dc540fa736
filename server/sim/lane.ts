/**
 * Tasks of one class, in turn. Of the games that wait, each has one task begun, then the next one: who asks for much waits for
 * itself. A task has a time by which it must be done; one that runs past it is ended where it runs.
 */
import { channel } from 'node:diagnostics_channel';

/** A task that ran longer than it may, and was ended. */
export class Overdue extends Error {
  constructor(ms: number) {
    super(`not done within ${ms / 1000} s`);
  }
}

/** A task that nobody waits for any more. */
export class Cancelled extends Error {}

export type Bounds = {
  /** tasks at once */
  readonly most: number;
  /** after so long a task no longer keeps the next one waiting, ms: it may hang */
  readonly lateMs: number;
  /** after so long it is ended, ms */
  readonly deadlineMs: number;
  /** whether a task that runs is ended when nobody waits for it; one that waits always leaves its place */
  readonly stops: boolean;
};

export type Lane = {
  /**
   * Does a task, known by its name, in its turn. `of`: whose share it is, the code of a game; `begin` must stop when its signal says so.
   * Rejects with Overdue, with Cancelled once `unless` is aborted, or as `begin` does.
   */
  readonly run: <T>(
    task: string,
    of: string,
    begin: (signal: AbortSignal) => Promise<T>,
    unless?: AbortSignal,
  ) => Promise<T>;
  /** tasks that run late just now */
  readonly late: () => number;
  /** begins nothing more; what waits is cancelled */
  readonly close: () => void;
};

/** What subscribers of the channel `kessler:task` hear of each task: its name, whose it was, and its times, ms. */
export type TaskTimes = {
  readonly task: string;
  readonly of: string;
  readonly waitedMs: number;
  readonly ranMs: number;
};
const times = channel('kessler:task');

type Waiting = { readonly begin: () => void; readonly cancel: () => void };

/** A lane with nothing in it. */
export function openLane({ most, lateMs, deadlineMs, stops }: Bounds): Lane {
  /** by whose share, in the order of their turns */
  const row = new Map<string, Waiting[]>();
  let running = 0;
  let late = 0;
  let closed = false;

  function next(): void {
    // Those that run late are not counted, but for so many only: each has a thread of its own.
    while (running - Math.min(late, most) < most) {
      const [first] = row;
      if (!first) return;
      const [of, [one, ...others]] = first;
      row.delete(of);
      if (others.length > 0) row.set(of, others);
      one!.begin();
    }
  }

  async function timed<T>(begin: (signal: AbortSignal) => Promise<T>, unless: AbortSignal | undefined): Promise<T> {
    const end = new AbortController();
    let isLate = false;
    const becomesLate = setTimeout(() => {
      isLate = true;
      late++;
      next();
    }, lateMs).unref();
    const deadline = setTimeout(() => end.abort(new Overdue(deadlineMs)), deadlineMs).unref();
    const stop = (): void => end.abort(new Cancelled());
    if (stops) unless?.addEventListener('abort', stop);
    try {
      return await begin(end.signal);
    } catch (error) {
      throw end.signal.aborted ? end.signal.reason : error;
    } finally {
      clearTimeout(becomesLate);
      clearTimeout(deadline);
      unless?.removeEventListener('abort', stop);
      if (isLate) late--;
    }
  }

  return {
    late: () => late,
    run: (task, of, begin, unless) =>
      new Promise((done, fail) => {
        if (closed || unless?.aborted) return fail(new Cancelled());
        const asked = performance.now();
        const waiting: Waiting = {
          begin() {
            unless?.removeEventListener('abort', waiting.cancel);
            running++;
            const began = performance.now();
            timed(begin, unless)
              .finally(() => {
                running--;
                const ended = performance.now();
                times.publish({ task, of, waitedMs: began - asked, ranMs: ended - began } satisfies TaskTimes);
                next();
              })
              .then(done, fail);
          },
          cancel() {
            const others = row.get(of)!.filter((one) => one !== waiting);
            if (others.length > 0) row.set(of, others);
            else row.delete(of);
            fail(new Cancelled());
          },
        };
        unless?.addEventListener('abort', waiting.cancel, { once: true });
        row.set(of, [...(row.get(of) ?? []), waiting]);
        next();
      }),
    close() {
      closed = true;
      for (const waiting of [...row.values()].flat()) waiting.cancel();
    },
  };
}
