/**
 * Forecasts for those who ask: from what their own view says, in a worker, the last ones kept. One that nobody waits for any more, or
 * whose phase is over, leaves its place.
 */

import type { Package } from '../../shared/clauses/text.ts';
import { Package as PackageSchema } from '../../shared/game/commands/fields.ts';
import type { Forecast } from '../../shared/game/other-worlds/forecast-shape.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import type { ForecastAnswer } from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { refuse } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import type { Library } from '../games/library.ts';
import type { Running } from '../games/running-shape.ts';
import { Cancelled } from '../sim/lane.ts';
import type { Sim } from '../sim/pool.ts';
import type { Who } from '../watch/people.ts';

export type Forecasts = {
  /** `asker`: one connection, which waits for its last forecast before it asks for the next */
  readonly ask: (asker: string, open: OpenGame, who: Who, text: unknown) => Promise<ForecastAnswer>;
  /** a connection is gone and waits for nothing */
  readonly leave: (asker: string) => void;
};

/** `unless`: aborted once nobody waits for it, or the game has moved on. */
type Kept = { readonly answer: Promise<Forecast>; readonly askers: Set<string>; readonly unless: AbortController };

const MOST_KEPT = 200;

/** Forecasts over a pool. The draws are keyed by nothing but the public sky, so that all seats compare the same luck. */
export function forecastsOn(sim: Sim, library: Library): Forecasts {
  const busy = new Map<string, Kept>();
  const kept = new Map<string, Kept>();

  /** A view as the workers get it, made once for all who ask from it. */
  const texts = new WeakMap<View, string>();
  function textOf(view: View): string {
    const text = texts.get(view) ?? JSON.stringify(view);
    texts.set(view, text);
    return text;
  }

  async function forecastOf(of: string, view: View, scenario: Scenario, text: Package, unless: AbortSignal) {
    const startSky = await library.sky(view.startSky);
    const key = keyOf(`forecast ${view.startSky}`);
    return sim.forecastFor({ view: textOf(view), scenario, startSky, text, key }, of, unless);
  }

  function begin(name: string, running: Running, view: View, text: Package): Kept {
    const unless = new AbortController();
    const unwatch = running.onChange(() => {
      if (running.game().state.clock.number !== view.clock.number) unless.abort();
    });
    const answer = forecastOf(running.code, view, running.game().state.scenario, text, unless.signal);
    const forecast = { answer, askers: new Set<string>(), unless };
    answer.catch(() => kept.delete(name)).finally(unwatch);
    kept.set(name, forecast);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return forecast;
  }

  function leave(asker: string): void {
    const forecast = busy.get(asker);
    busy.delete(asker);
    forecast?.askers.delete(asker);
    if (forecast?.askers.size === 0) forecast.unless.abort();
  }

  return {
    leave,
    async ask(asker, { running, audiences }, who, text) {
      const asked = PackageSchema.safeParse(text);
      if (!asked.success) return refuse('malformed', {}, `text.${asked.error.issues[0]?.path.join('.') ?? ''}`);
      if (who.kind === 'watcher') return refuse('not-your-role');
      if (busy.has(asker)) return refuse('too-fast');
      const view = audiences.viewOf(who);
      // What a forecast starts from changes with the phases and with who would sign.
      const signers = view.instruments.map((i) => [i.values, i.wouldSign]);
      const name = JSON.stringify([running.code, view.viewer, view.clock.number, signers, asked.data]);
      const known = kept.get(name);
      const forecast = known?.unless.signal.aborted === false ? known : begin(name, running, view, asked.data);
      busy.set(asker, forecast);
      forecast.askers.add(asker);
      try {
        return await forecast.answer;
      } catch (error) {
        if (error instanceof Cancelled) return refuse('moved-on');
        throw error;
      } finally {
        if (busy.get(asker) === forecast) busy.delete(asker);
        forecast.askers.delete(asker);
      }
    },
  };
}
