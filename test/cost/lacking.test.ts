/** A command that leaves anything out does not compile: tried by the compiler on a command, whole and without one part after another. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const folder = mkdtempSync(join(tmpdir(), 'a-command-less-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Parts of a command, a line each; its words say that it stands in lists, is done for a seat and stands on a seat's page. */
const PARTS = {
  kind: "'table'",
  shape: '{ text: z.string() }',
  by: "['delegate']",
  solo: 'false',
  job: 'null',
  phases: "['negotiation']",
  whilePaused: 'false',
  about: "['texts']",
  forSeat: 'true',
  heard: "'all'",
  theme: "'texts'",
  can: '() => true',
  check: "(_game, _actor, { text }) => (text.length > 0 ? null : refuse('already-said'))",
  apply: '({ state }, { command }) => (command.text ? state : state)',
};
type Part = keyof typeof PARTS;

const commandOf = (parts: Partial<Record<Part, string>>): string =>
  [
    "import { z } from 'zod';",
    "import { deed } from '@/shared/game/commands/deed.ts';",
    "import { refuse } from '@/shared/vocabulary/index.ts';",
    'void z; void refuse;',
    'export const command = deed({',
    ...Object.entries(parts).map(([part, value]) => `  ${part}: ${value},`),
    '});',
  ].join('\n');
const without = (part: Part): string => {
  const { [part]: _, ...rest } = PARTS;
  return commandOf(rest);
};
/** Words of all commands in another language, less some. */
const wordsOf = (less: string): string =>
  [
    "import type { SameWords } from '@/shared/text/commands.ts';",
    "import { words } from '@/shared/text/en/commands.ts';",
    `const { ${less} } = words;`,
    'export const other: SameWords<typeof words> = rest;',
  ].join('\n');

const parts = Object.keys(PARTS) as Part[];
const SAMPLES: Readonly<Record<string, string>> = {
  whole: commandOf(PARTS),
  ...Object.fromEntries(parts.map((part) => [`no-${part}`, without(part)])),
  'no-words': commandOf({ ...PARTS, kind: "'unheard-of'" }),
  'not-done': commandOf({ ...PARTS, kind: "'say'" }),
  'done-unsaid': commandOf({ ...PARTS, forSeat: 'false' }),
  'not-can': commandOf({ ...PARTS, kind: "'withdraw-offer'" }),
  'can-unsaid': commandOf({ ...PARTS, can: 'null' }),
  'all-words': wordsOf('...rest'),
  'no-word': wordsOf('table: _, ...rest'),
};

/** What the compiler finds, by sample. */
const found = new Map<string, string>();
beforeAll(() => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(SAMPLES))
    writeFileSync(join(folder, `${name}.ts`), text.replaceAll("'@/", `'${ROOT}`));
  const config = {
    extends: join(ROOT, 'shared/tsconfig.base.json'),
    compilerOptions: { composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true },
    files: Object.keys(SAMPLES).map((name) => `${name}.ts`),
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: folder,
  });
  for (const line of stdout.split(/\n(?! )/)) {
    const name = /^([a-z-]+)\.ts\(/i.exec(line)?.[1];
    if (name) found.set(name, `${found.get(name) ?? ''}${line}\n`);
    else if (line.trim()) found.set('(elsewhere)', line);
  }
});

describe('a command', () => {
  test('that says all of itself compiles, and so do words for all commands', () => {
    expect(found.get('(elsewhere)')).toBeUndefined();
    expect([found.get('whole'), found.get('all-words')]).toEqual([undefined, undefined]);
  });

  test.each(parts)('without its %s does not compile', (part) => {
    // Without its kind nobody knows whose words it would need: that they are another's is told first.
    expect(found.get(`no-${part}`)).toMatch(part === 'kind' ? /is not assignable/ : `Property '${part}' is missing`);
  });

  test('without words does not compile', () => {
    expect(found.get('no-words')).toMatch(/"unheard-of".* is not assignable/);
  });
  test('that is done for a seat does not compile without the words for that, nor do idle ones', () => {
    expect(found.get('not-done')).toMatch(/'true' is not assignable to type 'false'/);
    expect(found.get('done-unsaid')).toMatch(/'false' is not assignable to type 'true'/);
  });
  test('that stands on the page of a seat does not compile without the words for that, nor do idle ones', () => {
    expect(found.get('not-can')).toMatch(/is not assignable to type 'null'/);
    expect(found.get('can-unsaid')).toMatch(/'null' is not assignable/);
  });
  test('that another language has no words for does not compile', () => {
    expect(found.get('no-word')).toMatch(/'table' is missing/i);
  });
});
