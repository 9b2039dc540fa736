/** The lead sponsor changes one clause, once. */
import { isClause } from '../../clauses/articles.ts';
import { CLAUSE_IDS } from '../../clauses/index.ts';
import type { Package } from '../../clauses/text.ts';
import { refuse } from '../../vocabulary/index.ts';
import type { TextAct } from './act.ts';
import { Change, changeFields, changeRefusal, closed } from './change.ts';

export const usePen: TextAct<Change> = {
  kind: 'use-pen',
  job: 'negotiator',
  grave: false,
  shape: Change,
  offered: (text, { seat }) => text.values.lead === seat && !text.penUsed,
  fields: (text, sight) => changeFields(text, sight, CLAUSE_IDS),
  check(text, change, sight) {
    if (text.values.lead !== sight.seat) return refuse('not-the-lead');
    if (text.status !== 'tabled') return closed(text);
    if (text.penUsed) return refuse('pen-used', { dial: { key: `dial.${text.penUsed}` } });
    if (!isClause(change.dial)) return refuse('dial-unknown', { dial: change.dial }, 'dial');
    return changeRefusal(text, change, sight);
  },
  // Whoever had put a name to the old words is free again: it was another text. A block stands until the pen writes what it asks.
  apply: (text, { dial, value }) => ({
    ...text,
    values: { ...text.values, [dial]: value } as Package,
    penUsed: dial,
    pledges: {},
    signatures: [],
    blocks: Object.fromEntries(
      Object.entries(text.blocks).filter(([, block]) => block?.dial !== dial || block.value !== value),
    ),
  }),
};
