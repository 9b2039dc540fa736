/** Every norm clause by its id. A new clause is a file and a line here. */
import { n01 } from './n01.ts';
import { n06 } from './n06.ts';
import { n10 } from './n10.ts';
import { n17 } from './n17.ts';

export const clauses = { N01: n01, N06: n06, N10: n10, N17: n17 };

export type ClauseId = keyof typeof clauses;
/** What a clause can be set to. */
export type ValueOf<C extends ClauseId> = (typeof clauses)[C]['values'][number];
export const CLAUSE_IDS = Object.keys(clauses) as ClauseId[];
