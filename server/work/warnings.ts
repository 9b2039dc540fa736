/**
 * Warnings for those who ask: the worst close approaches of a seat's fleet, from its own overlay, in workers. A search takes many
 * seconds of a core on a whole sky, so it goes part by part, and other games get their turn in between. It rests while nobody asks,
 * and ends when the seat's sky has become another. The last ones are kept: a seat's sky changes once a turn.
 */
import {
  type Approaches,
  PART_HOURS,
  WARNING_HOURS,
  type Warnings,
  type WarningsUnderWay,
} from '../../shared/game/other-worlds/warnings-shape.ts';
import type { WarningsAnswer } from '../../shared/protocol.ts';
import { refuse, type SeatId } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import type { Library } from '../games/library.ts';
import { now } from '../instant.ts';
import type { Sim } from '../sim/pool.ts';
import type { Overlays } from '../watch/overlays.ts';
import type { Who } from '../watch/people.ts';

export type WarningSearches = {
  /** Begins a search, or goes on with one, and answers within a second: what it found, or how far it is. */
  readonly ask: (open: OpenGame, who: Who) => Promise<WarningsAnswer>;
};

/** `parts`: found so far. `going`: while the search goes on; null: it rests. */
type Search = { readonly parts: Approaches[]; askedAt: number; going: Promise<Warnings | null> | null };

const PARTS = Math.ceil(WARNING_HOURS / PART_HOURS);
const MOST_KEPT = 200;
/** A search nobody has asked about for so long rests, ms: a bad line may be silent for some seconds. */
const RESTS_AFTER_MS = 20_000;
const ANSWER_MS = 1_000;

/** Searches over a pool. */
export function warningsOn(sim: Sim, library: Library, overlays: Overlays): WarningSearches {
  const kept = new Map<string, Search>();

  async function goOn(search: Search, open: OpenGame, who: Who, seat: SeatId): Promise<Warnings | null> {
    const { code, game } = open.running;
    const { scenario, startSkyHash, turnsDone } = game().state;
    const { version, bytes: overlay } = await overlays.of(open, who);
    const startSky = await library.sky(startSkyHash);
    // Seats with equal sensors know the same sky.
    const task = { name: `${code} ${version}`, overlay, scenario, startSky, seat };
    const { parts } = search;
    while (parts.length < PARTS) {
      if (now() - search.askedAt > RESTS_AFTER_MS || game().state.turnsDone !== turnsDone) return null;
      const fromHour = parts.length * PART_HOURS;
      const hours = Math.min(PART_HOURS, WARNING_HOURS - fromHour);
      parts.push(await sim.approaches({ ...task, fromHour, hours }, code));
    }
    return sim.warningsFor({ ...task, parts }, code);
  }

  function searchOf(name: string): Search {
    const search = kept.get(name) ?? { parts: [], askedAt: now(), going: null };
    kept.set(name, search);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return search;
  }

  return {
    async ask(open, who) {
      const view = open.audiences.viewOf(who);
      if (view.viewer.kind !== 'seat') return refuse('not-your-role');
      const search = searchOf(JSON.stringify([open.running.code, view.viewer.seat, view.overlay]));
      search.askedAt = now();
      if (!search.going) {
        const rests = (found: Warnings | null): void => {
          if (!found) search.going = null;
        };
        search.going = goOn(search, open, who, view.viewer.seat);
        search.going.then(rests, () => rests(null));
      }
      const underWay = (): WarningsUnderWay => ({ done: search.parts.length, of: PARTS });
      return (await Promise.race([search.going, after(ANSWER_MS)])) ?? underWay();
    },
  };
}

const after = (ms: number): Promise<null> => new Promise((done) => setTimeout(() => done(null), ms).unref());
