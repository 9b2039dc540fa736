/** What a viewer knows of the sky beyond the public catalogue, as bytes: made in a worker once per viewer and version. */
import type { OpenGame } from '../games/games.ts';
import type { Sim } from '../sim/pool.ts';
import type { Who } from './people.ts';
import { viewerOf } from './people.ts';

export type OverlayBytes = { readonly version: string; readonly bytes: Uint8Array };
export type Overlays = { readonly of: (open: OpenGame, who: Who) => Promise<OverlayBytes> };

const MOST_KEPT = 300;

/** Overlays over a pool, the last ones kept. */
export function overlaysOn(sim: Sim): Overlays {
  const kept = new Map<string, Promise<Uint8Array>>();
  return {
    async of({ running, audiences }, who) {
      const version = audiences.viewOf(who).overlay;
      const { state, sky } = running.game();
      const viewer = viewerOf(state, who);
      const name = JSON.stringify([running.code, viewer, version]);
      let bytes = kept.get(name);
      if (!bytes) {
        bytes = running.stateJson().then((text) => sim.overlay({ state: text, sky, viewer }, running.code));
        kept.set(name, bytes);
        bytes.catch(() => kept.delete(name));
        if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      }
      return { version, bytes: await bytes };
    },
  };
}
