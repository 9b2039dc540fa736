import { parseArgs } from 'node:util';
import { gameIn, STORE_OPTIONS, withStore } from './stores.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const deleteCommand: Subcommand = {
  about: 'deletes a game for good',
  usage: [
    'kessler delete CODE --yes [--data ./data] [--json]',
    '',
    'All of the game goes: log, results, skies, keys and words. A server that has it open sends its people away within a minute.',
    'Save its log first if anybody may want it. May be used while the server runs.',
    'Example: npx kessler delete ABCDEF --yes',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...STORE_OPTIONS, yes: { type: 'boolean', default: false } },
    });
    return withStore(values.data, async (store) => {
      const { code } = await gameIn(store, positionals[0]);
      if (!values.yes) throw new WrongUse(`say --yes: ${code} cannot be had again`);
      await store.deleteGame(code);
      print({ deleted: code }, values.json);
      return 0;
    });
  },
};
