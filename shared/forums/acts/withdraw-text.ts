/** Who tabled a text takes it off the table, until it is also the text of others who have signed it. */
import { z } from 'zod';
import { refuse } from '../../vocabulary/index.ts';
import { isStopped } from '../instrument.ts';
import type { TextAct } from './act.ts';
import { closed } from './change.ts';

export const withdrawText: TextAct<Record<string, never>> = {
  kind: 'withdraw-text',
  job: 'negotiator',
  grave: false,
  shape: z.strictObject({}),
  offered: (text, { seat }) => text.tabledBy === seat,
  fields: () => [],
  check(text, _values, { seat }) {
    if (text.tabledBy !== seat) return refuse('not-the-author');
    if (text.status !== 'tabled' && !isStopped(text)) return closed(text);
    return text.signatures.some((s) => s.seat !== text.tabledBy) ? refuse('others-signed') : null;
  },
  apply: (text) => ({ ...text, status: 'withdrawn' }),
};
