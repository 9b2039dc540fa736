import { articlesOf, effectOf } from '../../clauses/articles.ts';
import type { Package } from '../../clauses/text.ts';
import { bands, closePassRate, projectShells } from '../../orbits/decades/shells.ts';
import { SHELL_COUNT } from '../../orbits/table/altitudes.ts';
import { type Key, narrow } from '../../orbits/table/chance.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import { planOf } from '../score/conduct.ts';
import type { Band, Forecast, Knowledge, WorldName } from './forecast-shape.ts';

const YEARS = 50;
const SHOWN_YEARS = [10, 25, 50] as const;
const SEEDS = 40;
/** Below this share a clause does not change the sky. */
const LEAST_CHANGE = 0.03;

/**
 * What a text would do to the asker's own shells: bands over seeds for four worlds, and their paired difference to a world
 * without it on the same draws.
 * @param key not derived from the game's seed: a forecast tells nothing about what will be drawn
 */
export function forecast(knowledge: Knowledge, text: Package, key: Key): Forecast {
  const everybody = knowledge.scenario.seats.map((seat) => seat.id);
  const out = knowledge.strikers.find((s) => !knowledge.parties.includes(s.seat)) ?? knowledge.strikers[0];
  const parties: Record<WorldName, readonly SeatId[]> = {
    none: [],
    parties: knowledge.parties,
    'one-out': everybody.filter((seat) => seat !== out?.seat),
    all: everybody,
  };
  const names: WorldName[] =
    knowledge.parties.length > 0 ? ['none', 'parties', 'one-out', 'all'] : ['none', 'one-out', 'all'];
  const runs = names.map((world) => runWorld(knowledge, text, parties[world], key));
  const base = runs[0]!;
  const differences = runs.slice(1).map((run, n) => ({
    world: names[n + 1]!,
    bands: bandsOf(
      run.lines.map((line, seed) =>
        line.map((value, year) => (base.lines[seed]![year]! > 0 ? value / base.lines[seed]![year]! - 1 : 0)),
      ),
    ),
  }));
  const largest = Math.max(0, ...differences.flatMap((d) => d.bands.map((band) => Math.abs(band.p50))));
  return {
    seeds: SEEDS,
    years: SHOWN_YEARS,
    worlds: runs.map((run, n) => ({ world: names[n]!, assumptions: run.assumptions, bands: bandsOf(run.lines) })),
    differences,
    proof: proofOf(text),
    skyUnchanged: largest < LEAST_CHANGE,
  };
}

function runWorld(knowledge: Knowledge, text: Package, parties: readonly SeatId[], key: Key) {
  const { scenario, shells, strikers, shares, fleetByShell, month } = knowledge;
  const plan = planOf(scenario, shells, strikers, text, parties, shares, month, YEARS);
  const lines = Array.from({ length: SEEDS }, (_, seed) => {
    const run = projectShells(shells, plan, narrow(key, 'seed', seed));
    return SHOWN_YEARS.map((year) =>
      closePassRate(run.byShell.subarray(year * SHELL_COUNT, (year + 1) * SHELL_COUNT), fleetByShell),
    );
  });
  const tests = (plan.strikes ?? []).reduce(
    (sum, s) => sum + ('probabilityPerYear' in s ? s.probabilityPerYear : 0),
    0,
  );
  return {
    lines,
    assumptions: {
      parties,
      testsPerYear: tests,
      disposalYears: plan.disposal!.withinYears,
      disposalSuccess: plan.disposal!.success,
    },
  };
}

function bandsOf(lines: readonly (readonly number[])[]): Band[] {
  const all = bands(lines);
  return SHOWN_YEARS.map((_, n) => ({ p10: all.p10[n]!, p50: all.p50[n]!, p90: all.p90[n]! }));
}

/** The strongest change any clause of the text makes to the chance of proving a hidden act. */
function proofOf(text: Package): Forecast['proof'] {
  let proof: Forecast['proof'] = null;
  for (const article of articlesOf(text)) {
    const effect = effectOf(article).proof;
    if (effect && (!proof || effect.with - effect.without > proof.with - proof.without)) proof = effect;
  }
  return proof;
}
