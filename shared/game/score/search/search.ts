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
import type { Key } from '../../../orbits/table/chance.ts';
import {
  asked,
  type ChoiceTable,
  clip100,
  EPSILON,
  type Found,
  type Goal,
  holds,
  sizeOfFeature,
  worth,
} from './choice-table.ts';
import { bestClimb, readersOf } from './climb.ts';

const OPEN = -1;
const NODES = 60_000;

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
