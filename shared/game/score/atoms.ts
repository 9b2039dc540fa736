/** What each atom of a condition asks of an outcome, what each count counts, and which choices of a package they read. */
import type { ClauseId } from '../../clauses/index.ts';
import { type Dial, valueOn } from '../../clauses/text.ts';
import type { Atom, AtomName, AtomOf, Count, CountName, CountOf } from '../../scenarios/objective.ts';
import { type SeatId, STRIKE_BANDS } from '../../vocabulary/index.ts';
import type { Reading } from './reading.ts';

/** A choice that makes a package: a value on a dial, a seat in or out, how the fund is paid; or how many are in. */
export type Choice =
  | { readonly kind: 'dial'; readonly dial: Dial }
  | { readonly kind: 'party'; readonly seat: SeatId | 'self' }
  | { readonly kind: 'fund' }
  | { readonly kind: 'parties' };

export type Test = { readonly holds: (r: Reading) => boolean; readonly reads: readonly Choice[] };
export type Counter = { readonly count: (r: Reading) => number; readonly reads: readonly Choice[] };

type Compared = Pick<AtomOf<'inForce'>, 'op' | 'v'>;

/** Whether what is there compares to what is wanted; without a wanted value, whether anything is there. */
function compare(got: string | number | null, { op = '=', v }: Compared): boolean {
  if (v === undefined) return got !== null;
  if (Array.isArray(v)) return op === 'not' ? !v.includes(got as never) : got !== null && v.includes(got);
  if (op === '>=') return got !== null && got >= v;
  if (op === '<=') return got !== null && got <= v;
  return op === 'not' ? got !== v : got === v;
}

const onDial = (dial: Dial): Choice => ({ kind: 'dial', dial });
const SELF: Choice = { kind: 'party', seat: 'self' };
const isParty = (r: Reading, seat: SeatId): boolean => r.outcome.parties.includes(seat);
const saysOf = (r: Reading, clause: ClauseId) => r.outcome.text && valueOn(r.outcome.text, clause);

/** One test for every atom; the compiler keeps the list whole. */
const TESTS: { readonly [A in AtomName]: (wanted: AtomOf<A>) => Test } = {
  owes: ({ clause, is, ...value }) => ({
    holds: clause ? (r) => (r.bound && compare(saysOf(r, clause), value)) === is : (r) => r.bound === is,
    reads: clause ? [SELF, onDial(clause)] : [SELF],
  }),
  inForce: ({ clause, is, ...value }) => ({
    holds: clause ? (r) => compare(saysOf(r, clause), value) === is : (r) => r.inForce === is,
    reads: clause ? [onDial(clause)] : [],
  }),
  party: ({ seats, how, is }) => ({
    holds: {
      all: (r: Reading) => seats.every((seat) => isParty(r, seat)) === is,
      any: (r: Reading) => seats.some((seat) => isParty(r, seat)) === is,
      none: (r: Reading) => !seats.some((seat) => isParty(r, seat)) === is,
    }[how],
    reads: seats.map((seat) => ({ kind: 'party', seat })),
  }),
  lead: ({ op, v }) => ({
    holds:
      op === 'in'
        ? (r) => r.outcome.text !== null && v.includes(r.outcome.text.lead)
        : (r) => r.outcome.text === null || !v.includes(r.outcome.text.lead),
    reads: [onDial('lead')],
  }),
  forum: ({ v, is }) => ({ holds: (r) => (r.outcome.text?.road === v) === is, reads: [onDial('road')] }),
  facts: ({ op, v, ...facts }) => {
    const { count, reads } = COUNTERS.facts(facts as CountOf<'facts'>);
    return { holds: (r) => compare(count(r), { op: op ?? '>=', v: v ?? 1 }), reads };
  },
};

type Facts = CountOf<'facts'>;
const FACTS: { readonly [K in Facts['kind']]: (facts: Extract<Facts, { kind: K }>) => Counter } = {
  'destructive-intercept': ({ actor, band, highest }) => {
    const bands = band ? [band] : STRIKE_BANDS;
    const above = highest ? STRIKE_BANDS.slice(STRIKE_BANDS.indexOf(highest) + 1) : [];
    return {
      count: (r) => {
        const strikes = actor === 'self' ? r.own.strikes : r.strikes;
        if (highest) return above.some((other) => strikes[other] > 0) ? 0 : strikes[highest];
        let sum = 0;
        for (const one of bands) sum += strikes[one];
        return sum;
      },
      reads: [],
    };
  },
  launch: () => ({ count: (r) => r.own.batches, reads: [] }),
  payment: () => ({ count: (r) => (r.outcome.fundMet ? 1 : 0), reads: [{ kind: 'fund' }] }),
  'payment-of-fund': () => ({ count: (r) => (r.own.contract ? 1 : 0), reads: [{ kind: 'fund' }] }),
  'data-sharing': () => ({ count: (r) => r.own.dataFrom, reads: [] }),
};

/** One counter for everything that a line may count. */
const COUNTERS: { readonly [C in CountName]: (wanted: CountOf<C>) => Counter } = {
  facts: (facts) => (FACTS[facts.kind] as (facts: Facts) => Counter)(facts),
  money: () => ({ count: (r) => r.own.paid, reads: [{ kind: 'fund' }] }),
  parties: () => ({ count: (r) => r.outcome.parties.length, reads: [{ kind: 'parties' }] }),
};

/** A condition made ready: all of its atoms hold. */
export function testOf(when: readonly Atom[]): Test {
  const tests = when.map((atom) => {
    const [name, wanted] = Object.entries(atom).find(([, asked]) => asked !== undefined)!;
    return (TESTS[name as AtomName] as (wanted: unknown) => Test)(wanted);
  });
  const reads = tests.flatMap((test) => test.reads);
  if (tests.length === 1) return { holds: tests[0]!.holds, reads };
  return { holds: (r) => tests.every((test) => test.holds(r)), reads };
}

/** What a line counts, made ready. */
export function counterOf(per: Count): Counter {
  const [name, wanted] = Object.entries(per).find(([, asked]) => asked !== undefined)!;
  return (COUNTERS[name as CountName] as (wanted: unknown) => Counter)(wanted);
}
