/** A seat says where it stands on a dial. */
import { deed } from './deed.ts';
import { DialName, Value } from './fields.ts';
import { onDial } from './paper.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const setDial = deed({
  kind: 'set-dial',
  shape: { dial: DialName, value: Value },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: TALK,
  whilePaused: false,
  about: [],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: () => true,
  check: ({ state }, _actor, { dial, value }) => onDial(state, dial, value),
  apply: ({ state }, { actor, command }) => {
    const seat = seatOf(actor);
    return {
      ...state,
      positions: { ...state.positions, [seat]: { ...state.positions[seat], [command.dial]: command.value } },
    };
  },
});
