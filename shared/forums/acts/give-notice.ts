/** A party gives notice that it leaves a text. */
import { z } from 'zod';
import { refuse } from '../../vocabulary/index.ts';
import { canUnsign, partiesOf } from '../instrument.ts';
import type { TextAct } from './act.ts';

export const giveNotice: TextAct<Record<string, never>> = {
  kind: 'give-notice',
  job: 'head',
  grave: true,
  shape: z.strictObject({}),
  offered: (text, { seat }) =>
    text.signatures.some((s) => s.seat === seat) && !canUnsign(text, seat) && !(seat in text.notices),
  fields: () => [],
  check(text, _values, { seat }) {
    if (text.status !== 'in-force' || !partiesOf(text).includes(seat)) return refuse('not-a-party', {}, 'text');
    return text.notices[seat] === undefined ? null : refuse('already-said');
  },
  apply: (text, _values, { seat, turn }) => ({ ...text, notices: { ...text.notices, [seat]: turn } }),
};
