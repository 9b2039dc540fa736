/** A seat signs, on a condition or none. */
import { isOpen } from '../../forums/instrument.ts';
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Condition, Id } from './fields.ts';
import { closed, noText, textOf } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const pledge = deed({
  kind: 'pledge',
  shape: { instrument: Id, condition: Condition },
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
  check: ({ state }, actor, { instrument, condition }) => {
    const seat = seatOf(actor);
    const text = textOf(state, instrument);
    if (!text) return noText();
    if (!isOpen(text)) return closed(text);
    if (text.signatures.some((s) => s.seat === seat)) return refuse('already-signed');
    if (state.seats[seat]!.standing < state.scenario.paper.signStanding)
      return refuse('standing-too-low', { need: state.scenario.paper.signStanding });
    if (condition.kind === 'at-least' && condition.count >= state.scenario.seats.length)
      return refuse('amount-out-of-range', { most: state.scenario.seats.length - 1 }, 'condition.count');
    if (condition.kind === 'with') {
      const unknown = condition.seats.find((other) => !state.seats[other]);
      if (unknown) return refuse('seat-unknown', { seat: unknown }, 'condition.seats');
      if (condition.seats.includes(seat)) return refuse('own-seat', {}, 'condition.seats');
    }
    return null;
  },
  // A seat can put its name to one text of the paper at a time.
  apply: ({ state }, { actor, command }) => {
    const seat = seatOf(actor);
    const instruments = state.instruments.map((text) => {
      const { [seat]: _old, ...others } = text.pledges;
      const { [seat]: _block, ...blocks } = text.blocks;
      if (text.id === command.instrument) return { ...text, pledges: { ...others, [seat]: command.condition }, blocks };
      return text.pledges[seat] ? { ...text, pledges: others } : text;
    });
    return { ...state, instruments };
  },
});
