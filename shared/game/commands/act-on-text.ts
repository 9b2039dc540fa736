/** A seat does something with a text: what there is to do with any text, and what the forum knows that it lies before. */
import { z } from 'zod';
import type { ActValues } from '../../forums/acts/act.ts';
import { actOn, textActs } from '../../forums/acts/index.ts';
import { Id, Name } from '../../vocabulary/bounds.ts';
import { refuse } from '../../vocabulary/index.ts';
import { actSight } from '../paper.ts';
import { deed } from './deed.ts';
import { noText, textOf } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

const Value = z.union([z.string().max(64), z.number(), z.boolean(), z.null(), z.array(Id).max(50)]);
const Values: z.ZodType<ActValues> = z.record(Name.max(32), Value);

export const actOnText = deed({
  kind: 'act-on-text',
  shape: { text: Id, act: Name.max(32), values: Values },
  by: PEOPLE,
  solo: false,
  job: ({ act }) => textActs[act]?.job ?? null,
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: ({ instruments }) => instruments.length > 0,
  check: ({ state }, actor, command) => {
    const text = textOf(state, command.text);
    if (!text) return noText();
    const sight = actSight(state, text, seatOf(actor));
    const act = actOn(command.act, text, sight);
    if ('code' in act) return act;
    const values = act.shape.safeParse(command.values);
    if (values.success) return act.check(text, values.data, sight);
    const field = ['values', ...values.error.issues[0]!.path].join('.');
    return refuse('malformed', { reason: field }, field);
  },
  apply: ({ state }, { actor, command }) => {
    const { act: kind, text: id, values } = command;
    const { apply, others } = textActs[kind]!;
    const instruments = state.instruments.map((text) => {
      const sight = actSight(state, text, seatOf(actor));
      return text.id === id ? apply(text, values, sight) : (others?.(text, sight) ?? text);
    });
    return { ...state, instruments };
  },
});
