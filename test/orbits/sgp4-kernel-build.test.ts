import { expect, test } from 'vitest';
import { builtBytes, standingBytes } from '../../server/build-kernel.ts';

test('the bytes of the kernel are those of its source: else npm run kernel', async () => {
  expect(standingBytes()).toBe(await builtBytes());
});
