/**
 * Own mandate of a seat: graded objectives, the premium of a demonstration, and breaches. Pure arithmetic over a
 * PackageOutcome; the enumeration of deals runs the same code.
 *
 *   U = clip(sum of weight x grade + premium - breaches x points, 0, 100)
 *   grade = clip((first + add) x times / of, 0, 1), parts averaged by weight
 */
import type { Grade, Term } from '../../scenarios/objective.ts';
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';
import { type SeatId, type Words, words } from '../../vocabulary/index.ts';
import { type Choice, type Counter, counterOf, type Test, testOf } from './atoms.ts';
import { aheadShare } from './conduct.ts';
import type { PackageOutcome } from './package.ts';
import { type Reading, reading } from './reading.ts';
import type { GradeLine } from './results-shape.ts';

/** A term with its condition and its count made ready. */
type Line = {
  readonly term: Term;
  readonly holds: Test['holds'];
  readonly count: Counter['count'] | null;
  readonly reads: readonly Choice[];
};
type Table = { readonly first: readonly Line[]; readonly add: readonly Line[]; readonly times: readonly Line[] };

function lineOf(term: Term): Line {
  const test = testOf(term.when);
  const counter = term.per ? counterOf(term.per) : null;
  return { term, holds: test.holds, count: counter?.count ?? null, reads: [...test.reads, ...(counter?.reads ?? [])] };
}

const tables = new WeakMap<Grade, Table>();

/** A payoff table made ready once for each grade object: the enumeration asks it a hundred thousand times. */
function tableOf(grade: Grade): Table {
  const known = tables.get(grade);
  if (known) return known;
  const table = { first: grade.first.map(lineOf), add: grade.add.map(lineOf), times: grade.times.map(lineOf) };
  tables.set(grade, table);
  return table;
}

const clip01 = (x: number): number => (x < 0 ? 0 : x > 1 ? 1 : x);
const amountOf = ({ term, count }: Line, r: Reading): number => (count ? term.value * count(r) : term.value);

/** What was applied of a grade's table, for its causes. */
type Use = (line: Line, kind: 'adds' | 'times', amount: number) => void;

/** A grade, 0..1. `use` is told each line that counts, in the order of the table. */
export function gradeValue(grade: Grade, r: Reading, use?: Use): number {
  const table = tableOf(grade);
  let sum = 0;
  for (const line of table.first)
    if (line.holds(r)) {
      sum = amountOf(line, r);
      use?.(line, 'adds', sum);
      break;
    }
  for (const line of table.add)
    if (line.holds(r)) {
      const amount = amountOf(line, r);
      sum += amount;
      if (amount !== 0) use?.(line, 'adds', amount);
    }
  for (const line of table.times)
    if (line.holds(r)) {
      const factor = amountOf(line, r);
      sum *= factor;
      use?.(line, 'times', factor);
    }
  return clip01(sum / grade.of);
}

/** The choices of a package that a grade reads. */
export function readsOf(grade: Grade): readonly Choice[] {
  const { first, add, times } = tableOf(grade);
  return [...first, ...add, ...times].flatMap((line) => line.reads);
}

/** Average of an objective's parts by their weights, 0..1. */
function objectiveValue(parts: readonly Grade[], r: Reading): number {
  let weights = 0;
  let sum = 0;
  for (const part of parts) {
    weights += part.weight;
    sum += part.weight * gradeValue(part, r);
  }
  return sum / weights;
}

/**
 * One objective graded, with the causes in words: points of own score for what adds, a factor for what multiplies. What a
 * table divides by (`of`) is shown in the factor that counts something, where there is one, else in what adds.
 */
function gradeLine(objective: SeatSpec['objectives'][number], weight: number, r: Reading): GradeLine {
  const total = objective.parts.reduce((sum, part) => sum + part.weight, 0);
  const causes: Words[] = [];
  for (const part of objective.parts) {
    const inFactor = part.times.some((term) => term.per !== undefined);
    const scale = (weight * part.weight) / total / (inFactor ? 1 : part.of);
    gradeValue(part, r, ({ term, count }, kind, amount) => {
      const cause = words(`scenario.${term.because}`, count ? { count: count(r) } : undefined);
      if (kind === 'adds') causes.push(words('score.adds', { points: amount * scale, cause }));
      else causes.push(words('score.times', { factor: count ? amount / part.of : amount, cause }));
    });
  }
  return { objective: objective.id, weight, grade: objectiveValue(objective.parts, r), causes };
}

/**
 * Premium of a demonstration, points: own band by thirds paid, less the rivals' loss for each other capable seat that has
 * demonstrated. Of the last third the epilogue leaves the share in which nobody else is expected to test. Seats that cannot
 * strike neither gain nor lose.
 */
function premiumOf(scenario: Scenario, r: Reading): number {
  const spec = scenario.seats.find((seat) => seat.id === r.seat)!;
  if (!spec.strike) return 0;
  const own = r.own.demonstration;
  const { text, parties } = r.outcome;
  const last = own?.thirds === 3 ? aheadShare(scenario, r.seat, text, parties) : 0;
  const gain = own && spec.premium ? (spec.premium[own.band] * (Math.min(own.thirds, 2) + last)) / 3 : 0;
  return gain - scenario.strike.rivalLoss * (r.demonstrations - (own ? 1 : 0));
}

const clip100 = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

/** Own score as a number only. `weights`: of the seat's objectives by index, where a card has swapped them. */
export function ownValue(scenario: Scenario, r: Reading, weights?: readonly number[]): number {
  const spec = scenario.seats.find((seat) => seat.id === r.seat)!;
  let sum = 0;
  for (let i = 0; i < spec.objectives.length; i++) {
    const objective = spec.objectives[i]!;
    sum += (weights?.[i] ?? objective.weight) * objectiveValue(objective.parts, r);
  }
  return clip100(sum + premiumOf(scenario, r) - scenario.breachPoints * r.own.breaches);
}

export type OwnScore = {
  readonly own: number;
  readonly grades: readonly GradeLine[];
  readonly premium: number;
  readonly breach: number;
};

/** Own mandate of a seat, 0..100, each objective graded with its causes. */
export function ownScore(
  scenario: Scenario,
  seat: SeatId,
  outcome: PackageOutcome,
  weights?: readonly number[],
): OwnScore {
  const r = reading(outcome, seat);
  const spec = scenario.seats.find((s) => s.id === seat)!;
  return {
    own: ownValue(scenario, r, weights),
    grades: spec.objectives.map((o, i) => gradeLine(o, weights?.[i] ?? o.weight, r)),
    premium: premiumOf(scenario, r),
    breach: scenario.breachPoints * r.own.breaches,
  };
}
