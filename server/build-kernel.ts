/** `npm run kernel`: builds bytes.ts of each kernel from kernel.as beside it. A test holds the two together. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Folders of kernels. */
export const KERNELS = ['shared/orbits/motion/sgp4-kernel', 'shared/orbits/risk/nearby-kernel'];

const fileOf = (kernel: string, name: string): URL => new URL(`../${kernel}/${name}`, import.meta.url);
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

/** The text of a kernel's bytes.ts, as the compiler makes it of kernel.as. */
export async function builtBytes(kernel: string): Promise<string> {
  const source = readFileSync(fileOf(kernel, 'kernel.as'), 'utf8');
  const asc: Compiler = (await import(import.meta.resolve('assemblyscript/asc'))).default;
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['kernel.ts', ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, contents) => {
      bytes = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`${kernel}/kernel.as: ${stderr.toString()}`, { cause: error });
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

/** The text of a kernel's bytes.ts as it stands. */
export const standingBytes = (kernel: string): string => readFileSync(fileOf(kernel, 'bytes.ts'), 'utf8');

if (import.meta.main) for (const kernel of KERNELS) writeFileSync(fileOf(kernel, 'bytes.ts'), await builtBytes(kernel));
