import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kessler-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const SKY = fileURLToPath(new URL('../../shared/data/sky-2025-09.csv', import.meta.url));

const kessler = (...args: string[]): Record<string, unknown> =>
  JSON.parse(execFileSync(process.execPath, [CLI, ...args, '--json'], { encoding: 'utf8' })) as Record<string, unknown>;
const refusal = (...args: string[]): string => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  return stderr;
};

describe('kessler pc', () => {
  const covarianceKm2 = [
    [0.04, 0, 0],
    [0, 0.25, 0],
    [0, 0, 0.01],
  ];
  const body = (rKm: number[], vKms: number[]) => ({ rKm, vKms, covarianceKm2 });
  const encounter = {
    a: body([7000, 0, 0], [0, 7.5, 0]),
    b: body([7000.1, 0, 0.05], [0, -7.5, 0]),
    hardBodyRadiusKm: 0.01,
  };

  test('gives all formulas for states at closest approach', () => {
    writeFileSync(file('pc.json'), JSON.stringify(encounter));
    const found = kessler('pc', '--in', file('pc.json'));
    // Covariances add, the velocity's own axis falls away: sigma^2 = 0.08 and 0.02 km^2, miss 0.1 and 0.05 km.
    const d2 = 0.1 ** 2 / 0.08 + 0.05 ** 2 / 0.02;
    expect(found.mahalanobisSquared).toBeCloseTo(d2, 9);
    const thin = (0.01 ** 2 / (2 * Math.sqrt(0.08 * 0.02))) * Math.exp(-d2 / 2);
    expect(found.probabilityAlfriendAkella).toBeCloseTo(thin, 9);
    expect(Number(found.probabilityFoster) / thin).toBeCloseTo(1, 2);
    expect(Number(found.probabilityMaximum)).toBeGreaterThan(thin);
    expect(found.speedKms).toBe(15);
  });

  test('says what is wrong with a file', () => {
    writeFileSync(file('bad.json'), JSON.stringify({ ...encounter, b: { ...encounter.b, rKm: [1, 2] } }));
    expect(refusal('pc', '--in', file('bad.json'))).toContain('b.rKm');
    writeFileSync(file('still.json'), JSON.stringify({ ...encounter, b: encounter.a }));
    expect(refusal('pc', '--in', file('still.json'))).toContain('one velocity');
    writeFileSync(file('text.json'), 'no json');
    expect(refusal('pc', '--in', file('text.json'))).toContain('not JSON');
    expect(refusal('pc')).toContain('--in');
  });
});

describe('kessler screen', () => {
  test('one satellite against all, as a table in order of time', () => {
    const out = file('conjunctions.csv');
    const args = ['--sky', SKY, '--at', '2025-09-01', '--hours', '2', '--threshold-km', '40', '--ids', '25544'];
    const found = kessler('screen', ...args, '--out', out);
    const [head, ...lines] = readFileSync(out, 'utf8').trim().split('\n');
    expect(head).toBe('idA,idB,time,missKm,speedKms');
    expect(lines).toHaveLength(found.conjunctions as number);
    expect(lines.length).toBeGreaterThan(3);
    const rows = lines.map((line) => line.split(','));
    for (const [idA, idB, , missKm] of rows) {
      expect([idA, idB]).toContain('25544');
      expect(Number(missKm)).toBeLessThanOrEqual(40);
    }
    expect(rows.map((row) => row[2])).toEqual(rows.map((row) => row[2]).toSorted());
  });

  test('says what is wrong with its options', () => {
    expect(refusal('screen', '--at', '2025-09-01')).toContain('--sky');
    expect(refusal('screen', '--sky', SKY, '--at', 'soon')).toContain('--at soon');
    expect(refusal('screen', '--sky', SKY, '--at', '2025-09-01', '--hours', '-1')).toContain('--hours');
    expect(refusal('screen', '--sky', SKY, '--at', '2025-09-01', '--program', 'No Such')).toContain('No Such');
  });
});
