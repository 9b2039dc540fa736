/** Flux by shell, size and direction. */
import { describe, expect, test } from 'vitest';
import { DIRECTION_COUNT, DIRECTION_STEP_DEG, FLUX_SIZES_M, fluxLines } from '../../shared/orbits/risk/flux.ts';
import { SHELL_COUNT, SHELL_VOLUMES_KM3, shellCounts, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { EARTH_RADIUS_KM, MU_KM3_S2 } from '../../shared/orbits/table/elements.ts';
import { DEBRIS, fromRows, NO_ROW, PAYLOAD, type Row } from '../../shared/orbits/table/population.ts';
import { readSkyOf2025, rowsOf2025 } from './skies.ts';

const DEGREE = Math.PI / 180;
const SECONDS_PER_YEAR = 365.25 * 86_400;
/** A circular orbit in the middle of the shell from 750 km. */
const RADIUS_KM = EARTH_RADIUS_KM + 775;
const SHELL = shellOf(775);
const SPEED_KMS = Math.sqrt(MU_KM3_S2 / RADIUS_KM);
const at = (id: number, inclinationDeg: number, more: Partial<Row> = {}): Row => ({
  ...NO_ROW,
  id,
  semiMajorAxisKm: RADIUS_KM,
  inclinationRad: inclinationDeg * DEGREE,
  sizeM: 2,
  kind: PAYLOAD,
  ...more,
});
const skyOf = (...rows: Row[]) => fromRows(rows, { epochMonth: 0, owners: [''], fleets: [''] });
const tracked = (lines: ReturnType<typeof fluxLines>) =>
  lines.filter(({ shell, size, perM2Yr }) => shell === SHELL && size === 1 && perM2Yr > 0);

describe('one object, by hand', () => {
  /** Hits per m2 and year of a density that is `share` of one object in the shell, at a speed. */
  const fluxAt = (share: number, speedKms: number): number =>
    (share / SHELL_VOLUMES_KM3[SHELL]!) * speedKms * SECONDS_PER_YEAR * 1e-6;

  test('an equatorial body is crossed at the angle of the inclination, by the density that the object has at the equator', () => {
    const [line, ...more] = tracked(fluxLines(skyOf(at(1, 50)), 0));
    expect(more).toEqual([]);
    // Headings 40 and 140 degrees against 90: both 50 off, so relative speed 2 v sin 25, from 65 degrees off ahead.
    const speed = 2 * SPEED_KMS * Math.sin(25 * DEGREE);
    expect(line!.speedKms).toBeCloseTo(speed, 6);
    expect(line!.direction).toBe(Math.floor(65 / DIRECTION_STEP_DEG));
    // Kessler 1981: 2 / (pi sin i) of the mean density at the equator.
    expect(line!.perM2Yr / fluxAt(2 / (Math.PI * Math.sin(50 * DEGREE)), speed)).toBeCloseTo(1, 2);
  });

  test('two polar orbits meet head-on or not at all', () => {
    const lines = tracked(fluxLines(skyOf(at(1, 90)), Math.PI / 2));
    expect(lines.map(({ direction }) => direction)).toEqual([0]);
    expect(lines[0]!.speedKms).toBeCloseTo(2 * SPEED_KMS, 6);
  });

  test('on average over bodies of all inclinations, the flux is that of an even density at the mean speed', () => {
    // Bodies whose inclinations are spread as the directions of a sphere are everywhere alike.
    const sky = skyOf(at(1, 73));
    let [flux, weights] = [0, 0];
    for (let inclination = 1; inclination < 180; inclination += 2) {
      const weight = Math.sin(inclination * DEGREE);
      for (const { perM2Yr } of tracked(fluxLines(sky, inclination * DEGREE))) flux += weight * perM2Yr;
      weights += weight;
    }
    // Mean of 2 v sin(x / 2) over directions of a sphere: 4 v / 3.
    expect(flux / weights / fluxAt(1, (4 / 3) * SPEED_KMS)).toBeCloseTo(1, 1);
  });

  test('an elongated orbit comes faster at its perigee, from ahead and from behind', () => {
    const perigee = { semiMajorAxisKm: RADIUS_KM / (1 - 0.2), eccentricity: 0.2 };
    const lines = tracked(fluxLines(skyOf(at(1, 0, perigee)), 0));
    expect(lines.map(({ direction }) => direction)).toEqual([DIRECTION_COUNT - 1]);
    expect(lines[0]!.speedKms).toBeCloseTo(SPEED_KMS * (Math.sqrt(1.2) - 1), 1);
  });
});

describe('the sky of 2025', () => {
  const { sky } = readSkyOf2025(rowsOf2025());
  const lines = fluxLines(sky, 98 * DEGREE);
  const total = (shell: number, size: number): number =>
    lines.filter((line) => line.shell === shell && line.size === size).reduce((sum, line) => sum + line.perM2Yr, 0);

  test('has a line for each shell, size and direction; smaller sizes never less', () => {
    expect(lines).toHaveLength(SHELL_COUNT * FLUX_SIZES_M.length * DIRECTION_COUNT);
    for (let n = DIRECTION_COUNT; n < lines.length; n++) {
      const [line, smaller] = [lines[n]!, lines[n - DIRECTION_COUNT]!];
      if (line.size > 0) expect(line.perM2Yr).toBeLessThanOrEqual(smaller.perM2Yr * (1 + 1e-12));
    }
  });

  test('is of the order of an even density at 10 km/s in each shell, within a half: others fly as polar as it does', () => {
    const counts = shellCounts(sky);
    for (let shell = shellOf(500); shell < shellOf(1500); shell++) {
      const even = (counts[shell]! / SHELL_VOLUMES_KM3[shell]!) * 10 * SECONDS_PER_YEAR * 1e-6;
      expect(Math.abs(total(shell, 1) / even - 1), String(shell)).toBeLessThan(0.5);
    }
  });

  test('nearly all comes from the front half, most of it from ahead in a polar orbit', () => {
    const ahead = lines.filter(({ shell, size, direction }) => shell === SHELL && size === 1 && direction < 6);
    expect(ahead.reduce((sum, line) => sum + line.perM2Yr, 0) / total(SHELL, 1)).toBeGreaterThan(0.99);
    expect(ahead[0]!.perM2Yr).toBeGreaterThan(ahead[3]!.perM2Yr * 3);
  });

  test('what nobody tracks flies as the pieces of its shell that are tracked', () => {
    const debris = fluxLines(
      skyOf(at(1, 60, { kind: DEBRIS, sizeM: 0.05 }), at(2, 60, { kind: DEBRIS, sizeM: 0.05 })),
      1,
    );
    const inShell = (size: number) => debris.filter((line) => line.shell === SHELL && line.size === size);
    const [small, known] = [inShell(0), inShell(1)];
    const ratio = small.find(({ perM2Yr }) => perM2Yr > 0)!.perM2Yr / known.find(({ perM2Yr }) => perM2Yr > 0)!.perM2Yr;
    // 24 pieces of 1-10 cm for each fragment (decades/shell-state.ts), and the fragment.
    expect(ratio).toBeCloseTo(25, 6);
    for (const [n, line] of small.entries()) expect(line.perM2Yr).toBeCloseTo(known[n]!.perM2Yr * ratio, 12);
  });
});
