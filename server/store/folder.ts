/** The folder of the data. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own way of doing so never ends where a folder cannot be made in one that
 * is there, as in /proc. Throws if it cannot be made, or something else has its name.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there) throw Object.assign(new Error(`EEXIST: ${path} is no folder`), { code: 'EEXIST', syscall: 'mkdir' });
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}
