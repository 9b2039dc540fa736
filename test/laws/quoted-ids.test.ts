/** An id of a clause is quoted in its registry line, in words, in scenarios and in tests, and nowhere else: the rest asks the registry. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLAUSE_IDS } from '../../shared/clauses/index.ts';

const ROOT = new URL('../../', import.meta.url);
/** The clauses themselves, words, and how games stored before conditions were atoms are read. May only shrink. */
const MAY = [/^shared\/clauses\//, /^shared\/text\//, /^shared\/scenarios\/older-tables\.ts$/];

const sources = ['shared', 'server', 'client'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`),
);

/** Code without its comments, which may speak of a clause. */
const codeOf = (name: string): string =>
  readFileSync(new URL(name, ROOT), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

test('no code but its own names a clause', () => {
  const ids = new RegExp(`\\b(${CLAUSE_IDS.join('|')})\\b`);
  const named = sources.filter((name) => !MAY.some((may) => may.test(name)) && ids.test(codeOf(name)));
  expect(sources.length).toBeGreaterThan(300);
  expect(named).toEqual([]);
});

test('each exception still names one', () => {
  const ids = new RegExp(`\\b(${CLAUSE_IDS.join('|')})\\b`);
  for (const may of MAY) expect(sources.some((name) => may.test(name) && ids.test(codeOf(name)))).toBe(true);
});
