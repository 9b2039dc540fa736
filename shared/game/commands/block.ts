/** A member stops a text, where its forum lets one member do so, until it says something else. */
import { deed } from './deed.ts';
import { DialName, Id, Value } from './fields.ts';
import { before, change, newValue } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const block = deed({
  kind: 'block',
  shape: { instrument: Id, dial: DialName, value: Value },
  by: PEOPLE,
  solo: false,
  job: 'head',
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: ({ instruments }) => instruments.length > 0,
  check: ({ state }, actor, { instrument, dial, value }) => {
    const text = before(state, actor, instrument, 'block');
    if ('code' in text) return text;
    return newValue(state, text, dial, value);
  },
  apply: (game, { actor, command }) =>
    change(game, command.instrument, (text) => {
      const seat = seatOf(actor);
      const { [seat]: _pledge, ...pledges } = text.pledges;
      return { pledges, blocks: { ...text.blocks, [seat]: { dial: command.dial, value: command.value } } };
    }),
});
