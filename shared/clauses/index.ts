/** Every norm clause by its dial. A new clause is a file and a line here. */
import type { ClauseDial, ClauseRule, ForecastEffect, Package, Words } from '../vocabulary/index.ts';
import { n01 } from './n01.ts';
import { n06 } from './n06.ts';
import { n10 } from './n10.ts';
import { n17 } from './n17.ts';

export const clauses: { readonly [D in ClauseDial]: ClauseRule<D> } = { N01: n01, N06: n06, N10: n10, N17: n17 };

/** The treaty sentence of a clause for a value of its dial. */
export const sentenceOf = <D extends ClauseDial>(dial: D, value: NonNullable<Package[D]>): Words =>
  clauses[dial].sentence(value);

/** What a clause does to the years ahead for a value of its dial. */
export const effectOf = <D extends ClauseDial>(dial: D, value: NonNullable<Package[D]>): ForecastEffect =>
  clauses[dial].forecast(value);
