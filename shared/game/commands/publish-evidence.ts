/** A seat lays its evidence open to all. */
import { refuse } from '../../vocabulary/index.ts';
import { onScale } from '../seat.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { clears, incidentOf, ownEvidence } from './incidents.ts';
import { PEOPLE, seatOf, TALK, withSeat } from './rule.ts';

export const publishEvidence = deed({
  kind: 'publish-evidence',
  shape: { evidence: Id },
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
  check: ({ state }, actor, { evidence: id }) => {
    const evidence = ownEvidence(state, seatOf(actor), id);
    if ('code' in evidence) return evidence;
    return evidence.published ? refuse('already-said') : null;
  },
  apply: ({ state }, { at, actor, command }) => {
    const evidence = state.evidence.map((e) =>
      e.id === command.evidence ? { ...e, published: true, publishedAt: at } : e,
    );
    const opened = evidence.find((e) => e.id === command.evidence)!;
    const incident = incidentOf(state, opened.incident)!;
    // What has been found already a file only bears out.
    if (!clears(opened) || incident.settled === opened.cause.named) return { ...state, evidence };
    const seat = seatOf(actor);
    const { standing: before } = state.seats[seat]!;
    const after = onScale(before + state.scenario.incidents.clearedStanding);
    return withSeat({ ...state, evidence }, seat, { standing: after });
  },
});
