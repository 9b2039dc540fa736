/** Another world beside the one that was played: only what depends on the change differs, and the unchanged log stays what it was. */
import { describe, expect, it } from 'vitest';
import { COMMAND_KINDS } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import {
  armDone,
  checkChange,
  compare,
  playArm,
  splitAfterTurn,
  turnOfChange,
} from '../../shared/game/other-worlds/counterfactual.ts';
import type { Change } from '../../shared/game/other-worlds/counterfactual-shape.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import { saidAndDone } from '../../shared/game/score/said-and-done.ts';
import type { Game } from '../../shared/game/state.ts';
import { messages } from '../../shared/text/en/index.ts';
import { botGame, lobby, seats } from '../laws/tables.ts';

const SEED = 'law-7';
const bold = Object.fromEntries(seats.map((seat) => [seat, 'opportunist' as const]));
const played = botGame(SEED, bold);
const { state } = played.game;
const strike = state.facts.find((f) => f.kind === 'destructive-intercept')!;
const withoutStrike: Change = { kind: 'without-order', order: strike.order! };

/** The game before the turn of a change, as the store would give it: folded, with the sky of that moment. */
function before(change: Change): { readonly start: Game; readonly rest: typeof played.log } {
  const [through, rest] = splitAfterTurn(played.log, turnOfChange(state, change) - 1);
  const { game } = replay(lobby(SEED), through, { resolve: true });
  return { start: { ...replay(lobby(SEED), through, { resolve: false }).game, sky: game.sky }, rest };
}

function armsOf(change: Change) {
  const { start, rest } = before(change);
  const turn = turnOfChange(state, change);
  const other = playArm(start, rest, { change, turn });
  const same = playArm(start, rest, null);
  if ('refusal' in other || 'refusal' in same) throw new Error('refused');
  return { other: other.replay, same: same.replay };
}

describe('a counterfactual', () => {
  const { other, same } = armsOf(withoutStrike);
  const recorded = stateHash(state);
  const sideBySide = (change: Change) =>
    compare(state, change, { ...armDone(same), recorded }, { ...armDone(other), skyHash: other.game.state.skyHash });
  const found = sideBySide(withoutStrike);

  it('gives the recorded state where nothing is changed', () => {
    expect(stateHash(same.game.state)).toBe(recorded);
    expect(same.skipped).toEqual([]);
    expect(found.same).toBe(true);
  });

  it('takes a strike out with all that came of it, and leaves earlier years as they were', () => {
    expect(other.game.state.facts.filter((f) => f.order === strike.order)).toEqual([]);
    expect(other.game.state.orders.some((o) => o.id === strike.order)).toBe(false);
    const earlier = state.turnsDone.filter((t) => t.turn < strike.turn);
    expect(other.game.state.turnsDone.slice(0, earlier.length)).toEqual(earlier);
    expect(found.played.turns.at(-1)!.tracked).toBeGreaterThan(found.other.turns.at(-1)!.tracked);
    // Its drafting is left out with it, not refused.
    expect(other.skipped.filter((s) => s.entry.command.kind === 'confirm-order' && s.turn === strike.turn)).toEqual([]);
  });

  it('is the same whether earlier years are resolved again or taken from the record', () => {
    const turn = turnOfChange(state, withoutStrike);
    const all = playArm(lobby(SEED), played.log, { change: withoutStrike, turn });
    expect('replay' in all && stateHash(all.replay.game.state)).toBe(stateHash(other.game.state));
  });

  it('counts what the act gave and cost from the own scores of both worlds', () => {
    const u = (arm: typeof found.played, seat: string): number => arm.scores!.own[seat]!;
    const others = seats.filter((seat) => seat !== found.seat);
    const cost = others.reduce((sum, seat) => sum + u(found.other, seat) - u(found.played, seat), 0);
    expect(found.costToOthers).toBeCloseTo(cost, 9);
    expect(found.ownGain).toBeCloseTo(u(found.played, found.seat) - u(found.other, found.seat), 9);
    for (const result of state.results!.seats) expect(u(found.played, result.seat)).toBe(result.own);
  });

  it('counts what a signature gives from the world that has it, which is the other one', () => {
    const signature: Change = { kind: 'with-signature', seat: found.seat, instrument: state.instruments[0]!.id };
    const given = sideBySide(signature);
    expect(found.ownGain).not.toBe(0);
    expect([given.ownGain, given.costToOthers]).toEqual([-found.ownGain, -found.costToOthers]);
  });

  it('lets a seat sign that did not, at the end of the talk in which the text was tabled', () => {
    const signable = state.instruments.flatMap((text) =>
      seats
        .filter((seat) => !text.signatures.some((s) => s.seat === seat))
        .map((seat): Change => ({ kind: 'with-signature', seat, instrument: text.id })),
    );
    let signed = 0;
    for (const change of signable.slice(0, 6)) {
      if (change.kind !== 'with-signature') continue;
      expect(checkChange({ ...state, clock: { ...state.clock, phase: 'debrief' } }, change)).toBeNull();
      const { start, rest } = before(change);
      const turn = turnOfChange(state, change);
      const [talk] = splitAfterTurn(rest, turn);
      const arm = playArm(start, talk, { change, turn });
      if ('refusal' in arm) continue;
      const text = arm.replay.game.state.instruments.find((i) => i.id === change.instrument)!;
      expect(text.signatures).toContainEqual({ seat: change.seat, turn });
      signed++;
      if (signed === 2) break;
    }
    expect(signed).toBeGreaterThan(0);
  });

  it('refuses what is not in the game', () => {
    const open = { ...state, clock: { ...state.clock, phase: 'debrief' as const } };
    expect(checkChange(open, { kind: 'without-order', order: 't9.US.p1' })?.code).toBe('malformed');
    expect(checkChange(open, { kind: 'with-signature', seat: 'XX', instrument: 'i1' })?.code).toBe('seat-unknown');
    expect(checkChange(open, { kind: 'with-signature', seat: 'US', instrument: 'none' })?.code).toBe(
      'instrument-unknown',
    );
    expect(checkChange({ ...open, results: null }, withoutStrike)?.code).toBe('wrong-phase');
  });
});

describe('what was skipped', () => {
  it('can be named, whatever it was', () => {
    for (const kind of COMMAND_KINDS) expect(messages[`ui.command.${kind}`], kind).toBeTruthy();
  });
});

describe('promises against conduct', () => {
  it('has a line for every promised term, statement and signable text', () => {
    const { promises, statements, stands } = saidAndDone(state);
    const accepted = state.offers.filter((o) => o.status === 'accepted');
    expect(promises).toHaveLength(accepted.reduce((n, o) => n + o.give.length + o.get.length, 0));
    expect(statements).toHaveLength(state.incidents.reduce((n, i) => n + i.statements.length, 0));
    expect(stands).toHaveLength(seats.length * state.instruments.filter((i) => i.signatures.length > 0).length);
    for (const line of stands)
      expect(line.signed).toBe(
        state.instruments.find((i) => i.id === line.instrument)!.signatures.some((s) => s.seat === line.seat),
      );
  });
});
