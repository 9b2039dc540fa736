import type { Subcommand } from './subcommand.ts';
export const casebookCommand: Subcommand = {
  about: 'runs the numbered cases that guard the rules',
  usage: 'kessler casebook [--json]',
  run: async () => 0,
};
