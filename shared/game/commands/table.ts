/** A text is put on the table. */
import { articlesOf, isSameText } from '../../clauses/articles.ts';
import type { Dial } from '../../clauses/text.ts';
import { isOpen, newText } from '../../forums/instrument.ts';
import { refuse } from '../../vocabulary/index.ts';
import { dialsOf, forumOf } from '../paper.ts';
import { deed } from './deed.ts';
import { Package } from './fields.ts';
import { isState, MOST_LIVE_TEXTS, onDial } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const table = deed({
  kind: 'table',
  shape: { values: Package },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: () => true,
  check: ({ state }, actor, { values }) => {
    const seat = seatOf(actor);
    if (!isState(state, seat)) return refuse('not-a-state');
    const dials = dialsOf(state.scenario);
    const other = (Object.keys(values) as Dial[]).find((dial) => !dials.includes(dial));
    if (other) return refuse('dial-unknown', { dial: other }, `values.${other}`);
    for (const dial of dials) {
      if (values[dial] === undefined)
        return refuse('text-incomplete', { dial: { key: `dial.${dial}` } }, `values.${dial}`);
      const no = onDial(state, dial, values[dial]);
      if (no) return no;
    }
    if (articlesOf(values).length === 0) return refuse('text-incomplete', { dial: { key: 'dial.any' } }, 'values');
    if (state.seats[values.lead]!.standing < state.scenario.paper.leadStanding)
      return refuse('standing-too-low', { need: state.scenario.paper.leadStanding }, 'values.lead');
    const { forum, rule } = forumOf(state, values);
    if (rule.brings === 'members' && !forum.members.includes(seat)) return refuse('not-a-member', {}, 'values.road');
    if (state.instruments.some((i) => i.tabledBy === seat && i.tabledTurn === state.clock.turn))
      return refuse('already-tabled');
    const live = state.instruments.filter(isOpen);
    if (live.length >= MOST_LIVE_TEXTS || live.some((i) => isSameText(i.values, values)))
      return refuse('already-tabled', {}, 'values');
    return null;
  },
  apply: ({ state }, { actor, command }) => {
    const { instruments, clock } = state;
    const text = newText(instruments.length + 1, seatOf(actor), clock.turn, command.values);
    return { ...state, instruments: [...instruments, text] };
  },
});
