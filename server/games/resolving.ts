/**
 * The year of a game: computed in a worker, put into the log, and tried again where that fails.
 *
 * A year that cannot be computed is tried again soon, then more and more slowly; one that is computed and cannot be written is kept
 * and offered to the store every second. After the third failure the game is halted by a logged command: its desk is told, and no
 * clock runs. One that is not done in time has its worker ended and is tried again once before that, and seldom after it: it
 * would take a worker from other games each time.
 */
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import { Cancelled, Overdue } from '../sim/lane.ts';
import type { ResolveDone } from '../sim/tasks.ts';
import type { Deps, Running } from './running-shape.ts';

export type Resolving = { readonly go: () => void; readonly stop: () => void };

/** So many failures are nobody's business; of years that were not done in time, one. */
const UNTOLD = 2;
const UNTOLD_OVERDUE = 1;
const FIRST_PAUSE_MS = 500;
const GROWTH = 4;
const LONGEST_PAUSE_MS = 300_000;
const WRITE_AGAIN_MS = 1_000;
const LONGEST_DETAIL = 300;

/** Milliseconds from the failure with this number, counted from 1, to the next try: 0.5 s, 2 s, 8 s ... 5 min. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * GROWTH ** (failures - 1));

/** Computes the years of a game: `go` whenever its state may wait for one. */
export function startResolving(running: Running, { store, sim }: Deps, log: Logger): Resolving {
  let stopped = false;
  let busy = false;
  let again: NodeJS.Timeout | undefined;
  /** number of the phase that what follows belongs to */
  let phase = -1;
  let failures = 0;
  let computed: ResolveDone | null = null;
  let unless = new AbortController();

  async function attempt(): Promise<void> {
    const { state, sky } = running.game();
    // What is being computed for a phase that has been gone back from is nobody's year any more.
    if (state.clock.number !== phase) unless.abort();
    if (busy || stopped || !awaitsSky(state) || state.halt?.why === 'scenario') return;
    busy = true;
    clearTimeout(again);
    const { turn, number } = state.clock;
    if (number !== phase) {
      phase = number;
      failures = 0;
      computed = null;
      unless = new AbortController();
    }
    let pauseMs = 0;
    try {
      computed ??= await sim.resolve({ state: await running.stateJson(), sky }, running.code, unless.signal);
      await keep(computed, number);
      computed = null;
    } catch (error) {
      failures++;
      const overdue = error instanceof Overdue;
      const toldNow = failures > (overdue ? UNTOLD_OVERDUE : UNTOLD);
      pauseMs = overdue && toldNow ? LONGEST_PAUSE_MS : pauseAfter(failures);
      if (!stopped && !(error instanceof Cancelled)) {
        log.error({ err: error, turn, failures }, 'a turn could not be resolved');
        if (toldNow)
          await tell(number, error).catch((why: unknown) => log.error({ err: why }, 'the desk could not be told'));
      }
    }
    busy = false;
    if (stopped || !awaitsSky(running.game().state)) return;
    const gone = running.game().state.clock.number !== number;
    again = setTimeout(() => void attempt(), gone ? 0 : computed ? WRITE_AGAIN_MS : pauseMs);
  }

  /** Into the store and the log, unless the facilitator has gone back meanwhile. */
  async function keep(done: ResolveDone, number: number): Promise<void> {
    await store.saveSky(running.code, done.packed);
    if (running.game().state.clock.number !== number) return;
    const command = { kind: 'resolved', outcome: done.outcome } as const;
    const refusal = await running.log({ role: 'server' }, `resolved-${number}`, command, done.sky);
    if (refusal) throw new Error(`the outcome was refused: ${refusal.code}`);
  }

  async function tell(number: number, error: unknown): Promise<void> {
    const { state } = running.game();
    if (state.halt || state.clock.number !== number) return;
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_DETAIL);
    await running.log({ role: 'server' }, `halted-${nanoid()}`, { kind: 'halted', halt: { why: 'year', detail } });
  }

  return {
    go: () => void attempt(),
    stop() {
      stopped = true;
      clearTimeout(again);
    },
  };
}
