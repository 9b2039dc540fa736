/** How a seat's objectives are written as numbers: payoff tables over what a package and the conduct of all came to. */
import { z } from 'zod';
import { CLAUSE_IDS } from '../clauses/index.ts';
import { SeatLetters } from '../vocabulary/bounds.ts';
import { STRIKE_BANDS } from '../vocabulary/index.ts';

/** How a scenario names a seat: US, OP. */
export const SeatId = SeatLetters;

const Value = z.union([z.string(), z.number()]);
/** Compared to `v`; without `v`, whether it is there at all. `is: false` turns an atom round. */
const compared = {
  op: z.literal(['=', '>=', '<=', 'in', 'not']).optional(),
  v: z.union([Value, z.array(Value)]).optional(),
};
const is = z.boolean().default(true);
const Clause = z.literal(CLAUSE_IDS);

/** What is counted of conduct. `band`: strikes of that band only; `highest`: whether it is the highest of those struck. */
const Facts = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('destructive-intercept'),
    actor: z.literal(['self', 'any']).default('any'),
    band: z.literal(STRIKE_BANDS).optional(),
    highest: z.literal(STRIKE_BANDS).optional(),
    ...compared,
  }),
  z.strictObject({ kind: z.literal('launch'), actor: z.literal('self'), ...compared }),
  // to the fund: whether it was met. By the fund: whether it has paid the seat for its work.
  z.strictObject({ kind: z.literal('payment'), to: z.literal('fund'), ...compared }),
  z.strictObject({ kind: z.literal('payment-of-fund'), to: z.literal('self'), ...compared }),
  // seats whose full data it reads
  z.strictObject({ kind: z.literal('data-sharing'), to: z.literal('self'), ...compared }),
]);

/**
 * What a condition may ask, one question an atom. Atoms of texts read the text in force; where none is, no clause is in force and
 * there is neither forum nor lead.
 */
export const ATOMS = {
  /** the seat is bound: by the text, by a clause, by it at a value */
  owes: z.strictObject({ clause: Clause.optional(), ...compared, is }),
  /** the same, whoever is bound */
  inForce: z.strictObject({ clause: Clause.optional(), ...compared, is }),
  party: z.strictObject({ seats: z.array(SeatId).min(1), how: z.literal(['all', 'any', 'none']).default('all'), is }),
  lead: z.strictObject({ op: z.literal(['in', 'not']).default('in'), v: z.array(SeatId).min(1) }),
  forum: z.strictObject({ v: z.string(), is }),
  facts: Facts,
};
export type AtomName = keyof typeof ATOMS;
export type AtomOf<A extends AtomName> = z.infer<(typeof ATOMS)[A]>;

const isOne = (asked: object): boolean => Object.keys(asked).length === 1;
const Atom = z
  .strictObject({
    owes: ATOMS.owes.optional(),
    inForce: ATOMS.inForce.optional(),
    party: ATOMS.party.optional(),
    lead: ATOMS.lead.optional(),
    forum: ATOMS.forum.optional(),
    facts: ATOMS.facts.optional(),
  })
  .refine(isOne, 'one question an atom');
export type Atom = z.infer<typeof Atom>;

/** What a line may count: the value counts once for each. `money`: credits. */
export const COUNTS = {
  facts: Facts,
  money: z.strictObject({ what: z.literal('paid') }),
  parties: z.strictObject({}),
};
export type CountName = keyof typeof COUNTS;
export type CountOf<C extends CountName> = z.infer<(typeof COUNTS)[C]>;
const Count = z
  .strictObject({ facts: COUNTS.facts.optional(), money: COUNTS.money.optional(), parties: COUNTS.parties.optional() })
  .refine(isOne, 'one thing to count');
export type Count = z.infer<typeof Count>;

/** One line of a payoff table; all atoms of `when` must hold. `because`: text key of the cause that is shown, with `count`. */
const Term = z.strictObject({
  when: z.array(Atom).default([]),
  per: Count.optional(),
  value: z.number(),
  because: z.string(),
});
export type Term = z.infer<typeof Term>;
/**
 * grade = clip01((first matching `first` + sum of matching `add`) x product of matching `times` / `of`); `parts` are averaged
 * by weight.
 */
const Grade = z.strictObject({
  weight: z.number().positive().default(1),
  of: z.number().positive().default(1),
  first: z.array(Term).default([]),
  add: z.array(Term).default([]),
  times: z.array(Term).default([]),
});
export type Grade = z.infer<typeof Grade>;

export const Objective = z.strictObject({
  id: z.string(),
  weight: z.number().positive(),
  parts: z.array(Grade).min(1),
});
