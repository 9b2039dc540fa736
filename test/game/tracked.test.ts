/** One rule says what is tracked, wherever it is told: in the belt nobody follows a piece under a metre. */
import { describe, expect, it } from 'vitest';
import { overlayOf } from '../../shared/game/sight/overlay/overlay.ts';
import { decodeOverlay, encodeOverlay } from '../../shared/game/sight/overlay/overlay-codec.ts';
import { trackedPieces } from '../../shared/game/sight/tracked.ts';
import { newPieces } from '../../shared/game/turn/later.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { applyBreakUps } from '../../shared/orbits/motion/evolve.ts';
import { causalId, keyOf } from '../../shared/orbits/table/chance.ts';
import { DEBRIS, type Population, rowAt, STAGE } from '../../shared/orbits/table/population.ts';
import { firstTalk } from './table.ts';

const { state, sky } = firstTalk('tracked', { whole: true });
const { publicSizeM, sensors } = state.scenario;
const breakupId = causalId('tracked', 'burst');

/** The sky after the first stage with such an orbit has burst. */
function burst(fits: (semiMajorAxisKm: number, eccentricity: number) => boolean): Population {
  const row = Array.from(sky.kind.keys()).find(
    (i) => sky.kind[i] === STAGE && fits(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!),
  )!;
  const event = { kind: 'explosion', breakupId, target: rowAt(sky, row), scaleS: 1, month: 1 } as const;
  return applyBreakUps(sky, [event], keyOf('tracked'), PLAY_TUNING, []);
}
const piecesFrom = (after: Population, sizeM: number): number =>
  Array.from(after.sizeM.keys()).filter(
    (i) => after.breakupId[i] === breakupId && after.kind[i] === DEBRIS && after.sizeM[i]! >= sizeM,
  ).length;
const drawn = (after: Population, fromM: number): number =>
  decodeOverlay(encodeOverlay(overlayOf(after, fromM, false))).made.filter((row) => row.breakupId === breakupId).length;

const belt = burst((a, e) => Math.abs(a - 42_164) < 300 && e < 0.01);
const low = burst((a, e) => a < 7300 && e < 0.01);

describe('pieces that are tracked', () => {
  it('of a stage that bursts in the belt: those of about a metre, not hundreds', () => {
    const told = trackedPieces(belt, breakupId, publicSizeM);
    expect(piecesFrom(belt, publicSizeM)).toBeGreaterThan(200);
    expect(told).toBeLessThanOrEqual(piecesFrom(belt, 0.75));
    expect(told).toBeGreaterThanOrEqual(piecesFrom(belt, 1.25));
    expect(told).toBeLessThan(40);
  });

  it('of one in low orbit: those of the public size, as before', () => {
    expect(trackedPieces(low, breakupId, publicSizeM)).toBe(piecesFrom(low, publicSizeM));
    expect(piecesFrom(low, publicSizeM)).toBeGreaterThan(200);
  });

  it('are the same in the news, on the map and in what is told of later years', () => {
    for (const after of [belt, low]) {
      const told = trackedPieces(after, breakupId, publicSizeM);
      expect(drawn(after, publicSizeM)).toBe(told);
      expect(newPieces(state.scenario, after).up).toBe(told);
    }
  });

  it('are no more for better sensors in the belt, and more in low orbit', () => {
    const best = Math.min(...sensors.map((s) => s.trackedSizeM));
    expect(drawn(belt, best)).toBe(drawn(belt, publicSizeM));
    expect(drawn(low, best)).toBeGreaterThanOrEqual(drawn(low, publicSizeM));
  });
});
