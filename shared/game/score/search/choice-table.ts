/** Payoffs of seats over closed choices as a table, and packages of choices scored by it. */
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

export const EPSILON = 1e-9;

export const sizeOfFeature = (table: Pick<ChoiceTable, 'sizes'>, feature: Feature): number =>
  'choice' in feature ? table.sizes[feature.choice]! : feature.count.length + 1;

export const holds = (at: ArrayLike<number>, { choice, values }: Literal): boolean => values.includes(at[choice]!);

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

export function pointsAt(table: ChoiceTable, { reads, points }: Payoff, at: ArrayLike<number>): number {
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

export const clip100 = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

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

export const asked = (table: ChoiceTable, goal: Goal): readonly number[] =>
  goal.seats ?? Array.from({ length: table.seats }, (_, i) => i);

/** Least gain, or joint gain above the floor; -Infinity below it. */
export function worth(scores: ArrayLike<number>, seats: readonly number[], { base, floor }: Goal): number {
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
