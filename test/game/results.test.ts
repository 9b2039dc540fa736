/** Results of whole games on the real sky: orbit health, marks, what each strike cost. */

import { beforeAll, describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Instrument } from '../../shared/forums/instrument.ts';
import { newGame } from '../../shared/game/new-game.ts';
import { bestAllGain, dealBook, frontier } from '../../shared/game/score/deals.ts';
import { outcomeOf } from '../../shared/game/score/package.ts';
import { finalResults } from '../../shared/game/score/results.ts';
import { higherForSome, losersOf, placeOf, yearsMean } from '../../shared/game/score/results-shape.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { applyBreakUps } from '../../shared/orbits/motion/evolve.ts';
import { causalId, keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { indexOf, rowAt } from '../../shared/orbits/table/population.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { K_PER_CREDIT, type SeatId } from '../../shared/vocabulary/index.ts';
import { readSkyOf2025, rowsOf2025 } from '../orbits/skies.ts';
import { readFirstTest } from './first-test.ts';

const scenario = readFirstTest();
const SEED = '0123456789abcdef0123456789abcdef';
let quiet: Game;

/** A game after its last turn in which nothing was signed and nobody struck. */
function quietGame(scenario: Scenario): Game {
  const game = newGame(scenario, SEED, readSkyOf2025(rowsOf2025()).sky);
  const turnsDone = [1, 2, 3, 4].map((turn) => ({
    turn,
    skyHash: '',
    launched: 0,
    reentered: 0,
    trackedPublic: 0,
    newPieces: { up: 0, in25Years: 0 },
    byMonth: [],
  }));
  const seats = Object.fromEntries(
    scenario.seats.map((spec) => [spec.id, { ...game.state.seats[spec.id]!, batches: spec.batchesWanted }]),
  );
  return { ...game, state: { ...game.state, turnsDone, seats } };
}
beforeAll(() => {
  quiet = quietGame(scenario);
});

/** The same game with one more strike: the real break-up, and what the state records of it. */
function struck(game: Game, seat: SeatId, band: 'mid' | 'high', turn: number): Game {
  const spec = scenario.seats.find((s) => s.id === seat)!;
  const target = spec.targets![band];
  const order = `t${turn}.${seat}.security`;
  const breakupId = causalId('strike', target);
  const projectile = { massKg: scenario.strike.interceptorKg, speedKms: 7.5 };
  const breakUp = {
    kind: 'collision',
    breakupId,
    target: rowAt(game.sky, indexOf(game.sky, target)),
    projectile,
    month: 0,
  } as const;
  const sky = applyBreakUps(game.sky, [breakUp], narrow(keyOf(SEED), 'order', order), PLAY_TUNING, []);
  const before = game.state.seats[seat]!;
  const fact = {
    id: order,
    turn,
    month: 6,
    actor: seat,
    order,
    kind: 'destructive-intercept',
    band,
    altitudeKm: 800,
    target,
    incident: `i.${order}`,
    tracked: sky.count - game.sky.count,
  } as const;
  const after = {
    ...before,
    strikes: { ...before.strikes, [band]: before.strikes[band] + 1 },
    demonstration: before.demonstration ?? { turn, band },
  };
  const state: State = {
    ...game.state,
    facts: [...game.state.facts, fact],
    seats: { ...game.state.seats, [seat]: after },
  };
  return { sky, state };
}

/** The same game with a text in force. */
function signed(game: Game, values: Package, parties: readonly SeatId[], shares: Record<SeatId, number> = {}): Game {
  const instrument: Instrument = {
    id: 'i1',
    number: 1,
    tabledBy: values.lead,
    tabledTurn: 4,
    values,
    status: 'in-force',
    penUsed: null,
    pledges: {},
    blocks: {},
    objections: [],
    signatures: parties.map((seat) => ({ seat, turn: 4 })),
    notices: {},
    inForceSince: 4,
  };
  const seats = Object.fromEntries(
    Object.entries(game.state.seats).map(([id, seat]) => [
      id,
      { ...seat, paidToFundK: (shares[id] ?? 0) * K_PER_CREDIT },
    ]),
  );
  const met = Object.keys(shares).length > 0;
  const contracts = scenario.fund.contractors.map(({ seat, credits }) => ({
    turn: 4,
    from: 'fund',
    to: seat,
    amountK: credits * K_PER_CREDIT,
    cause: 'ledger.contract',
  }));
  const ledger = met ? [...game.state.ledger, ...contracts] : game.state.ledger;
  const fund = { ...game.state.fund, met };
  return { ...game, state: { ...game.state, seats, instruments: [instrument], fund, ledger } };
}

const resultsOf = (game: Game) => finalResults(game, game.sky);
const best = () => bestAllGain(dealBook(scenario))!;

describe('a game without deal or strike', () => {
  test('gains nothing, leaves points on the table, and its sky is far from good', () => {
    const results = resultsOf(quiet);
    for (const seat of results.seats) expect(seat.gain).toBeCloseTo(0, 9);
    expect(results.leftOnTable.points).toBeGreaterThan(5);
    expect(results.leftOnTable.deal!.parties.length).toBeGreaterThanOrEqual(4);
    for (const { seat, own } of results.leftOnTable.terms)
      expect(own - results.seats.find((r) => r.seat === seat)!.own, seat).toBeGreaterThanOrEqual(
        results.leftOnTable.points - 1e-9,
      );
    expect(results.jointGainUsed).toBeCloseTo(0, 9);
    expect(results.nash).toBe(0);
    expect(results.strikeCosts).toEqual([]);
    expect(results.health.j).toBeLessThan(30);
    const [played, nothing, bestLine] = results.epilogue;
    expect(played!.p50).toEqual(nothing!.p50);
    expect(played!.p50).toHaveLength(scenario.epilogueYears + 1);
    expect(bestLine!.p50.at(-1)!).toBeLessThan(played!.p50.at(-1)!);
    expect(bestLine!.tracked.at(-1)!).toBeLessThan(played!.tracked.at(-1)!);
  });

  test('the mean of the next years leaves out the year before them', () => {
    expect(yearsMean([9, 1, 3])).toBe(2);
  });

  test('the same state gives the same results', () => {
    expect(resultsOf(quiet)).toEqual(resultsOf(quiet));
  });
});

describe('a game that ends with the best all-gain package', () => {
  test('uses all the joint gain and has the reference sky', () => {
    const { deal, shares } = best();
    const results = resultsOf(signed(quiet, deal, deal.parties, shares));
    expect(results.leftOnTable.points).toBe(0);
    expect(results.jointGainUsed).toBeCloseTo(1, 9);
    expect(results.balance).toBeGreaterThan(0);
    expect(results.nash).toBeGreaterThanOrEqual(results.balance);
    // The three stages the fund takes away are still in this sky: that is all that is missing.
    expect(results.health.j).toBeGreaterThan(99);
    for (const seat of results.seats) expect(seat.marks).toEqual(expect.arrayContaining(['bridge', 'steward']));
    expect(results.seats.filter((s) => s.marks.includes('mandate')).map((s) => s.seat)).toEqual([
      'RU',
      'IN',
      'EU',
      'OP',
    ]);
  });
});

describe('the lesson', () => {
  const lesson = builtInScenarios().get('tutorial')!;

  test('no points are left beside a deal higher on both axes where somebody would have less there: the chart says who', () => {
    const start = quietGame(lesson);
    const book = dealBook(lesson);
    const [highest] = frontier(book);
    const lower = book.best.filter(({ own }) => own !== highest!.own);
    expect(lower.length).toBeGreaterThan(0);
    for (const { deal } of lower) {
      const results = resultsOf(signed(start, deal, deal.parties));
      expect(results.leftOnTable.points).toBe(0);
      const [point, ...more] = higherForSome(results.frontier, placeOf(results.seats));
      expect(more).toEqual([]);
      expect(point).toMatchObject({ min: highest!.min, sum: highest!.sum });
      const less = results.seats.filter(({ own }, i) => highest!.own[i]! < own).map(({ seat }) => seat);
      expect(less.length).toBeGreaterThan(0);
      expect(point!.losers).toEqual(less);
      expect(losersOf([point!])).toEqual(less);
    }
  });

  test('at the best deal, and where points are left for all, no deal on the chart needs a word', () => {
    const start = quietGame(lesson);
    const { deal } = bestAllGain(dealBook(lesson))!;
    for (const game of [start, signed(start, deal, deal.parties)]) {
      const { frontier: line, seats } = resultsOf(game);
      expect(line.map(({ losers }) => losers)).toEqual([[]]);
      expect(higherForSome(line, placeOf(seats))).toEqual([]);
    }
  });
});

describe('strikes', () => {
  test('adding a strike never raises orbit health beyond draw noise, paired', () => {
    const { deal } = best();
    const pairs: [SeatId, 'mid' | 'high'][] = [
      ['US', 'high'],
      ['CN', 'high'],
      ['RU', 'high'],
      ['IN', 'high'],
      ['RU', 'mid'],
    ];
    for (const base of [quiet, signed(quiet, deal, deal.parties), struck(quiet, 'US', 'high', 1)])
      for (const [seat, band] of pairs) {
        if (base.state.seats[seat]!.strikes[band] > 0) continue;
        const without = resultsOf(base).health.j;
        const withIt = resultsOf(struck(base, seat, band, 3)).health.j;
        expect(withIt, `${seat} ${band}`).toBeLessThanOrEqual(without + 1);
      }
  });

  test('four high strikes under the best text cost health; without a text almost nothing is left', () => {
    const { deal } = best();
    let four = quiet;
    for (const [n, seat] of ['US', 'CN', 'RU', 'IN'].entries()) four = struck(four, seat, 'high', (n % 3) + 1);
    const bound = resultsOf(signed(four, deal, deal.parties)).health;
    expect(bound.j).toBeLessThan(resultsOf(signed(quiet, deal, deal.parties)).health.j - 2);
    const none = resultsOf(four).health;
    expect(none.j).toBeLessThan(20);
    expect(none.low).toBeLessThanOrEqual(none.j);
    expect(none.high).toBeGreaterThanOrEqual(none.j);
  });

  test('a text without the tempted seat, which tests high, ends in between', () => {
    const { deal } = best();
    for (const parties of [
      ['US', 'CN', 'IN', 'EU'],
      ['US', 'IN', 'EU', 'OP'],
    ]) {
      const results = resultsOf(struck(signed(quiet, { ...deal, N17: 'members' }, parties), 'RU', 'high', 3));
      expect(results.health.j).toBeGreaterThan(25);
      expect(results.health.j).toBeLessThan(85);
      expect(results.leftOnTable.points).toBeGreaterThan(5);
    }
  });

  test('neither the ban nor the clean-up rule alone makes the sky of both', () => {
    const { deal } = best();
    const health = (values: Package) => resultsOf(signed(quiet, values, deal.parties)).health.j;
    for (const part of [health({ ...deal, N06: null }), health({ ...deal, N01: null, N17: null })]) {
      expect(part).toBeGreaterThan(30);
      expect(part).toBeLessThan(80);
    }
    expect(health({ ...deal, N17: null })).toBeLessThan(health(deal));
  });

  test('each strike names what it gave its maker and what it cost the others', () => {
    const results = resultsOf(struck(struck(quiet, 'RU', 'high', 3), 'IN', 'mid', 2));
    expect(results.strikeCosts.map((c) => [c.order, c.seat, c.band])).toEqual([
      ['t3.RU.security', 'RU', 'high'],
      ['t2.IN.security', 'IN', 'mid'],
    ]);
    for (const cost of results.strikeCosts) {
      expect(cost.ownGain).toBeGreaterThan(0);
      expect(cost.costToOthers).toBeGreaterThan(cost.ownGain);
    }
  });

  test('who has destroyed anything in orbit is no steward of it, however well the orbits came out', () => {
    const { deal } = best();
    const { seats, health } = resultsOf(struck(signed(quiet, deal, deal.parties), 'IN', 'mid', 2));
    expect(health.j).toBeGreaterThanOrEqual(scenario.health.stewardAt);
    const stewards = seats.filter((s) => s.marks.includes('steward')).map((s) => s.seat);
    expect(stewards).not.toContain('IN');
    expect(stewards).toContain('EU');
  });

  test('a proved breach is taken with the strike that made it', () => {
    const { deal } = best();
    const bound = struck(signed(quiet, deal, deal.parties), 'RU', 'high', 3);
    const finding = {
      id: 'f1',
      turn: 3,
      incident: 'i.t3.RU.security',
      clause: 'N01',
      party: 'RU',
      verdict: 'breach',
      confidence: 0.9,
      cause: 'intercept',
      basis: [],
      overturns: null,
    } as const;
    const seats = { ...bound.state.seats, RU: { ...bound.state.seats.RU!, breaches: 1 } };
    const proved = resultsOf({ ...bound, state: { ...bound.state, seats, findings: [finding] } });
    expect(proved.strikeCosts[0]!.ownGain).toBeCloseTo(resultsOf(bound).strikeCosts[0]!.ownGain - 10, 9);
    expect(proved.seats.find((s) => s.seat === 'RU')!.breach).toBe(10);
  });
});

describe('what a state has come to', () => {
  test('a premium is paid by thirds: in its turn, a turn later, when play is over', () => {
    const { state } = struck(quiet, 'IN', 'high', 3);
    const thirds = (turns: number, over: boolean) =>
      outcomeOf({ ...state, turnsDone: state.turnsDone.slice(0, turns) }, over).seats.IN!.demonstration!.thirds;
    expect([thirds(3, false), thirds(4, false), thirds(4, true)]).toEqual([1, 2, 3]);
  });

  test('what was paid counts only where the fund was met, batches only as far as they were wanted', () => {
    const { deal } = best();
    const paid = signed(quiet, deal, deal.parties, { US: 2, CN: 2, EU: 4 });
    expect(outcomeOf(paid.state).seats.EU!.paid).toBe(4);
    const missed = { ...paid.state, fund: { ...paid.state.fund, met: false } };
    expect(outcomeOf(missed).seats.EU!.paid).toBe(0);
    const many = { ...quiet.state.seats, CN: { ...quiet.state.seats.CN!, batches: 7 } };
    expect(outcomeOf({ ...quiet.state, seats: many }).seats.CN!.batches).toBe(4);
  });

  test('a straight dealer has kept a promise that can be checked and broken none', () => {
    const offer = {
      id: 'o1',
      turn: 1,
      from: 'EU',
      to: 'IN',
      give: [{ kind: 'credits', credits: 1 }],
      get: [{ kind: 'fund', credits: 1, turn: 3 }],
      status: 'accepted',
      kept: { give: [true], get: [false] },
    } as const;
    const { seats } = resultsOf({ ...quiet, state: { ...quiet.state, offers: [offer] } });
    expect(seats.filter((s) => s.marks.includes('straight')).map((s) => s.seat)).toEqual(['EU']);
  });
});
