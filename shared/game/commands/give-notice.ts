/** A party gives notice that it leaves a text. */
import { refuse } from '../../vocabulary/index.ts';
import { boundBy } from '../paper.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { change, noText, textOf } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const giveNotice = deed({
  kind: 'give-notice',
  shape: { instrument: Id },
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
  check: ({ state }, actor, { instrument }) => {
    const seat = seatOf(actor);
    const text = textOf(state, instrument);
    if (!text) return noText();
    if (!boundBy(state, seat) || text.status !== 'in-force') return refuse('not-a-party', {}, 'instrument');
    return text.notices[seat] === undefined ? null : refuse('already-said');
  },
  apply: (game, { actor, command }) =>
    change(game, command.instrument, (text) => ({
      notices: { ...text.notices, [seatOf(actor)]: game.state.clock.turn },
    })),
});
