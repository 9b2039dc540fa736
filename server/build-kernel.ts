/** `npm run kernel`: builds shared/orbits/motion/sgp4-kernel/bytes.ts from kernel.as beside it. A test holds the two together. */
import { readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../shared/orbits/motion/sgp4-kernel/', import.meta.url);
/** What is used of the compiler. Its own types would change those of the whole server (its console has no `error`). */
type Compiler = {
  readonly main: (
    options: readonly string[],
    files: {
      readonly readFile: (name: string) => string | null;
      readonly writeFile: (name: string, contents: string | Uint8Array) => void;
      readonly listFiles: () => string[];
    },
  ) => Promise<{ readonly error: Error | null; readonly stderr: { toString: () => string } }>;
};
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];

/** The text of bytes.ts, as the compiler makes it of kernel.as. */
export async function builtBytes(): Promise<string> {
  const source = readFileSync(new URL('kernel.as', FOLDER), 'utf8');
  const asc: Compiler = (await import(import.meta.resolve('assemblyscript/asc'))).default;
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['kernel.ts', ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, contents) => {
      bytes = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`kernel.as: ${stderr.toString()}`, { cause: error });
  const text = Buffer.from(bytes).toString('hex');
  return [
    '/** WebAssembly of kernel.as beside it, built by `npm run kernel`: two digits a byte. */',
    'const HEX =',
    `  '${text}';`,
    '',
    'export const KERNEL_BYTES = Uint8Array.from({ length: HEX.length / 2 }, (_, n) =>',
    '  Number.parseInt(HEX.slice(2 * n, 2 * n + 2), 16),',
    ');',
    '',
  ].join('\n');
}

/** The text of bytes.ts as it stands. */
export const standingBytes = (): string => readFileSync(new URL('bytes.ts', FOLDER), 'utf8');

if (import.meta.main) writeFileSync(new URL('bytes.ts', FOLDER), await builtBytes());
