import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { stateHash } from '../../shared/game/hash.ts';
import { ENGINE_VERSION } from '../../shared/game/new-game.ts';
import type { State } from '../../shared/game/state.ts';
import { fold, stateOf } from '../games/opening.ts';
import { unpackSky } from '../skies.ts';
import { MAIN, type PackedSky, type Store } from '../store/store.ts';
import { fileIn, STORE_OPTIONS, withStore } from './stores.ts';
import { print, type Subcommand } from './subcommand.ts';

type Fault = { readonly game: string; readonly what: string; readonly why: string };

export const checkCommand: Subcommand = {
  about: 'reads everything that a server has stored and says what is damaged',
  usage: [
    'kessler check [--data ./data] [--json]',
    '',
    'The pages of the file; every entry of every log; every snapshot, and whether the log leads from the one before to it; every sky',
    'against its hash. Changes nothing, and may be used while the server runs. A broken snapshot or sky is made good by the server',
    'when it needs it, from the log; a broken entry is not: restore the game from a backup (kessler restore FILE --game CODE --replace).',
    'Exit status 1 if something is damaged.',
    'Example: npx kessler check',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: STORE_OPTIONS });
    const faults: Fault[] = pagesOf(fileIn(values.data));
    const games = await withStore(values.data, async (store) => {
      const records = await store.games();
      for (const { code } of records) faults.push(...(await faultsOf(code, store)));
      return records.length;
    });
    print({ games, faults }, values.json);
    return faults.length > 0 ? 1 : 0;
  },
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the database says of its own pages. */
function pagesOf(file: string): Fault[] {
  try {
    const database = new Database(file, { readonly: true });
    const lines = database.pragma('integrity_check') as { integrity_check: string }[];
    database.close();
    return lines.flatMap(({ integrity_check: why }) => (why === 'ok' ? [] : [{ game: '', what: 'file', why }]));
  } catch (error) {
    return [{ game: '', what: 'file', why: reason(error) }];
  }
}

async function faultsOf(game: string, store: Store): Promise<Fault[]> {
  const faults: Fault[] = [];
  const note = (what: string, error: unknown): void => void faults.push({ game, what, why: reason(error) });
  const whole = await store.wholeGame(game).catch((error: unknown) => note('game', error));
  for (const sky of (whole?.skies ?? []) as unknown as PackedSky[])
    try {
      unpackSky(sky);
    } catch (error) {
      note(`sky ${sky.hash}`, error);
    }
  const there = new Set(whole?.skies?.map((sky) => sky.hash));
  for (const { hash } of whole?.skies_of ?? []) if (!there.has(hash)) note(`sky ${hash}`, 'it is missing');

  /** the last snapshot that could be read */
  let from: number | null = null;
  for (const seq of (await store.snapshots(game, MAIN)).toReversed()) {
    let state: State;
    let engine: string;
    try {
      const snapshot = await store.snapshot(game, MAIN, seq);
      state = stateOf(snapshot);
      engine = snapshot.engineVersion;
    } catch (error) {
      note(`snapshot ${seq}`, error);
      continue;
    }
    if (from !== null && engine === ENGINE_VERSION)
      try {
        const told = await fold(game, store, from, seq);
        if (stateHash(told.state) !== stateHash(state)) note(`snapshot ${seq}`, 'the log leads to another state');
      } catch (error) {
        note(`log ${from} to ${seq}`, error);
      }
    from = seq;
  }
  if (from === null) note('snapshots', 'none can be read');
  else await fold(game, store, from, Number.MAX_SAFE_INTEGER).catch((error) => note(`log after ${from}`, error));
  return faults;
}
