/** What is said about a break-up, and evidence laid open. Consequences follow at resolution. */

import { type EvidenceId, type IncidentId, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Evidence, Incident, Statement } from '../incident.ts';
import { findingOn, isClosed, makerOf, standing, struckIt } from '../sight/knowing.ts';
import type { State } from '../state.ts';
import { allowedBy } from '../turn/injects.ts';

export const incidentOf = (state: State, id: IncidentId): Incident | undefined =>
  state.incidents.find((i) => i.id === id);
export const said = (incident: Incident, seat: SeatId, kinds: readonly Statement['kind'][]): boolean =>
  incident.statements.some((s) => s.seat === seat && kinds.includes(s.kind));

export function addStatement(state: State, id: IncidentId, statement: Statement): State {
  return {
    ...state,
    incidents: state.incidents.map((i) => (i.id === id ? { ...i, statements: [...i.statements, statement] } : i)),
  };
}

/** Whether what is published proves a seat's act by now: the finding follows at the end of the year, its own word comes too late. */
export const isFoundOut = (state: State, incident: Incident, seat: SeatId): boolean =>
  findingOn(state, incident, state.clock.turn)?.party === seat;

/** Whether everybody knows what a seat could say of itself; where another cause or maker was found its word still counts. */
function isPlain(state: State, incident: Incident, seat: SeatId): boolean {
  if (!isClosed(state, incident)) return false;
  return standing(state.findings, incident.id) === null || makerOf(state, incident) === seat;
}

/** What a seat knows for certain of an incident, if it does. */
const fileOf = (state: State, seat: SeatId, id: IncidentId): Evidence | undefined =>
  state.evidence.find((e) => e.incident === id && e.holder === seat && e.file);

/** Whether a file says that its holder had no part in what happened to its object. */
export const clears = (file: Evidence | undefined): boolean => file?.file === true && file.who === null;

type Saying = 'admit' | 'deny' | 'consult';

/** Why a seat cannot say this of an incident now; null: it can. */
export function againstSaying(state: State, seat: SeatId, id: IncidentId, say: Saying): Refusal | null {
  const incident = incidentOf(state, id);
  if (!incident) return refuse('incident-unknown', {}, 'incident');
  if (say !== 'consult' && incident.owner !== seat && !struckIt(state.facts, id, seat)) return refuse('not-the-owner');
  if (say === 'consult' && incident.owner === seat) return refuse('own-seat');
  if (said(incident, seat, say === 'consult' ? ['consult'] : ['admit', 'deny'])) return refuse('already-said');
  if (say === 'consult') return null;
  if (isPlain(state, incident, seat) || isFoundOut(state, incident, seat)) return refuse('known-already');
  return say === 'admit' && clears(fileOf(state, seat, id)) ? refuse('nothing-to-admit') : null;
}

/** So long is asked and answered on the page of one who is about to admit. */
const ON_ITS_WAY_MS = 60_000;

/**
 * Whether an admission was begun before others laid the proof open, and comes just after: an attempt to admit is no silence.
 * @param seen how many readings were published when it was begun
 */
export function wasOnItsWay(state: State, id: IncidentId, seat: SeatId, seen: number | undefined, at: number): boolean {
  const incident = incidentOf(state, id)!;
  if (seen === undefined || isPlain(state, incident, seat)) return false;
  // What was open from the start has no instant.
  const when = (e: Evidence): number => e.publishedAt ?? 0;
  const published = state.evidence
    .filter((e) => e.incident === id && e.published)
    .toSorted((a, b) => when(a) - when(b));
  const known = { ...state, evidence: published.slice(0, seen) };
  const next = published[seen];
  return next !== undefined && at - when(next) <= ON_ITS_WAY_MS && !isFoundOut(known, incident, seat);
}

export function ownEvidence(state: State, seat: SeatId, id: EvidenceId): Evidence | Refusal {
  return state.evidence.find((e) => e.id === id && e.holder === seat) ?? refuse('evidence-unknown', {}, 'evidence');
}

/** Whether a seat holds the private card that lets it swap two weights, unused. */
export const maySwapWeights = (state: State, seat: SeatId): boolean =>
  !state.seats[seat]!.swapped && allowedBy(state, 'swap-weights', seat);
