import { parseArgs } from 'node:util';
import { STORE_OPTIONS, withStore } from './stores.ts';
import { print, type Subcommand } from './subcommand.ts';

export const gamesCommand: Subcommand = {
  about: 'lists the games of a server',
  usage: [
    'kessler games [--data ./data] [--json]',
    '',
    'Code, scenario, day it was made, and whether it is closed. May be used while the server runs.',
    'Example: npx kessler games',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: STORE_OPTIONS });
    const games = await withStore(values.data, (store) => store.games());
    const rows = games.map(({ code, scenario, createdAt, closed }) => ({
      code,
      scenario,
      made: new Date(createdAt).toISOString().slice(0, 10),
      closed,
    }));
    print({ games: rows }, values.json);
    return 0;
  },
};
