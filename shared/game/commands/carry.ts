/** The lead sponsor carries a text that was stopped in its forum to another one. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { CARRIED, change, ledText, otherForum, textOf } from './paper.ts';
import { PEOPLE } from './rule.ts';

export const carry = deed({
  kind: 'carry',
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
  check: ({ state }, actor, { instrument }) => {
    const no = ledText(state, actor, instrument);
    if (no) return no;
    const text = textOf(state, instrument)!;
    return CARRIED.includes(text.status) && otherForum(state, text) ? null : refuse('not-moved', {}, 'instrument');
  },
  apply: (game, { command }) =>
    change(game, command.instrument, (text) => ({
      values: { ...text.values, road: otherForum(game.state, text)! },
      status: 'tabled',
      pledges: {},
      blocks: {},
    })),
});
