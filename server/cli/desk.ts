import { parseArgs } from 'node:util';
import { hashOfKey, newKey } from '../games/keys.ts';
import { addressesHere } from '../http/addresses.ts';
import { readBase } from '../http/base.ts';
import { numberOf } from './options.ts';
import { gameIn, STORE_OPTIONS, withStore } from './stores.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const USUAL_PORT = 2567;

export const deskCommand: Subcommand = {
  about: 'makes a new link to the desk of a game, for a facilitator who has lost it',
  usage: [
    'kessler desk CODE [--only] [--port 2567] [--base PATH] [--data ./data] [--json]',
    '',
    'On the server’s machine, while the server runs or not. The link opens the desk on any device; whoever has it leads the game.',
    '--only     links made before open it no more, once their pages are closed: if one has come into other hands',
    '--port     the port of the server, --base its path, for the addresses that are printed',
    'Example: npx kessler desk ABCDEF',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...STORE_OPTIONS,
        only: { type: 'boolean', default: false },
        port: { type: 'string' },
        base: { type: 'string', default: '' },
      },
    });
    const port = numberOf(values, 'port', 1, 65_535) ?? USUAL_PORT;
    const base = readBase(values.base);
    if (base === null) throw new WrongUse(`--base ${values.base}: a path such as /accords`);
    return withStore(values.data, async (store) => {
      const { code } = await gameIn(store, positionals[0]);
      const key = newKey();
      if (values.only) await store.dropKeys(code, 'facilitator');
      const role = { game: code, role: 'facilitator', delegate: null } as const;
      await store.addKey(hashOfKey(key), role, Number.POSITIVE_INFINITY, []);
      const links = ['localhost', ...addressesHere()].map(
        (host) => `http://${host}:${port}${base}/desk/${code}#${key}`,
      );
      print({ links }, values.json);
      return 0;
    });
  },
};
