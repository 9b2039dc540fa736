/**
 * kill -9 at many moments of every phase and in the middle of each turn's resolution: the game goes on, no acknowledged command
 * is lost, and the state that the server shows is the fold of its log from the first snapshot. A resolution that was cut off is
 * done again after the restart and comes out as if nothing had been.
 */
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackSky } from '../../server/skies.ts';
import { FILE } from '../../server/store/sqlite.ts';
import type { PackedSky } from '../../server/store/store.ts';
import type { Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { apply, resolveTurn } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import { ROUTES } from '../../shared/protocol.ts';
import {
  endPhasesUntil,
  enter,
  makeGame,
  type Person,
  type Process,
  pause,
  removeFolder,
  SKY_MS,
  seat,
  startProcess,
  temporaryFolder,
  until,
} from '../server/harness.ts';

const KILLS = 20;
/** One kill in each phase of a turn, then the next turn. */
const PHASES = ['briefing', 'negotiation', 'seal', 'resolution'] as const;
/** Each round waits another multiple of this before the kill. */
const STEP_MS = 25;
/** The full sky takes longer than all multiples of this, from the phase's first word on the disk to the outcome's. */
const STEP_RESOLVING_MS = 3;
const folder = temporaryFolder();
let server: Process;
afterAll(async () => {
  await server.kill('SIGKILL');
  removeFolder(folder);
});

/** The game as the file says it is: the first snapshot and the entries of the log after it, `most` of them. */
function foldOf(code: string, most = 1_000_000): { game: Game; entries: Entry[] } {
  const file = new Database(join(folder, FILE), { readonly: true });
  const skyOf = (hash: string) =>
    unpackSky(file.prepare('select hash, packed from skies where hash = ?').get(hash) as PackedSky);
  const first = file.prepare('select state, sky from snapshots where game = ? and seq = 0').get(code) as {
    state: Buffer;
    sky: string;
  };
  const rows = file.prepare('select entry from log where game = ? order by seq limit ?').all(code, most) as {
    entry: string;
  }[];
  const entries = rows.map((row) => JSON.parse(row.entry) as Entry);
  let game: Game = { state: JSON.parse(zstdDecompressSync(first.state).toString()) as State, sky: skyOf(first.sky) };
  for (const entry of entries) {
    game = apply(game, entry);
    if (entry.command.kind === 'resolved') game = { ...game, sky: skyOf(entry.command.outcome.skyHash) };
  }
  file.close();
  return { game, entries };
}

const isOutcomeOf =
  (turn: number) =>
  ({ command }: Entry): boolean =>
    command.kind === 'resolved' && command.outcome.summary.turn === turn;

type Line = { readonly kind: string; readonly words?: string; readonly stateHash?: string; readonly entries?: number };

async function exported(at: string, code: string, key: string): Promise<Line[]> {
  const answer = await fetch(`${at}${ROUTES.export(code)}`, { headers: { authorization: `Bearer ${key}` } });
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('a server that is killed without warning', () => {
  it(`loses nothing that it had acknowledged, ${KILLS} times`, async () => {
    server = await startProcess(folder);
    const { code, facilitatorKey } = await makeGame(server.at, false);
    const us = await seat(server.at, code, 'US');
    const acknowledged: string[] = [];
    const phases = new Set<string>();
    let cutOff = 0;
    let desk: Person = await enter(server.at, { code }, facilitatorKey);
    let delegate: Person = us;
    expect(await desk.command({ kind: 'start' })).toBeNull();

    /** Talks as fast as it is answered until the line breaks. */
    const talk = async (round: number): Promise<void> => {
      for (let i = 0; ; i++) {
        const text = `round ${round}, ${i}`;
        const refusal = await delegate.command({ kind: 'say', to: 'plenary', text });
        if (refusal?.code === 'too-fast') await pause(100);
        else if (refusal === null) acknowledged.push(text);
      }
    };

    for (let round = 0; round < KILLS; round++) {
      await endPhasesUntil(desk, PHASES[round % PHASES.length]!);
      const { phase } = desk.view().clock;
      phases.add(phase);
      const talking = talk(round).catch(() => {});
      await pause(((round * 7) % KILLS) * (phase === 'resolution' ? STEP_RESOLVING_MS : STEP_MS));
      await server.kill('SIGKILL');
      await talking;

      const { game: cut, entries: before } = foldOf(code);
      const kept = before.length;
      server = await startProcess(folder);
      desk = await enter(server.at, { code }, facilitatorKey);
      delegate = await enter(server.at, { code }, us.key);
      expect(delegate.view().viewer).toEqual({ kind: 'seat', seat: 'US' });

      const lines = await exported(server.at, code, facilitatorKey);
      const words = new Set(lines.filter((line) => line.kind === 'text').map((line) => line.words));
      for (const text of acknowledged) expect(words).toContain(text);
      const { entries, stateHash: shown } = lines.at(-1)!;
      expect(entries).toBeGreaterThanOrEqual(kept);
      expect(shown).toBe(stateHash(foldOf(code, entries).game.state));

      if (!awaitsSky(cut.state)) continue;
      cutOff++;
      const outcomeOf = (): Entry | undefined => foldOf(code).entries.find(isOutcomeOf(cut.state.clock.turn));
      expect(before.some(isOutcomeOf(cut.state.clock.turn))).toBe(false);
      await until('the sky that was cut off', () => outcomeOf() !== undefined, SKY_MS);
      const { seq, command } = outcomeOf()!;
      expect(seq).toBeGreaterThan(kept);
      expect(command).toMatchObject({ outcome: { skyHash: resolveTurn(cut).outcome.skyHash } });
    }

    const { entries } = foldOf(code);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, i) => i + 1));
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect([...phases]).toEqual(expect.arrayContaining([...PHASES]));
    console.info(`${KILLS} kills, ${cutOff} of them while the sky was being resolved`);
    expect(cutOff).toBeGreaterThan(0);
  }, 600_000);
});
