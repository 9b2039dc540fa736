/** The lead sponsor changes one clause, once. */
import { CLAUSE_IDS } from '../../clauses/index.ts';
import type { Package } from '../../clauses/text.ts';
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { DialName, Id, Value } from './fields.ts';
import { change, closed, ledText, newValue, textOf } from './paper.ts';
import { PEOPLE } from './rule.ts';

export const usePen = deed({
  kind: 'use-pen',
  shape: { instrument: Id, dial: DialName, value: Value },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: ({ instruments }) => instruments.length > 0,
  check: ({ state }, actor, { instrument, dial, value }) => {
    const no = ledText(state, actor, instrument);
    if (no) return no;
    const text = textOf(state, instrument)!;
    if (text.status !== 'tabled') return closed(text);
    if (text.penUsed) return refuse('pen-used', { dial: { key: `dial.${text.penUsed}` } });
    if (!(CLAUSE_IDS as readonly string[]).includes(dial)) return refuse('dial-unknown', { dial }, 'dial');
    return newValue(state, text, dial, value);
  },
  // Whoever had put a name to the old words is free again: it was another text. A block stands until the pen writes what it asks.
  apply: (game, { command }) =>
    change(game, command.instrument, (text) => ({
      values: { ...text.values, [command.dial]: command.value } as Package,
      penUsed: command.dial,
      pledges: {},
      signatures: [],
      blocks: Object.fromEntries(
        Object.entries(text.blocks).filter(([, b]) => b?.dial !== command.dial || b.value !== command.value),
      ),
    })),
});
