/**
 * People spread over processes, so that nobody waits for another's reading: at a real table each has a machine of their own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Package } from '../../shared/clauses/text.ts';

/** What a process of people can be asked. */
export type Orders = {
  /** `as`: for each person the seat to take; null: watches */
  readonly enter: { readonly at: string; readonly code: string; readonly as: readonly (string | null)[] };
  /** `among`: all seats */
  readonly talk: { readonly everyMs: number; readonly among: readonly string[] };
  /** whether what is said from now on counts */
  readonly count: { readonly on: boolean };
  readonly hush: object;
  /** for each person what to ask, and when */
  readonly forecast: { readonly texts: readonly Package[]; readonly afterMs: readonly number[] };
  readonly leave: object;
};
export type Asked = { readonly ms: number; readonly refused: string | null };
export type Answers = {
  readonly enter: null;
  readonly talk: null;
  readonly count: null;
  /**
   * `read`: messages with views or changes; `wrong`: people whose changes did not add up to the view; `largestSky`: bytes of the
   * largest overlay as it came over the line
   */
  readonly hush: {
    readonly waitsMs: readonly number[];
    readonly read: number;
    readonly wrong: number;
    readonly largestSky: number;
  };
  readonly forecast: readonly Asked[];
  readonly leave: null;
};

/** What a process can be asked: by name, what it is given and what it answers. */
type Asks = { readonly [name: string]: (order: never) => unknown };
type Talks = { readonly [Name in keyof Orders]: (order: Orders[Name]) => Answers[Name] };

/** One process of people. One order at a time. */
export type Crowd<A extends Asks = Talks> = {
  readonly ask: <Name extends keyof A & string>(
    name: Name,
    order: Parameters<A[Name]>[0],
  ) => Promise<ReturnType<A[Name]>>;
  readonly end: () => Promise<void>;
};

export const startCrowd = (): Crowd =>
  processOf<Talks>(fork(new URL('./crowd-process.ts', import.meta.url), { execArgv: [] }));

/** A process that answers each order in turn. */
export function processOf<A extends Asks>(child: ChildProcess): Crowd<A> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    ask: (name, order) =>
      new Promise((done, fail) => {
        const lost = (): void => fail(new Error(`people left during: ${name}`));
        child.once('exit', lost);
        child.once('message', (answer: { value: never } | { error: string }) => {
          child.off('exit', lost);
          if ('value' in answer) done(answer.value);
          else fail(new Error(answer.error));
        });
        child.send({ name, order });
      }),
    async end() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The same order to all at once. */
export const askAll = <Name extends keyof Orders>(
  crowds: readonly Crowd[],
  name: Name,
  order: Orders[Name],
): Promise<Answers[Name][]> => Promise.all(crowds.map((crowd) => crowd.ask(name, order)));

/** Times sorted, and the value below which a share of them lies. */
export function quantiles(timesMs: readonly number[]): (share: number) => number {
  const sorted = timesMs.toSorted((a, b) => a - b);
  return (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
