/**
 * Payoff tables as scenarios of stored games have them from before conditions were lists of atoms: `when` was one object of named
 * tests, `per` one word. Read as the atoms that say the same.
 */
import type { Atom, Count } from './objective.ts';

type Old = Readonly<Record<string, unknown>>;

const payment = { kind: 'payment', to: 'fund' };
/** What each test was, by its name; a clause stood under its id, with `null` for "no clause". */
const TESTS: Readonly<Record<string, (wanted: unknown) => unknown>> = {
  inForce: (is) => ({ inForce: { is } }),
  bound: (is) => ({ owes: { is } }),
  hasPool: (is) => ({ inForce: { clause: 'N17', is } }),
  hasN01: (is) => ({ inForce: { clause: 'N01', is } }),
  road: (v) => ({ forum: { v, is: true } }),
  lead: (v) => ({ lead: { op: 'in', v } }),
  notLead: (v) => ({ lead: { op: 'not', v } }),
  allParties: (seats) => ({ party: { seats, how: 'all', is: true } }),
  notAllParties: (seats) => ({ party: { seats, how: 'all', is: false } }),
  noneParties: (seats) => ({ party: { seats, how: 'none', is: true } }),
  fundMet: (is) => ({ facts: is ? payment : { ...payment, op: '<=', v: 0 } }),
  contract: (is) => {
    const paid = { kind: 'payment-of-fund', to: 'self' };
    return { facts: is ? paid : { ...paid, op: '<=', v: 0 } };
  },
  ownStrike: (highest) => ({ facts: { kind: 'destructive-intercept', actor: 'self', highest } }),
  dataFrom: (v) => ({ facts: { kind: 'data-sharing', to: 'self', op: '>=', v } }),
};

const ofClause = (clause: string, v: unknown): unknown =>
  v === null ? { inForce: { clause, is: false } } : { inForce: { clause, v, is: true } };

const atomsOf = (when: Old): readonly Atom[] =>
  Object.entries(when).map(([name, wanted]) => (TESTS[name]?.(wanted) ?? ofClause(name, wanted)) as Atom);

function countOf(per: string): Count {
  if (per === 'paid') return { money: { what: 'paid' } };
  if (per === 'parties') return { parties: {} };
  if (per === 'batches') return { facts: { kind: 'launch', actor: 'self' } };
  return { facts: { kind: 'destructive-intercept', actor: 'any', band: per as 'low' | 'mid' | 'high' } };
}

/** A stored scenario with its payoff tables as they are read now; anything else inside stays as it was. */
export function withAtoms(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { seats } = value as { readonly seats?: unknown };
  if (!Array.isArray(seats)) return value;
  return { ...value, seats: seats.map((seat) => ({ ...seat, objectives: tablesOf(seat?.objectives) })) };
}

function tablesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tablesOf);
  if (typeof value !== 'object' || value === null) return value;
  if ('because' in value) return lineOf(value as Old);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tablesOf(part)]));
}

function lineOf({ when = [], per, ...line }: Old): Old {
  const atoms = Array.isArray(when) ? when : atomsOf(when as Old);
  return { ...line, when: atoms, ...(per === undefined ? {} : { per: typeof per === 'string' ? countOf(per) : per }) };
}
