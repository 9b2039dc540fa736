/** Warnings agree with a search that shares nothing with theirs but SGP4, for every seat, with all that is left out left out. */
import { describe, expect, test } from 'vitest';
import { approachesIn, warningsOf, watched } from '../../shared/game/other-worlds/warnings.ts';
import { NEAR_KM } from '../../shared/game/other-worlds/warnings-shape.ts';
import { skyFor } from '../../shared/game/rules.ts';
import { fleetIndex } from '../../shared/game/turn/fleets.ts';
import { warningOf } from '../../shared/orbits/risk/warnings.ts';
import { indexOf, MANOEUVRABLE } from '../../shared/orbits/table/population.ts';
import { denseSearch } from '../orbits/dense-search.ts';
import { firstTalk } from './table.ts';

const HOURS = 8;
const game = firstTalk('0'.repeat(32));
const { scenario } = game.state;
const overlay = skyFor(game, { kind: 'seat', seat: 'US' });
const known = watched(game.sky, overlay, scenario);
const { sky, bodies, fromMs } = known;
const dense = denseSearch(bodies, fromMs, HOURS, NEAR_KM);
const of = fleetIndex(scenario, sky);
const seatOf = (id: number): number => of[indexOf(sky, id)]!;
const bodyOf = (id: number) => bodies[indexOf(sky, id)]!;

describe('warnings', () => {
  test('every seat gets the passes of its working satellites by others, and no more', async () => {
    let all = 0;
    for (const [index, { id }] of scenario.seats.entries()) {
      const passes = dense.filter((c) => (seatOf(c.idA) === index) !== (seatOf(c.idB) === index));
      const expected = passes.filter((c) => c.speedKms >= 0.1);
      const { near, together, worst } = await approachesIn(known, scenario, id, 0, HOURS);
      expect([id, near, together]).toEqual([id, expected.length, passes.length - expected.length]);
      expect(worst).toHaveLength(Math.min(20, near));
      for (const approach of worst) {
        const pair = [approach.own, approach.other].sort((a, b) => a - b);
        const meets = expected.find(
          (c) => c.idA === pair[0] && c.idB === pair[1] && Math.abs(c.timeMs - fromMs - 1000 * approach.afterS) < 600,
        )!;
        expect(seatOf(approach.own)).toBe(index);
        expect(approach.missKm).toBeCloseTo(meets.missKm, 3);
        expect(approach.speedKms).toBeCloseTo(meets.speedKms, 4);
        const warning = warningOf(meets, bodyOf(meets.idA), bodyOf(meets.idB))!;
        expect(approach.probability / warning.probability).toBeCloseTo(1, 1);
        expect(approach.canMove).toBe((sky.flags[indexOf(sky, approach.own)]! & MANOEUVRABLE) !== 0);
      }
      expect(worst).toEqual([...worst].sort((a, b) => b.probability - a.probability || a.missKm - b.missKm));
      all += near;
    }
    expect(all).toBeGreaterThan(5);
    // Among them are two of one fleet, which nobody is warned of.
    expect(dense.some((c) => seatOf(c.idA) >= 0 && seatOf(c.idA) === seatOf(c.idB))).toBe(true);
  });

  test('parts of the day are the day', async () => {
    const whole = await approachesIn(known, scenario, 'OP', 0, HOURS);
    const halves = [0, HOURS / 2].map((hour) => approachesIn(known, scenario, 'OP', hour, HOURS / 2));
    expect(warningsOf(sky, scenario, 'OP', await Promise.all(halves))).toEqual(
      warningsOf(sky, scenario, 'OP', [whole]),
    );
    expect(whole.near).toBeGreaterThan(0);
  });
});
