/**
 * The best that all can have, where there are too many packages to look at each: payoffs of seats over closed choices (values of
 * articles, who is party, who leads, which forum), searched by climbing and closed, where it can be, by branch and bound.
 *
 *   gain(p) = min over the seats asked of U_i(p) - base_i     U_i = clip(sum of i's payoffs, 0, 100)
 *   bound(n) = the same with each payoff at its most over what is still open; never below any gain under n
 *
 * A payoff reads few choices, so its table is small and its most over what is open is found once and kept. Best-first search over
 * such bounds is the usual one of cost function networks (Schiex, Fargier, Verfaillie: Valued constraint satisfaction problems, IJCAI 1995).
 */
import { draw, type Key, narrow } from '../../orbits/table/chance.ts';

/** A choice at one of some values. */
export type Literal = { readonly choice: number; readonly values: readonly number[] };
/** What a payoff reads: the value of one choice, or how many of several literals hold. */
export type Feature = { readonly choice: number } | { readonly count: readonly Literal[] };
/** Points of one seat by what it reads: `points` by mixed radix, the first feature fastest. */
export type Payoff = {
  readonly seat: number;
  readonly reads: readonly Feature[];
  readonly points: Float64Array;
};
/** Where `when` holds (always, if there is none), at least so many of these hold. */
export type Rule = { readonly when?: Literal; readonly atLeast: number; readonly of: readonly Literal[] };

export type ChoiceTable = {
  /** number of values of each choice */
  readonly sizes: readonly number[];
  readonly seats: number;
  readonly payoffs: readonly Payoff[];
  readonly rules: readonly Rule[];
};

/** A value for each choice, by index. */
export type Package = readonly number[];

/** What is asked for: the most least gain; or, where `floor` is given, the most joint gain that leaves each seat asked that much. */
export type Goal = {
  readonly base: readonly number[];
  /** seats whose gains count, by index; all of them if not given */
  readonly seats?: readonly number[];
  readonly floor?: number;
};

export type Found = {
  /** null: nothing that the rules allow reaches the goal */
  readonly at: Package | null;
  readonly value: number;
  /** no package has more than this */
  readonly bound: number;
  /** whether value and bound are the same: nothing better exists */
  readonly closed: boolean;
  readonly nodes: number;
};

/** Packages, allowed or not. */
export const packageCount = (table: ChoiceTable): number => table.sizes.reduce((n, size) => n * size, 1);

const OPEN = -1;
const EPSILON = 1e-9;
/** Joint gain decides between packages of the same least gain. */
const JOINT_WEIGHT = 1e-4;
const STARTS = 24;
const NODES = 60_000;

const sizeOfFeature = (table: ChoiceTable, feature: Feature): number =>
  'choice' in feature ? table.sizes[feature.choice]! : feature.count.length + 1;

const holds = (at: ArrayLike<number>, { choice, values }: Literal): boolean => values.includes(at[choice]!);

/**
 * Checks a table before it is searched.
 * @throws RangeError naming the payoff whose table has not one number for each combination that it reads
 */
export function checkTable(table: ChoiceTable): void {
  table.payoffs.forEach(({ reads, points, seat }, i) => {
    const wanted = reads.reduce((n, feature) => n * sizeOfFeature(table, feature), 1);
    if (points.length !== wanted)
      throw new RangeError(`payoff ${i} of seat ${seat} has ${points.length} numbers for ${wanted} combinations`);
  });
}

function pointsAt(table: ChoiceTable, { reads, points }: Payoff, at: ArrayLike<number>): number {
  let index = 0;
  let step = 1;
  for (const feature of reads) {
    if ('choice' in feature) {
      index += at[feature.choice]! * step;
      step *= table.sizes[feature.choice]!;
    } else {
      for (const literal of feature.count) if (holds(at, literal)) index += step;
      step *= feature.count.length + 1;
    }
  }
  return points[index]!;
}

const clip100 = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

/** Own score of every seat under a package. */
export function scoresAt(table: ChoiceTable, at: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(table.seats);
  for (const payoff of table.payoffs) scores[payoff.seat]! += pointsAt(table, payoff, at);
  for (let i = 0; i < scores.length; i++) scores[i] = clip100(scores[i]!);
  return scores;
}

/** Whether the rules allow a package. */
export const isAllowed = (table: ChoiceTable, at: ArrayLike<number>): boolean =>
  table.rules.every(({ when, atLeast, of }) => {
    if (when && !holds(at, when)) return true;
    let n = 0;
    for (const literal of of) if (holds(at, literal)) n++;
    return n >= atLeast;
  });

/** Every package that the rules allow, with its scores. The arrays are used again: copy what is kept. */
export function* everyPackage(table: ChoiceTable): Generator<{ at: Int16Array; scores: Float64Array }> {
  const at = new Int16Array(table.sizes.length);
  for (;;) {
    if (isAllowed(table, at)) yield { at, scores: scoresAt(table, at) };
    let i = 0;
    while (i < at.length && ++at[i]! === table.sizes[i]!) at[i++] = 0;
    if (i === at.length) return;
  }
}

const asked = (table: ChoiceTable, goal: Goal): readonly number[] =>
  goal.seats ?? Array.from({ length: table.seats }, (_, i) => i);

/** Least gain, or joint gain above the floor; -Infinity below it. */
function worth(scores: ArrayLike<number>, seats: readonly number[], { base, floor }: Goal): number {
  let least = Number.POSITIVE_INFINITY;
  let joint = 0;
  for (const i of seats) {
    const gain = scores[i]! - base[i]!;
    if (gain < least) least = gain;
    joint += gain;
  }
  if (floor === undefined) return least;
  return least >= floor - EPSILON ? joint : Number.NEGATIVE_INFINITY;
}

/** The best package by looking at each: exact, for tables of some 10^5. */
export function bestByEnumeration(table: ChoiceTable, goal: Goal): Found {
  const seats = asked(table, goal);
  let value = Number.NEGATIVE_INFINITY;
  let found: Package | null = null;
  let nodes = 0;
  for (const { at, scores } of everyPackage(table)) {
    nodes++;
    const here = worth(scores, seats, goal);
    if (here > value + EPSILON) {
      value = here;
      found = [...at];
    }
  }
  return { at: found, value, bound: value, closed: true, nodes };
}

/** Payoffs and rules by the choice that they read. */
type Readers = { readonly payoffs: readonly number[][]; readonly choices: readonly number[] };

const choicesOf = (feature: Feature): number[] =>
  'choice' in feature ? [feature.choice] : feature.count.map(({ choice }) => choice);

function readersOf(table: ChoiceTable): Readers {
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
function bestClimb(table: ChoiceTable, readers: Readers, goal: Goal, key: Key): { at: Package | null; value: number } {
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

/** The most that each payoff can still give, over what is open. Found once for each state of what it reads. */
function mostOf(table: ChoiceTable): (payoff: number, at: Int16Array) => number {
  const known = table.payoffs.map(() => new Map<number, number>());
  return (i, at) => {
    const { reads, points } = table.payoffs[i]!;
    // each feature's least and most index; an open choice has all, a count those from what holds to what may still hold
    let code = 0;
    const from: number[] = [];
    const until: number[] = [];
    for (const feature of reads) {
      if ('choice' in feature) {
        const size = table.sizes[feature.choice]!;
        const value = at[feature.choice]!;
        code = code * (size + 1) + value + 1;
        from.push(value === OPEN ? 0 : value);
        until.push(value === OPEN ? size - 1 : value);
      } else {
        let sure = 0;
        let open = 0;
        for (const { choice, values } of feature.count)
          if (at[choice] === OPEN) open++;
          else if (values.includes(at[choice]!)) sure++;
        const size = feature.count.length + 1;
        code = (code * size + sure) * size + open;
        from.push(sure);
        until.push(sure + open);
      }
    }
    const before = known[i]!.get(code);
    if (before !== undefined) return before;
    const steps: number[] = [];
    let step = 1;
    for (const feature of reads) {
      steps.push(step);
      step *= sizeOfFeature(table, feature);
    }
    const most = (feature: number, index: number): number => {
      if (feature === reads.length) return points[index]!;
      let best = Number.NEGATIVE_INFINITY;
      for (let v = from[feature]!; v <= until[feature]!; v++)
        best = Math.max(best, most(feature + 1, index + v * steps[feature]!));
      return best;
    };
    const found = most(0, 0);
    known[i]!.set(code, found);
    return found;
  };
}

/** Whether the rules can still be met by what is open. */
const canBeAllowed = (table: ChoiceTable, at: Int16Array): boolean =>
  table.rules.every(({ when, atLeast, of }) => {
    if (when && !holds(at, when)) return true;
    let n = 0;
    for (const literal of of) if (at[literal.choice] === OPEN || holds(at, literal)) n++;
    return n >= atLeast;
  });

type Node = { readonly at: Int16Array; readonly depth: number; readonly bound: number; readonly most: Float64Array };

/** A heap of nodes, the largest bound on top. */
function pushNode(heap: Node[], node: Node): void {
  heap.push(node);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (heap[parent]!.bound >= node.bound) break;
    heap[i] = heap[parent]!;
    heap[parent] = node;
    i = parent;
  }
}

function popNode(heap: Node[]): Node {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length > 0) {
    heap[0] = last;
    for (let i = 0; ; ) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]!.bound > heap[child]!.bound) child++;
      if (last.bound >= heap[child]!.bound) break;
      heap[i] = heap[child]!;
      heap[child] = last;
      i = child;
    }
  }
  return top;
}

/**
 * Searches a table of any size: climbs first, then branch and bound for so many nodes.
 * @returns the best package found, and the largest value that any other may still have; equal where the search closed
 */
export function search(table: ChoiceTable, goal: Goal, key: Key, nodesMost = NODES): Found {
  const readers = readersOf(table);
  const seats = asked(table, goal);
  const climbed = bestClimb(table, readers, goal, key);
  let { at: found, value } = climbed;
  const most = mostOf(table);
  const boundOf = (points: Float64Array): number => {
    const scores = new Float64Array(table.seats);
    table.payoffs.forEach((payoff, i) => {
      scores[payoff.seat]! += points[i]!;
    });
    return worth(scores.map(clip100), seats, goal);
  };

  const open = new Int16Array(table.sizes.length).fill(OPEN);
  const points = Float64Array.from(table.payoffs, (_, i) => most(i, open));
  const heap: Node[] = [];
  pushNode(heap, { at: open, depth: 0, bound: boundOf(points), most: points });
  let nodes = 0;
  while (heap.length > 0) {
    const node = popNode(heap);
    if (node.bound <= value + EPSILON) return { at: found, value, bound: value, closed: true, nodes };
    if (nodes >= nodesMost) return { at: found, value, bound: node.bound, closed: false, nodes };
    nodes++;
    if (node.depth === readers.choices.length) {
      // every choice is made, so the bound is the value
      value = node.bound;
      found = [...node.at];
      continue;
    }
    const choice = readers.choices[node.depth]!;
    for (let v = 0; v < table.sizes[choice]!; v++) {
      const at = node.at.slice();
      at[choice] = v;
      if (!canBeAllowed(table, at)) continue;
      const next = node.most.slice();
      for (const i of readers.payoffs[choice]!) next[i] = most(i, at);
      const bound = boundOf(next);
      if (bound > value + EPSILON) pushNode(heap, { at, depth: node.depth + 1, bound, most: next });
    }
  }
  return { at: found, value, bound: value, closed: true, nodes };
}
