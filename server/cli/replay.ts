import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Entry } from '../../shared/game/commands/index.ts';
import { canonicalJson, stateHash } from '../../shared/game/hash.ts';
import { ENGINE_VERSION, newGame } from '../../shared/game/new-game.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import type { Outcome } from '../../shared/game/turn/outcome.ts';
import { readStartSky } from '../skies.ts';
import { readLog } from './logs.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const replayCommand: Subcommand = {
  about: 'folds the log of an exported game and compares hashes',
  usage: [
    'kessler replay FILE [--check] [--json]',
    '',
    '  --check   runs the engine again for every turn and compares what it finds with what the log says',
    '',
    'Exit status 1 when a hash differs. A log of another engine version is folded but not checked, and that is said.',
    'Example: npx kessler play --seed 7 --out game.jsonl && npx kessler replay game.jsonl --check --json',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    const file = positionals[0];
    if (!file) throw new WrongUse('which file?');
    const { header, entries, finalHash } = readLog(readFileSync(file, 'utf8'));
    const { seed } = header;
    if (seed === null)
      throw new WrongUse(
        `${file}: exported before the game was closed, so its seed is not in it; close the game and export again`,
      );
    const sameEngine = header.engineVersion === ENGINE_VERSION;
    const check = values.check && sameEngine;
    const { sky, hash } = readStartSky(header.scenario, header.thin);
    if (hash !== header.startSkyHash)
      throw new WrongUse(`${file}: its starting sky ${header.startSkyHash} is not the one here, ${hash}`);
    const start = newGame(header.scenario, seed, sky, { thin: header.thin, names: header.names });
    const folded = stateHash(replay(start, entries, { resolve: false }).game.state);
    const again = check ? replay(start, entries, { resolve: true }) : null;
    const turns = (again?.outcomes ?? []).map((outcome, i) => ({
      turn: outcome.turn,
      same: canonicalJson(outcome) === canonicalJson(recorded(entries)[i]),
    }));
    const refused = (again?.skipped ?? []).map(({ entry, refusal }) => ({ seq: entry.seq, code: refusal.code }));
    const same = folded === finalHash;
    const ok = same && refused.length === 0 && turns.every((t) => t.same);
    print(
      {
        file,
        entries: entries.length,
        engineVersion: header.engineVersion,
        checked: check,
        turns,
        refused,
        stateHash: folded,
        exportedHash: finalHash,
        same,
        ok,
      },
      values.json,
    );
    return ok ? 0 : 1;
  },
};

/** The outcomes as the log has them. */
const recorded = (entries: readonly Entry[]): Outcome[] =>
  entries.flatMap(({ command }) => (command.kind === 'resolved' ? [command.outcome] : []));
