import { defineConfig } from 'vitest/config';

/** Real servers, the command line, the casebook, whole and random games, years: seconds and more each, so not in the quick check. */
const WHOLE = [
  'test/server/**/*.test.ts',
  'test/bots/tests.test.ts',
  'test/bots/word.test.ts',
  'test/cases.test.ts',
  'test/cost/**/*.test.ts',
  'test/game/counterfactual.test.ts',
  'test/game/deals.test.ts',
  'test/game/halted.test.ts',
  'test/game/later.test.ts',
  'test/game/overlay.test.ts',
  'test/game/resolve.test.ts',
  'test/game/results.test.ts',
  'test/game/strike-passes.test.ts',
  'test/game/warnings.test.ts',
  'test/intents/**/*.test.ts',
  'test/laws/conservation.test.ts',
  'test/laws/determinism.test.ts',
  'test/laws/heard.test.ts',
  'test/laws/liveness.test.ts',
  'test/laws/meaning.test.ts',
  'test/laws/registered.test.ts',
  'test/laws/secrecy.test.ts',
  'test/laws/text-acts.test.ts',
  'test/orbits/bands.test.ts',
  'test/orbits/commands.test.ts',
  'test/orbits/computed-sky.test.ts',
  'test/orbits/conjunctions.test.ts',
  'test/orbits/kernel-builds.test.ts',
  'test/press/printed.test.ts',
  'test/scenarios/commands.test.ts',
  'test/scenarios/faults.test.ts',
  'test/scenarios/made.test.ts',
  'test/scenarios/tutorial.test.ts',
];
const SLOW = ['test/slow/**/*.test.ts'];
const BROWSER = ['test/browser/**/*.test.ts'];
/** Bars in seconds and milliseconds: one after the other, and nothing beside them. */
const TIMED = ['test/timed/**/*.test.ts'];

/** Two cores are common, and one of them left idle would double the time. */
const ALL_CORES = '100%';
/** What is waited for comes at once on an idle machine. A busy one is no fault, so waits are long; only the timed ones say how long. */
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
  setupFiles: ['test/properties.ts'],
};

export default defineConfig({
  test: {
    maxWorkers: ALL_CORES,
    projects: [
      {
        test: {
          ...patience,
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...WHOLE, ...SLOW, ...BROWSER, ...TIMED],
          // Reading the engine and the catalogue again for each file would be half of the time.
          isolate: false,
        },
      },
      { test: { ...patience, name: 'whole', include: WHOLE } },
      { test: { ...patience, name: 'slow', include: SLOW, sequence: { groupOrder: 1 }, maxWorkers: 2 } },
      { test: { ...patience, name: 'browser', include: BROWSER, sequence: { groupOrder: 2 }, maxWorkers: 3 } },
      { test: { ...patience, name: 'timed', include: TIMED, sequence: { groupOrder: 3 }, maxWorkers: 1 } },
    ],
  },
});
