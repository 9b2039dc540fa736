/** What is left of a game: its report, its tables, and the skies of its turns looked at again. All made in workers. */
import { strToU8, zip } from 'fflate';
import type { Viewer } from '../../shared/game/roles.ts';
import { TABLES, type TableName } from '../../shared/protocol.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import type { Sim } from '../sim/pool.ts';
import type { Store } from '../store/store.ts';
import { viewerOf, type Who } from '../watch/people.ts';
import { logText } from './exports.ts';

export type Records = {
  /** one HTML file; only when play is over. `unless`, here and below: aborted once nobody waits for it; then rejects with Cancelled */
  readonly report: (open: OpenGame, language: string, unless: AbortSignal) => Promise<string | Refusal>;
  readonly table: (open: OpenGame, name: TableName, language: string, unless: AbortSignal) => Promise<string>;
  /** all tables as one zip file */
  readonly tables: (open: OpenGame, language: string, unless: AbortSignal) => Promise<Uint8Array>;
  /**
   * The overlay of the sky after a turn as a seat knew it then, or `truth`, or `public`. What the asker was shown after that turn
   * is theirs at any time; all else is the facilitator's from the debrief on, everybody's once the truth is revealed.
   */
  readonly momentSky: (open: OpenGame, who: Who, turn: number, as: string) => Promise<Uint8Array | Refusal>;
  /** the last sky of another world, all of it; for all others than the facilitator once it is shown at its step */
  readonly worldSky: (open: OpenGame, who: Who, id: string) => Promise<Uint8Array | Refusal>;
};

const MOST_KEPT = 60;

/** As whom a viewer is shown the sky while the game is played. */
const shownTo = (viewer: Viewer): string =>
  viewer.kind === 'seat' ? viewer.seat : viewer.kind === 'facilitator' ? 'truth' : 'public';

/** Records over a store and a pool; the last skies are kept. */
export function recordsOn(store: Store, sim: Sim): Records {
  const kept = new Map<string, Promise<Uint8Array>>();

  async function make({ running }: OpenGame, skyHash: string, turn: number, as: string): Promise<Uint8Array> {
    const [state, entries, startSky, sky] = await Promise.all([
      running.stateJson(),
      logText(running, store),
      running.sky(running.game().state.startSkyHash),
      running.sky(skyHash),
    ]);
    return sim.moment({ state, startSky, entries, sky, turn, as }, running.code);
  }

  /** Made once for all who ask. */
  function once(name: readonly unknown[], making: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const text = JSON.stringify(name);
    const known = kept.get(text);
    if (known) return known;
    const made = making();
    kept.set(text, made);
    made.catch(() => kept.delete(text));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return made;
  }

  return {
    async report({ running }, language, unless) {
      const { state, sky } = running.game();
      if (!state.results) return refuse('wrong-phase', { phase: { key: `phase.${state.clock.phase}` } });
      const cards = state.news.flatMap(({ text }) => text ?? []);
      const plenary = state.press.filter(({ to, hidden }) => to === 'plenary' && !hidden).map(({ id }) => id);
      const words = Object.fromEntries([...cards, ...plenary].map((id) => [id, running.words(id)]));
      const json = await running.stateJson();
      return sim.report({ code: running.code, state: json, sky, language, words }, running.code, unless);
    },
    async table({ running }, name, language, unless) {
      const { press } = running.game().state;
      const words = Object.fromEntries(press.map((m) => [m.id, running.words(m.id)]));
      const [state, entries] = await Promise.all([running.stateJson(), logText(running, store)]);
      return sim.table({ code: running.code, name, state, entries, words, language }, running.code, unless);
    },
    async tables(open, language, unless) {
      const files: Record<string, Uint8Array> = {};
      for (const name of TABLES) files[`${name}.csv`] = strToU8(await this.table(open, name, language, unless));
      return new Promise((done, fail) => zip(files, (error, bytes) => (error ? fail(error) : done(bytes))));
    },
    async momentSky(open, who, turn, as) {
      const { state } = open.running.game();
      const { phase } = state.clock;
      if (as !== shownTo(viewerOf(state, who))) {
        if (phase !== 'debrief' && phase !== 'closed')
          return refuse('wrong-phase', { phase: { key: `phase.${phase}` } });
        if (who.kind !== 'facilitator' && phase !== 'closed' && !state.revealed.includes('truth'))
          return refuse('step-out-of-order');
      }
      const summary = state.turnsDone.find((t) => t.turn === turn);
      if (!summary) return refuse('amount-out-of-range', { most: state.turnsDone.length }, 'turn');
      if (as !== 'truth' && as !== 'public' && !Object.hasOwn(state.seats, as))
        return refuse('seat-unknown', { seat: as.slice(0, 8) });
      return once([open.running.code, turn, summary.skyHash, as], () => make(open, summary.skyHash, turn, as));
    },
    async worldSky({ running }, who, id) {
      const { state } = running.game();
      const world = state.counterfactuals.find((c) => c.id === id);
      const opened = state.clock.phase === 'closed' || state.revealed.includes('counterfactual');
      if (who.kind !== 'facilitator' && !(opened && world?.shown)) return refuse('step-out-of-order');
      if (!world) return refuse('malformed', { reason: 'counterfactual' }, 'counterfactual');
      return once([running.code, id], async () => {
        const [text, sky] = await Promise.all([running.stateJson(), running.sky(world.otherSky)]);
        return sim.overlay({ state: text, sky, viewer: { kind: 'facilitator' } }, running.code);
      });
    },
  };
}
