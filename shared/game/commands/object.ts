/** A member objects that a text is beyond the mandate of the committee. */
import { refuse } from '../../vocabulary/index.ts';
import { isBeyondMandate } from '../paper.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { before, change } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const object = deed({
  kind: 'object',
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
  can: ({ instruments }) => instruments.length > 0,
  check: ({ state }, actor, { instrument }) => {
    const text = before(state, actor, instrument, 'object');
    if ('code' in text) return text;
    return isBeyondMandate(state, text.values) ? null : refuse('no-security-clause');
  },
  apply: (game, { actor, command }) =>
    change(game, command.instrument, (text) => ({
      status: 'moved',
      objections: [...text.objections, seatOf(actor)],
    })),
});
