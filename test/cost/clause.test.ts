/** What a clause costs: its file, its words in each language, a line in each of their indexes, an entry in a scenario's menu. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('clause/', import.meta.url));
const tree = mkdtempSync(join(tmpdir(), 'a-clause-more-'));
afterAll(() => rmSync(tree, { recursive: true }));

const put = (name: string, as: string) => cpSync(join(HERE, name), join(tree, as));
function edit(name: string, from: string, to: string): void {
  const path = join(tree, name);
  const old = readFileSync(path, 'utf8');
  expect(old).toContain(from);
  writeFileSync(path, old.replace(from, to));
}

test('a clause is added by one file, its words and a line where it is registered; nothing else is touched', () => {
  for (const part of ['shared', 'server', 'test/game', 'package.json'])
    cpSync(join(ROOT, part), join(tree, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  // new: the clause, and its words in each language
  put('n18.ts.txt', 'shared/clauses/n18.ts');
  for (const language of ['en', 'fr']) put('words.ts.txt', `shared/text/${language}/clauses/n18.ts`);
  // touched: a line of the registry, one of each language's words, an entry in the menu
  const line = "import { n17 } from './n17.ts';\n";
  const more = `${line}import { n18 } from './n18.ts';\n`;
  edit('shared/clauses/index.ts', line, more);
  edit('shared/clauses/index.ts', 'N17: n17', 'N17: n17, N18: n18');
  for (const language of ['en', 'fr']) {
    edit(`shared/text/${language}/clauses/index.ts`, line, more);
    edit(`shared/text/${language}/clauses/index.ts`, '...n17', '...n17, ...n18');
  }
  const menu = 'N17: [null, members, all]\n';
  edit('shared/scenarios/first-test/scenario.yaml', menu, `${menu}    N18: [null, 24, 6]\n`);

  put('probe.ts.txt', 'probe.ts');
  const told = JSON.parse(execFileSync(process.execPath, ['probe.ts'], { cwd: tree, encoding: 'utf8' }));
  const sentence = 'Each party answers an alert within 6 hours.';
  expect(told.value).toBe(6);
  expect(told.said).toEqual([sentence, sentence]);
  expect(told.dials).toContainEqual(['N18', 3]);
  // 108 x 3 combinations of clauses less the empty one, where there were 108 less one
  expect(told.packages).toBe((108 * 3 - 1) * 80 * 2 * 6);
});
