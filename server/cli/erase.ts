import { parseArgs } from 'node:util';
import { MS_PER_DAY } from '../games/forgetting.ts';
import { neededNumber } from './options.ts';
import { STORE_OPTIONS, withStore } from './stores.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const MOST_DAYS = 36_500;

export const eraseCommand: Subcommand = {
  about: 'takes the words that people typed out of old games, for good',
  usage: [
    'kessler erase --words --older-than-days N [--data ./data] [--json]',
    '',
    'Words of games made more than N days ago (0: all games) are erased: names, messages, edited events. Log, results and',
    'hashes stay, and the games can be replayed and exported as before. A server that has such a game open takes its words off',
    'the screens within a minute; KESSLER_KEEP_DAYS=N lets the server itself erase them, at its start and then every day.',
    'Example: npx kessler erase --words --older-than-days 30',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...STORE_OPTIONS,
        words: { type: 'boolean', default: false },
        'older-than-days': { type: 'string' },
      },
    });
    if (!values.words) throw new WrongUse('say --words: nothing else can be erased');
    const days = neededNumber(values, 'older-than-days', 0, MOST_DAYS);
    return withStore(values.data, async (store) => {
      const games = await store.gamesWithWords(Date.now() - days * MS_PER_DAY);
      print({ games: games.length, texts: games.length > 0 ? await store.eraseWords(games) : 0 }, values.json);
      return 0;
    });
  },
};
