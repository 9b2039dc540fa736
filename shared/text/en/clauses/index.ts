/** Words of every clause in English. A new clause is a file and a line here. */
import type { Messages } from '../../say.ts';
import { n01 } from './n01.ts';
import { n06 } from './n06.ts';
import { n10 } from './n10.ts';
import { n17 } from './n17.ts';

export const clauses: Messages = { ...n01, ...n06, ...n10, ...n17 };
