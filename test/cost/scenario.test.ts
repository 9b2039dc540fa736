/** What a scenario costs: its folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const FOLDER = 'shared/scenarios/one-more';
const FILES = ['en.yaml', 'fr.yaml', 'notes.en.md', 'notes.fr.md', 'scenario.yaml'];
const tree = aTree('shared', 'server', 'package.json');
const kessler = (...args: string[]) =>
  execFileSync(process.execPath, ['server/cli.ts', ...args, '--json'], { cwd: tree.path, encoding: 'utf8' });

test('a scenario is added by its folder; no file of the program is touched', () => {
  tree.put('../../shared/scenarios/tutorial', FOLDER);
  tree.edit(`${FOLDER}/scenario.yaml`, 'id: tutorial', 'id: one-more');
  tree.edit(`${FOLDER}/en.yaml`, '  title: ', '  title: One more, or ');

  expect(tree.touched()).toEqual({ added: FILES.map((file) => join(FOLDER, file)), changed: [] });
  expect(JSON.parse(kessler('scenario', 'check', FOLDER)).faults).toEqual([]);
  expect(tree.probe('scenario/probe.ts.txt')).toEqual({ listed: 'One more, or Learn in ten minutes' });
  const log = join(tree.path, 'game.jsonl');
  expect(JSON.parse(kessler('play', '--scenario', 'one-more', '--sky', 'thin', '--out', log))).toMatchObject({
    scenario: 'one-more',
    turns: 2,
  });
  expect(readFileSync(log, 'utf8')).toContain('"one-more"');
});
