/**
 * The payoff tables of a scenario as a table of choices that can be searched: one choice for each dial of the menu, for each seat
 * in or out, and for the way the fund is paid. A part of an objective reads the choices that its atoms read, and no other.
 */
import type { Package } from '../../clauses/text.ts';
import type { Grade } from '../../scenarios/objective.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import type { Choice } from './atoms.ts';
import { conductWith, isMet, type ScoredDeal, type Weights } from './deal.ts';
import { reading } from './reading.ts';
import { gradeValue, readsOf } from './scores.ts';
import {
  type ChoiceTable,
  checkTable,
  type Feature,
  type Literal,
  type Payoff,
  type Rule,
  sizeOfFeature,
} from './search/choice-table.ts';

const OUT = 0;
const IN = 1;
const isClauseOn = (dial: string): boolean => dial !== 'lead' && dial !== 'road';

/** n over k. */
const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/** How many packages a scenario's menu makes: texts with a clause, coalitions that can bring one into force with its lead inside. */
export function countOfPackages({ paper, seats, fund }: Scenario): number {
  const clauses = Object.entries(paper.dials).filter(([dial]) => isClauseOn(dial));
  const all = clauses.reduce((n, [, values]) => n * values.length, 1);
  const empty = clauses.every(([, values]) => values.includes(null)) ? 1 : 0;
  let coalitions = 0;
  for (let others = paper.inForceAt - 1; others < seats.length; others++)
    coalitions += choose(seats.length - 1, others);
  return (all - empty) * paper.dials.lead!.length * coalitions * paper.dials.road!.length * (1 + fund.shares.length);
}

/** The table, and what its packages stand for. `dealAt` takes a value for each choice, by index. */
export function tableOfDeals(
  scenario: Scenario,
  weights?: Weights,
): { readonly table: ChoiceTable; readonly dealAt: (at: ArrayLike<number>) => Omit<ScoredDeal, 'own'> } {
  const dials = Object.entries(scenario.paper.dials);
  const ids = scenario.seats.map((seat) => seat.id);
  const funds: readonly ScoredDeal['shares'][] = [{}, ...scenario.fund.shares];
  const firstSeat = dials.length;
  const fundAt = firstSeat + ids.length;
  const sizes = [...dials.map(([, values]) => values.length), ...ids.map(() => 2), funds.length];
  const isIn = (seat: SeatId): Literal => ({ choice: firstSeat + ids.indexOf(seat), values: [IN] });

  const featureOf = (choice: Choice, self: SeatId): Feature => {
    if (choice.kind === 'dial') return { choice: dials.findIndex(([dial]) => dial === choice.dial) };
    if (choice.kind === 'party') return { choice: isIn(choice.seat === 'self' ? self : choice.seat).choice };
    return choice.kind === 'fund' ? { choice: fundAt } : { count: ids.map(isIn) };
  };

  const dealAt = (at: ArrayLike<number>): Omit<ScoredDeal, 'own'> => {
    const text = Object.fromEntries(dials.map(([dial, values], i) => [dial, values[at[i]!]])) as Package;
    const parties = ids.filter((_, i) => at[firstSeat + i] === IN);
    const shares = funds[at[fundAt]!]!;
    return { deal: { ...text, parties, fundMet: isMet(shares) }, shares };
  };

  const payoffOf = (seat: number, points: number, grade: Grade): Payoff => {
    const self = ids[seat]!;
    const reads = featuresOf(readsOf(grade).map((choice) => featureOf(choice, self)));
    const values = reads.map((feature) => sizeOfFeature({ sizes }, feature));
    const cells = new Float64Array(values.reduce((n, size) => n * size, 1));
    for (let cell = 0; cell < cells.length; cell++) {
      const at = new Int16Array(sizes.length);
      let rest = cell;
      let count: number | null = null;
      reads.forEach((feature, i) => {
        const value = rest % values[i]!;
        rest = Math.floor(rest / values[i]!);
        if ('choice' in feature) at[feature.choice] = value;
        else count = value;
      });
      if (count !== null) fill(at, reads, count);
      const { deal, shares } = dealAt(at);
      const { parties, fundMet, ...text } = deal;
      const outcome = { text: text as Package, parties, fundMet, seats: conductWith(scenario, shares) };
      cells[cell] = points * gradeValue(grade, reading(outcome, self));
    }
    return { seat, reads, points: cells };
  };

  /** As many seats in as a count says; those that stand for themselves stay. Where they cannot, no package is like that. */
  function fill(at: Int16Array, reads: readonly Feature[], count: number): void {
    const fixed = new Set(reads.flatMap((feature) => ('choice' in feature ? [feature.choice] : [])));
    let missing = count - ids.filter((_, i) => at[firstSeat + i] === IN).length;
    for (let choice = firstSeat; choice < fundAt && missing > 0; choice++)
      if (at[choice] === OUT && !fixed.has(choice)) {
        at[choice] = IN;
        missing--;
      }
  }

  const payoffs = scenario.seats.flatMap((spec, seat) =>
    spec.objectives.flatMap((objective, n) => {
      const total = objective.parts.reduce((sum, part) => sum + part.weight, 0);
      const weight = weights?.[spec.id]?.[n] ?? objective.weight;
      return objective.parts.map((part) => payoffOf(seat, (weight * part.weight) / total, part));
    }),
  );
  const leadAt = dials.findIndex(([dial]) => dial === 'lead');
  const rules: Rule[] = [
    { atLeast: scenario.paper.inForceAt, of: ids.map(isIn) },
    {
      atLeast: 1,
      of: dials.flatMap(([dial, values], choice) =>
        isClauseOn(dial) ? [{ choice, values: values.flatMap((value, v) => (value === null ? [] : [v])) }] : [],
      ),
    },
    ...dials[leadAt]![1].map((lead, v) => ({
      when: { choice: leadAt, values: [v] },
      atLeast: 1,
      of: [isIn(lead as SeatId)],
    })),
  ];
  const table = { sizes, seats: ids.length, payoffs, rules };
  checkTable(table);
  return { table, dealAt };
}

/** Each feature once. */
function featuresOf(all: readonly Feature[]): readonly Feature[] {
  const byName = new Map(all.map((feature) => [JSON.stringify(feature), feature]));
  return [...byName.values()];
}
