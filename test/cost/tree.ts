/** A copy of parts of the program, into which a test puts what somebody would add, and which tells what of it has become otherwise. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROBE = 'probe.ts';

export type Tree = {
  readonly path: string;
  /** Puts a file of test/cost into the tree, without the `.txt` that keeps it from being one of the program here. */
  readonly put: (from: string, to: string) => void;
  /** Writes a piece of a file otherwise. Fails if it does not stand there. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** What a file of test/cost prints when it is run in the tree, read as JSON. */
  readonly probe: (from: string) => unknown;
  /** What the compiler says about a project of the tree; empty: nothing. */
  readonly compile: (project: string) => string;
  /** files that are new, and files that are written otherwise */
  readonly touched: () => { readonly added: string[]; readonly changed: string[] };
};

/** A copy of parts (folders or files), gone after the tests of the file. */
export function aTree(...parts: readonly string[]): Tree {
  const path = mkdtempSync(join(tmpdir(), 'one-more-'));
  afterAll(() => rmSync(path, { recursive: true }));
  for (const part of parts) cpSync(join(ROOT, part), join(path, part), { recursive: true, preserveTimestamps: true });
  // What the compiler knows of the parts as they are: it looks again at what is otherwise.
  if (existsSync(join(ROOT, '.types')))
    cpSync(join(ROOT, '.types'), join(path, '.types'), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'));
  const put = (from: string, to: string) =>
    cpSync(fileURLToPath(new URL(from, import.meta.url)), join(path, to), { recursive: true });
  return {
    path,
    put,
    edit: (file, from, to) => {
      const old = readFileSync(join(path, file), 'utf8');
      expect(old).toContain(from);
      writeFileSync(
        join(path, file),
        old.replace(from, () => to),
      );
    },
    probe: (from) => {
      put(from, PROBE);
      const said = execFileSync(process.execPath, [PROBE], { cwd: path, encoding: 'utf8' });
      rmSync(join(path, PROBE));
      return JSON.parse(said);
    },
    compile: (project) =>
      spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', project, '--pretty', 'false'], {
        cwd: path,
        encoding: 'utf8',
      }).stdout,
    touched: () => {
      const files = readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .filter((file) => parts.some((part) => file === part || file.startsWith(`${part}/`)));
      const differs = (file: string) => !readFileSync(join(path, file)).equals(readFileSync(join(ROOT, file)));
      const [old, added] = [
        files.filter((f) => existsSync(join(ROOT, f))),
        files.filter((f) => !existsSync(join(ROOT, f))),
      ];
      return { added: added.sort(), changed: old.filter(differs).sort() };
    },
  };
}
