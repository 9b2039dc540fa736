/** The house stays easy to read: small folders, small files, and no file that needs, by a way of imports, itself. Types count too. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const MOST_FILES = 25;
const MOST_LINES = 300;

/** A registry has one file a member, so its folder grows with the kind and not with what has to be read. */
const REGISTRIES = ['server/cli', 'shared/clauses', 'shared/game/commands', 'shared/orders'];

/** Words may be as many as there are to say. Data (CSV, YAML, JSON, pictures) is no code, and not looked at. */
const WORDS = /^shared\/text\//;

/** What is still too long or goes in a circle. May only shrink: a line that is needed no more fails here. */
const STILL_LONG = [
  'client/styles/controls.css',
  'client/styles/frame.css',
  'client/styles/panels.css',
  'client/styles/screens.css',
  'server/store/queries.ts',
];
/** Each circle by its files; those of a registry stand together as its folder. */
const STILL_CIRCLES = ['shared/game/commands <-> shared/game/meaning.ts <-> shared/game/view/view-shape.ts'];

/** Code by its path from the root: script, styles and pages. */
const code = new Map(
  ['shared', 'server', 'client']
    .flatMap((folder) =>
      readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => /\.(tsx?|m?js|css|html)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, ROOT), 'utf8')]),
);

/** Files that a file imports or exports from, their types included; paths from the root. */
function importsOf(name: string, source: string): string[] {
  const { module, errors } = parseSync(name, source);
  expect(errors, name).toEqual([]);
  const named = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
    // A type that is imported where it stands is none of the parser's imports.
    ...[...source.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, path]) => path),
  ];
  const paths = named.filter((path) => path?.startsWith('.')).map((path) => join(dirname(name), path as string));
  return [...new Set(paths)].filter((path) => code.has(path));
}

/** Groups of files of which each leads to each other (Tarjan's strongly connected components, those of one file left out). */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): number => {
    const own = numbers.size;
    numbers.set(name, own);
    open.push(name);
    let lowest = own;
    for (const next of imports.get(name) ?? []) {
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, numbers.get(next) ?? own);
    }
    if (lowest === own) {
      const circle = open.splice(open.indexOf(name));
      if (circle.length > 1 || imports.get(name)?.includes(name)) circles.push(circle.sort());
    }
    return lowest;
  };
  for (const name of imports.keys()) if (!numbers.has(name)) visit(name);
  return circles;
}

test('a folder of code has few files, or is a registry', () => {
  const files = new Map<string, number>();
  for (const name of code.keys()) files.set(dirname(name), (files.get(dirname(name)) ?? 0) + 1);
  const full = [...files].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
  expect(code.size).toBeGreaterThan(300);
  expect(full.filter((folder) => !REGISTRIES.includes(folder))).toEqual([]);
  for (const folder of REGISTRIES) expect(files.has(folder), folder).toBe(true);
});

test('a file is short, but for words', () => {
  const lines = [...code]
    .filter(([name]) => !WORDS.test(name))
    .map(([name, source]) => ({ name, lines: source.split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines);
  console.log(
    [
      'The ten largest files:',
      ...lines.slice(0, 10).map((file) => `${String(file.lines).padStart(5)}  ${file.name}`),
    ].join('\n'),
  );
  expect(
    lines
      .filter((file) => file.lines > MOST_LINES)
      .map((file) => file.name)
      .sort(),
  ).toEqual(STILL_LONG);
});

test('no file leads to itself', () => {
  const scripts = [...code].filter(([name]) => /\.(tsx?|m?js)$/.test(name));
  const imports = new Map(scripts.map(([name, source]) => [name, importsOf(name, source)]));
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  const shown = (name: string) => (REGISTRIES.includes(dirname(name)) ? dirname(name) : name);
  const circles = circlesOf(imports).map((files) => [...new Set(files.map(shown))].join(' <-> '));
  expect(circles.sort()).toEqual(STILL_CIRCLES);
});

test('a circle is found, and a way without one is none', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
    ['e', ['e']],
  ]);
  expect(circlesOf(imports)).toEqual([['a', 'b', 'c'], ['e']]);
});
