/** Climbs: from a package by the best change of one choice, or the first better change of two, to where none is better. */
import { draw, type Key, narrow } from '../../../orbits/table/chance.ts';
import {
  asked,
  type ChoiceTable,
  clip100,
  EPSILON,
  type Feature,
  type Goal,
  isAllowed,
  type Package,
  pointsAt,
  scoresAt,
  worth,
} from './choice-table.ts';

const STARTS = 24;
/** Joint gain decides between packages of the same least gain. */
const JOINT_WEIGHT = 1e-4;

/** Payoffs and rules by the choice that they read. */
export type Readers = { readonly payoffs: readonly number[][]; readonly choices: readonly number[] };

const choicesOf = (feature: Feature): number[] =>
  'choice' in feature ? [feature.choice] : feature.count.map(({ choice }) => choice);

export function readersOf(table: ChoiceTable): Readers {
  const payoffs: number[][] = table.sizes.map(() => []);
  table.payoffs.forEach((payoff, i) => {
    for (const choice of new Set(payoff.reads.flatMap(choicesOf))) payoffs[choice]!.push(i);
  });
  // What moves points most is decided first: bounds fall fastest.
  const spread = table.sizes.map((_, choice) =>
    payoffs[choice]!.reduce((sum, i) => sum + spreadOf(table.payoffs[i]!.points), 0),
  );
  const choices = table.sizes.map((_, choice) => choice).sort((a, b) => spread[b]! - spread[a]! || a - b);
  return { payoffs, choices };
}

function spreadOf(points: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const x of points) {
    if (x < least) least = x;
    if (x > most) most = x;
  }
  return most - least;
}

/** A package under change: payoffs of the choices that moved are read again, the others kept. */
class Climber {
  readonly at: Int16Array;
  readonly #table: ChoiceTable;
  readonly #readers: Readers;
  readonly #seats: readonly number[];
  readonly #goal: Goal;
  readonly #points: Float64Array;
  readonly #scores: Float64Array;
  readonly #clipped: Float64Array;

  constructor(table: ChoiceTable, readers: Readers, goal: Goal, at: Int16Array) {
    this.at = at;
    this.#table = table;
    this.#readers = readers;
    this.#goal = goal;
    this.#seats = asked(table, goal);
    this.#points = Float64Array.from(table.payoffs, (payoff) => pointsAt(table, payoff, at));
    this.#scores = new Float64Array(table.seats);
    this.#clipped = new Float64Array(table.seats);
    table.payoffs.forEach((payoff, i) => {
      this.#scores[payoff.seat]! += this.#points[i]!;
    });
  }

  set(choice: number, value: number): void {
    this.at[choice] = value;
    for (const i of this.#readers.payoffs[choice]!) {
      const payoff = this.#table.payoffs[i]!;
      const now = pointsAt(this.#table, payoff, this.at);
      this.#scores[payoff.seat]! += now - this.#points[i]!;
      this.#points[i] = now;
    }
  }

  /** What the climb follows: broken rules first, then the goal, then joint gain. */
  worth(): number {
    for (let i = 0; i < this.#scores.length; i++) this.#clipped[i] = clip100(this.#scores[i]!);
    const { base, floor } = this.#goal;
    let least = Number.POSITIVE_INFINITY;
    let joint = 0;
    for (const i of this.#seats) {
      const gain = this.#clipped[i]! - base[i]!;
      if (gain < least) least = gain;
      joint += gain;
    }
    const aim = floor === undefined ? least + JOINT_WEIGHT * joint : least < floor ? least - floor - 1000 : joint;
    return isAllowed(this.#table, this.at) ? aim : aim - 1e6;
  }
}

/** Climbs from a package to one that no change of one choice, nor of two, makes better. Changes `at` in place. */
function climb(table: ChoiceTable, readers: Readers, goal: Goal, at: Int16Array): void {
  const climber = new Climber(table, readers, goal, at);
  let best = climber.worth();
  for (;;) {
    const step = bestSingle(table, climber, best) ?? firstPair(table, climber, best);
    if (!step) return;
    for (const [choice, value] of step) climber.set(choice, value);
    best = climber.worth();
  }
}

type Step = readonly (readonly [choice: number, value: number])[];

function bestSingle({ sizes }: ChoiceTable, climber: Climber, than: number): Step | null {
  let best = than;
  let step: Step | null = null;
  for (let choice = 0; choice < sizes.length; choice++) {
    const before = climber.at[choice]!;
    for (let value = 0; value < sizes[choice]!; value++) {
      if (value === before) continue;
      climber.set(choice, value);
      const worth = climber.worth();
      if (worth > best + EPSILON) {
        best = worth;
        step = [[choice, value]];
      }
    }
    climber.set(choice, before);
  }
  return step;
}

function firstPair({ sizes }: ChoiceTable, climber: Climber, than: number): Step | null {
  for (let a = 0; a < sizes.length; a++) {
    const beforeA = climber.at[a]!;
    for (let valueA = 0; valueA < sizes[a]!; valueA++) {
      if (valueA === beforeA) continue;
      climber.set(a, valueA);
      for (let b = a + 1; b < sizes.length; b++) {
        const beforeB = climber.at[b]!;
        for (let valueB = 0; valueB < sizes[b]!; valueB++) {
          if (valueB === beforeB) continue;
          climber.set(b, valueB);
          if (climber.worth() > than + EPSILON) {
            climber.set(b, beforeB);
            climber.set(a, beforeA);
            return [
              [a, valueA],
              [b, valueB],
            ];
          }
        }
        climber.set(b, beforeB);
      }
    }
    climber.set(a, beforeA);
  }
  return null;
}

/** The best of some climbs from keyed starts. */
export function bestClimb(
  table: ChoiceTable,
  readers: Readers,
  goal: Goal,
  key: Key,
): { at: Package | null; value: number } {
  const seats = asked(table, goal);
  let value = Number.NEGATIVE_INFINITY;
  let found: Package | null = null;
  for (let start = 0; start < STARTS; start++) {
    const from = narrow(key, 'start', start);
    const at = Int16Array.from(table.sizes, (size, choice) => Math.floor(draw(from, 'value', choice) * size));
    climb(table, readers, goal, at);
    if (!isAllowed(table, at)) continue;
    const here = worth(scoresAt(table, at), seats, goal);
    if (here > value + EPSILON) {
      value = here;
      found = [...at];
    }
  }
  return { at: found, value };
}
