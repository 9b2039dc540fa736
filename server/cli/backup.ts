import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { neededText } from './options.ts';
import { fileIn, STORE_OPTIONS } from './stores.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const backupCommand: Subcommand = {
  about: 'writes all games of a server to one file, while it runs',
  usage: [
    'kessler backup --out FILE [--data ./data] [--json]',
    '',
    'The file holds everything at one instant, games that are being played included, and nothing that was erased. A plain copy of',
    'the folder’s database is not enough while a server runs: what was written last is still in the file beside it.',
    'Example: npx kessler backup --out games-2026-11-30.sqlite',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { ...STORE_OPTIONS, out: { type: 'string' } } });
    const out = neededText(values, 'out');
    if (existsSync(out)) throw new WrongUse(`--out ${out}: it is there already`);
    const part = `${out}.part`;
    rmSync(part, { force: true });
    const database = new Database(fileIn(values.data), { readonly: true });
    try {
      database.prepare('vacuum into ?').run(part);
    } catch (error) {
      rmSync(part, { force: true });
      throw new WrongUse(`--out ${out}: ${(error as Error).message}`);
    } finally {
      database.close();
    }
    renameSync(part, out);
    const copy = new Database(out, { readonly: true });
    const { games } = copy.prepare('select count(*) as games from games').get() as { games: number };
    copy.close();
    print({ games, file: out, bytes: statSync(out).size }, values.json);
    return 0;
  },
};
