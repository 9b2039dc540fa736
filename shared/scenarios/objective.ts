/** How a seat's objectives are written as numbers: payoff tables over what a package and the conduct of all came to. */
import { z } from 'zod';

/** How a scenario names a seat: US, OP. */
export const SeatId = z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters');

/**
 * A test on a package of results; all named tests must hold. Tests of dials, road and lead read the text in force; where
 * none is, every clause counts as "no clause" and there is neither road nor lead. `ownStrike`: the highest band struck.
 * `contract`: the fund has paid the seat for its work.
 */
const When = z.strictObject({
  inForce: z.boolean().optional(),
  bound: z.boolean().optional(),
  N01: z.union([z.literal([0, 300, 500]), z.null()]).optional(),
  N06: z.union([z.literal([5, 10]), z.null()]).optional(),
  N10: z.union([z.literal([30, 90]), z.null()]).optional(),
  N17: z.union([z.literal(['members', 'all']), z.null()]).optional(),
  hasPool: z.boolean().optional(),
  hasN01: z.boolean().optional(),
  road: z.literal(['open', 'copuos']).optional(),
  lead: z.array(SeatId).optional(),
  notLead: z.array(SeatId).optional(),
  allParties: z.array(SeatId).optional(),
  notAllParties: z.array(SeatId).optional(),
  noneParties: z.array(SeatId).optional(),
  fundMet: z.boolean().optional(),
  contract: z.boolean().optional(),
  ownStrike: z.literal(['low', 'mid', 'high']).optional(),
  dataFrom: z.number().int().optional(),
});
export type When = z.infer<typeof When>;

const PER = ['low', 'mid', 'high', 'paid', 'parties', 'batches'] as const;
/**
 * One line of a payoff table. `per`: the value counts once for each strike of that band by anyone, credit the seat has paid,
 * party or batch flown. `because`: text key of the cause that is shown, with `count`.
 */
const Term = z.strictObject({
  when: When.optional(),
  per: z.literal(PER).optional(),
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
