/**
 * The journal of one open game: every change goes through it, one after another.
 *
 * check -> apply -> durable append -> the new game is the game -> answer. Check and apply are one step on the newest game;
 * what follows may be checked while the disk is still busy, so that one commit carries many entries. Nobody is answered and
 * nothing is shown before its entry is on the disk. If an entry cannot be written, it and all that built on it never happened; if it
 * was written after all and only the answer was lost, the store says so when it is back.
 */
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { Command, Entry } from '../../shared/game/commands/index.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import { now } from '../instant.ts';
import { MAIN, SequenceConflict, type Store, type TextRow } from '../store/store.ts';

/** A game after an entry. */
export type Version = { readonly game: Game; readonly seq: number; readonly at: number };

export type Journal = {
  /** the newest version that is on the disk */
  readonly durable: () => Version;
  /** the newest state, which may not be on the disk yet: for deciding what to log next, never to be shown */
  readonly newest: () => State;
  /** `as`: who acts, decided on the newest state; null: nobody who may act */
  readonly carryOut: (
    as: (state: State) => Actor | null,
    id: string,
    command: Command,
    typed: readonly TextRow[],
    sky?: Population,
  ) => Promise<Refusal | null>;
  /** the game's time, ms since 1970 */
  readonly now: () => number;
  /** nothing is on its way to the disk */
  readonly idle: () => boolean;
  /** resolves when another process has written the game, or deleted it: it is no longer ours */
  readonly lost: Promise<void>;
  /** takes nothing more and waits for what is being written */
  readonly stop: () => Promise<void>;
};

/** More entries than this on their way to the disk are a flood. */
const MOST_IN_FLIGHT = 400;
/** How long to wait before a store that could not write is asked again. */
const AGAIN_MS = 500;

/** An entry that the store has been asked to keep, and the game after it. */
type Sent = { readonly entry: Entry; readonly typed: readonly TextRow[]; readonly version: Version };

/**
 * @param written called after each entry that is on the disk, with the state before it and the texts that came with it
 * @param back what to log first when the store can write again after so many ms in which nobody could do anything; null: nothing
 */
export function openJournal(
  code: string,
  start: Version,
  store: Store,
  log: Logger,
  written: (before: State, typed: readonly TextRow[]) => void,
  back: (state: State, awayMs: number) => Command | null,
): Journal {
  // A system whose time was put back while the game lay in the store: its time goes on from where it was.
  const ahead = Math.max(0, start.at - now(), start.game.state.clock.startedAt - now());
  const clock = (): number => now() + ahead;
  let durable = start;
  let head = start;
  const inFlight = new Map<string, Promise<Refusal | null>>();
  /** entries whose append has failed: the store may have them all the same */
  const unsure = new Map<number, Sent>();
  let stopped = false;
  /** an append failed: what is in flight behind it fails too, then the store is asked what it has */
  let failing = false;
  /** since when nothing could be written */
  let failedAt: number | null = null;
  /** the branch ends elsewhere than here, and not by what was sent from here */
  let conflict = false;
  /** another process writes this game: it is no longer ours */
  let lost = false;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();

  async function write(sent: Sent): Promise<Refusal | null> {
    try {
      await store.append(code, MAIN, sent.entry.seq - 1, [sent.entry], sent.typed);
    } catch (error) {
      unsure.set(sent.entry.seq, sent);
      if (!failing) {
        failing = true;
        conflict = error instanceof SequenceConflict;
        if (failedAt === null) log.error({ err: error }, 'the log cannot be written');
        failedAt ??= clock();
      }
      return refuse('store-down');
    }
    failedAt = null;
    keep(sent);
    return null;
  }

  function keep({ typed, version }: Sent): void {
    const before = durable.game.state;
    durable = version;
    try {
      written(before, typed);
    } catch (error) {
      log.error({ err: error }, 'a change could not be shown');
    }
  }

  function landed(id: string): void {
    inFlight.delete(id);
    if (failing && inFlight.size === 0) askAgain();
  }

  function askAgain(): void {
    setTimeout(() => {
      if (!stopped) recover().catch(askAgain);
    }, AGAIN_MS).unref();
  }

  /** Takes over what the store has kept without saying so, and goes on from there. Rejects while it cannot be read. */
  async function recover(): Promise<void> {
    const kept = await store.entries(code, MAIN, durable.seq, MOST_IN_FLIGHT);
    for (const { seq, id, at } of kept) {
      const sent = unsure.get(seq);
      lost ||= sent?.entry.id !== id || sent.entry.at !== at;
      if (sent && !lost) keep(sent);
    }
    lost ||= conflict && kept.length === 0;
    if (lost) {
      log.error('another process has written or deleted this game');
      return end();
    }
    unsure.clear();
    head = durable;
    failing = false;
    const command = failedAt === null ? null : back(head.game.state, clock() - failedAt);
    if (command) await carryOut(() => ({ role: 'server' }), `back-${nanoid()}`, command, []);
  }

  const carryOut: Journal['carryOut'] = async (as, id, command, typed, sky) => {
    const same = inFlight.get(id);
    if (same) return same;
    if (stopped || lost || failing) return refuse('store-down');
    const { state } = head.game;
    if (state.recent.includes(id)) return null;
    if (inFlight.size >= MOST_IN_FLIGHT) return refuse('too-fast');
    const actor = as(state);
    if (!actor) return refuse('not-your-role');
    const at = Math.max(clock(), head.at);
    const refusal = check(head.game, actor, command, at);
    if (refusal) return refusal;
    const entry: Entry = { seq: head.seq + 1, at, actor, id, command };
    // Applied before it is written: what cannot be applied must not get into the log.
    const next = apply(head.game, entry);
    head = { game: sky ? { ...next, sky } : next, seq: entry.seq, at };
    const done = write({ entry, typed, version: head }).finally(() => landed(id));
    inFlight.set(id, done);
    return done;
  };

  return {
    durable: () => durable,
    newest: () => head.game.state,
    now: clock,
    idle: () => inFlight.size === 0 && !failing,
    carryOut,
    lost: ended,
    async stop() {
      stopped = true;
      await Promise.allSettled(inFlight.values());
    },
  };
}
