/** Purity: shared code has no clock, no dice and no door to the outside, and kinds are told apart in one place each. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);

/** Source files of a folder with their comments taken out. */
function sourcesOf(folder: string): { readonly file: string; readonly code: string }[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      file: `${folder}/${file}`,
      code: readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/(^|\s)\/\/.*$/gm, '$1'),
    }));
}

/** Lines `file: line` in which a pattern stands. */
const linesWith = (folder: string, pattern: RegExp): string[] =>
  sourcesOf(folder).flatMap(({ file, code }) =>
    code.split('\n').flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );

describe('purity', () => {
  it('has no clock in shared code', () => {
    expect(linesWith('shared', /\bDate\b|\bperformance\b|\bsetTimeout\b|\bsetInterval\b|\bTemporal\b/)).toEqual([]);
  });
  it('has no dice in shared code but keyed draws', () => {
    expect(linesWith('shared', /Math\s*\.\s*random|Math\s*\[|\bcrypto\b|\bnanoid\b|\brandomUUID\b/)).toEqual([]);
  });
  it('has no door to the outside in shared code', () => {
    expect(linesWith('shared', /\bfetch\(|\bprocess\.|\bwindow\.|\bdocument\.|from 'node:|\bglobalThis\b/)).toEqual([]);
  });
  it('reads the environment in one place', () => {
    const readers = sourcesOf('server').filter(({ code }) => code.includes('process.env'));
    expect(readers.map(({ file }) => file)).toEqual(['server/main.ts']);
  });
  it('tells kinds apart by registries and maps, never by a switch', () => {
    for (const folder of ['shared', 'server', 'client']) expect(linesWith(folder, /\bswitch\s*\(/)).toEqual([]);
  });
});
