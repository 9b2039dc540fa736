/** The model of shells, term by term. */
import { describe, expect, test } from 'vitest';
import { addSinkingResidence } from '../../shared/orbits/decades/kernels.ts';
import { remove } from '../../shared/orbits/decades/shell-events.ts';
import { crossingsPerYear, type Plan } from '../../shared/orbits/decades/shell-plan.ts';
import { CLASS_COUNT, DERELICT, FIRST_DEBRIS, LIVE, SMALL, STAGES } from '../../shared/orbits/decades/shell-state.ts';
import { closePassRate, projectShells, type ShellState, shellState } from '../../shared/orbits/decades/shells.ts';
import { profileOf } from '../../shared/orbits/motion/air.ts';
import { airDrag, lifetimeYears, meanRadiusUnderOrbitKm } from '../../shared/orbits/motion/decay.ts';
import { SHELL_COUNT, SHELL_VOLUMES_KM3, shellFloorKm, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { DEBRIS, fromRows, NO_ROW } from '../../shared/orbits/table/population.ts';

const YEAR_S = 365.25 * 86_400;
const KEY = keyOf('shell model');
/** Nothing sinks, explodes or collides unless a test says so. */
const PLAN: Plan = { years: 1, stepMonths: 12, f107: () => 130, explosions: false, collisions: false };

function stateOf(counts: readonly (readonly [number, number, number])[], change: Partial<ShellState> = {}): ShellState {
  const all = new Float64Array(CLASS_COUNT * SHELL_COUNT);
  for (const [c, altitudeKm, n] of counts) all[c * SHELL_COUNT + shellOf(altitudeKm)] = n;
  return {
    counts: all,
    massKg: new Float64Array(CLASS_COUNT).fill(500),
    radiusKm: new Float64Array(CLASS_COUNT).fill(1e-3),
    areaToMassM2Kg: new Float64Array(CLASS_COUNT).fill(1e-12),
    explosionsPerYear: new Float64Array(CLASS_COUNT),
    ...change,
  };
}

test('shells are crossed as fast as circular orbits sink through them', () => {
  const polar = Math.PI / 2;
  const lift = meanRadiusUnderOrbitKm(polar) - EARTH_RADIUS_KM;
  for (const flux of [70, 130, 200]) {
    const profile = profileOf(flux);
    for (const shell of [3, 8, 12, 15, 25]) {
      let years = 0;
      for (let part = 0; part < 50; part++) {
        const h = shellFloorKm(shell) + part + 0.5 + lift;
        years += 1 / (-airDrag(h, h, polar, 1, profile).perigeeKmS * YEAR_S);
      }
      expect(crossingsPerYear(shell, flux) * years, `shell ${shell}`).toBeCloseTo(1, 1.5);
    }
  }
});

test.each([
  [450, 1200],
  [500, 2000],
  [600, 1100],
])('an orbit of %d x %d km is put where a circular one lives as long', (perigeeKm, apogeeKm) => {
  const place = new Float64Array(SHELL_COUNT);
  const a = EARTH_RADIUS_KM + (perigeeKm + apogeeKm) / 2;
  addSinkingResidence(place, 0, a, (apogeeKm - perigeeKm) / 2 / a, 1);
  const years = (low: number, high: number): number => lifetimeYears(low, high, 1, 1, () => 130, 300);
  const lived = years(perigeeKm, apogeeKm);
  const floorKm = shellFloorKm(place.findIndex((share) => share > 0));
  // In the shell or at most half a shell from it.
  expect(years(floorKm - 25, floorKm - 25)).toBeLessThan(lived);
  expect(years(floorKm + 75, floorKm + 75)).toBeGreaterThan(lived);
});

describe('ends of missions', () => {
  const ending = 1 - Math.exp(-1 / 6);
  const yearOn = (altitudeKm: number, success: number, areaToMass = 0.01) => {
    const areaToMassM2Kg = new Float64Array(CLASS_COUNT).fill(1e-12);
    areaToMassM2Kg[DERELICT] = areaToMass;
    const state = stateOf([[LIVE, altitudeKm, 100]], { areaToMassM2Kg });
    return projectShells(state, { ...PLAN, missionYears: 6, disposal: { withinYears: 25, success } }, KEY);
  };

  test('who keeps the rule from high up goes to where drag takes 25 years, the others stay', () => {
    const { total, live, byShell } = yearOn(1000, 0.7);
    expect(live[1]).toBeCloseTo(100 * (1 - ending), 6);
    expect(total[1]).toBeGreaterThan(99.9);
    expect(total[1]).toBeLessThanOrEqual(100 + 1e-9);
    const after = byShell.subarray(SHELL_COUNT);
    expect(after[shellOf(1000)]).toBeCloseTo(100 - 70 * ending, 1);
    // At A/M 0.01 and F10.7 130: 17 years from 600 km, 36 from 650 km (to the top of a shell: one lower).
    const rule = after.findIndex((n, shell) => n > 30 * ending && shell !== shellOf(1000));
    expect(shellFloorKm(rule)).toBe(550);
  });

  test('below 600 km they are brought down at once', () => {
    expect(yearOn(575, 1).total[1]).toBeCloseTo(100 * (1 - ending), 3);
    expect(yearOn(625, 1).total[1]).toBeGreaterThan(99);
  });
});

describe('break-ups', () => {
  test('pieces of 1-10 cm take satellites: n v_r pi r^2 each, and leave them dead', () => {
    const state = stateOf([
      [LIVE, 800, 1000],
      [SMALL, 800, 1e5],
    ]);
    const { lost, live, total } = projectShells(state, { ...PLAN, collisions: true, missionYears: 1e9 }, KEY);
    const perYear = (1e5 / SHELL_VOLUMES_KM3[shellOf(800)]!) * 10 * Math.PI * 1e-6 * YEAR_S;
    expect(lost[1]! / (1000 * perYear)).toBeCloseTo(1, 3);
    expect(live[1]).toBeCloseTo(1000 - lost[1]!, 4);
    expect(total[1]).toBeCloseTo(1000, 4);
  });

  test('an explosion is of scale 0.7: so many pieces of 10 cm, and of 1-10 cm', () => {
    const explosionsPerYear = new Float64Array(CLASS_COUNT);
    explosionsPerYear[STAGES] = 1e6;
    const state = stateOf([[STAGES, 1400, 1]], { explosionsPerYear });
    const { total, small } = projectShells(state, { ...PLAN, explosions: true }, KEY);
    expect(total[1]! / (0.7 * 238.9)).toBeGreaterThan(0.85);
    expect(total[1]! / (0.7 * 238.9)).toBeLessThan(1.1);
    expect(small[1]! / (0.7 * 9270)).toBeGreaterThan(0.85);
    expect(small[1]! / (0.7 * 9270)).toBeLessThan(1.05);
  });

  test('a hit of 50 g on 500 kg shatters nothing: five kilograms come off', () => {
    const massKg = new Float64Array(CLASS_COUNT).fill(500);
    massKg[FIRST_DEBRIS] = 0.05;
    // So large that one of so many meets it for certain, and not so large that it meets itself.
    const radiusKm = new Float64Array(CLASS_COUNT);
    radiusKm[STAGES] = 0.2;
    const state = stateOf(
      [
        [STAGES, 1400, 1],
        [FIRST_DEBRIS, 1400, 1e5],
      ],
      { massKg, radiusKm },
    );
    const { collisions, catastrophic, small, total } = projectShells(state, { ...PLAN, collisions: true }, KEY);
    expect([collisions[1], catastrophic[1]]).toEqual([1, 0]);
    const law = 0.1 * 5 ** 0.75;
    expect(small[1]! / (law * (0.01 ** -1.71 - 0.1 ** -1.71))).toBeGreaterThan(0.8);
    expect(small[1]! / (law * (0.01 ** -1.71 - 0.1 ** -1.71))).toBeLessThan(1.05);
    expect(total[1]! - 1e5).toBeLessThan(law * 0.1 ** -1.71);
  });

  test('a working satellite that a light piece hits works no more and stays', () => {
    const massKg = new Float64Array(CLASS_COUNT).fill(500);
    massKg[FIRST_DEBRIS] = 0.05;
    const radiusKm = new Float64Array(CLASS_COUNT);
    radiusKm[LIVE] = 0.05;
    const state = stateOf(
      [
        [LIVE, 1400, 100],
        [FIRST_DEBRIS, 1400, 1e5],
      ],
      { massKg, radiusKm },
    );
    const plan = { ...PLAN, collisions: true, missionYears: 1e9, avoidanceResidual: 1 };
    const { lost, live, catastrophic, total } = projectShells(state, plan, KEY);
    expect([lost[1], catastrophic[1]]).toEqual([1, 0]);
    expect(live[1]).toBeCloseTo(99, 4);
    expect(total[1]! - 100 - 1e5).toBeGreaterThan(-1.1);
  });

  /** Derelicts and spent stages of 500 kg among pieces of 50 g, all of one size: a fifth of a collision a year. */
  const mixed = (derelicts: number, stages: number, pieces: number) => {
    const massKg = new Float64Array(CLASS_COUNT).fill(500);
    massKg[FIRST_DEBRIS] = 0.05;
    const radiusKm = new Float64Array(CLASS_COUNT).fill(3.3e-4);
    return stateOf(
      [
        [DERELICT, 1400, derelicts],
        [STAGES, 1400, stages],
        [FIRST_DEBRIS, 1400, pieces],
      ],
      { massKg, radiusKm },
    );
  };
  const brokenBy = (state: ShellState, n: number) => {
    const { collisions, small } = projectShells(state, { ...PLAN, collisions: true }, keyOf(`pair ${n}`));
    return { collisions: collisions[1]!, small: small[1]! };
  };

  test('two of a class meet half as often as two of two: N^2 / 2 pairs', () => {
    const counted = { of1000Kg: 0, of5Kg: 0, of100G: 0 };
    const state = mixed(3000, 0, 3000);
    for (let n = 0; n < 3000; n++) {
      const { collisions, small } = brokenBy(state, n);
      if (collisions > 0) counted[small > 10_000 ? 'of1000Kg' : small > 200 ? 'of5Kg' : 'of100G']++;
    }
    const all = counted.of1000Kg + counted.of5Kg + counted.of100G;
    expect(all).toBeGreaterThan(400);
    expect(Math.abs(counted.of1000Kg / all - 0.25)).toBeLessThan(0.06);
    expect(Math.abs(counted.of100G / all - 0.25)).toBeLessThan(0.06);
  });

  test('those that move away are in a hundredth of the collisions they would be in', () => {
    const state = mixed(3000, 0, 0);
    state.counts[LIVE * SHELL_COUNT + shellOf(1400)] = 3000;
    const plan = { ...PLAN, collisions: true, missionYears: 1e9 };
    const sums = { collisions: 0, lost: 0 };
    for (let n = 0; n < 6000; n++) {
      const run = projectShells(state, plan, keyOf(`clear ${n}`));
      sums.collisions += run.collisions[1]!;
      sums.lost += run.lost[1]!;
    }
    // N^2 / 2 pairs of derelicts, N^2 / 100 of a derelict and a satellite.
    expect(sums.collisions).toBeGreaterThan(200);
    expect(sums.lost / sums.collisions).toBeGreaterThan(0);
    expect(sums.lost / sums.collisions).toBeLessThan(0.05);
  });

  test.each([
    ['derelicts', mixed(3100, 300, 3000)],
    ['stages', mixed(3000, 400, 3000)],
    ['pieces', mixed(3000, 300, 3100)],
  ])('more %s: no collision fewer, and none lighter', (_, more) => {
    const fewer = mixed(3000, 300, 3000);
    let heavier = 0;
    for (let n = 0; n < 1500; n++) {
      const [one, other] = [brokenBy(fewer, n), brokenBy(more, n)];
      expect(other.collisions).toBeGreaterThanOrEqual(one.collisions);
      expect(other.small).toBeGreaterThanOrEqual(one.small);
      if (other.small > one.small) heavier++;
    }
    expect(heavier).toBeGreaterThan(0);
  });

  test('a working satellite that a tracked object hits is lost', () => {
    const radiusKm = new Float64Array(CLASS_COUNT);
    radiusKm[LIVE] = 50;
    const state = stateOf(
      [
        [LIVE, 800, 100],
        [STAGES, 800, 100],
      ],
      { radiusKm },
    );
    const { lost, live, collisions } = projectShells(
      state,
      { ...PLAN, collisions: true, missionYears: 1e9, avoidanceResidual: 1 },
      KEY,
    );
    expect([collisions[1], lost[1], Math.round(live[1]!)]).toEqual([1, 1, 99]);
  });
});

test('close passes: n v_r pi d^2, the satellites themselves left out', () => {
  const [all, own] = [new Float64Array(SHELL_COUNT), new Float64Array(SHELL_COUNT)];
  all[shellOf(800)] = 5000;
  own[shellOf(800)] = 2000;
  const perSatellite = (3000 / SHELL_VOLUMES_KM3[shellOf(800)]!) * 10 * Math.PI * 4 * YEAR_S;
  expect(closePassRate(all, own, own, 2) / perSatellite).toBeCloseTo(1, 9);
});

test('for each tracked fragment of a sky 24 pieces of 1-10 cm', () => {
  const fragment = { ...NO_ROW, semiMajorAxisKm: EARTH_RADIUS_KM + 825, areaToMassM2Kg: 0.1, kind: DEBRIS };
  const rows = Array.from({ length: 10 }, (_, n) => ({ ...fragment, id: n + 1 }));
  const { counts } = shellState(fromRows(rows, { epochMonth: 0, owners: [''], fleets: [''] }));
  expect(counts[SMALL * SHELL_COUNT + shellOf(825)]).toBeCloseTo(240, 9);
});

test('stages are removed first where most could hit them', () => {
  const { counts } = stateOf([
    [STAGES, 700, 10],
    [STAGES, 1000, 10],
    [FIRST_DEBRIS, 1000, 5000],
  ]);
  remove(counts, 12);
  expect(counts[STAGES * SHELL_COUNT + shellOf(1000)]).toBe(0);
  expect(counts[STAGES * SHELL_COUNT + shellOf(700)]).toBe(8);
});
