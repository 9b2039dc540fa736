/** From a View to what a forecast may start from. */

import { DIALS, type Package } from '../../clauses/text.ts';
import { SHELL_CLASSES, type ShellState, shellState } from '../../orbits/decades/shells.ts';
import { SHELL_COUNT } from '../../orbits/table/altitudes.ts';
import { indexOf, type Population } from '../../orbits/table/population.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { Knowledge } from '../other-worlds/forecast-shape.ts';
import type { Striker } from '../score/conduct.ts';
import { meanAltitudeKm } from '../turn/fleets.ts';
import type { View } from '../view/view-shape.ts';

const FIRST_DEBRIS = SHELL_CLASSES.indexOf('debris-0');
const AFTER_DEBRIS = SHELL_CLASSES.indexOf('small');

/** Shells of a starting sky, which many forecasts begin with, by the sky itself. */
const starts = new WeakMap<Population, ShellState>();

function startOf(startSky: Population): ShellState {
  const start = starts.get(startSky) ?? shellState(startSky);
  starts.set(startSky, start);
  return start;
}

/**
 * @param startSky the public catalogue at the scenario's start; the same object again costs less
 * @param text the text asked about: who would sign it is read from the texts on the table
 */
export function knowledgeOf(view: View, scenario: Scenario, startSky: Population, text: Package): Knowledge {
  const start = startOf(startSky);
  const live = view.seats.map((seat) => [seat.id, seat.active] as const);
  const all = live.reduce((sum, [, n]) => sum + n, 0) || 1;
  const same = view.instruments.find((i) => DIALS.every((dial) => i.values[dial] === text[dial]));
  return {
    scenario,
    shells: view.own ? asKnown(start, view.own.knownByShell) : start,
    month: Math.max(0, view.clock.turn - 1) * scenario.monthsPerTurn,
    fleetByShell: view.own ? view.own.fleetByShell : Array.from(start.counts.subarray(0, SHELL_COUNT)),
    strikers: strikersOf(scenario, startSky),
    shares: Object.fromEntries(live.map(([id, n]) => [id, n / all])),
    parties: same?.wouldSign ?? [],
  };
}

/** Seats that can test at altitude, with their highest listed target as the start catalogue has it. */
export function strikersOf(scenario: Scenario, startSky: Population): Striker[] {
  return scenario.seats.flatMap((spec) => {
    const row = spec.targets ? indexOf(startSky, spec.targets.high) : -1;
    return row < 0 ? [] : [{ seat: spec.id, altitudeKm: meanAltitudeKm(startSky, row), massKg: startSky.massKg[row]! }];
  });
}

/** The start's shells brought to the counts a viewer knows now: more are new debris, fewer are fewer of all. */
function asKnown(start: ShellState, knownByShell: readonly number[]): ShellState {
  const counts = start.counts.slice();
  for (let k = 0; k < SHELL_COUNT; k++) {
    let tracked = 0;
    let debris = 0;
    for (let c = 0; c < AFTER_DEBRIS; c++) {
      tracked += counts[c * SHELL_COUNT + k]!;
      if (c >= FIRST_DEBRIS) debris += counts[c * SHELL_COUNT + k]!;
    }
    const known = knownByShell[k] ?? tracked;
    const more = known - tracked;
    for (let c = 0; c < AFTER_DEBRIS; c++) {
      const at = c * SHELL_COUNT + k;
      if (more < 0) counts[at]! *= tracked > 0 ? known / tracked : 1;
      else if (c >= FIRST_DEBRIS)
        counts[at]! += debris > 0 ? (more * counts[at]!) / debris : more / (AFTER_DEBRIS - FIRST_DEBRIS);
    }
  }
  return { ...start, counts };
}
