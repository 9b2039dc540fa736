import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FILE, openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { gameIn, STORE_OPTIONS } from './stores.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const restoreCommand: Subcommand = {
  about: 'brings games back from a backup, while the server runs or before',
  usage: [
    'kessler restore FILE [--game CODE] [--replace] [--data ./data] [--json]',
    '',
    'Games of the backup that are not in the folder are put there; those that are stay as they are.',
    '--game     this game alone',
    '--replace  games of the same code give way to those of the backup: what has happened in them since is lost',
    'A game whose clock ran goes on where it stood when the backup was made.',
    'Example: npx kessler restore games-2026-11-30.sqlite --data ./data',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...STORE_OPTIONS, game: { type: 'string' }, replace: { type: 'boolean', default: false } },
    });
    const file = positionals[0];
    if (!file || !existsSync(file)) throw new WrongUse(`${file ?? 'say which file'}: no such file`);
    // Opened as a copy: a backup of an older version is brought up to this one, and stays as it is.
    const aside = mkdtempSync(join(tmpdir(), 'kessler-restore-'));
    try {
      copyFileSync(file, join(aside, FILE));
      const backup = await openSqlite(aside).catch((error: Error) => {
        throw new WrongUse(`${file}: ${error.message}`);
      });
      const store = await openSqlite(values.data);
      try {
        const codes = values.game === undefined ? null : [(await gameIn(backup, values.game)).code];
        print(
          await bring(backup, store, codes ?? (await backup.games()).map(({ code }) => code), values.replace),
          values.json,
        );
      } finally {
        await store.close();
        await backup.close();
      }
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    return 0;
  },
};

async function bring(backup: Store, store: Store, codes: readonly string[], replace: boolean) {
  const restored: string[] = [];
  const left: string[] = [];
  for (const code of codes) {
    const game = (await backup.wholeGame(code))!;
    if (replace) await store.deleteGame(code);
    ((await store.takeGame(game)) ? restored : left).push(code);
  }
  return { restored, left };
}
