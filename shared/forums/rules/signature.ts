/** Open signature: the text stands as it is tabled, and binds those who sign it. */
import { signed } from '../decisions.ts';
import type { ForumRule } from './rule.ts';

export const signature: ForumRule = {
  kind: 'signature',
  brings: 'anybody',
  acts: [],
  decide: (text, _votes, { turn }) => ({ text: signed(text, turn), costs: {} }),
  result: 'as-it-stands',
};
