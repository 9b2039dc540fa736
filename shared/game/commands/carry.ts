/** The lead sponsor carries a text from the road of consensus to the open one. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { CARRIED, change, ledText, textOf } from './paper.ts';
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
    return no ?? (CARRIED.includes(textOf(state, instrument)!.status) ? null : refuse('not-moved', {}, 'instrument'));
  },
  apply: (game, { command }) =>
    change(game, command.instrument, (text) => ({
      values: { ...text.values, road: 'open' },
      status: 'tabled',
      pledges: {},
      blocks: {},
    })),
});
