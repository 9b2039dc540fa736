import { defineConfig } from 'vitest/config';

/** Real servers, the command line, the casebook, whole bot games: tens of seconds each, so not in the quick check. */
const WHOLE = [
  'test/server/**/*.test.ts',
  'test/cases.test.ts',
  'test/game/results.test.ts',
  'test/laws/liveness.test.ts',
  'test/orbits/commands.test.ts',
  'test/orbits/conjunctions.test.ts',
];
/** Minutes each, one after the other. */
const SLOW = ['test/slow/**/*.test.ts'];
const BROWSER = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    // Two cores are common, and one of them left idle would double the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...WHOLE, ...SLOW, ...BROWSER],
          // Reading the engine and the catalogue again for each file would be half of the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'whole', include: WHOLE, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'slow', include: SLOW, testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false } },
      {
        test: { name: 'browser', include: BROWSER, testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
