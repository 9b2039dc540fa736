import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MS_PER_DAY } from '../games/forgetting.ts';
import { FILE, openSqlite } from '../store/sqlite.ts';
import { neededNumber } from './options.ts';
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
        words: { type: 'boolean', default: false },
        'older-than-days': { type: 'string' },
        data: { type: 'string', default: './data' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.words) throw new WrongUse('say --words: nothing else can be erased');
    const days = neededNumber(values, 'older-than-days', 0, MOST_DAYS);
    if (!existsSync(join(values.data, FILE))) throw new WrongUse(`--data ${values.data}: no games there`);
    const store = await openSqlite(values.data);
    try {
      const games = await store.gamesWithWords(Date.now() - days * MS_PER_DAY);
      print({ games: games.length, texts: games.length > 0 ? await store.eraseWords(games) : 0 }, values.json);
    } finally {
      await store.close();
    }
    return 0;
  },
};
