import { describe, expect, it } from 'vitest';
import { folded } from '../../shared/game/commands/machine.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { balances, burnCostK, closeYear, transfer } from '../../shared/game/money.ts';
import type { Game } from '../../shared/game/state.ts';
import { resolveTurn } from '../../shared/game/turn/resolve.ts';
import { shellCountsBy } from '../../shared/orbits/table/altitudes.ts';
import { causalId } from '../../shared/orbits/table/chance.ts';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import { ACTIVE, DEBRIS, type Population } from '../../shared/orbits/table/population.ts';
import { encode } from '../../shared/orbits/table/population-codec.ts';
import { orders } from '../../shared/orders/index.ts';
import { K_PER_CREDIT } from '../../shared/vocabulary/index.ts';
import { firstTalk, launchOrder, ordered, sealed, strikeOrder, yearLater } from './table.ts';

const busy = (seed = 'busy'): Game => {
  let game = firstTalk(seed);
  game = ordered(game, 'OP', 'p1', launchOrder(480, 2));
  game = ordered(game, 'US', 'p1', { kind: 'share-data', month: 1, to: ['IN'], masked: false });
  game = ordered(game, 'RU', 'p1', { kind: 'dispose', month: 3, count: 2 });
  game = ordered(game, 'EU', 'p1', { kind: 'manoeuvre', month: 1 });
  return ordered(game, 'IN', 'security', strikeOrder('low'));
};

const without = (game: Game, seat: string): Game => ({
  ...game,
  state: { ...game.state, seats: { ...game.state.seats, [seat]: { ...game.state.seats[seat]!, drafts: {} } } },
});

/** Ids of a sky with what is told of them, as lines. */
const lines = (sky: Population): Map<number, string> =>
  new Map(Array.from(sky.id, (id, i) => [id, `${sky.semiMajorAxisKm[i]} ${sky.eccentricity[i]} ${sky.flags[i]}`]));

describe('resolveTurn', () => {
  it('changes nothing of the game it is given', () => {
    const game = sealed(busy());
    const before = [stateHash(game.state), contentHash(encode(game.sky))];
    resolveTurn(game);
    expect([stateHash(game.state), contentHash(encode(game.sky))]).toEqual(before);
  });

  it('gives the same outcome and sky for the same game', () => {
    const game = sealed(busy());
    const [a, b] = [resolveTurn(game), resolveTurn(game)];
    expect(a.outcome).toEqual(b.outcome);
    expect(contentHash(encode(a.sky))).toBe(contentHash(encode(b.sky)));
    expect(a.outcome.skyHash).toBe(contentHash(encode(a.sky)));
  });

  it('bears what was launched, what was left and what was broken in the month of the order, counted from the start', () => {
    for (const month of [1, 12]) {
      let game = ordered(firstTalk('months'), 'CN', 'p1', launchOrder(1160, 1, month));
      game = ordered(game, 'CN', 'security', strikeOrder('high', month));
      const { outcome, sky } = resolveTurn(sealed(game));
      const born = new Map(Array.from(sky.id, (id, i) => [id, sky.birthMonth[i]!]));
      const struck = outcome.facts.find((fact) => fact.kind === 'destructive-intercept')!;
      const cloud = Array.from(sky.breakupId, (id, i) => (id === causalId('strike', struck.target) ? i : -1));
      const pieces = new Set(cloud.filter((i) => i >= 0).map((i) => sky.birthMonth[i]!));
      const of = (kind: string) =>
        outcome.facts.flatMap((fact) =>
          fact.kind !== kind ? [] : 'objects' in fact ? fact.objects : 'object' in fact ? [fact.object] : [],
        );
      expect([...pieces]).toEqual([month - 1]);
      for (const kind of ['launch', 'rocket-body-left']) {
        const months = of(kind).flatMap((id) => born.get(id as number) ?? []);
        expect(new Set(months), kind).toEqual(new Set([month - 1]));
      }
    }
  });

  it('lets one disposal in ten fail', () => {
    let tried = 0;
    let failed = 0;
    for (let n = 0; n < 4; n++) {
      let game = firstTalk(`disposals ${n}`);
      for (const seat of ['US', 'CN', 'RU']) game = ordered(game, seat, 'p1', { kind: 'dispose', month: 1, count: 3 });
      for (const fact of resolveTurn(sealed(game)).outcome.facts)
        if (fact.kind === 'disposal') {
          tried += fact.objects.length + fact.failed.length;
          failed += fact.failed.length;
        }
    }
    expect(tried).toBe(36);
    // Three times the standard deviation of what one in ten would be, from these seeds.
    expect(Math.abs(failed / tried - 0.1)).toBeLessThan(3 * Math.sqrt((0.1 * 0.9) / tried));
    expect(failed).toBeGreaterThan(0);
  });

  it('gives another year for another seed', () => {
    const one = resolveTurn(sealed(busy('one'))).outcome;
    const two = resolveTurn(sealed(busy('two'))).outcome;
    expect(one.skyHash).not.toBe(two.skyHash);
  });

  it('survives the way through the log as JSON', () => {
    const { outcome } = resolveTurn(sealed(busy()));
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('with one strike left out, all that does not come from it is the same', () => {
    const game = sealed(busy());
    const withIt = resolveTurn(game);
    const withoutIt = resolveTurn(sealed(without(busy(), 'IN')));
    const strike = (id: string | null): boolean => id?.startsWith('t1.IN') ?? false;
    const others = (o: typeof withIt.outcome) =>
      o.facts.filter(
        (f) => !strike(f.order) && f.kind !== 'crew-shelter' && f.kind !== 'reentries' && f.kind !== 'collision',
      );
    expect(others(withIt.outcome)).toEqual(others(withoutIt.outcome));
    // Nothing of the strike is in the other sky, and what both have moves alike but for bodies that a piece hit.
    const pieces = new Set(withIt.outcome.facts.flatMap((f) => (f.kind === 'destructive-intercept' ? [f.target] : [])));
    const there = lines(withIt.sky);
    const here = lines(withoutIt.sky);
    const fromStrike = Array.from(withIt.sky.id).filter((_, i) => pieces.has(withIt.sky.parentId[i]!));
    for (const id of fromStrike) expect(here.has(id)).toBe(false);
    const differing = [...here].filter(([id, line]) => there.get(id) !== line).length;
    expect(differing).toBeLessThan(here.size / 100);
  });

  it('carries out a step by kind and not by seat, the same way round for both orders of seats', () => {
    const kinds = Object.keys(orders);
    expect(kinds.indexOf('fund')).toBeLessThan(kinds.indexOf('launch'));
    let game = firstTalk('sequence');
    game = ordered(game, 'CN', 'p1', launchOrder(500, 1, 2));
    game = ordered(game, 'OP', 'p1', launchOrder(480, 1, 2));
    const facts = resolveTurn(sealed(game)).outcome.facts.filter((f) => f.kind === 'launch');
    const turned = {
      ...game,
      state: { ...game.state, seats: Object.fromEntries(Object.entries(game.state.seats).reverse()) },
    };
    const again = resolveTurn(sealed(turned)).outcome.facts.filter((f) => f.kind === 'launch');
    expect(again.map((f) => f.id)).toEqual(facts.map((f) => f.id));
  });

  it('gives no seat precedence within a step: who launches first is drawn', () => {
    const first = (seed: string): string | null => {
      let game = firstTalk(seed);
      for (const [seat, altitudeKm] of [
        ['CN', 500],
        ['OP', 480],
      ] as const)
        game = ordered(game, seat, 'p1', launchOrder(altitudeKm, 1, 2));
      return resolveTurn(sealed(game)).outcome.facts.find((f) => f.kind === 'launch')!.actor;
    };
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(first))).toEqual(new Set(['CN', 'OP']));
  });

  it('tells a seat privately why an order that no longer holds was not carried out', () => {
    const game = ordered(firstTalk('held'), 'IN', 'p1', launchOrder(530, 1));
    const poor = {
      ...game,
      state: { ...game.state, seats: { ...game.state.seats, IN: { ...game.state.seats.IN!, creditsK: 0 } } },
    };
    const { outcome } = resolveTurn(sealed(poor));
    expect(outcome.orders).toEqual([]);
    expect(outcome.news.find((n) => n.words.key === 'news.order-held')).toMatchObject({
      to: ['IN'],
      words: { params: { why: { key: 'refusal.not-enough-money' } } },
    });
  });

  it('names orders by turn, seat and slot, and facts by their order', () => {
    const { outcome } = resolveTurn(sealed(busy()));
    expect(outcome.orders.map((o) => o.id).sort()).toEqual([
      't1.EU.p1',
      't1.IN.security',
      't1.OP.p1',
      't1.RU.p1',
      't1.US.p1',
    ]);
    expect(new Set(outcome.facts.map((f) => f.id)).size).toBe(outcome.facts.length);
    for (const fact of outcome.facts) if (fact.order) expect(fact.id.startsWith(fact.order)).toBe(true);
    expect(new Set(outcome.news.map((n) => n.id)).size).toBe(outcome.news.length);
  });

  it('keeps fleets as large as they are while satellites retire, and adds what is launched', () => {
    const fleet = (game: Game): number => game.state.seats.OP!.fleetByShell.reduce((a, b) => a + b, 0);
    const start = firstTalk('fleet');
    const quiet = yearLater(start);
    expect(Math.abs(fleet(quiet) / fleet(start) - 1)).toBeLessThan(0.03);
    const grown = yearLater(ordered(start, 'OP', 'p1', launchOrder(480, 2)));
    expect(fleet(grown) - fleet(quiet)).toBeCloseTo(160, 0);
  });

  it('charges fleets for the burns that a cloud brings, and nobody for a campaign that is paid', () => {
    const start = firstTalk('burns');
    const struck = ordered(start, 'RU', 'security', strikeOrder('high', 1));
    const after = yearLater(ordered(struck, 'EU', 'p1', { kind: 'manoeuvre', month: 1 }));
    const cost = (game: Game, seat: string): number => game.state.seats[seat]!.counters.at(-1)!.burnCostK;
    // A cloud at 840 km is felt most by those who fly there; a fleet at 500 km hardly meets it.
    expect(cost(after, 'CN')).toBeGreaterThan(0);
    expect(cost(after, 'CN')).toBeGreaterThan(cost(after, 'OP'));
    expect(cost(after, 'EU')).toBe(0);
    const paid = after.state.ledger.filter((line) => line.cause === 'ledger.burns');
    for (const { from, amountK } of paid) expect([from, amountK]).toEqual([from, cost(after, from)]);
    expect(paid.map((line) => line.from)).toContain('CN');
    // The next year's fleets still fly through it.
    expect(cost(yearLater(after), 'CN')).toBeGreaterThan(0);
  });

  it('counts as pieces in its shells all debris that a seat can read off the shells there', () => {
    const game = yearLater(firstTalk('pieces', { whole: true }));
    const debris = shellCountsBy(game.sky, 1, (row) => (game.sky.kind[row] === DEBRIS ? 0 : -1));
    for (const seat of Object.values(game.state.seats)) {
      const all = seat.fleetByShell.reduce((a, b) => a + b, 0);
      const own = debris.filter((_, shell) => seat.fleetByShell[shell]! > 0 && seat.fleetByShell[shell]! >= all / 50);
      expect(Math.abs(seat.counters[0]!.piecesUp - own.reduce((a, b) => a + b, 0))).toBeLessThan(3);
    }
  });

  it('counts what re-entered with its weight: at least all derelicts that are gone', () => {
    const start = firstTalk('weights');
    const after = yearLater(start);
    const there = new Set(after.sky.id);
    let goneWeight = 0;
    for (let row = 0; row < start.sky.count; row++)
      if (!there.has(start.sky.id[row]!) && (start.sky.flags[row]! & ACTIVE) === 0)
        goneWeight += start.sky.weight[row]!;
    const { reentered } = after.state.turnsDone[0]!;
    expect(goneWeight).toBeGreaterThan(100);
    expect(reentered).toBeGreaterThanOrEqual(goneWeight);
    const facts = after.state.facts.flatMap((fact) => (fact.kind === 'reentries' ? [fact.count] : []));
    expect(facts.reduce((a, b) => a + b, 0)).toBe(reentered);
  });

  it('breaks the prepared stage into the pieces that everybody was told of', () => {
    const { state } = yearLater(yearLater(firstTalk('told', { whole: true })));
    const told = state.facts.flatMap((f) => (f.turn === 2 && f.month === 1 && 'tracked' in f ? [f] : []));
    expect(told.filter((f) => f.incident === 'i.old-stage')).toHaveLength(1);
    expect(state.turnsDone[1]!.byMonth[0]!.fragments).toBe(told.reduce((sum, f) => sum + f.tracked, 0));
  });

  it('leaves nothing of the missile in orbit after a strike', () => {
    const { state, sky } = yearLater(
      ordered(firstTalk('missile', { whole: true }), 'RU', 'security', strikeOrder('high')),
    );
    const struck = state.facts.find((fact) => fact.kind === 'destructive-intercept')!;
    const cloud = Array.from(sky.parentId).filter((_, row) => sky.breakupId[row] === causalId('strike', struck.target));
    expect(cloud.length).toBeGreaterThan(1000);
    expect(new Set(cloud)).toEqual(new Set([struck.target]));
  });

  it('counts for each seat passes, burns, pieces, one entry a turn', () => {
    const game = yearLater(yearLater(firstTalk('counters')));
    for (const seat of Object.values(game.state.seats)) {
      expect(seat.counters).toHaveLength(2);
      for (const counters of seat.counters) {
        expect(counters.closePassesPerSatYear).toBeGreaterThan(0);
        expect(counters.piecesUp).toBeGreaterThan(0);
        expect(Number.isInteger(counters.burns)).toBe(true);
      }
    }
  });

  it('balances its books: what seats have is what their lines say, year after year', () => {
    let game = busy('books');
    for (let turn = 1; turn <= 3; turn++) {
      game = yearLater(game);
      const sums = balances(game.state.ledger);
      expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(0);
      for (const [id, seat] of Object.entries(game.state.seats)) expect(sums[id]).toBe(seat.creditsK);
    }
  });

  it('leaves results only after the last turn', () => {
    let game = firstTalk('last');
    for (let turn = 1; turn < 4; turn++) {
      game = yearLater(game);
      expect(game.state.results).toBeNull();
    }
    const end = sealed(game);
    const { outcome } = resolveTurn(end);
    expect(outcome.results?.seats.map((s) => s.seat)).toEqual(['US', 'CN', 'RU', 'IN', 'EU', 'OP']);
    expect(folded(end, outcome).state.ledger.filter((l) => l.turn === 4 && l.cause === 'ledger.income')).toEqual([]);
  });
});

describe('money', () => {
  it('charges a credit for a tenth more passes, in proportion to a tenth of a credit, at most the maximum', () => {
    const rule = { creditsPer10Percent: 1, maxCredits: 2 };
    const credits = (now: number, without: number): number => burnCostK(now, without, rule) / K_PER_CREDIT;
    expect([
      credits(10, 10),
      credits(10.9, 10),
      credits(11, 10),
      credits(12.5, 10),
      credits(40, 10),
      credits(5, 10),
      credits(5, 0),
    ]).toEqual([0, 0.9, 1, 2, 2, 0, 0]);
  });

  it('refuses to move fractions or negative amounts', () => {
    const books = { turn: 1, purses: { A: 10 }, lines: [] };
    expect(() => transfer(books, 'A', 'market', 0.5, 'x')).toThrow();
    expect(() => transfer(books, 'A', 'market', -1, 'x')).toThrow();
  });

  it('takes back what is beyond the carry-over and pays the income', () => {
    const books = { turn: 1, purses: { A: 10 }, lines: [] };
    closeYear(books, 'A', 3, 5);
    expect(books.purses.A).toBe(8);
  });
});
