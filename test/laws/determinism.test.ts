/** Determinism: a game is its scenario, seed and log, and what is left out of a log changes only what depends on it. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import type { Game } from '../../shared/game/state.ts';
import { causalId } from '../../shared/orbits/table/chance.ts';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import { COLUMN_NAMES, indexOf, type Population } from '../../shared/orbits/table/population.ts';
import { encode } from '../../shared/orbits/table/population-codec.ts';
import type { Fact } from '../../shared/vocabulary/index.ts';
import { moves, playMoves } from './random-game.ts';
import { botGame, lobby, seats } from './tables.ts';

const SEED = 'law-7';
const bold = Object.fromEntries(seats.map((seat) => [seat, 'opportunist' as const]));
const played = botGame(SEED, bold);
const skyHashOf = (sky: Population): string => contentHash(encode(sky));
/** The bots of this game strike high where they may, so that clouds stay. */
const draftsStrike = ({ command }: Entry): boolean => command.kind === 'draft-order' && command.order.kind === 'strike';

// A few seconds on an idle machine; several times that beside others.
describe('determinism', () => {
  it('gives the same state in another process', async () => {
    const child = fileURLToPath(new URL('./other-process.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [child, SEED]);
    expect(JSON.parse(stdout)).toEqual({ stateHash: stateHash(played.game.state), entries: played.log.length });
  });

  it('folds a log to the state that was played, with the engine run again or not', () => {
    const folded = replay(lobby(SEED), played.log, { resolve: false });
    expect(stateHash(folded.game.state)).toBe(stateHash(played.game.state));
    const again = replay(lobby(SEED), played.log, { resolve: true });
    expect(again.skipped).toEqual([]);
    expect(stateHash(again.game.state)).toBe(stateHash(played.game.state));
    expect(skyHashOf(again.game.sky)).toBe(played.game.state.skyHash);
  });

  it('folds the log of any random game to its state, as JSON too', () => {
    for (const list of fc.sample(moves(120), { numRuns: 4, seed: 11 })) {
      const game = playMoves(SEED, list);
      const log = JSON.parse(JSON.stringify(game.log)) as Entry[];
      expect(stateHash(replay(lobby(SEED), log, { resolve: false }).game.state)).toBe(stateHash(game.game.state));
    }
  });

  it('lets a strike that is left out change nothing but what comes of it', () => {
    const strike = played.log.find(draftsStrike)!;
    const seat = 'seat' in strike.actor ? strike.actor.seat : '';
    const turn = 1 + played.log.slice(0, strike.seq).filter((e) => e.command.kind === 'resolved').length;
    const throughTurn = throughResolution(played.log, turn);
    const withIt = replay(lobby(SEED), throughTurn, { resolve: true }).game;
    const without = replay(lobby(SEED), throughTurn, { resolve: true, leaveOut: (e) => e === strike });

    // Only the head's word for an order that is not there is refused.
    expect(without.skipped.map(({ entry, refusal }) => [entry.actor, entry.command.kind, refusal.code])).toEqual([
      [{ role: 'bot', seat }, 'confirm-order', 'slot-empty'],
    ]);
    const order = `t${turn}.${seat}.security`;
    const hit = withIt.state.facts.find((f) => f.kind === 'destructive-intercept' && f.order === order);
    expect(hit).toBeDefined();
    expect(without.game.state.facts.filter((f) => f.order === order)).toEqual([]);

    const cloud = descendants(withIt, hit && 'target' in hit ? hit.target : 0);
    expect(cloud.size).toBeGreaterThan(10);
    const { gone, changed, born } = compare(withIt.sky, without.game.sky);
    // What only the first sky has came of the strike, what only the second has the strike or its pieces destroyed.
    expect(gone.filter((id) => !cloud.has(id))).toEqual([]);
    expect(changed.filter((id) => !touched(withIt.state.facts, cloud).has(id))).toEqual([]);
    const destroyed = touched(withIt.state.facts, cloud);
    expect(born.filter((id) => !destroyed.has(id))).toEqual([]);

    const others = (facts: readonly Fact[]): readonly Fact[] =>
      facts.filter((f) => f.order !== order && f.kind !== 'reentries' && !cites(f, cloud));
    // Crews shelter from the clouds of strikes, and re-entries are counted together: both speak of the cloud.
    const still = (facts: readonly Fact[]): readonly Fact[] => others(facts).filter((f) => f.kind !== 'crew-shelter');
    expect(still(without.game.state.facts)).toEqual(still(withIt.state.facts));
  });

  it('does not care which of two seats drafts first', () => {
    const drafts = played.log.filter(isDrafting);
    // The same places of the log, filled with the same entries, the last seat's first; each seat's own stay in order.
    const turnOf = (entry: Entry): number =>
      played.log.slice(0, entry.seq).filter((e) => e.command.kind === 'resolved').length;
    const phaseOf = (entry: Entry): number =>
      played.log.slice(0, entry.seq).filter((e) => ['expire', 'resolved', 'start'].includes(e.command.kind)).length;
    const seatOf = (entry: Entry): number => seats.indexOf('seat' in entry.actor ? entry.actor.seat : '');
    const turned = [...drafts].sort((a, b) => phaseOf(a) - phaseOf(b) || seatOf(b) - seatOf(a) || a.seq - b.seq);
    const log = [...played.log];
    drafts.forEach((entry, i) => {
      log[entry.seq] = turned[i]!;
    });
    expect(turned.some((entry, i) => entry !== drafts[i])).toBe(true);
    expect(Math.max(...drafts.map(turnOf))).toBeGreaterThan(0);
    const other = replay(lobby(SEED), log, { resolve: true });
    expect(other.skipped).toEqual([]);
    expect(other.game.state.skyHash).toBe(played.game.state.skyHash);
    expect(other.game.state.facts).toEqual(played.game.state.facts);
    expect(other.game.state.results).toEqual(played.game.state.results);
  });
});

/** What seats do each for itself; the head's word comes later, in its own place of the log. */
const isDrafting = ({ command }: Entry): boolean => command.kind === 'draft-order';

function throughResolution(log: readonly Entry[], turn: number): readonly Entry[] {
  let left = turn;
  return log.slice(0, log.findIndex((e) => e.command.kind === 'resolved' && --left === 0) + 1);
}

/** Ids of the pieces of a strike's cloud, and of clouds that these made by collisions, as they stand at the end. */
function descendants({ state, sky }: Game, target: number): ReadonlySet<number> {
  const breakups = new Set<number>([causalId('strike', target)]);
  const ids = new Set<number>();
  for (let grew = true; grew; ) {
    grew = false;
    for (let i = 0; i < sky.count; i++)
      if (breakups.has(sky.breakupId[i]!) && !ids.has(sky.id[i]!)) {
        ids.add(sky.id[i]!);
        grew = true;
      }
    for (const fact of state.facts)
      if (fact.kind === 'collision' && fact.objects.some((id) => ids.has(id)))
        for (let i = 0; i < sky.count; i++)
          if (fact.objects.includes(sky.parentId[i]!)) breakups.add(sky.breakupId[i]!);
  }
  return ids;
}

/** Objects that a strike or its cloud hit. */
function touched(facts: readonly Fact[], cloud: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    facts.flatMap((f) =>
      f.kind === 'destructive-intercept'
        ? [f.target]
        : f.kind === 'collision' && f.objects.some((id) => cloud.has(id))
          ? f.objects
          : [],
    ),
  );
}

const cites = (fact: Fact, cloud: ReadonlySet<number>): boolean =>
  fact.kind === 'collision' && fact.objects.some((id) => cloud.has(id));

/** Ids only in the first sky, ids only in the second, and ids of rows that differ. */
function compare(a: Population, b: Population): { gone: number[]; born: number[]; changed: number[] } {
  const gone: number[] = [];
  const changed: number[] = [];
  for (let i = 0; i < a.count; i++) {
    const j = indexOf(b, a.id[i]!);
    if (j < 0) gone.push(a.id[i]!);
    else if (COLUMN_NAMES.some((name) => a[name][i] !== b[name][j])) changed.push(a.id[i]!);
  }
  const born = Array.from(b.id).filter((id) => indexOf(a, id) < 0);
  return { gone, born, changed };
}
