/** A sky that `kessler evolve` wrote: every command reads it, and what goes on from it goes on as if it had not stopped. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CARRIED_COLUMNS } from '../../shared/orbits/table/carried.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { ACTIVE, ESTIMATED_AREA, rowAt } from '../../shared/orbits/table/population.ts';
import { instantMs } from '../../shared/orbits/table/time.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const CATALOGUE = new URL('../../shared/data/sky-2025-09.csv', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'kessler-sky-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const table = (name: string): Record<string, string>[] => parse(readFileSync(file(name), 'utf8'), { columns: true });
function json(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--json'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Months of 30.4375 days: a year is 365 days and six hours. */
const [START, YEAR, TWO_YEARS] = ['2025-09-01T00:00:00Z', '2026-09-01T06:00:00Z', '2027-09-01T12:00:00Z'] as const;
/** A seed with break-ups in both years, and a piece of one that comes down. */
const usual = ['--launches', 'as-now', '--seed', '4', '--out', file('end.csv')];
const evolve = (sky: string, from: string, to: string, out: string) =>
  json('evolve', '--sky', file(sky), '--from', from, '--to', to, ...usual, '--sky-out', file(out));

describe('24 months at once and 12 and 12 through the file', () => {
  let whole: ReturnType<typeof json>;
  let halves: ReturnType<typeof json>[];
  beforeAll(() => {
    // The oldest objects: stages that explode, planes of satellites that are replaced.
    writeFileSync(file('old.csv'), readFileSync(CATALOGUE, 'utf8').split('\n').slice(0, 6001).join('\n'));
    whole = evolve('old.csv', START, TWO_YEARS, 'at-once.csv');
    halves = [evolve('old.csv', START, YEAR, 'half.csv'), evolve('half.csv', YEAR, TWO_YEARS, 'in-two.csv')];
  });

  test('count the same', () => {
    for (const what of ['decayed', 'explosions', 'collisions', 'disposed', 'graveyard', 'launched', 'fragmentsDecayed'])
      expect(halves[0]![what] + halves[1]![what], what).toBe(whole[what]);
    expect(halves[1]).toMatchObject({ inOrbit: whole.inOrbit, fragmentsInOrbit: whole.fragmentsInOrbit });
    for (const half of halves) expect(half.explosions + half.collisions).toBeGreaterThan(0);
    expect(whole.launched).toBeGreaterThan(0);
    expect(whole.fragmentsInOrbit).toBeGreaterThan(100);
  });

  test('are one sky, number by number', () => {
    const [once, twice] = [table('at-once.csv'), table('in-two.csv')];
    expect(once).toHaveLength(whole.inOrbit);
    const near: Record<string, number> = { meanMotion: 1e-10, eccentricity: 1e-11, inclinationDeg: 1e-9 };
    for (const angle of ['raanDeg', 'argPericenterDeg', 'meanAnomalyDeg']) near[angle] = 1e-5;
    let moved = 0;
    for (const [n, row] of once.entries())
      for (const [column, text] of Object.entries(row)) {
        const other = twice[n]![column];
        if (near[column] === undefined) expect(other, `${row.noradId} ${column}`).toBe(text);
        else {
          const off = Math.abs(Number(other) - Number(text));
          moved = Math.max(moved, Math.min(off, Math.abs(360 - off)) / near[column]);
        }
      }
    expect(moved).toBeLessThan(1);
  });

  test('and the file says of each object what the run knew', () => {
    const rows = table('half.csv');
    const startMs = instantMs(YEAR)!;
    const { sky, names, monthsBefore, refused, dragSpreads } = readCatalogue(rows, { startMs, air: { f107: 130 } });
    expect(refused).toEqual([]);
    expect(monthsBefore).toBe(12);
    for (let i = 0; i < sky.count; i++) {
      const row = rows[i]!;
      const { id, areaToMassM2Kg, massKg, sizeM, flags, birthMonth } = rowAt(sky, i);
      expect({ id, areaToMassM2Kg, massKg, sizeM, flags }).toEqual({
        id: Number(row.noradId),
        areaToMassM2Kg: Number(row.areaToMassM2Kg),
        massKg: Number(row.massKg),
        sizeM: Number(row.sizeM),
        flags: Number(row.flagBits),
      });
      expect(dragSpreads[i]).toBe(Number(row.areaToMassSpread));
      expect(birthMonth).toBe(Number(row.birthMonth) - 12);
      expect(row.operationalStatus === 'ACTIVE').toBe((flags & ACTIVE) !== 0);
    }
    // What was measured well is not unsure for having been computed on.
    expect(rows.filter((row) => Number(row.areaToMassSpread) < 0.1).length).toBeGreaterThan(500);
    const pieces = rows.filter((row) => Number(row.breakupId) > 0);
    expect(pieces.length).toBeGreaterThan(100);
    for (const piece of pieces) expect(Number(piece.flagBits) & ESTIMATED_AREA).toBe(0);
    expect(names.filter((name) => name.endsWith(' DEB')).length).toBeGreaterThan(100);
  });
});

describe('a computed sky', () => {
  test('is read by every command that reads one', () => {
    const { inOrbit } = { inOrbit: table('half.csv').length };
    const sky = file('half.csv');
    expect(json('import', sky, '--out', file('again.csv'))).toMatchObject({ format: 'sky', objects: inOrbit });
    const again = table('again.csv');
    for (const [n, row] of table('half.csv').entries())
      for (const column of [...CARRIED_COLUMNS, 'noradId', 'massKg', 'meanMotion'])
        expect(again[n]![column]).toBe(row[column]);
    expect(json('flux', '--sky', sky, '--altitude-km', '778').debrisPerM2Yr).toBeGreaterThan(0);
    expect(json('forecast', '--sky', sky, '--years', '1', '--seeds', '2').end.trackedP50).toBeGreaterThan(1000);
    expect(json('screen', '--sky', sky, '--at', YEAR, '--hours', '0.2').conjunctions).toBeGreaterThan(0);
  });

  test.each([
    ['areaToMassM2Kg', '-1', 'out-of-range'],
    ['flagBits', '64', 'out-of-range'],
    ['areaToMassSpread', '-0.1', 'out-of-range'],
    ['breakupId', 'many', 'not-a-number'],
    ['epochMonth', '', 'missing'],
    ['massKg', '', 'missing'],
  ])('whose %s is "%s" is refused for it', (field, text, reason) => {
    const [row] = table('half.csv');
    const { refused } = readCatalogue([{ ...row, [field]: text }], { startMs: instantMs(YEAR)!, air: { f107: 130 } });
    expect(refused).toEqual([{ row: 1, noradId: row!.noradId, field, reason }]);
  });
});
