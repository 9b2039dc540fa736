/**
 * The export of a game: JSON lines, streamed. First a header, then every entry of the log in order, each text after the entry
 * that brought it (null where it was erased or is hidden), last the hash of the state. The seed is in it only when the game is closed.
 */

import type { Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import type { State } from '../../shared/game/state.ts';
import type { Running } from '../games/running-shape.ts';
import { breathe } from '../slices.ts';
import { MAIN, type Store } from '../store/store.ts';

export const EXPORT_FORMAT = 'kessler-log';
export const EXPORT_VERSION = 1;
const PAGE = 200;

type ExportHeader = {
  readonly kind: 'header';
  readonly format: typeof EXPORT_FORMAT;
  readonly version: typeof EXPORT_VERSION;
  readonly code: string;
  readonly scenario: State['scenario'];
  readonly names: State['names'];
  readonly thin: boolean;
  readonly startSkyHash: string;
  readonly engineVersion: string;
  readonly nodeVersion: string;
  /** null while the game goes on */
  readonly seed: string | null;
};

/** The first line of an export. */
export const headerOf = (code: string, state: State, withSeed: boolean): ExportHeader => ({
  kind: 'header',
  format: EXPORT_FORMAT,
  version: EXPORT_VERSION,
  code,
  scenario: state.scenario,
  names: state.names,
  thin: state.thin,
  startSkyHash: state.startSkyHash,
  engineVersion: state.engineVersion,
  nodeVersion: process.version,
  seed: withSeed ? state.seed : null,
});

/** The last line of an export: what so many entries must fold to. */
export const endOf = (state: State, entries: number) => ({
  kind: 'end',
  entries,
  stateHash: stateHash(state),
  skyHash: state.skyHash,
});

/** The lines of a game's export up to its present entry. */
export async function* exportLines(running: Running, store: Store): AsyncGenerator<string> {
  const { state } = running.game();
  const last = running.seq();
  const hidden = new Set(state.press.filter((message) => message.hidden).map((message) => message.id));
  yield `${JSON.stringify(headerOf(running.code, state, state.clock.phase === 'closed'))}\n`;
  for await (const entry of entriesTo(running.code, last, store)) {
    yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`;
    if ('text' in entry.command && entry.command.text !== '') {
      const id = entry.command.text;
      yield `${JSON.stringify({ kind: 'text', id, words: hidden.has(id) ? null : running.words(id) })}\n`;
    }
  }
  yield `${JSON.stringify(endOf(state, last))}\n`;
}

/** The entries of a game up to one, page by page. */
async function* entriesTo(code: string, last: number, store: Store): AsyncGenerator<Entry> {
  for (let after = 0; after < last; ) {
    const page = await store.entries(code, MAIN, after, PAGE);
    if (page.length === 0) throw new Error(`the log of ${code} ends at ${after}, not at ${last}`);
    for (const entry of page) if (entry.seq <= last) yield entry;
    after = page.at(-1)!.seq;
    await breathe();
  }
}

/** The log up to its present entry, one JSON entry a line, for a worker to read. */
export async function logText(running: Running, store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const entry of entriesTo(running.code, running.seq(), store)) lines.push(JSON.stringify(entry));
  return lines.join('\n');
}
