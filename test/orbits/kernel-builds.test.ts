import { expect, test } from 'vitest';
import { builtBytes, KERNELS, standingBytes } from '../../server/build-kernel.ts';

test.each(KERNELS)('the bytes of %s are those of its source: else npm run kernel', async (kernel) => {
  expect(standingBytes(kernel)).toBe(await builtBytes(kernel));
});
