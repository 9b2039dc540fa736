/** A seat shows its evidence to another one. */
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id, SeatRef } from './fields.ts';
import { ownEvidence } from './incidents.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const shareEvidence = deed({
  kind: 'share-evidence',
  shape: { evidence: Id, to: SeatRef },
  by: PEOPLE,
  solo: false,
  job: 'analyst',
  phases: TALK,
  whilePaused: false,
  about: [],
  forSeat: true,
  heard: ({ to }) => [to],
  theme: 'incidents',
  can: ({ incidents }) => incidents.length > 0,
  check: ({ state }, actor, { evidence: id, to }) => {
    const seat = seatOf(actor);
    const evidence = ownEvidence(state, seat, id);
    if ('code' in evidence) return evidence;
    if (!state.seats[to]) return refuse('seat-unknown', { seat: to }, 'to');
    if (to === seat) return refuse('own-seat', {}, 'to');
    return evidence.sharedWith.includes(to) ? refuse('already-said') : null;
  },
  apply: ({ state }, { command }) => ({
    ...state,
    evidence: state.evidence.map((e) =>
      e.id === command.evidence ? { ...e, sharedWith: [...e.sharedWith, command.to] } : e,
    ),
  }),
});
