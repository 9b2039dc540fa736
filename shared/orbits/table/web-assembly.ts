/** Kernels in WebAssembly: memory for them, and their functions on it. */

/** What is used of WebAssembly, which stands in no library of the language itself. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => KernelMemory;
  readonly compile: (bytes: Uint8Array) => Promise<object>;
  readonly instantiate: (
    module: object,
    imports: { readonly env: Readonly<Record<string, object>> },
  ) => Promise<{ readonly exports: unknown }>;
};

export type KernelMemory = { readonly buffer: ArrayBuffer };

const PAGE_BYTES = 65536;

/** Memory of at least so many bytes, all zero. */
export const kernelMemory = (bytes: number): KernelMemory =>
  new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });

const compiled = new WeakMap<Uint8Array, Promise<object>>();

/** The functions of a kernel at work on a memory; `calls` are what it calls. It is compiled once. */
export async function kernelOn<Functions>(
  bytes: Uint8Array,
  memory: KernelMemory,
  calls: Readonly<Record<string, object>> = {},
): Promise<Functions> {
  let module = compiled.get(bytes);
  if (!module) {
    module = WebAssembly.compile(bytes);
    compiled.set(bytes, module);
  }
  return (await WebAssembly.instantiate(await module, { env: { memory, ...calls } })).exports as Functions;
}
