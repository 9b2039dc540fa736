/** A seat says something of a break-up: its own part in it, or that it wants to consult. */

import { z } from 'zod';
import { onScale } from '../seat.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { addStatement, againstSaying, incidentOf, isFoundOut, wasOnItsWay } from './incidents.ts';
import { PEOPLE, seatOf, TALK, withSeat } from './rule.ts';

export const stateIncident = deed({
  kind: 'state-incident',
  shape: { incident: Id, say: z.literal(['admit', 'deny', 'consult']) },
  by: PEOPLE,
  solo: false,
  job: 'analyst',
  phases: TALK,
  whilePaused: false,
  about: ['published'],
  forSeat: true,
  heard: 'all',
  theme: 'incidents',
  can: ({ incidents }) => incidents.length > 0,
  check: ({ state }, actor, { incident: id, say, means }, at) => {
    const seat = seatOf(actor);
    const no = againstSaying(state, seat, id, say);
    if (no?.code !== 'known-already' || say !== 'admit') return no;
    return wasOnItsWay(state, id, seat, means?.published, at) ? null : no;
  },
  apply: ({ state }, { actor, command: { incident: id, say } }) => {
    const seat = seatOf(actor);
    const { turn } = state.clock;
    if (say !== 'admit') return addStatement(state, id, { kind: say, seat, turn });
    const late = isFoundOut(state, incidentOf(state, id)!, seat);
    const next = addStatement(state, id, { kind: say, seat, turn, ...(late && { late }) });
    if (late) return next;
    const { admitStanding, admitApproval } = state.scenario.incidents;
    const { standing, approval } = state.seats[seat]!;
    return withSeat(next, seat, {
      standing: onScale(standing + admitStanding),
      approval: onScale(approval + admitApproval),
    });
  },
});
