/** The bars a scenario's payoff tables must clear, measured over all its packages with the code that scores games. */
import { articlesOf, demandsOf } from '../../clauses/articles.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import { type SeatId, STRIKE_BANDS, type StrikeBand } from '../../vocabulary/index.ts';
import { outcomeOfDeal, type ScoredDeal, scoresOf } from './deal.ts';
import { type DealBook, dealBook, everyDeal } from './deals.ts';
import { noDeal, type PackageOutcome, withStrike } from './package.ts';

export type Bar = { readonly bar: string; readonly wanted: string; readonly measured: string; readonly met: boolean };

const EPSILON = 1e-9;
const round = (x: number): string => x.toFixed(2);
const total = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0);

/** What one strike changes: own score, and the sum over all seats. A strike that a text in force forbids is a proved breach. */
type StrikeEffect = { readonly seat: SeatId; readonly band: StrikeBand; readonly own: number; readonly sum: number };

function strikeEffects(scenario: Scenario, outcome: PackageOutcome): StrikeEffect[] {
  const base = scoresOf(scenario, outcome);
  return scenario.seats.flatMap((spec, i) =>
    spec.strike
      ? STRIKE_BANDS.map((band) => {
          const own = scoresOf(scenario, withStrike(scenario, outcome, spec.id, band));
          return { seat: spec.id, band, own: own[i]! - base[i]!, sum: total(own) - total(base) };
        })
      : [],
  );
}

const temptedBy = (effects: readonly StrikeEffect[]): SeatId[] => [
  ...new Set(effects.filter((e) => e.own > EPSILON).map((e) => e.seat)),
];

/** Every bar with what was measured. `deals`: about 10^5; takes seconds. */
export function enumerationTable(scenario: Scenario): Bar[] {
  const book = dealBook(scenario);
  const free = strikeEffects(scenario, noDeal(scenario));
  const under = book.allGain.map((deal) => ({ deal, effects: strikeEffects(scenario, outcomeOfDeal(scenario, deal)) }));
  return [
    noDealBar(scenario, book),
    shareBar(book),
    rivalBar(scenario, book),
    temptationBar(free),
    ...bridgeBars(scenario, under),
    sumBar([free, ...under.map((u) => u.effects)]),
  ];
}

function noDealBar(scenario: Scenario, book: DealBook): Bar {
  return {
    bar: 'own score of each seat without a deal',
    wanted: '28-75',
    measured: scenario.seats.map((seat, i) => `${seat.id} ${round(book.none[i]!)}`).join(', '),
    met: book.none.every((u) => u >= 28 && u <= 75),
  };
}

function shareBar(book: DealBook): Bar {
  const percent = (100 * book.allGain.length) / book.count;
  return {
    bar: 'packages that leave every seat strictly better than no deal',
    wanted: '1-5 %',
    measured: `${book.allGain.length} of ${book.count}, ${round(percent)} %`,
    met: percent >= 1 && percent <= 5,
  };
}

/**
 * A minority deal enters into force with as few parties as can be and leaves each of them better. Two are rivals where each
 * shuts out a seat of the other that can strike.
 */
function rivalBar(scenario: Scenario, book: DealBook): Bar {
  const ids = scenario.seats.map((seat) => seat.id);
  const strikers = new Set(scenario.seats.filter((seat) => seat.strike).map((seat) => seat.id));
  const coalitions = new Map<string, readonly SeatId[]>();
  for (const { parties, own } of everyDeal(scenario)) {
    if (parties.length > scenario.paper.inForceAt || coalitions.has(parties.join(' '))) continue;
    const better = parties.every((seat) => own[ids.indexOf(seat)]! > book.none[ids.indexOf(seat)]! + EPSILON);
    if (better) coalitions.set(parties.join(' '), parties);
  }
  const shutsOut = (a: readonly SeatId[], b: readonly SeatId[]): boolean =>
    b.some((seat) => strikers.has(seat) && !a.includes(seat));
  const list = [...coalitions.values()];
  const rivals = list.filter((a) => list.some((b) => shutsOut(a, b) && shutsOut(b, a)));
  return {
    bar: 'rival minority deals that leave their own members better',
    wanted: 'at least 2',
    measured: `${rivals.length}: ${rivals.map((parties) => parties.join('+')).join(', ')}`,
    met: rivals.length >= 2,
  };
}

function temptationBar(free: readonly StrikeEffect[]): Bar {
  const tempted = temptedBy(free);
  return {
    bar: 'seats that a strike pays without a deal',
    wanted: 'at least 3',
    measured: `${tempted.length}: ${free.map((e) => `${e.seat} ${e.band} ${round(e.own)}`).join(', ')}`,
    met: tempted.length >= 3,
  };
}

/**
 * A bridge deal leaves everybody better, binds every seat that can strike and forbids tests at any altitude. The tempted
 * seat is the one that a strike pays most without a deal.
 */
function bridgeBars(
  scenario: Scenario,
  under: readonly { readonly deal: ScoredDeal; readonly effects: readonly StrikeEffect[] }[],
): Bar[] {
  const strikers = scenario.seats.filter((seat) => seat.strike).map((seat) => seat.id);
  const bridges = under.filter(
    ({ deal }) =>
      demandsOf(articlesOf(deal.deal)).noDebrisAboveKm === 0 &&
      strikers.every((seat) => deal.deal.parties.includes(seat)),
  );
  const most = [...strikeEffects(scenario, noDeal(scenario))].sort((a, b) => b.own - a.own)[0]!.seat;
  const held = bridges.filter(({ deal }) => deal.deal.lead === most);
  const others = bridges.filter(({ deal }) => deal.deal.lead !== most);
  const worst = (list: typeof bridges): number => Math.max(0, ...list.map((b) => temptedBy(b.effects).length));
  const pays = (list: typeof bridges): number =>
    Math.max(...list.flatMap((b) => b.effects.filter((e) => e.seat === most).map((e) => e.own)));
  return [
    {
      bar: 'seats that a strike still pays after a bridge deal, the pen with the tempted seat',
      wanted: 'at most 1',
      measured: `${worst(held)} in the worst of ${held.length}`,
      met: held.length > 0 && worst(held) <= 1,
    },
    {
      bar: `what a strike pays ${most} after a bridge deal: pen with others, pen with ${most}`,
      wanted: 'above 0, then not above 0',
      measured: `${round(pays(others))}, ${round(pays(held))}; seats tempted ${worst(others)}, ${worst(held)}`,
      met: pays(others) > EPSILON && pays(held) <= EPSILON,
    },
  ];
}

function sumBar(all: readonly (readonly StrikeEffect[])[]): Bar {
  const best = Math.max(...all.flat().map((e) => e.sum));
  return {
    bar: "most that a first strike adds to the table's sum, without a deal and under every deal that leaves all better",
    wanted: 'below 0',
    measured: round(best),
    met: best < 0,
  };
}
