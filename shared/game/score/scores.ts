/**
 * Own mandate of a seat: graded objectives, the premium of a demonstration, and breaches. Pure arithmetic over a
 * PackageOutcome; the enumeration of deals runs the same code.
 *
 *   U = clip(sum of weight x grade + premium - breaches x points, 0, 100)
 *   grade = clip((first + add) x times / of, 0, 1), parts averaged by weight
 */
import type { Grade, Term, When } from '../../scenarios/objective.ts';
import type { Scenario, SeatSpec } from '../../scenarios/schema.ts';
import { type SeatId, type StrikeBand, type Words, words } from '../../vocabulary/index.ts';
import { aheadShare } from './conduct.ts';
import type { PackageOutcome, SeatConduct } from './package.ts';
import type { GradeLine } from './results-shape.ts';

/** An outcome as one seat's payoff table reads it. Sums over seats are taken once. */
export type Reading = {
  readonly outcome: PackageOutcome;
  readonly seat: SeatId;
  readonly own: SeatConduct;
  readonly inForce: boolean;
  readonly bound: boolean;
  readonly strikes: Readonly<Record<StrikeBand, number>>;
  readonly demonstrations: number;
};

/** Sums what everybody did, once for all seats. */
export function everybody(outcome: PackageOutcome): Pick<Reading, 'strikes' | 'demonstrations'> {
  let low = 0;
  let mid = 0;
  let high = 0;
  let demonstrations = 0;
  for (const conduct of Object.values(outcome.seats)) {
    low += conduct.strikes.low;
    mid += conduct.strikes.mid;
    high += conduct.strikes.high;
    if (conduct.demonstration) demonstrations += 1;
  }
  return { strikes: { low, mid, high }, demonstrations };
}

/** How one seat reads an outcome. */
export function reading(outcome: PackageOutcome, seat: SeatId, sums = everybody(outcome)): Reading {
  const inForce = outcome.text !== null;
  return {
    outcome,
    seat,
    own: outcome.seats[seat]!,
    inForce,
    bound: inForce && outcome.parties.includes(seat),
    strikes: sums.strikes,
    demonstrations: sums.demonstrations,
  };
}

type Test = (r: Reading) => boolean;
type Tests = { readonly [K in keyof When]-?: (wanted: NonNullable<When[K]> | null) => Test };

const highest = (own: SeatConduct): StrikeBand | null =>
  own.strikes.high > 0 ? 'high' : own.strikes.mid > 0 ? 'mid' : own.strikes.low > 0 ? 'low' : null;
const isParty = (r: Reading, seat: SeatId): boolean => r.outcome.parties.includes(seat);
const seatsOf = (wanted: unknown): readonly SeatId[] => wanted as readonly SeatId[];

/** One test for every name a condition may use; the compiler keeps the list whole. */
const TESTS: Tests = {
  inForce: (wanted) => (r) => r.inForce === wanted,
  bound: (wanted) => (r) => r.bound === wanted,
  N01: (wanted) => (r) => (r.outcome.text?.N01 ?? null) === wanted,
  N06: (wanted) => (r) => (r.outcome.text?.N06 ?? null) === wanted,
  N10: (wanted) => (r) => (r.outcome.text?.N10 ?? null) === wanted,
  N17: (wanted) => (r) => (r.outcome.text?.N17 ?? null) === wanted,
  hasPool: (wanted) => (r) => ((r.outcome.text?.N17 ?? null) !== null) === wanted,
  hasN01: (wanted) => (r) => ((r.outcome.text?.N01 ?? null) !== null) === wanted,
  road: (wanted) => (r) => r.outcome.text?.road === wanted,
  lead: (wanted) => (r) => r.outcome.text !== null && seatsOf(wanted).includes(r.outcome.text.lead),
  notLead: (wanted) => (r) => r.outcome.text === null || !seatsOf(wanted).includes(r.outcome.text.lead),
  allParties: (wanted) => (r) => seatsOf(wanted).every((seat) => isParty(r, seat)),
  notAllParties: (wanted) => (r) => !seatsOf(wanted).every((seat) => isParty(r, seat)),
  noneParties: (wanted) => (r) => !seatsOf(wanted).some((seat) => isParty(r, seat)),
  fundMet: (wanted) => (r) => r.outcome.fundMet === wanted,
  contract: (wanted) => (r) => r.own.contract === wanted,
  ownStrike: (wanted) => (r) => highest(r.own) === wanted,
  dataFrom: (wanted) => (r) => r.own.dataFrom >= (wanted as number),
};

const COUNTS: Readonly<Record<NonNullable<Term['per']>, (r: Reading) => number>> = {
  low: (r) => r.strikes.low,
  mid: (r) => r.strikes.mid,
  high: (r) => r.strikes.high,
  paid: (r) => r.own.paid,
  parties: (r) => r.outcome.parties.length,
  batches: (r) => r.own.batches,
};

const always: Test = () => true;

function testOf(when: When | undefined): Test {
  if (!when) return always;
  const tests = (Object.keys(when) as (keyof When)[]).map((name) =>
    (TESTS[name] as (wanted: unknown) => Test)(when[name]),
  );
  return tests.length === 1 ? tests[0]! : (r) => tests.every((one) => one(r));
}

/** A term with its condition and its count made ready. */
type Line = { readonly term: Term; readonly holds: Test; readonly count: ((r: Reading) => number) | null };
type Table = { readonly first: readonly Line[]; readonly add: readonly Line[]; readonly times: readonly Line[] };

const lineOf = (term: Term): Line => ({
  term,
  holds: testOf(term.when),
  count: term.per ? COUNTS[term.per] : null,
});

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
function gradeValue(grade: Grade, r: Reading, use?: Use): number {
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
