/** Scenarios and skies that games share: each starting sky is read once, each sky's bytes for the web are made once. */
import type { Population } from '../../shared/orbits/table/population.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import type { Sim } from '../sim/pool.ts';
import type { StartSkyDone, WebBytes } from '../sim/tasks.ts';
import { skyName } from '../skies.ts';
import type { Store } from '../store/store.ts';

export type Library = {
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly startSky: (scenario: Scenario, thin: boolean) => Promise<StartSkyDone>;
  /** a sky of the store; throws if it is not there */
  readonly sky: (hash: string) => Promise<Population>;
  /** encoded public catalogue, null if no game starts from it */
  readonly web: (hash: string) => Promise<WebBytes | null>;
  readonly namesWeb: (hash: string) => Promise<WebBytes | null>;
  /** the starting sky with this hash, made by the program; null if no game starts from it, or the catalogue file gives another */
  readonly startOf: (hash: string) => Promise<StartSkyDone | null>;
  /** says that a game starts from this sky, so that it may be fetched */
  readonly publish: (hash: string, scenario: Scenario, thin: boolean) => void;
};

/** Starting skies that are kept: some megabytes each, and people may bring scenarios of any date. What is not kept is read again. */
const MOST_STARTS = 16;

/** One more has a place: where there are too many, the first goes. */
function makeRoom(skies: Map<string, unknown>): void {
  if (skies.size >= MOST_STARTS) skies.delete(skies.keys().next().value!);
}

/** A library over a store and a pool. */
export function openLibrary(scenarios: ReadonlyMap<string, Scenario>, store: Store, sim: Sim): Library {
  const starts = new Map<string, Promise<StartSkyDone>>();
  const published = new Map<string, { readonly scenario: Scenario; readonly thin: boolean }>();
  const kept = new Map<string, Promise<Population>>();
  const stored = new Map<string, Promise<WebBytes | null>>();

  const startSky: Library['startSky'] = (scenario, thin) => {
    const name = skyName(scenario, thin);
    const known = starts.get(name);
    if (known) return known;
    makeRoom(starts);
    const reading = sim.startSky({ scenario, thin }, name);
    starts.set(name, reading);
    reading.catch(() => starts.delete(name));
    return reading;
  };

  const startOf: Library['startOf'] = async (hash) => {
    const source = published.get(hash);
    if (!source) return null;
    const start = await startSky(source.scenario, source.thin);
    return start.packed.hash === hash ? start : null;
  };

  const webOfStored = async (hash: string): Promise<WebBytes | null> => {
    const packed = await store.sky(hash);
    return packed && sim.webSky({ hash, packed }, hash);
  };

  async function unpacked(hash: string): Promise<Population> {
    const packed = await store.sky(hash);
    if (!packed) throw new Error(`no sky ${hash} in the store`);
    return sim.unpack({ hash, packed }, hash);
  }

  return {
    scenarios,
    startSky,
    startOf,
    async sky(hash) {
      // Starting skies are asked for again and again, others once.
      if (!published.has(hash)) return unpacked(hash);
      const known = kept.get(hash) ?? unpacked(hash);
      if (!kept.has(hash)) makeRoom(kept);
      kept.set(hash, known);
      known.catch(() => kept.delete(hash));
      return known;
    },
    async web(hash) {
      const start = await startOf(hash);
      if (start) return start.web;
      // Only published skies: what a game's sky became later is nobody's to fetch.
      if (!published.has(hash)) return null;
      const known = stored.get(hash) ?? webOfStored(hash);
      if (!stored.has(hash)) makeRoom(stored);
      stored.set(hash, known);
      return known;
    },
    namesWeb: async (hash) => (await startOf(hash))?.namesWeb ?? null,
    publish: (hash, scenario, thin) => {
      if (!published.has(hash)) published.set(hash, { scenario, thin });
    },
  };
}
