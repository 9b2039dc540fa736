/** Conservation: money comes from somewhere, mass from nowhere, and what is counted twice agrees. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../shared/forums/instrument.ts';
import { balances } from '../../shared/game/money.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { FIRST_CAUSAL_ID } from '../../shared/orbits/table/chance.ts';
import { indexOf, type Population } from '../../shared/orbits/table/population.ts';
import { JOBS } from '../../shared/vocabulary/index.ts';
import { type Move, moves, playMoves } from './random-game.ts';
import { scenario, seats } from './tables.ts';

const SEED = 'law-9';
const lists: readonly (readonly Move[])[] = fc.sample(moves(140), { numRuns: 7, seed: 22 });
/** Each resolution of the games: the state and sky before and after. */
const turns: { readonly before: Game; readonly after: Game }[] = [];
const states: State[] = [];
for (const list of lists)
  playMoves(SEED, list, (before, entry, after) => {
    states.push(after.state);
    if (entry.command.kind === 'resolved') turns.push({ before, after });
  });

// A few seconds on an idle machine; several times that beside others.
describe('conservation', () => {
  it('plays enough to say something', () => {
    expect(turns.length).toBeGreaterThan(8);
    expect(turns.some(({ after }) => after.state.facts.some((f) => f.kind === 'destructive-intercept'))).toBe(true);
    expect(turns.some(({ after }) => after.state.facts.some((f) => f.kind === 'launch'))).toBe(true);
  });

  it('keeps every purse equal to the sum of its ledger lines, in whole k$, never below zero', () => {
    for (const state of states) {
      const sums = balances(state.ledger);
      for (const seat of seats) {
        const { creditsK } = state.seats[seat]!;
        expect(creditsK, seat).toBe(sums[seat] ?? 0);
        expect(creditsK, seat).toBeGreaterThanOrEqual(0);
      }
      expect(state.fund.balanceK).toBe(sums.fund ?? 0);
      for (const line of state.ledger) expect(Number.isInteger(line.amountK) && line.amountK > 0).toBe(true);
    }
  });

  it('balances every turn over all accounts', () => {
    const accounts = [...seats, 'fund', 'market', 'treasury'];
    for (const { after } of turns) {
      const { ledger, clock } = after.state;
      for (let turn = 0; turn <= clock.turn; turn++) {
        const lines = ledger.filter((line) => line.turn === turn);
        for (const line of lines) {
          expect(accounts).toContain(line.from);
          expect(accounts).toContain(line.to);
        }
        const sums = balances(lines);
        expect(accounts.reduce((sum, account) => sum + (sums[account] ?? 0), 0)).toBe(0);
      }
    }
  });

  it('says what a seat has paid to the fund as its lines say', () => {
    for (const state of states)
      for (const seat of seats) {
        const lines = state.ledger.filter(
          (l) => (l.from === seat && l.to === 'fund') || l.cause === 'ledger.fund-returned',
        );
        const paid = lines.reduce((sum, l) => sum + (l.from === seat ? l.amountK : l.to === seat ? -l.amountK : 0), 0);
        expect(state.seats[seat]!.paidToFundK).toBe(paid);
      }
  });

  it('lets no mass appear but what is flown', () => {
    for (const { before, after } of turns) {
      const flown = flownKg(before.sky, after);
      expect(massKg(after.sky)).toBeLessThanOrEqual((massKg(before.sky) + flown) * (1 + 1e-6));
    }
  });

  it('makes no cloud heavier than what broke', () => {
    let clouds = 0;
    for (const { before, after } of turns)
      for (const fact of after.state.facts) {
        if (fact.turn !== after.state.turnsDone.length || fact.kind !== 'destructive-intercept') continue;
        const row = indexOf(before.sky, fact.target);
        const brokenKg =
          (row < 0 ? scenario.strike.lowMassKg : before.sky.massKg[row]!) + scenario.strike.interceptorKg;
        expect(massKg(after.sky, (i) => after.sky.parentId[i] === fact.target)).toBeLessThanOrEqual(brokenKg);
        clouds++;
      }
    expect(clouds).toBeGreaterThan(0);
  });

  it('keeps the counts of the paper and of the people consistent', () => {
    for (const state of states) {
      const inForce = state.instruments.filter((i) => i.status === 'in-force');
      expect(inForce.length).toBeLessThanOrEqual(1);
      for (const text of state.instruments) consistent(text);
      for (const [id, seat] of Object.entries(state.seats)) {
        expect(seat.standing).toBeGreaterThanOrEqual(0);
        expect(seat.standing).toBeLessThanOrEqual(100);
        expect(seat.approval).toBeGreaterThanOrEqual(0);
        expect(seat.approval).toBeLessThanOrEqual(100);
        expect([...seat.weights].sort()).toEqual(
          [...scenario.seats.find((s) => s.id === id)!.objectives.map((o) => o.weight)].sort(),
        );
        for (const job of JOBS) {
          const holder = seat.jobs[job];
          if (holder !== null) expect(state.delegates[holder]?.seat, `${job} of ${id}`).toBe(id);
        }
        expect(seat.counters.length).toBe(state.turnsDone.length);
      }
      expect(new Set(state.orders.map((o) => o.id)).size).toBe(state.orders.length);
      expect(new Set(state.offers.map((o) => o.id)).size).toBe(state.offers.length);
      expect(new Set(state.facts.map((f) => f.id)).size).toBe(state.facts.length);
      expect(new Set(state.evidence.map((e) => e.id)).size).toBe(state.evidence.length);
      expect(new Set(state.incidents.map((i) => i.id)).size).toBe(state.incidents.length);
    }
  });
});

function consistent(text: Instrument): void {
  const parties = text.signatures.map((s) => s.seat);
  expect(new Set(parties).size).toBe(parties.length);
  for (const seat of parties) {
    expect(seats).toContain(seat);
    expect(text.pledges[seat], `${seat} has signed and pledges again`).toBeUndefined();
  }
  const { status, inForceSince } = text;
  if (['in-force', 'replaced'].includes(status)) expect(inForceSince, status).not.toBeNull();
  if (['tabled', 'blocked', 'moved', 'withdrawn', 'adopted'].includes(status)) expect(inForceSince, status).toBeNull();
}

const massKg = (sky: Population, counts = (_row: number): boolean => true): number => {
  let sum = 0;
  for (let i = 0; i < sky.count; i++) if (counts(i)) sum += sky.weight[i]! * sky.massKg[i]!;
  return sum;
};

/**
 * Mass that came up in a turn: new objects that are no fragments, the interceptors, and the low targets they were flown
 * against.
 */
function flownKg(before: Population, { state, sky }: Game): number {
  const { interceptorKg, lowMassKg } = scenario.strike;
  let sum = 0;
  for (let i = 0; i < sky.count; i++)
    if (sky.breakupId[i] === 0 && indexOf(before, sky.id[i]!) < 0) sum += sky.weight[i]! * sky.massKg[i]!;
  for (const fact of state.facts)
    if (fact.turn === state.turnsDone.length && fact.kind === 'destructive-intercept')
      sum += interceptorKg + (fact.target >= FIRST_CAUSAL_ID ? lowMassKg : 0);
  return sum;
}
