/** The lead sponsor carries a text that was stopped in its forum to another one. */
import { z } from 'zod';
import { refuse, words } from '../../vocabulary/index.ts';
import { isStopped } from '../instrument.ts';
import type { TextAct } from './act.ts';

/** `forum`: where to; absent: the first other one on the menu. */
const Shape = z.strictObject({ forum: z.string().max(16).optional() });
type Values = { readonly forum?: string };

export const carry: TextAct<Values> = {
  kind: 'carry',
  job: 'negotiator',
  grave: false,
  shape: Shape as z.ZodType<Values>,
  offered: (text, { seat }) => text.values.lead === seat && isStopped(text),
  fields: (_text, { elsewhere }) =>
    elsewhere.length === 0
      ? []
      : [
          {
            name: 'forum',
            kind: 'choice',
            label: words('text-act.carry.forum'),
            options: elsewhere.map((id) => ({ value: id, label: words(`dial.road.${id}`) })),
            initial: elsewhere[0]!,
          },
        ],
  check(text, { forum }, { seat, elsewhere }) {
    if (text.values.lead !== seat) return refuse('not-the-lead');
    if (!isStopped(text) || elsewhere.length === 0) return refuse('not-moved', {}, 'text');
    return forum === undefined || elsewhere.includes(forum)
      ? null
      : refuse('value-not-on-dial', { dial: { key: 'dial.road' } }, 'values.forum');
  },
  apply: (text, { forum }, { elsewhere }) => ({
    ...text,
    values: { ...text.values, road: forum ?? elsewhere[0]! },
    status: 'tabled',
    pledges: {},
    blocks: {},
  }),
};
