/** A seat takes back its signature, block or notice. */
import { z } from 'zod';
import { refuse, words } from '../../vocabulary/index.ts';
import { canUnsign, type Instrument, isOpen } from '../instrument.ts';
import { type TextAct, withoutSeat } from './act.ts';

/** What of a seat's there is on a text that it can take back: the first of these is what the button calls. */
const RETURNED = {
  pledge: (text: Instrument, seat: string) => Boolean(text.pledges[seat]),
  block: (text: Instrument, seat: string) => Boolean(text.blocks[seat]),
  signature: canUnsign,
  notice: (text: Instrument, seat: string) => isOpen(text) && text.notices[seat] !== undefined,
} as const;
const returned = (text: Instrument, seat: string) =>
  (Object.keys(RETURNED) as (keyof typeof RETURNED)[]).find((what) => RETURNED[what](text, seat));

export const unpledge: TextAct<Record<string, never>> = {
  kind: 'unpledge',
  job: 'head',
  grave: false,
  shape: z.strictObject({}),
  offered: (text, { seat }) => returned(text, seat) !== undefined,
  label: (text, { seat }) => words(`text-act.unpledge.${returned(text, seat) ?? 'pledge'}`),
  fields: () => [],
  check: (text, _values, { seat }) => {
    if (returned(text, seat)) return null;
    return refuse(text.signatures.some((s) => s.seat === seat) ? 'already-signed' : 'not-signed', {}, 'text');
  },
  apply: (text, _values, { seat }) => ({
    ...text,
    pledges: withoutSeat(text.pledges, seat),
    blocks: withoutSeat(text.blocks, seat),
    signatures: canUnsign(text, seat) ? text.signatures.filter((s) => s.seat !== seat) : text.signatures,
    // A notice can be revoked before it takes effect (Vienna Convention on the Law of Treaties, article 68).
    notices: withoutSeat(text.notices, seat),
  }),
};
