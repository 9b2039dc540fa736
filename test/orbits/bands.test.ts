/** Bands over runs that differ by chance. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { bandsOf, quantileOf } from '../../server/cli/bands.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kessler-bands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const table = (name: string): Record<string, string>[] => parse(readFileSync(file(name), 'utf8'), { columns: true });
// The oldest objects of 2006, with the stages that burst.
const text = readFileSync(new URL('../../shared/data/sky-2006-11.csv', import.meta.url), 'utf8');
writeFileSync(file('old.csv'), text.split('\n').slice(0, 2501).join('\n'));

const evolve = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [
      ...[CLI, 'evolve', '--sky', file('old.csv'), '--from', '2006-11-16', '--to', '2011-11-16'],
      ...['--out', file('out.csv'), '--json', ...args],
    ],
    { encoding: 'utf8' },
  );

test('a percentile lies between ranks', () => {
  expect(quantileOf([1, 2, 3, 4, 5], 0.5)).toBe(3);
  expect(quantileOf([1, 2], 0.05)).toBeCloseTo(1.05, 12);
  expect(quantileOf([7], 0.95)).toBe(7);
});

describe('evolve --runs', () => {
  const series = (seed: string, name: string) => {
    const { status, stderr } = evolve('--seed', seed, '--series', file(name));
    expect(status, stderr).toBe(0);
    return table(name);
  };

  test('one run is the seed itself, and its bands have no width', () => {
    const { status, stderr } = evolve('--seed', '5', '--runs', '1', '--bands', file('one.csv'));
    expect(status, stderr).toBe(0);
    const alone = series('5', 'alone.csv');
    for (const [month, line] of table('one.csv').entries()) {
      expect(line.date).toBe(alone[month]!.date);
      for (const column of ['inOrbit', 'breakUps', 'pieces', 'decayed', 'smallPieces'])
        for (const share of ['P5', 'P50', 'P95']) expect(line[`${column}${share}`]).toBe(alone[month]![column]);
    }
  });

  test('many runs differ by chance, the same seed gives the same bands, another one others', () => {
    const bands = (seed: string, name: string) => {
      const args = ['--seed', seed, '--runs', '7', '--bands', file(name), '--series', file('first.csv')];
      const { status, stdout, stderr } = evolve(...args);
      expect(status, stderr).toBe(0);
      return { told: JSON.parse(stdout), lines: table(name) };
    };
    const { told, lines } = bands('5', 'seven.csv');
    expect(lines).toHaveLength(61);
    expect(readFileSync(file('first.csv'), 'utf8')).toBe(readFileSync(file('alone.csv'), 'utf8'));
    expect(bands('5', 'again.csv').lines).toEqual(lines);
    expect(bands('6', 'other.csv').lines).not.toEqual(lines);
    expect(told.bandsAtEnd.date).toBe('2011-11-16');
    const end = lines.at(-1)!;
    expect(Number(end.piecesP95)).toBeGreaterThan(Number(end.piecesP5) + 50);
    expect(Number(end.breakUpsP95)).toBeGreaterThan(Number(end.breakUpsP5));
    for (const line of lines)
      for (const column of Object.keys(line).filter((name) => name.endsWith('P50'))) {
        const [low, high] = ['P5', 'P95'].map((share) => Number(line[column.replace('P50', share)]));
        expect(Number(line[column])).toBeGreaterThanOrEqual(low!);
        expect(Number(line[column])).toBeLessThanOrEqual(high!);
      }
  });

  test('the bands are those of the runs', () => {
    const line = (inOrbit: number) => [{ ...bandLine, inOrbit }];
    const [band] = bandsOf([line(10), line(30), line(20)]);
    expect(band).toMatchObject({ date: '2006-11-16', inOrbitP5: 11, inOrbitP50: 20, inOrbitP95: 29, workingP50: 3 });
  });

  test('--windows names what comes down by itself, with dates in order about the computed one', () => {
    const { status, stdout, stderr } = evolve('--seed', '5', '--windows', file('windows.csv'));
    expect(status, stderr).toBe(0);
    const lines = table('windows.csv');
    const down = table('out.csv').filter((row) => row.state === 'decayed' && Number(row.noradId) < 2 ** 40);
    expect(lines.map(({ noradId }) => noradId).sort()).toEqual(down.map(({ noradId }) => noradId).sort());
    expect(lines.length).toBeGreaterThan(10);
    const whole = lines.filter(({ dateP95 }) => dateP95 !== '');
    expect(whole.length).toBeGreaterThan(lines.length / 3);
    const days = (text: string | undefined): number => Date.parse(text!) / 86_400_000;
    for (const { dateP5, dateP50, dateP95, decayDate } of whole) {
      expect(days(dateP5)).toBeLessThanOrEqual(days(dateP50));
      expect(days(dateP50)).toBeLessThanOrEqual(days(dateP95));
      // The run goes in months, the windows in finer steps.
      expect(Math.abs(days(dateP50) - days(decayDate))).toBeLessThan(50);
    }
    expect(JSON.parse(stdout).windows).toBe(file('windows.csv'));
  });

  test.each([
    [['--runs', '3'], 'both or none'],
    [['--bands', file('b.csv')], 'both or none'],
    [['--runs', '0', '--bands', file('b.csv')], '--runs 0'],
    [['--runs', '2.5', '--bands', file('b.csv')], 'a whole number'],
  ])('%j is refused', (args, said) => {
    expect(evolve(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });
});

const bandLine = {
  date: '2006-11-16',
  inOrbit: 0,
  working: 3,
  payloads: 0,
  stages: 0,
  fragments: 0,
  unknown: 0,
  decayed: 0,
  disposed: 0,
  graveyard: 0,
  launched: 0,
  collisions: 0,
  explosions: 0,
  breakUps: 0,
  pieces: 0,
  smallPieces: 0,
  smallHits: 0,
};
