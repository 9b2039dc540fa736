/** A seat names a cause of a break-up and who made it. */

import { z } from 'zod';
import { BREAKUP_CAUSES, refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id, SeatRef } from './fields.ts';
import { addStatement, incidentOf, said } from './incidents.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const accuse = deed({
  kind: 'accuse',
  shape: { incident: Id, cause: z.literal(BREAKUP_CAUSES), of: SeatRef },
  by: PEOPLE,
  solo: false,
  job: 'analyst',
  phases: TALK,
  whilePaused: false,
  about: [],
  forSeat: true,
  heard: 'all',
  theme: 'incidents',
  can: ({ incidents }) => incidents.length > 0,
  check: ({ state }, actor, { incident: id, of }) => {
    const seat = seatOf(actor);
    const incident = incidentOf(state, id);
    if (!incident) return refuse('incident-unknown', {}, 'incident');
    if (!state.seats[of]) return refuse('seat-unknown', { seat: of }, 'of');
    if (of === seat) return refuse('own-seat', {}, 'of');
    return said(incident, seat, ['accuse']) ? refuse('already-said') : null;
  },
  apply: ({ state }, { actor, command }) =>
    addStatement(state, command.incident, {
      kind: 'accuse',
      seat: seatOf(actor),
      turn: state.clock.turn,
      cause: command.cause,
      of: command.of,
      right: null,
    }),
});
