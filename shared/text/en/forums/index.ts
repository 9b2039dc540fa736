/** Words of forum rules in English. A new rule that has some is a file and a line here. */
import type { Messages } from '../../say.ts';
import { consensus } from './consensus.ts';

export const forums: Messages = { ...consensus };
