/** A seat signs, on a condition or none. */
import { z } from 'zod';
import { type Condition, refuse, words } from '../../vocabulary/index.ts';
import { isOpen } from '../instrument.ts';
import { type TextAct, withoutSeat } from './act.ts';
import { closed } from './change.ts';

const KINDS = ['none', 'at-least', 'with'] as const satisfies readonly Condition['kind'][];

const Shape = z.discriminatedUnion('condition', [
  z.strictObject({ condition: z.literal('none') }),
  z.strictObject({ condition: z.literal('at-least'), count: z.int().min(1).max(50) }),
  z.strictObject({ condition: z.literal('with'), seats: z.array(z.string().min(1).max(8)).min(1).max(50) }),
]);
type Values = z.infer<typeof Shape>;

const conditionOf = ({ condition, ...rest }: Values): Condition => ({ kind: condition, ...rest }) as Condition;

export const pledge: TextAct<Values> = {
  kind: 'pledge',
  job: 'head',
  main: true,
  grave: false,
  shape: Shape,
  offered: (text, { seat }) => !text.pledges[seat] && !text.signatures.some((s) => s.seat === seat),
  fields: (_text, { seat, seats, needs }) => {
    const others = seats.filter((other) => other !== seat);
    return [
      {
        name: 'condition',
        kind: 'choice',
        label: words('text-act.pledge.condition'),
        options: KINDS.map((kind) => ({ value: kind, label: words(`text-act.pledge.${kind}`) })),
        initial: 'none',
        notes: [words('text-act.pledge.note')],
      },
      {
        name: 'count',
        kind: 'count',
        label: words('text-act.pledge.count'),
        min: 1,
        max: others.length,
        initial: Math.min(others.length, Math.max(1, needs - 1)),
        only: { name: 'condition', is: 'at-least' },
      },
      {
        name: 'seats',
        kind: 'many',
        label: words('text-act.pledge.seats'),
        options: others.map((other) => ({ value: other, label: words(`seat.${other}`) })),
        initial: [],
        only: { name: 'condition', is: 'with' },
      },
    ];
  },
  check(text, values, { seat, seats, standing, signStanding }) {
    if (!isOpen(text)) return closed(text);
    if (text.signatures.some((s) => s.seat === seat)) return refuse('already-signed');
    if (standing < signStanding) return refuse('standing-too-low', { need: signStanding });
    if (values.condition === 'at-least' && values.count >= seats.length)
      return refuse('amount-out-of-range', { most: seats.length - 1 }, 'values.count');
    if (values.condition === 'with') {
      const unknown = values.seats.find((other) => !seats.includes(other));
      if (unknown) return refuse('seat-unknown', { seat: unknown }, 'values.seats');
      if (values.seats.includes(seat)) return refuse('own-seat', {}, 'values.seats');
    }
    return null;
  },
  apply: (text, values, { seat }) => ({
    ...text,
    pledges: { ...withoutSeat(text.pledges, seat), [seat]: conditionOf(values) },
    blocks: withoutSeat(text.blocks, seat),
  }),
  // A seat can put its name to one text of the paper at a time.
  others: (text, { seat }) => (text.pledges[seat] ? { ...text, pledges: withoutSeat(text.pledges, seat) } : text),
};
