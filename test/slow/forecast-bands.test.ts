import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { newGame, viewFor } from '../../shared/game/rules.ts';
import { planOf } from '../../shared/game/score/conduct.ts';
import { knowledgeOf } from '../../shared/game/sight/knowledge.ts';
import { bands, closePassRate, projectShells } from '../../shared/orbits/decades/shells.ts';
import { SHELL_COUNT } from '../../shared/orbits/table/altitudes.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';

const YEARS = [10, 25, 50] as const;
const scenario = builtInScenarios().get('first-test')!;
const { sky } = readStartSky(scenario, false);
const seats = scenario.seats.map((seat) => seat.id);
const view = viewFor(newGame(scenario, 'bands', sky), { kind: 'seat', seat: seats[0]! });
const TEXT = { N01: 0, N06: 5, N10: 30, N17: 'members', lead: 'US', road: 'open' } as const;
const knowledge = knowledgeOf(view, scenario, sky, TEXT);

/** Bands of close passes after 10, 25 and 50 years over so many seeds, as a forecast makes them. */
function bandsOver(seeds: number, parties: readonly (typeof seats)[number][], seed: string) {
  const { shells, strikers, shares, month, fleetByShell } = knowledge;
  const plan = planOf(scenario, shells, strikers, TEXT, parties, shares, month, 50);
  const key = keyOf(seed);
  const lines = Array.from({ length: seeds }, (_, n) => {
    const { byShell } = projectShells(shells, plan, narrow(key, 'seed', n));
    return YEARS.map((year) =>
      closePassRate(byShell.subarray(year * SHELL_COUNT, (year + 1) * SHELL_COUNT), fleetByShell),
    );
  });
  return bands(lines);
}

describe('bands of 40 seeds against those of 1,000', () => {
  test.each([
    ['no parties', []],
    ['half of them', seats.slice(0, 3)],
    ['all but one', seats.slice(1)],
    ['all', seats],
  ] as const)('%s', (_, parties) => {
    const many = bandsOver(1000, parties, 'many');
    let squares = 0;
    let count = 0;
    for (let n = 0; n < 12; n++) {
      const few = bandsOver(40, parties, `few ${n}`);
      for (const line of ['p10', 'p50', 'p90'] as const)
        many[line].forEach((value, k) => {
          const off = few[line][k]! / value - 1;
          squares += off * off;
          count++;
          // Each end of each band is within a tenth.
          expect(Math.abs(off)).toBeLessThan(0.1);
        });
    }
    // Over keys the ends of bands stray by a few per cent.
    expect(Math.sqrt(squares / count)).toBeLessThan(0.03);
  });
});
