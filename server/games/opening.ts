/**
 * A game as its store has it: a snapshot and the log after it. What cannot be read is made anew where that is possible: an earlier
 * snapshot tells the same by a longer log; a starting sky comes from the program; a later one is computed again from the year
 * before, and must come out as it was.
 */
import type { Logger } from 'pino';
import type { Entry } from '../../shared/game/commands/index.ts';
import { apply } from '../../shared/game/rules.ts';
import { ADDED, type Game, type State } from '../../shared/game/state.ts';
import { entryReadNow, stateReadNow } from '../../shared/game/stored.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { asReadNow } from '../../shared/scenarios/gone.ts';
import { type Scenario, ScenarioSchema } from '../../shared/scenarios/schema.ts';
import type { Sim } from '../sim/pool.ts';
import { MAIN, type Snapshot, type Store } from '../store/store.ts';
import type { Version } from './journal.ts';
import type { Library } from './library.ts';

export type Sources = { readonly store: Store; readonly sim: Sim; readonly library: Library; readonly log: Logger };

const PAGE = 500;

/** A game after the last entry of its log. Rejects with what cannot be read if there is no way around it. */
export async function readGame(code: string, from: Sources): Promise<Version> {
  return versionAt(code, from, Number.MAX_SAFE_INTEGER);
}

/** A sky of a game. Rejects if it cannot be read, nor be made anew. */
export async function skyOf(code: string, from: Sources, hash: string): Promise<Population> {
  const { store, sim, library, log } = from;
  try {
    return await library.sky(hash);
  } catch (error) {
    log.error({ err: error }, 'a sky cannot be read: it is made anew');
    const start = await library.startOf(hash);
    if (start) {
      await store.mendSky(code, start.packed);
      return start.sky;
    }
    const seq = await outcomeWith(code, store, hash);
    if (seq === null) throw error;
    const before = await versionAt(code, from, seq - 1);
    const { packed, sky } = await sim.resolve({ state: JSON.stringify(before.game.state), sky: before.game.sky }, code);
    if (packed.hash !== hash) throw new Error(`sky ${hash} cannot be made anew: this program computes another`);
    await store.mendSky(code, packed);
    return sky;
  }
}

/** The game after entry `last`, or the last one before it, from the newest snapshot that can be read. */
async function versionAt(code: string, from: Sources, last: number): Promise<Version> {
  const { store, log } = from;
  const seqs = (await store.snapshots(code, MAIN)).filter((seq) => seq <= last);
  if (seqs.length === 0) throw new Error(`game ${code} has no snapshot`);
  let first: unknown = null;
  for (const seq of seqs)
    try {
      const { state, ...end } = await fold(code, store, seq, last);
      from.library.publish(state.startSkyHash, state.scenario, state.thin);
      return { game: { state, sky: await skyOf(code, from, state.skyHash) }, ...end };
    } catch (error) {
      first ??= error;
      log.error({ err: error, seq }, 'a snapshot does not lead to the end of the log: an earlier one is tried');
    }
  throw first;
}

/** The state after entry `last` by a snapshot and the log. */
export async function fold(code: string, store: Store, from: number, last: number) {
  // A fold of the log never asks the sky.
  let game = { state: stateOf(await store.snapshot(code, MAIN, from)) } as Game;
  let seq = from;
  // The entry that the snapshot was made after says when that was.
  let at = (await store.entries(code, MAIN, seq - 1, 1))[0]?.at ?? 0;
  for (;;) {
    const page = (await store.entries(code, MAIN, seq, PAGE)).filter((entry) => entry.seq <= last);
    if (page.length === 0) return { state: game.state, seq, at };
    for (const entry of page) {
      if (entry.seq !== seq + 1) throw new Error(`entry ${seq + 1} of ${code} is missing`);
      game = apply(game, entryReadNow(entry));
      ({ seq, at } = entry);
    }
  }
}

/** seq of the entry whose outcome has this sky, the last if there are several; null if there is none. */
async function outcomeWith(code: string, store: Store, hash: string): Promise<number | null> {
  let found: number | null = null;
  let page: readonly Entry[];
  let after = 0;
  do {
    page = await store.entries(code, MAIN, after, PAGE);
    for (const { seq, command } of page)
      if (command.kind === 'resolved' && command.outcome.skyHash === hash) found = seq;
    after = page.at(-1)?.seq ?? after;
  } while (page.length > 0);
  return found;
}

/** A state as older code may have stored it. */
type Stored = Omit<State, keyof typeof ADDED> & Partial<typeof ADDED>;

/** The state of a snapshot: what has come since gets what stands for its absence, where there is such a thing; what has gone since is left out. */
export function stateOf(snapshot: Snapshot): State {
  const stored = JSON.parse(snapshot.state) as Stored;
  const scenario = asReadNow(stored.scenario);
  const { data } = ScenarioSchema.safeParse(scenario);
  return stateReadNow({ ...ADDED, ...stored, scenario: data ?? (scenario as Scenario) });
}
