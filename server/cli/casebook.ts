import { parseArgs } from 'node:util';
import { print, type Subcommand } from './subcommand.ts';

type CaseResult = { readonly id: string; readonly title: string; readonly failures: readonly string[] };

/** The book belongs to the tests, above this layer: it is loaded when it is asked for, and only then. */
const BOOK = new URL('../../test/cases/run.ts', import.meta.url).href;

export const casebookCommand: Subcommand = {
  about: 'runs the numbered cases that guard the rules',
  usage:
    'kessler casebook [--json]\n\n  --json   one object: {cases, failed, results}\n\nExample: npx kessler casebook --json',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
    const { runCasebook } = (await import(BOOK)) as { runCasebook: () => readonly CaseResult[] };
    const results = runCasebook();
    const failed = results.filter((one) => one.failures.length > 0);
    if (!values.json)
      for (const { id, title, failures } of results) {
        console.log(`${failures.length === 0 ? 'holds ' : 'FAILS '} ${id}  ${title}`);
        for (const failure of failures) console.log(`               ${failure}`);
      }
    const sum = { cases: results.length, failed: failed.length };
    print(values.json ? { ...sum, results } : sum, values.json);
    return failed.length === 0 ? 0 : 1;
  },
};
