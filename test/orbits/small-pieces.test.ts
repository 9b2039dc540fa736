import { expect, test } from 'vitest';
import { projectShells, shellState } from '../../shared/orbits/decades/shells.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { smallPiecesAfter, smallPiecesOf } from '../../shared/orbits/risk/small-pieces.ts';
import { SHELL_COUNT, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { ACTIVE, fromRows, NO_ROW, PAYLOAD, STAGE } from '../../shared/orbits/table/population.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const real = readSkyOf2025(rowsOf2025()).sky;
const sumOf = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0);
const NOTHING = fromRows([], { epochMonth: 0, owners: [''], fleets: [''] });

test('with no source they only sink, the lower the faster, as fast as in the model of shells', () => {
  let pieces = smallPiecesOf(real);
  const start = pieces;
  for (let month = 0; month < 120; month++) pieces = smallPiecesAfter(pieces, NOTHING, [], 130).pieces;
  const up = (altitudeKm: number) => pieces[shellOf(altitudeKm)]! / start[shellOf(altitudeKm)]!;
  expect(up(500)).toBeLessThan(up(800));
  expect(up(1400)).toBeGreaterThan(0.9);
  const quiet = { years: 10, stepMonths: 1, f107: () => 130, collisions: false, explosions: false };
  const { small } = projectShells(shellState(real), quiet, keyOf('none'));
  expect(Math.abs(sumOf(pieces) / small[10]! - 1)).toBeLessThan(1e-9);
});

test('a break-up adds what its number law says, less what is down at once, about its own altitude', () => {
  const stage = { ...NO_ROW, id: 9, semiMajorAxisKm: EARTH_RADIUS_KM + 1000, eccentricity: 1e-3, inclinationRad: 1.4 };
  const sky = fromRows([{ ...stage, massKg: 1400, areaM2: 10, areaToMassM2Kg: 0.01, sizeM: 5, kind: STAGE }], NOTHING);
  const certain = { unpassivatedStage: 12, passivatedStage: 12, deadPayload: 0, stageMonths: 240 };
  const { events } = evolveMonth(sky, { month: 0, f107: 130, explosions: certain }, keyOf('burst'));
  const burst = events[0]!;
  if (burst.kind !== 'explosion') throw new Error('the stage did not burst');
  const { pieces } = smallPiecesAfter(new Float64Array(SHELL_COUNT), sky, events, 130);
  expect(burst.smallCount).toBeGreaterThan(500);
  expect(sumOf(pieces)).toBeGreaterThan(0.8 * burst.smallCount);
  expect(sumOf(pieces)).toBeLessThanOrEqual(1.05 * burst.smallCount);
  expect(pieces.indexOf(Math.max(...pieces))).toBe(shellOf(1000));
});

test('hits: n v pi r^2 t for one satellite among a million pieces', () => {
  const satellite = {
    ...NO_ROW,
    id: 1,
    semiMajorAxisKm: EARTH_RADIUS_KM + 775,
    areaM2: 10,
    kind: PAYLOAD,
    flags: ACTIVE,
  };
  const pieces = new Float64Array(SHELL_COUNT);
  pieces[shellOf(775)] = 1e6;
  const volumeKm3 = (4 / 3) * Math.PI * ((EARTH_RADIUS_KM + 800) ** 3 - (EARTH_RADIUS_KM + 750) ** 3);
  const perYear = (1e6 / volumeKm3) * 10 * 10e-6 * 365.25 * 86_400;
  const { hits } = smallPiecesAfter(pieces, fromRows([satellite], NOTHING), [], 130);
  expect(hits / (perYear / 12)).toBeCloseTo(1, 6);
  expect(smallPiecesAfter(pieces, fromRows([{ ...satellite, flags: 0 }], NOTHING), [], 130).hits).toBe(0);
});
