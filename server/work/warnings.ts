/**
 * Warnings for those who ask: the worst close approaches of a seat's fleet, from its own overlay, in workers. A search takes many
 * seconds of a core on a whole sky, so it goes part by part, one part at a time on the whole server, and what cannot wait comes in
 * between. The last ones are kept: a seat's sky changes once a turn.
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

/** `parts`: done so far. `found`: null where it was given up. */
type Search = { parts: number; askedAt: number; found: Promise<Warnings | null> };

const PARTS = Math.ceil(WARNING_HOURS / PART_HOURS);
const MOST_KEPT = 200;
/** A search nobody has asked about for so long is given up, ms. */
const GIVEN_UP_MS = 120_000;
const ANSWER_MS = 1_000;

/** Searches over a pool. */
export function warningsOn(sim: Sim, library: Library, overlays: Overlays): WarningSearches {
  const kept = new Map<string, Search>();
  let last: Promise<unknown> = Promise.resolve();

  /** After all that were asked for before, whatever became of them. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = last.then(act, act);
    last = next;
    return next;
  }

  async function searchFor(search: Search, open: OpenGame, who: Who, seat: SeatId): Promise<Warnings | null> {
    const { code, game } = open.running;
    const { scenario, startSkyHash } = game().state;
    const { version, bytes: overlay } = await overlays.of(open, who);
    const startSky = await library.sky(startSkyHash);
    // Seats with equal sensors know the same sky.
    const task = { name: `${code} ${version}`, overlay, scenario, startSky, seat };
    const parts: Approaches[] = [];
    for (let part = 0; part < PARTS; part++) {
      const fromHour = part * PART_HOURS;
      const found = await inTurn(async () =>
        now() - search.askedAt > GIVEN_UP_MS
          ? null
          : sim.approaches({ ...task, fromHour, hours: Math.min(PART_HOURS, WARNING_HOURS - fromHour) }),
      );
      if (!found) return null;
      parts.push(found);
      search.parts = parts.length;
    }
    return sim.warningsFor({ ...task, parts });
  }

  function begin(name: string, open: OpenGame, who: Who, seat: SeatId): Search {
    const search: Search = { parts: 0, askedAt: now(), found: Promise.resolve(null) };
    search.found = searchFor(search, open, who, seat);
    const forget = (found: Warnings | null): void => void (found ?? kept.delete(name));
    search.found.then(forget, () => forget(null));
    kept.set(name, search);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return search;
  }

  return {
    async ask(open, who) {
      const view = open.audiences.viewOf(who);
      if (view.viewer.kind !== 'seat') return refuse('not-your-role');
      const name = JSON.stringify([open.running.code, view.viewer.seat, view.overlay]);
      const search = kept.get(name) ?? begin(name, open, who, view.viewer.seat);
      search.askedAt = now();
      const underWay = (): WarningsUnderWay => ({ done: search.parts, of: PARTS });
      return (await Promise.race([search.found, after(ANSWER_MS)])) ?? underWay();
    },
  };
}

const after = (ms: number): Promise<null> => new Promise((done) => setTimeout(() => done(null), ms).unref());
