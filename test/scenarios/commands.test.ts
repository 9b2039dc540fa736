/** A folder of one's own from the command line: it is checked, played and replayed as those of the program are. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInFolder } from '../../server/games/scenarios.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kessler-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kessler(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The lesson under a name of its own, with a line of its numbers written otherwise. */
function ours(name: string, from = 'id: tutorial', to = 'id: ours'): string {
  const path = join(folder, name);
  cpSync(builtInFolder('tutorial'), path, { recursive: true });
  const file = join(path, 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('id: tutorial', 'id: ours').replace(from, to));
  return path;
}

describe('kessler scenario', () => {
  test.each(['first-test', 'tutorial'])('finds nothing wrong with %s', (id) => {
    const { status, stdout } = kessler('scenario', 'check', builtInFolder(id), '--json');
    expect([status, JSON.parse(stdout).faults]).toEqual([0, []]);
  });

  test('names file, line, field and reason, and neither plays nor imports what has a fault', () => {
    const broken = ours('broken', 'turns: 2', 'turns: 200');
    const checked = kessler('scenario', 'check', broken);
    expect(checked.status).toBe(1);
    expect(checked.stdout).toMatch(/^scenario\.yaml:\d+: turns: .+\n$/);
    const line = Number(checked.stdout.split(':')[1]);
    expect(readFileSync(join(broken, 'scenario.yaml'), 'utf8').split('\n')[line - 1]).toBe('turns: 200');
    for (const command of ['play', 'import']) {
      const { status, stdout, stderr } = kessler(command, '--scenario', broken);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/broken\/scenario\.yaml:\d+: turns:/);
    }
  });

  test('a folder is played and its log replayed without the folder', () => {
    const path = ours('whole');
    const log = join(folder, 'game.jsonl');
    const played = kessler('play', '--scenario', path, '--sky', 'thin', '--out', log, '--json');
    expect(JSON.parse(played.stdout)).toMatchObject({ scenario: 'ours', turns: 2 });
    rmSync(path, { recursive: true });
    const { status, stdout } = kessler('replay', log, '--check', '--json');
    expect([status, JSON.parse(stdout).checked]).toEqual([0, true]);
    const printed = kessler('press', log, '--language', 'fr', '--json');
    expect([printed.status, Object.keys(JSON.parse(printed.stdout))]).toEqual([0, ['Année 1', 'Année 2']]);
    const page = JSON.parse(printed.stdout)['Année 1'];
    expect(page).toMatchObject({
      headline: expect.stringMatching(/\S/),
      notice: expect.stringMatching(/\(inventé\)$/),
    });
  });

  test('prints a schema for each kind of file', () => {
    for (const name of ['scenario', 'words'])
      expect(JSON.parse(kessler('scenario', 'schema', name).stdout)).toMatchObject({ type: 'object' });
    expect(kessler('scenario', 'schema', 'sky').status).toBe(2);
    expect(kessler('scenario', 'check', join(folder, 'nowhere')).status).toBe(2);
  });
});
