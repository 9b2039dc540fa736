/** Who tabled a text takes it off the table. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { CARRIED, change, closed, noText, textOf } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const withdrawText = deed({
  kind: 'withdraw-text',
  shape: { instrument: Id },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: null,
  // Who tabled a text takes it off the table, until it is also the text of others who have signed it.
  // Who tabled a text takes it off the table, until it is also the text of others who have signed it.
  check: ({ state }, actor, { instrument }) => {
    const text = textOf(state, instrument);
    if (!text) return noText();
    if (text.tabledBy !== seatOf(actor)) return refuse('not-the-author');
    if (text.status !== 'tabled' && !CARRIED.includes(text.status)) return closed(text);
    return text.signatures.some((s) => s.seat !== text.tabledBy) ? refuse('others-signed') : null;
  },
  apply: (game, { command }) => change(game, command.instrument, () => ({ status: 'withdrawn' })),
});
