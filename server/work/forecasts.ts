/** Forecasts for those who ask: from what their own view says, in a worker, the last ones kept. */
import { PackageSchema } from '../../shared/game/parse.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import type { ForecastAnswer } from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { type Package, refuse } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import type { Library } from '../games/library.ts';
import type { Sim } from '../sim/pool.ts';
import type { Who } from '../watch/people.ts';

export type Forecasts = {
  /** `asker`: one connection, which waits for its last forecast before it asks for the next */
  readonly ask: (asker: string, open: OpenGame, who: Who, text: unknown) => Promise<ForecastAnswer>;
};

const MOST_KEPT = 200;

/** Forecasts over a pool. The draws are keyed by nothing but the public sky, so that all seats compare the same luck. */
export function forecastsOn(sim: Sim, library: Library): Forecasts {
  const busy = new Set<string>();
  const kept = new Map<string, Promise<ForecastAnswer>>();

  /** A view as the workers get it, made once for all who ask from it. */
  const texts = new WeakMap<View, string>();
  function textOf(view: View): string {
    const text = texts.get(view) ?? JSON.stringify(view);
    texts.set(view, text);
    return text;
  }

  async function forecastOf(view: View, scenario: Scenario, text: Package): Promise<ForecastAnswer> {
    const startSky = await library.sky(view.startSky);
    const key = keyOf(`forecast ${view.startSky}`);
    return sim.forecastFor({ view: textOf(view), scenario, startSky, text, key });
  }

  return {
    async ask(asker, { running, audiences }, who, text) {
      const asked = PackageSchema.safeParse(text);
      if (!asked.success) return refuse('malformed', {}, `text.${asked.error.issues[0]?.path.join('.') ?? ''}`);
      if (who.kind === 'watcher') return refuse('not-your-role');
      if (busy.has(asker)) return refuse('too-fast');
      const view = audiences.viewOf(who);
      // What a forecast starts from changes with the phases and with who would sign.
      const signers = view.instruments.map((i) => [i.values, i.wouldSign]);
      const name = JSON.stringify([running.code, view.viewer, view.clock.number, signers, asked.data]);
      let answer = kept.get(name);
      if (!answer) {
        answer = forecastOf(view, running.game().state.scenario, asked.data);
        kept.set(name, answer);
        answer.catch(() => kept.delete(name));
        if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      }
      busy.add(asker);
      return answer.finally(() => busy.delete(asker));
    },
  };
}
