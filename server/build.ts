/** Builds the client into dist/client if it is missing or older than its sources, and compresses it once for all. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const ASSETS = join(ROOT, 'dist', 'client', 'assets');
/** Written last: a build that was cut off or failed is none. */
const BUILT = join(ROOT, 'dist', 'client-built');
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** When something under `path` was last changed, ms since 1970. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs);
}

if (!existsSync(BUILT) || SOURCES.some((path) => newest(join(ROOT, path)) > statSync(BUILT).mtimeMs)) {
  await build({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'client'), logLevel: 'warn' });
  for (const name of readdirSync(ASSETS).filter((file) => /\.(js|css|svg|json)$/.test(file))) {
    const bytes = readFileSync(join(ASSETS, name));
    writeFileSync(join(ASSETS, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(ASSETS, `${name}.gz`), gzipSync(bytes));
  }
  writeFileSync(BUILT, '');
}
